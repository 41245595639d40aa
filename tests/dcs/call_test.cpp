// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/call.h"
#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/host.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;

namespace {

Call callOf(const QByteArray &query)
{
    return *decodeUrl("https://acme.demdex.net/event" + query);
}

Identity cid(const QString &space, const QString &value, AuthState state = AuthState::Absent)
{
    return {Identity::Kind::Cid, space, value, state};
}

} // namespace

TEST(Call, HeaderNamesHaveNoCaseAndSwitchedOffHeadersDoNotCount)
{
    const QList<Header> headers = {{"HOST", "a", false}, {"host", "b", true}, {"Host", "c", true}};

    EXPECT_EQ(headerValue(headers, "Host"), "b");
    EXPECT_EQ(headerValue(headers, "Accept"), std::nullopt);
}

TEST(Call, SwitchedOffParametersAreInNoProjection)
{
    Call call = callOf("?d_uuid=1&c_x=1&d_rtbd=json");
    for (Parameter &parameter : call.parameters)
        parameter.sent = false;

    EXPECT_TRUE(identities(call).isEmpty());
    EXPECT_TRUE(signalsOf(call, Catalogue::builtIn()).isEmpty());
    EXPECT_TRUE(optionsOf(call, Catalogue::builtIn()).isEmpty());
    EXPECT_EQ(option(call, u"d_rtbd"), std::nullopt);
    EXPECT_EQ(target(call), "/event");
}

TEST(Call, CountsItsRequestLine)
{
    EXPECT_EQ(requestLineBytes(callOf("?d_rtbd=json")), qsizetype(strlen("GET /event?d_rtbd=json HTTP/1.1")));
    EXPECT_EQ(requestLineBytes(callOf("")), qsizetype(strlen("GET /event HTTP/1.1")));
    EXPECT_EQ(requestLineBytes(callOf("?")), qsizetype(strlen("GET /event? HTTP/1.1")));
    EXPECT_EQ(requestLineBytes(*decodeUrl("https://acme.demdex.net")), qsizetype(strlen("GET / HTTP/1.1")));
    EXPECT_EQ(requestLineBytes(*decodeUrl("https://dpm.demdex.net/ibs:a=1&b?c")),
        qsizetype(strlen("GET /ibs:a=1&b?c HTTP/1.1")));
}

TEST(Call, SettingAnOptionTouchesNothingElse)
{
    Call call = callOf("?%64_rtbd=xml&c_x=%7e&d_rtbd=pdf");

    setOption(call, QStringLiteral("d_rtbd"), QStringLiteral("json"));
    EXPECT_EQ(target(call), "/event?%64_rtbd=json&c_x=%7e&d_rtbd=pdf");

    setOption(call, QStringLiteral("d_cb"), QStringLiteral("a b"));
    EXPECT_EQ(target(call), "/event?%64_rtbd=json&c_x=%7e&d_rtbd=pdf&d_cb=a%20b");

    setOption(call, QStringLiteral("d_rtbd"), std::nullopt);
    EXPECT_EQ(target(call), "/event?c_x=%7e&d_cb=a%20b");
}

TEST(Call, AnOptionThatHasTheValueKeepsItsBytes)
{
    Call call = callOf("?d_orgid=x@AdobeOrg");

    setOption(call, QStringLiteral("d_orgid"), QStringLiteral("x@AdobeOrg"));

    EXPECT_EQ(target(call), "/event?d_orgid=x@AdobeOrg");
}

TEST(Call, AnOptionThatWasSwitchedOffIsSwitchedOn)
{
    Call call = callOf("?d_rtbd=json&d_dst=1");
    call.parameters[1].sent = false;

    setOption(call, QStringLiteral("d_dst"), QStringLiteral("1"));

    EXPECT_EQ(target(call), "/event?d_rtbd=json&d_dst=1");
}

TEST(Call, TheFirstParameterTakesThePlaceOfTheBareQuestionMark)
{
    Call call = callOf("?");

    setOption(call, QStringLiteral("d_rtbd"), QStringLiteral("json"));

    EXPECT_EQ(target(call), "/event?d_rtbd=json");
}

