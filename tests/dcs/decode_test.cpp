// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/encode.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;

namespace {

Call decoded(const QByteArray &url)
{
    Result<Call> call = decodeUrl(url);
    EXPECT_TRUE(call) << url.toStdString() << ": " << (call ? "" : call.error().message.toStdString());
    return call.value_or(Call());
}

Call decodedRequest(const QByteArray &bytes)
{
    Result<Call> call = decodeRequest(bytes);
    EXPECT_TRUE(call) << (call ? "" : call.error().message.toStdString());
    return call.value_or(Call());
}

/// "cid 123/a+b=c/authenticated", one a line.
QStringList identityLines(const Call &call)
{
    QStringList out;
    for (const Identity &id : identities(call))
        out.append(QStringLiteral("%1 %2/%3/%4")
                       .arg(kindName(id.kind), id.nameSpace, id.value, authStateName(id.authState)));
    return out;
}

QStringList signalLines(const Call &call)
{
    QStringList out;
    for (const Signal &one : signalsOf(call, Catalogue::builtIn()))
        out.append(one.key + u'=' + one.values.join(u'|'));
    return out;
}

QStringList optionLines(const Call &call)
{
    QStringList out;
    for (const Option &one : optionsOf(call, Catalogue::builtIn()))
        out.append(one.key + u'=' + one.value);
    return out;
}

QByteArrayList wires(const Call &call)
{
    QByteArrayList out;
    for (const Parameter &parameter : call.parameters)
        out.append(parameter.wire);
    return out;
}

} // namespace

TEST(DecodeUrl, ReadsSchemeHostPortPathAndParameters)
{
    const Call call = decoded("http://acme.demdex.net:8080/event?d_rtbd=json&flag&c_x=");

    EXPECT_FALSE(call.tls);
    EXPECT_EQ(call.connectHost, "acme.demdex.net");
    EXPECT_EQ(call.port, 8080);
    EXPECT_EQ(call.path, "/event");
    EXPECT_EQ(hostHeader(call), "acme.demdex.net:8080");
    EXPECT_EQ(wires(call), (QByteArrayList{"d_rtbd=json", "flag", "c_x="}));
    EXPECT_EQ(alias(call, Catalogue::builtIn()), QStringLiteral("acme"));
    EXPECT_EQ(region(call, Catalogue::builtIn()), std::nullopt);
}

TEST(DecodeUrl, WithoutSchemeItIsHttps)
{
    for (const QByteArray &url :
        {QByteArray("acme.demdex.net/event?x=1"), QByteArray("//acme.demdex.net/event?x=1"),
            QByteArray("  acme.demdex.net/event?x=1\r\n"), QByteArray("HTTPS://acme.demdex.net/event?x=1"),
            QByteArray("\xef\xbb\xbfhttps://acme.demdex.net/event?x=1")}) {
        const Call call = decoded(url);
        EXPECT_TRUE(call.tls);
        EXPECT_EQ(call.port, 443);
        EXPECT_EQ(call.connectHost, "acme.demdex.net");
        EXPECT_EQ(wires(call), QByteArrayList{"x=1"});
    }
}

