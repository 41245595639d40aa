// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/encode.h"
#include "interop/environment.h"
#include "interop/secretmark.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

dcs::WireRequest request(const QByteArray &parameter, const QByteArray &header, const QByteArray &body = {})
{
    dcs::Call call = dcs::newCall("acme", "usw2.demdex.net");
    if (!body.isEmpty())
        dcs::setMethod(call, "POST");
    call.parameters.append({parameter, dcs::Parameter::Place::Query, true});
    call.headers.append({"X-Token", header, true});
    if (!body.isEmpty())
        call.parameters.append({body, dcs::Parameter::Place::Body, true});
    const auto resolved
        = interop::resolve(call, {{u"t"_s, u"Bearer {{$keychain tok}}"_s}}, interop::Dynamic::real());
    EXPECT_TRUE(resolved) << resolved.error().message.toStdString();
    const auto out = dcs::encode(*resolved);
    EXPECT_TRUE(out) << out.error().message.toStdString();
    return out.value_or({});
}

} // namespace

TEST(SecretMark, StandsForTheSecretUntilTheCallLeaves)
{
    const dcs::WireRequest shown = request("c_k={{$keychain key}}", "{{t}}", "c_b={{$keychain key}}");
    EXPECT_EQ(dcs::headerValue(shown.headers(), "X-Token"), QByteArray("Bearer •••tok•••"));
    EXPECT_EQ(interop::secretsOf(shown, {}), (QStringList{u"key"_s, u"tok"_s}));

    dcs::WireRequest wire = shown;
    dcs::SendOptions options;
    options.proxy.password = u"•••px•••"_s;
    const QMap<QString, QString> values{
        {u"key"_s, u"1234"_s}, {u"tok"_s, u"geheim"_s}, {u"px"_s, u"pässwort"_s}};
    ASSERT_TRUE(interop::fillSecrets(wire, options, values));

    EXPECT_EQ(dcs::headerValue(wire.headers(), "X-Token"), QByteArray("Bearer geheim"));
    EXPECT_TRUE(wire.target().endsWith("c_k=1234")) << wire.target().toStdString();
    EXPECT_TRUE(wire.body().toByteArray().endsWith("c_b=1234"));
    EXPECT_EQ(dcs::headerValue(wire.headers(), "Content-Length"), QByteArray::number(wire.body().size()));
    EXPECT_TRUE(wire.head().endsWith("\r\n\r\n"));
    EXPECT_EQ(options.proxy.password, u"pässwort"_s);
    EXPECT_EQ(interop::hideSecrets(wire.bytes, values).count("•••"), shown.bytes.count("•••"));
}

TEST(SecretMark, AValueThatWouldBreakTheCallIsRefusedWithoutBeingShown)
{
    const struct {
        const char *parameter;
        const char *header;
        QString value;
        bool fits;
    } rows[] = {
        {"c_x=1", "{{$keychain s}}", u"two words"_s, true},
        {"c_x={{$keychain s}}", "1", u"two words"_s, false},
        {"c_x={{$keychain s}}", "1", u"line\nbreak"_s, false},
        {"c_x=1", "{{$keychain s}}", u"line\r\nX-More: 1"_s, false},
        {"c_x=1", "{{$keychain s}}", u"nul"_s + QChar(0), false},
    };
    for (const auto &row : rows) {
        dcs::WireRequest wire = request(row.parameter, row.header);
        dcs::SendOptions options;

        const auto filled = interop::fillSecrets(wire, options, {{u"s"_s, row.value}});

        EXPECT_EQ(bool(filled), row.fits) << row.value.toStdString();
        if (filled)
            continue;
        EXPECT_TRUE(filled.error().message.contains(u"“s”"_s));
        EXPECT_FALSE((filled.error().message + filled.error().remedy).contains(row.value));
    }
}

TEST(SecretMark, OnlyNamesAreMarks)
{
    const struct {
        const char *text;
        QStringList names;
    } rows[] = {
        {"", {}},
        {"•••", {}},
        {"•••a•••", {u"a"_s}},
        {"•••a•••b•••", {u"a"_s}},
        {"••••••a•••", {u"a"_s}},
        {"•••no name•••x•••", {u"x"_s}},
        {"•••a.b-c_9••• and •••a•••, •••a•••", {u"a.b-c_9"_s, u"a"_s}},
    };
    for (const auto &row : rows)
        EXPECT_EQ(interop::secretsIn(row.text), row.names) << row.text;
    EXPECT_FALSE(interop::isSecretName(u""));
    EXPECT_FALSE(interop::isSecretName(u"ä"));
    EXPECT_FALSE(interop::isSecretName(QString(65, u'a')));
}