TEST(Call, PostAndBackKeepsTheBytes)
{
    const Call before = callOf("?d_rtbd=json&&c_x=%7e+&flag");
    Call call = before;

    setMethod(call, "POST");
    EXPECT_EQ(target(call), "/event");
    EXPECT_EQ(body(call), "d_rtbd=json&&c_x=%7e+&flag");
    EXPECT_EQ(headerValue(call.headers, "Content-Type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(defaultPlace(call), Parameter::Place::Body);

    setMethod(call, "GET");
    EXPECT_EQ(call, before);
}

TEST(Call, NewParametersGoWhereTheMethodPutsThem)
{
    Call post = callOf("?d_dil_ver=9.5");
    post.method = "POST";
    post.parameters.append({"c_x=1", Parameter::Place::Body, true});
    setOption(post, QStringLiteral("d_rtbd"), QStringLiteral("json"));
    EXPECT_EQ(body(post), "c_x=1&d_rtbd=json");
    EXPECT_EQ(target(post), "/event?d_dil_ver=9.5");

    Call sync = *decodeUrl("https://dpm.demdex.net/ibs:redir=x?y=1");
    addIdentity(sync, {Identity::Kind::Dpuuid, QStringLiteral("743"), QStringLiteral("a b")});
    EXPECT_EQ(target(sync), "/ibs:redir=x&dpid=743&dpuuid=a%20b?y=1");

    Call opaque = callOf("");
    opaque.method = "POST";
    opaque.opaqueBody = "{}";
    setOption(opaque, QStringLiteral("d_rtbd"), QStringLiteral("json"));
    EXPECT_EQ(target(opaque), "/event?d_rtbd=json");
}

TEST(Call, TheHostHeaderIsReplacedInItsPlaceOrComesFirst)
{
    Call call = callOf("");
    call.headers = {{"Accept", "*/*", true}, {"host", "x", true}};
    setAlias(call, QStringLiteral("acme"));
    EXPECT_EQ(call.headers[1], (Header{"host", "acme.demdex.net", true}));

    call.headers = {{"Accept", "*/*", true}};
    setAlias(call, QStringLiteral("acme"));
    EXPECT_EQ(call.headers[0], (Header{"Host", "acme.demdex.net", true}));
}

TEST(Call, IdentitiesAreAddedReplacedAndRemoved)
{
    Call call = callOf("?d_rtbd=json&d_uuid=1&c_x=%7e");

    addIdentity(call, cid(QStringLiteral("123"), QStringLiteral("a+b"), AuthState::Authenticated));
    EXPECT_EQ(target(call), "/event?d_rtbd=json&d_uuid=1&c_x=%7e&d_cid=123%01a%2Bb%011");

    replaceIdentity(call, 0, {Identity::Kind::Mid, {}, QStringLiteral("2")});
    EXPECT_EQ(target(call), "/event?d_rtbd=json&d_mid=2&c_x=%7e&d_cid=123%01a%2Bb%011");

    removeIdentity(call, 0);
    EXPECT_EQ(target(call), "/event?d_rtbd=json&c_x=%7e&d_cid=123%01a%2Bb%011");

    removeIdentity(call, 5);
    replaceIdentity(call, -1, cid(QStringLiteral("1"), QStringLiteral("x")));
    EXPECT_EQ(identities(call).size(), 1);
}

TEST(Call, AnUnchangedIdentityKeepsItsBytes)
{
    Call call = callOf("?d%5Fcid=123%01%61");

    replaceIdentity(call, 0, cid(QStringLiteral("123"), QStringLiteral("a")));
    EXPECT_EQ(target(call), "/event?d%5Fcid=123%01%61");

    replaceIdentity(call, 0, cid(QStringLiteral("123"), QStringLiteral("b")));
    EXPECT_EQ(target(call), "/event?d%5Fcid=123%01b");
}

TEST(Call, ALegacyPairChangesOnlyTheHalfThatChanges)
{
    Call call = callOf("?dpuuid=%61&c_x=1&d_dpid=7");

    replaceIdentity(call, 0, {Identity::Kind::Dpuuid, QStringLiteral("8"), QStringLiteral("a")});
    EXPECT_EQ(target(call), "/event?dpuuid=%61&c_x=1&d_dpid=8");

    replaceIdentity(call, 0, cid(QStringLiteral("8"), QStringLiteral("a")));
    EXPECT_EQ(target(call), "/event?d_cid=8%01a&c_x=1");

    call = callOf("?dpuuid=a&c_x=1&d_dpid=7");
    removeIdentity(call, 0);
    EXPECT_EQ(target(call), "/event?c_x=1");
}

TEST(Call, OneOfSeveralPairsInAValueCanChange)
{
    Call call = callOf("?x&d_cid=1%01%61%012%01b%013%01c&y");

    replaceIdentity(call, 1, cid(QStringLiteral("2"), QStringLiteral("z"), AuthState::Unknown));
    EXPECT_EQ(target(call), "/event?x&d_cid=1%01%61&d_cid=2%01z%010&d_cid=3%01c&y");

    call = callOf("?x&d_cid=1%01%61%012%01b&y");
    removeIdentity(call, 0);
    EXPECT_EQ(target(call), "/event?x&d_cid=2%01b&y");
}

TEST(Call, ReplacingAnyIdentityChangesThatOneAlone)
{
    Generate generate;
    for (int round = 0; round < 1500; ++round) {
        QByteArrayList pieces;
        for (int n = generate.number(1, 6); n > 0; --n)
            pieces.append(generate.pick(QByteArrayList{"d_uuid=1", "d_mid=2", "d_cid=1%01a",
                "d_cid=1%01a%012%01b", "d_cid_ic=x%01y%011", "d_dpid=5", "d_dpuuid=p", "dpid=6", "c_x=1", "",
                "d_cid_ns=e%01f"}));
        Call call = callOf('?' + pieces.join('&'));
        const QList<Identity> before = identities(call);
        const auto isWhole
            = [](const Identity &id) { return id.kind != Identity::Kind::Dpuuid || id.partner >= 0; };
        if (before.isEmpty() || !std::all_of(before.begin(), before.end(), isWhole))
            continue;
        const int index = generate.number(0, int(before.size()) - 1);
        const Identity with = cid(QStringLiteral("99"), QStringLiteral("new"), AuthState::LoggedOut);

        replaceIdentity(call, index, with);

        QList<Identity> expected = before;
        expected[index] = with;
        ASSERT_EQ(identities(call), expected) << pieces.join('&').toStdString();
        removeIdentity(call, index);
        expected.removeAt(index);
        ASSERT_EQ(identities(call), expected) << pieces.join('&').toStdString();
    }
}

TEST(Call, OneUserHasOneKey)
{
    EXPECT_EQ(userKey(callOf("?d_cid=1%01a&d_uuid=7&d_mid=8")), userKey(callOf("?d_uuid=7")));
    EXPECT_EQ(userKey(callOf("?d_cid=1%01a&d_mid=8")), userKey(callOf("?d_mid=8")));
    EXPECT_EQ(
        userKey(callOf("?d_cid=1%01a&d_cid=2%01b")), userKey(callOf("?d_cid=2%01b&d_dpid=1&d_dpuuid=a")));
    EXPECT_NE(userKey(callOf("?d_uuid=7")), userKey(callOf("?d_mid=7")));
    EXPECT_EQ(userKey(callOf("?c_x=1")), QString());
    EXPECT_EQ(userKey(callOf("?d_uuid=")), QString());
}

TEST(Host, ALabelIsWhatStandsBeforeTheDomainAsItIsSpelled)
{
    const std::pair<const char *, std::optional<QByteArrayView>> names[]
        = {{"acme.demdex.net", "acme"}, {"Acme.DEMDEX.net", "Acme"}, {"a.b.demdex.net", "a.b"},
            {".demdex.net", ""}, {"demdex.net", std::nullopt}, {"notdemdex.net", std::nullopt},
            {"demdex.net.example.com", std::nullopt}, {"", std::nullopt}, {"net", std::nullopt}};
    for (const auto &[name, label] : names)
        EXPECT_TRUE(labelOf(name) == label) << name;
    EXPECT_TRUE(isDcsHost("DEMDEX.net"));
    EXPECT_TRUE(isDcsHost("usw2.demdex.net"));
    EXPECT_TRUE(isDcsHost("acme.demdex.net."));
    EXPECT_EQ(aliasHost("acme"), "acme.demdex.net");
    EXPECT_FALSE(isDcsHost("evildemdex.net"));
    EXPECT_FALSE(isDcsHost("demdex.net.example.com"));
}

struct TypedCustomerId {
    const char *typed;
    const char *wire; ///< "": it is refused
};

class TypedCustomerIdTest : public ::testing::TestWithParam<TypedCustomerId>
{
};

TEST_P(TypedCustomerIdTest, HasAStateOnlyWhereTheLastPartIsOne)
{
    const auto read = dcs::readCustomerId(QString::fromLatin1(GetParam().typed), dcs::Identity::Kind::Cid);
    EXPECT_EQ(read ? read->wire() : QByteArray(), GetParam().wire);
    EXPECT_TRUE(read || read.error().message.contains(QStringLiteral("DATASOURCE:ID")));
}

INSTANTIATE_TEST_SUITE_P(Identity, TypedCustomerIdTest,
    ::testing::Values(TypedCustomerId{"123:a", "123%01a"}, TypedCustomerId{"123:a:1", "123%01a%011"},
        TypedCustomerId{"123:a:loggedOut", "123%01a%012"}, TypedCustomerId{"123:a:b", "123%01a%3Ab"},
        TypedCustomerId{"123:a:b:0", "123%01a%3Ab%010"}, TypedCustomerId{"123:a:3", "123%01a%3A3"},
        TypedCustomerId{"123::1", "123%01%3A1"}, TypedCustomerId{"123:a:", "123%01a%3A"},
        TypedCustomerId{"123:", ""}, TypedCustomerId{":a", ""}, TypedCustomerId{"123", ""}));