TEST(DecodeUrl, GivesTheBytesBack)
{
    for (const QByteArray &url : {
             QByteArray("https://acme.demdex.net/event"),
             QByteArray("https://acme.demdex.net/event?"),
             QByteArray("https://acme.demdex.net/event?&"),
             QByteArray("https://acme.demdex.net/event?&&a&=&=b&c=d=e&"),
             QByteArray("https://acme.demdex.net"),
             QByteArray("https://acme.demdex.net?a=b"),
             QByteArray("https://acme.demdex.net/event?%7e=%2f&x=\"|^`{}<>\\&y=%esid!&z=100%#frag?x&y#z"),
             QByteArray("https://acme.demdex.net/event?x=\xe9\x01\x7f caf\xc3\xa9#"),
             QByteArray("http://[::1]:8080/event?a=1"),
             QByteArray("https://[2001:db8::1]/event?a=1"),
             QByteArray("http://127.0.0.1:8080/event"),
             QByteArray("https://dpm.demdex.net/ibs:dpid=743&dpuuid=v&redir=https%3A%2F%2Fx"),
             QByteArray("https://dpm.demdex.net/ibs:dpid=743&dpuuid=v?a=b?c"),
             QByteArray("https://dpm.demdex.net/ibs:"),
             QByteArray("https://dpm.demdex.net/ibs:?"),
             QByteArray("https://dpm.demdex.net/demconf.jpg?et:ibs%7cdata:dpid=743&dpuuid=v"),
             QByteArray("https://www.example.com/a//b/../c;d/%2E?q"),
             QByteArray("https://{{host}}/event?d_uuid={{uuid}}"),
         })
        EXPECT_EQ(dcs::url(decoded(url)), url);
}

TEST(DecodeUrl, RefusesWhatIsNoUrlWithASentence)
{
    struct Case {
        QByteArray text;
        QString expected;
    };
    for (const Case &one : {
             Case{"", QStringLiteral("no URL")},
             Case{"   ", QStringLiteral("no URL")},
             Case{"https://", QStringLiteral("no host")},
             Case{"https:///event", QStringLiteral("no host")},
             Case{"/event?d_rtbd=json", QStringLiteral("no host")},
             Case{"ftp://acme.demdex.net/event", QStringLiteral("ftp")},
             Case{"https:/acme.demdex.net/event", QStringLiteral("slashes")},
             Case{"https://user:secret@acme.demdex.net/event", QStringLiteral("user name")},
             Case{"acme.demdex.net:port/event", QStringLiteral("no port")},
             Case{"acme.demdex.net:0/event", QStringLiteral("no port")},
             Case{"acme.demdex.net:65536/event", QStringLiteral("no port")},
             Case{"acme.demdex.net:-1/event", QStringLiteral("no port")},
             Case{"https://ac me.demdex.net/event", QStringLiteral("no host name")},
             Case{"https://acm\xc3\xa9.demdex.net/event", QStringLiteral("no host name")},
             Case{"https://acme..demdex.net/event", QStringLiteral("no host name")},
             Case{"https://::1/event", QStringLiteral("no host name")},
             Case{"d_uuid=1&d_rtbd=json", QStringLiteral("no host name")},
             Case{QByteArray("https://a.demdex.net/event?x=\0y", 31), QStringLiteral("byte 29")},
             Case{"https://a.demdex.net/event?x=1\n&y=2", QStringLiteral("byte 30")},
             Case{"https://a.demdex.net/event?x=1\r&y=2", QStringLiteral("byte 30")},
         }) {
        const Result<Call> call = decodeUrl(one.text);
        ASSERT_FALSE(call) << one.text.toStdString();
        EXPECT_EQ(call.error().code, Errc::InvalidInput);
        EXPECT_TRUE(call.error().message.contains(one.expected))
            << one.text.toStdString() << ": " << call.error().message.toStdString();
        EXPECT_FALSE(call.error().remedy.isEmpty());
    }
}

TEST(DecodeUrl, CutsTheFragmentOff)
{
    const Call call = decoded("https://acme.demdex.net/event?a=1#b=2?c=3");

    EXPECT_EQ(wires(call), QByteArrayList{"a=1"});
    EXPECT_EQ(call.fragment, "#b=2?c=3");
    EXPECT_EQ(target(call), "/event?a=1");
}

TEST(DecodeUrl, KnowsTheEndpoints)
{
    struct Case {
        QByteArray path;
        Endpoint expected;
    };
    for (const Case &one : {
             Case{"/event", Endpoint::Event},
             Case{"/event?x", Endpoint::Event},
             Case{"/event/", Endpoint::Other},
             Case{"/Event", Endpoint::Other},
             Case{"/?event", Endpoint::Other},
             Case{"/id", Endpoint::Id},
             Case{"/id/rd?x", Endpoint::Id},
             Case{"/id/", Endpoint::Other},
             Case{"/ibs:dpid=1", Endpoint::Ibs},
             Case{"/ibs", Endpoint::Other},
             Case{"/IBS:dpid=1", Endpoint::Other},
             Case{"/demoptout", Endpoint::OptOut},
             Case{"/demoptout.jpg?d_uuid=1", Endpoint::OptOut},
             Case{"/demoptout.png", Endpoint::Other},
             Case{"/optOutStatus", Endpoint::Other},
             Case{"/dest5.html", Endpoint::Other},
             Case{"", Endpoint::Other},
         })
        EXPECT_EQ(endpoint(decoded("https://acme.demdex.net" + one.path)), one.expected)
            << one.path.toStdString();
}

TEST(DecodeUrl, DerivesAliasAndRegion)
{
    struct Case {
        QByteArray host;
        QString alias;
        std::optional<int> region;
    };
    for (const Case &one : {
             Case{"acme.demdex.net", QStringLiteral("acme"), {}},
             Case{"ACME.Demdex.NET", QStringLiteral("acme"), {}},
             Case{"acme.demdex.net.", QStringLiteral("acme"), {}},
             Case{"acme.demdex.net:8443", QStringLiteral("acme"), {}},
             Case{"my_domain-1.demdex.net", QStringLiteral("my_domain-1"), {}},
             Case{"dpm.demdex.net", QStringLiteral("dpm"), {}},
             Case{"usw2.demdex.net", QString(), 9},
             Case{"USW2.demdex.net.", QString(), 9},
             Case{"irl1.demdex.net", QString(), 6},
             Case{"www.demdex.net", QString(), {}},
             Case{"dcs.demdex.net", QString(), {}},
             Case{"fast.demdex.net", QString(), {}},
             Case{"dcs-beta.demdex.net", QString(), {}},
             Case{"fast.acme.demdex.net", QString(), {}},
             Case{"a.b.demdex.net", QString(), {}},
             Case{"demdex.net", QString(), {}},
             Case{"xdemdex.net", QString(), {}},
             Case{"acme.demdex.net.example.com", QString(), {}},
             Case{"metrics.example.com", QString(), {}},
             Case{"127.0.0.1:8080", QString(), {}},
         }) {
        const Call call = decoded("https://" + one.host + "/event");
        EXPECT_EQ(alias(call, Catalogue::builtIn()), one.alias) << one.host.toStdString();
        EXPECT_EQ(region(call, Catalogue::builtIn()), one.region) << one.host.toStdString();
    }
}

TEST(DecodeUrl, TheHostHeaderNamesTheAliasAndTheConnectionTheRegion)
{
    Call call = decoded("https://usw2.demdex.net/event");
    setHostHeader(call, "Acme.demdex.net:443");

    EXPECT_EQ(alias(call, Catalogue::builtIn()), QStringLiteral("acme"));
    EXPECT_EQ(region(call, Catalogue::builtIn()), 9);

    setHostHeader(call, "usw2.demdex.net");
    EXPECT_EQ(alias(call, Catalogue::builtIn()), QString());
}

TEST(Decode, SplitsCustomerIdsBeforeDecoding)
{
    struct Case {
        QByteArray wire;
        QStringList expected;
    };
    for (const Case &one : {
             Case{"d_cid=123%01a%2Bb%3Dc%011", {QStringLiteral("cid 123/a+b=c/authenticated")}},
             Case{"d_cid=123%01x", {QStringLiteral("cid 123/x/")}},
             Case{"d_cid=123%01x%010", {QStringLiteral("cid 123/x/unknown")}},
             Case{"d_cid=123%01x%012", {QStringLiteral("cid 123/x/loggedOut")}},
             Case{"d_cid=123%01x%013", {QStringLiteral("cid 123/x/")}},
             Case{"d_cid=123%01x%01", {QStringLiteral("cid 123/x/")}},
             Case{"d_cid=123%01x%01%31", {QStringLiteral("cid 123/x/authenticated")}},
             Case{"d_cid=123\x01x\x01"
                  "1",
                 {QStringLiteral("cid 123/x/authenticated")}},
             Case{"d_cid=123", {QStringLiteral("cid 123//")}},
             Case{"d_cid=", {QStringLiteral("cid //")}},
             Case{"d_cid", {QStringLiteral("cid //")}},
             Case{"d_cid=%01", {QStringLiteral("cid //")}},
             Case{"d_cid=123%2501x%25011", {QStringLiteral("cid 123%01x%011//")}},
             Case{"d_cid_ic=crm%0168079f", {QStringLiteral("cid_ic crm/68079f/")}},
             Case{"d_cid_ic=c%2Bm%01a%01b%01c",
                 {QStringLiteral("cid_ic c+m/a/"), QStringLiteral("cid_ic b/c/")}},
             Case{"d_cid=1%01a%012%01b%013%01c",
                 {QStringLiteral("cid 1/a/"), QStringLiteral("cid 2/b/"), QStringLiteral("cid 3/c/")}},
             Case{"d_cid=1%01a%011%012%01b", {QStringLiteral("cid 1/a/")}},
             Case{"d_cid_ns=Email%01abc%011", {QStringLiteral("cid_ns Email/abc/authenticated")}},
             Case{"d%5Fcid=1%01a", {QStringLiteral("cid 1/a/")}},
             Case{"d_cid=1%01%25%32%30", {QStringLiteral("cid 1/%20/")}},
             Case{"d_cid=1%01a,b", {QStringLiteral("cid 1/a,b/")}},
             Case{"d_cid=1%01a=b", {QStringLiteral("cid 1/a=b/")}},
             Case{"d_cid=1%01a%%01b", {QStringLiteral("cid 1/a%/")}},
         })
        EXPECT_EQ(identityLines(decoded("https://acme.demdex.net/event?" + one.wire)), one.expected)
            << one.wire.toStdString();
}

TEST(Decode, LegacyHalvesBelongTogetherByTheirTurn)
{
    struct Case {
        QByteArray query;
        QStringList expected;
    };
    for (const Case &one :
        {
            Case{"d_dpid=1&d_dpuuid=a", {QStringLiteral("dpuuid 1/a/")}},
            Case{"d_dpuuid=a&d_dpid=1", {QStringLiteral("dpuuid 1/a/")}},
            Case{"dpid=1&d_dpuuid=a", {QStringLiteral("dpuuid 1/a/")}},
            Case{"d_dpid=1&d_dpid=2&d_dpuuid=a&d_dpuuid=b",
                {QStringLiteral("dpuuid 1/a/"), QStringLiteral("dpuuid 2/b/")}},
            Case{"d_dpuuid=a&d_dpuuid=b&d_dpid=1&d_dpid=2",
                {QStringLiteral("dpuuid 1/a/"), QStringLiteral("dpuuid 2/b/")}},
            Case{"d_dpid=1&d_uuid=u&d_dpuuid=a", {QStringLiteral("dpuuid 1/a/"), QStringLiteral("uuid /u/")}},
            Case{"d_dpid=1", {QStringLiteral("dpuuid 1//")}},
            Case{"dpuuid=a%2Bb", {QStringLiteral("dpuuid /a+b/")}},
            Case{"d_dpid=1&d_dpid=2&d_dpuuid=a",
                {QStringLiteral("dpuuid 1/a/"), QStringLiteral("dpuuid 2//")}},
            Case{"d_dpid=1&d_dpuuid=a%01b", {QStringLiteral("dpuuid 1/a\u0001b/")}},
        })
        EXPECT_EQ(identityLines(decoded("https://acme.demdex.net/event?" + one.query)), one.expected)
            << one.query.toStdString();
}

TEST(Decode, TellsSignalsFromOptions)
{
    const Call call
        = decoded("https://acme.demdex.net/"
                  "event?d_uuid=1&c_likes=jazz%20piano,opera&p_age=23&h_referer=x&videoTypeID=2&D_UUID=3"
                  "&%20d_uuid=4&mid=5&d_rtbd=json&d_new=a,b&dcs_region=9&gdpr=1&gdpr_consent=x&redir=r&ts=1&_"
                  "ts=2&callback=f"
                  "&mcorgid=o&device_consent=1&r_rand=7&d_orgid=o%40AdobeOrg&d%5Fdst=1&&=v&flag");

    EXPECT_EQ(signalLines(call),
        (QStringList{QStringLiteral("c_likes=jazz piano|opera"), QStringLiteral("p_age=23"),
            QStringLiteral("h_referer=x"), QStringLiteral("videoTypeID=2"), QStringLiteral("D_UUID=3"),
            QStringLiteral(" d_uuid=4"), QStringLiteral("mid=5"), QStringLiteral("r_rand=7"),
            QStringLiteral("flag=")}));
    EXPECT_EQ(optionLines(call),
        (QStringList{QStringLiteral("d_rtbd=json"), QStringLiteral("d_new=a,b"),
            QStringLiteral("dcs_region=9"), QStringLiteral("gdpr=1"), QStringLiteral("gdpr_consent=x"),
            QStringLiteral("redir=r"), QStringLiteral("ts=1"), QStringLiteral("_ts=2"),
            QStringLiteral("callback=f"), QStringLiteral("mcorgid=o"), QStringLiteral("device_consent=1"),
            QStringLiteral("d_orgid=o@AdobeOrg"), QStringLiteral("d_dst=1")}));
    EXPECT_EQ(identityLines(call), QStringList{QStringLiteral("uuid /1/")});
}

TEST(Decode, SplitsSignalsAtTheRawCommaOnly)
{
    const auto values = [](const QByteArray &wire) {
        return signalsOf(decoded("https://acme.demdex.net/event?" + wire), Catalogue::builtIn())
            .first()
            .values;
    };
    EXPECT_EQ(values("c_x=a,b%2Cc,d"),
        (QStringList{QStringLiteral("a"), QStringLiteral("b,c"), QStringLiteral("d")}));
    EXPECT_EQ(values("c_x=,"), (QStringList{QString(), QString()}));
    EXPECT_EQ(values("c_x="), QStringList{QString()});
    EXPECT_EQ(values("c_x"), QStringList{QString()});
    EXPECT_EQ(values("c_x=%22a,b%22"), (QStringList{QStringLiteral("\"a"), QStringLiteral("b\"")}));
    EXPECT_EQ(values("c_x=a+b"), QStringList{QStringLiteral("a b")});
}

TEST(Decode, SyncParametersStandInThePath)
{
    const Call call
        = decoded("https://dpm.demdex.net/ibs:dpid=743&dpuuid=vendor-99&redir=https%3A%2F%2Fx?gdpr=1&c_x=2");

    EXPECT_EQ(call.path, "/ibs:");
    EXPECT_EQ(call.parameters[0].place, Parameter::Place::Path);
    EXPECT_EQ(call.parameters[3].place, Parameter::Place::Query);
    EXPECT_EQ(identityLines(call), QStringList{QStringLiteral("dpuuid 743/vendor-99/")});
    EXPECT_EQ(optionLines(call), (QStringList{QStringLiteral("redir=https://x"), QStringLiteral("gdpr=1")}));
    EXPECT_EQ(target(call), "/ibs:dpid=743&dpuuid=vendor-99&redir=https%3A%2F%2Fx?gdpr=1&c_x=2");
    EXPECT_EQ(query(call), "dpid=743&dpuuid=vendor-99&redir=https%3A%2F%2Fx&gdpr=1&c_x=2");
}

TEST(DecodeRequest, ReadsThePostOfTheDocumentation)
{
    const Call call = decodedRequest(
        "POST /event?d_dil_ver=9.5&_ts=1 HTTP/1.1\r\nHost: acme.demdex.net\r\n"
        "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
        "Content-Length: 92\r\n\r\n"
        "d_rtbd=json&d_uuid=78570995290214909736928846629863152490&c_likes=jazz%20piano&c_loves="
        "opera");

    EXPECT_EQ(call.method, "POST");
    EXPECT_EQ(call.connectHost, "acme.demdex.net");
    ASSERT_EQ(call.parameters.size(), 6);
    EXPECT_EQ(call.parameters[1].place, Parameter::Place::Query);
    EXPECT_EQ(call.parameters[2].place, Parameter::Place::Body);
    EXPECT_EQ(bodyBytes(call), 92);
    EXPECT_EQ(call.headers.size(), 2) << "the length that encode() adds is not the user's";
    EXPECT_EQ(option(call, u"_ts"), QStringLiteral("1"));
}

TEST(DecodeRequest, TakesPastedTextWithBareLineFeedsAndAFinalOne)
{
    const Call call = decodedRequest(
        "\nPOST /event HTTP/2\nhost:  acme.demdex.net \nX-Folded: a\n  b\n\nd_rtbd=json&c_x=1\n");

    EXPECT_EQ(hostHeader(call), "acme.demdex.net");
    EXPECT_EQ(call.headers[1].value, "a b");
    EXPECT_EQ(wires(call), (QByteArrayList{"d_rtbd=json", "c_x=1"}));
}

TEST(DecodeRequest, ABodyThatIsNoFormIsNotReadAsParameters)
{
    const Call call = decodedRequest("POST /event?d_rtbd=json HTTP/1.1\r\nHost: acme.demdex.net\r\n"
                                     "Content-Type: application/json\r\n\r\n{\"d_uuid\":1}");

    EXPECT_EQ(wires(call), QByteArrayList{"d_rtbd=json"});
    EXPECT_EQ(call.opaqueBody, "{\"d_uuid\":1}");
    EXPECT_EQ(bodyBytes(call), 12);
}

TEST(DecodeRequest, TheConnectionCanBeGivenApart)
{
    const QByteArray bytes = "GET /event?x HTTP/1.1\r\nHost: acme.demdex.net:81\r\n\r\n";

    const Result<Call> given = decodeRequest(bytes, false, "usw2.demdex.net", 8080);
    ASSERT_TRUE(given);
    EXPECT_EQ(dcs::url(*given), "http://usw2.demdex.net:8080/event?x");
    EXPECT_EQ(alias(*given, Catalogue::builtIn()), QStringLiteral("acme"));

    const Call fromHost = decodedRequest(bytes);
    EXPECT_EQ(fromHost.connectHost, "acme.demdex.net");
    EXPECT_EQ(fromHost.port, 81);

    const Call absolute
        = decodedRequest("GET http://irl1.demdex.net/event?x HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n");
    EXPECT_EQ(dcs::url(absolute), "http://irl1.demdex.net/event?x");
}

TEST(DecodeRequest, RefusesWhatIsNoRequest)
{
    for (const QByteArray &bytes :
        {QByteArray(), QByteArray("hello"), QByteArray("GET"), QByteArray("GET  HTTP/1.1"),
            QByteArray("GET event HTTP/1.1\r\n\r\n"), QByteArray("GET /event HTTP/1.1\r\nno header\r\n\r\n"),
            QByteArray("GET ftp://x/event HTTP/1.1\r\n\r\n"),
            QByteArray("GET /e HTTP/1.1\r\nHost: a@b\r\n\r\n")}) {
        const Result<Call> call = decodeRequest(bytes);
        ASSERT_FALSE(call) << bytes.toStdString();
        EXPECT_FALSE(call.error().message.isEmpty());
    }
}

TEST(Decode, IsTheInverseOfEncodeForEveryCall)
{
    Generate generate;
    const QByteArray wireBytes = "abzAZ019-._~%=+,;:@/\"|^`{<>\\\x01\x7f\xc3\xa9\xff!$'()*[]";
    const QByteArray keyBytes = "d_ciuxyz%015F+";
    for (int i = 0; i < 3000; ++i) {
        Call call;
        call.method = generate.pick(QByteArrayList{"GET", "POST", "HEAD", "get"});
        call.tls = generate.chance(70);
        call.port = quint16(generate.number(1, 65535));
        call.connectHost
            = generate.pick(QByteArrayList{"usw2.demdex.net", "::1", "127.0.0.1", "a_b.Demdex.net."});
        const bool isSync = generate.chance(20);
        call.path = isSync ? QByteArray("/ibs:") : "/" + generate.text("event/%7e.", 8);
        const auto add = [&](Parameter::Place place, int most) {
            const int count = generate.number(0, most);
            for (int n = 0; n < count; ++n) {
                QByteArray wire = generate.text(keyBytes, 6);
                if (generate.chance(80))
                    wire += '=' + generate.text(wireBytes, 12);
                if (count == 1 && place != Parameter::Place::Query && wire.isEmpty())
                    wire = "x";
                call.parameters.append({wire, place, true});
            }
        };
        if (isSync)
            add(Parameter::Place::Path, 3);
        add(Parameter::Place::Query, 4);
        call.headers.append({"Host", "acme.demdex.net", true});
        if (generate.chance(50))
            call.headers.append({"X-" + generate.text("abcXYZ-", 5), generate.text("a b\tc:é\"", 9), true});
        if (generate.chance(30)) {
            call.headers.append({"content-type", "text/plain", true});
            call.opaqueBody = generate.text("ab\n\r&=\xff", 20, 1);
        } else if (generate.chance(60)) {
            call.headers.append({"Content-Type", "application/x-www-form-urlencoded", true});
            add(Parameter::Place::Body, 4);
        }

        const Result<WireRequest> request = encode(call);
        ASSERT_TRUE(request) << request.error().message.toStdString();
        const Result<Call> again = decode(*request);
        ASSERT_TRUE(again) << again.error().message.toStdString();
        ASSERT_EQ(*again, call) << request->bytes.toStdString();
        const Result<WireRequest> bytes = encode(*again);
        ASSERT_TRUE(bytes);
        ASSERT_EQ(bytes->bytes, request->bytes);
        ASSERT_EQ(request->requestLine().size(), requestLineBytes(call));
        ASSERT_EQ(request->body().size(), bodyBytes(call));
        ASSERT_EQ(request->target(), target(call));
    }
}

TEST(Decode, AnyUrlComesOutAgain)
{
    Generate generate;
    QByteArray anything;
    for (int i = 1; i < 256; ++i) {
        if (i != '\r' && i != '\n')
            anything += char(i);
    }
    for (int i = 0; i < 3000; ++i) {
        const QByteArray url = "https://acme.demdex.net/"
            + generate.pick(QByteArrayList{"event?", "ibs:", "id?", ""}) + generate.text(anything, 30) + "x";
        const Call call = decoded(url);
        ASSERT_EQ(dcs::url(call), url);
        // Reading it must not depend on what is in it.
        identities(call);
        signalsOf(call, Catalogue::builtIn());
        optionsOf(call, Catalogue::builtIn());
    }
}

TEST(SplitParameters, KeepsEmptyPieces)
{
    EXPECT_TRUE(splitParameters("", Parameter::Place::Query).isEmpty());
    EXPECT_EQ(splitParameters("&", Parameter::Place::Query).size(), 2);
    EXPECT_EQ(splitParameters("a&&b&", Parameter::Place::Body).size(), 4);
    EXPECT_EQ(splitParameters("a;b", Parameter::Place::Query).size(), 1);
}
