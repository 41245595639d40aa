// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/environment.h"
#include "interop/environmentoptions.h"
#include "interop/httpfile.h"
#include "interop/proxytext.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using Proxy = dcs::SendOptions::Proxy;
using Cookies = dcs::SendOptions::Cookies;

namespace {

const QMap<QString, QString> sending{{u"dcs-proxy"_s, u"socks5://me:{{$keychain px}}@proxy.example:1080"_s},
    {u"dcs-ca"_s, u"ca.pem"_s}, {u"dcs-cert"_s, u"{{dir}}/me.pem"_s}, {u"dcs-key"_s, u"/abs/me.key"_s},
    {u"dcs-cookies"_s, u"true"_s}};
const QMap<QString, QString> values{{u"dir"_s, u"certs"_s}};

dcs::SendOptions complete(const dcs::SendOptions &own)
{
    const auto out = interop::completeOptions(own, sending, values, u"/ws"_s);
    EXPECT_TRUE(out) << out.error().message.toStdString();
    return out.value_or({});
}

} // namespace

TEST(ProxyText, IsReadAndWrittenBack)
{
    const struct {
        QString text;
        Proxy proxy;
        QString written;
    } rows[] = {
        {u"none"_s, {Proxy::Kind::None, {}, 0, {}, {}}, u"none"_s},
        {u"system"_s, {Proxy::Kind::System, {}, 0, {}, {}}, u"system"_s},
        {u"p:3128"_s, {Proxy::Kind::Http, u"p"_s, 3128, {}, {}}, u"http://p:3128"_s},
        {u"http://p"_s, {Proxy::Kind::Http, u"p"_s, 8080, {}, {}}, u"http://p:8080"_s},
        {u"socks5h://[::1]:9"_s, {Proxy::Kind::Socks5, u"::1"_s, 9, {}, {}}, u"socks5://[::1]:9"_s},
        {u"http://a%40b:c%3Ad@p:1/"_s, {Proxy::Kind::Http, u"p"_s, 1, u"a@b"_s, u"c:d"_s},
            u"http://a%40b@p:1"_s},
        {u"http://me:{{$keychain px}}@p:1"_s, {Proxy::Kind::Http, u"p"_s, 1, u"me"_s, u"{{$keychain px}}"_s},
            u"http://me:{{$keychain px}}@p:1"_s},
    };
    for (const auto &row : rows) {
        const auto read = interop::readProxyText(row.text);
        ASSERT_TRUE(read) << row.text.toStdString();
        EXPECT_EQ(*read, row.proxy) << row.text.toStdString();
        EXPECT_EQ(interop::proxyText(*read), row.written);
    }
    for (const QString &text :
        {u""_s, u"ftp://p:1"_s, u"p:0"_s, u"p:99999"_s, u"::1:8"_s, u"http://:8"_s, u"a b:1"_s})
        EXPECT_FALSE(interop::readProxyText(text)) << text.toStdString();
}

TEST(EnvironmentOptions, FillWhatTheCallLeavesOpen)
{
    const dcs::SendOptions out = complete({});

    EXPECT_EQ(out.proxy, (Proxy{Proxy::Kind::Socks5, u"proxy.example"_s, 1080, u"me"_s, u"•••px•••"_s}));
    EXPECT_EQ(out.caFile, u"/ws/ca.pem"_s);
    EXPECT_EQ(out.clientCertificateFile, u"/ws/certs/me.pem"_s);
    EXPECT_EQ(out.clientKeyFile, u"/abs/me.key"_s);
    EXPECT_EQ(out.cookies, Cookies::On);
}

TEST(EnvironmentOptions, TheCallsOwnChoicesWin)
{
    dcs::SendOptions own;
    own.proxy.kind = Proxy::Kind::None;
    own.caFile = u"/own/ca.pem"_s;
    own.clientCertificateFile = u"/own/both.pem"_s;
    own.cookies = Cookies::Off;

    EXPECT_EQ(complete(own), own);
}

TEST(EnvironmentOptions, WhatCannotBeReadNamesItsKey)
{
    const struct {
        QMap<QString, QString> sending;
        QString named;
    } rows[] = {
        {{{u"dcs-proxy"_s, u"ftp://x"_s}}, u"dcs-proxy"_s},
        {{{u"dcs-cookies"_s, u"perhaps"_s}}, u"dcs-cookies"_s},
        {{{u"dcs-ca"_s, u"{{nowhere}}"_s}}, u"nowhere"_s},
    };
    for (const auto &row : rows) {
        const auto out = interop::completeOptions({}, row.sending, {}, {});
        ASSERT_FALSE(out) << row.named.toStdString();
        EXPECT_TRUE(out.error().message.contains(row.named)) << out.error().message.toStdString();
        EXPECT_FALSE(out.error().remedy.isEmpty());
    }
}

TEST(EnvironmentOptions, AreNoVariablesAndThePrivateFileWins)
{
    const auto read = interop::readEnvironments(R"({"$shared": {"dcs-cookies": true, "alias": "acme"},
        "a": {"dcs-proxy": "p:1"}, "b": {"dcs-cookies": false}})",
        R"({"a": {"dcs-proxy": "q:2"}})");

    ASSERT_TRUE(read);
    EXPECT_EQ(read->at(0).sending,
        (QMap<QString, QString>{{u"dcs-proxy"_s, u"q:2"_s}, {u"dcs-cookies"_s, u"true"_s}}));
    EXPECT_EQ(read->at(1).sending.value(u"dcs-cookies"_s), u"false"_s);
    EXPECT_EQ(read->at(0).values, (QMap<QString, QString>{{u"alias"_s, u"acme"_s}}));
}

TEST(EnvironmentFile, OnlyTheKeysThatAreSetChange)
{
    const QByteArray before = "{\n    \"a\": {\"x\": 1.50, \"dcs-proxy\": \"p:1\", \"y\": [1, 2]},\n"
                              "    \"b\": {\n        \"z\": \"\\u00e9\"\n    },\n    \"c\": {}\n}\n";
    const struct {
        QString environment;
        QMap<QString, QByteArray> keys;
        QByteArray from, to;
    } rows[] = {
        {u"a"_s, {{u"dcs-proxy"_s, "\"q:2\""}}, "\"p:1\"", "\"q:2\""},
        {u"a"_s, {{u"dcs-proxy"_s, ""}}, "\"dcs-proxy\": \"p:1\", ", ""},
        {u"a"_s, {{u"y"_s, ""}}, ", \"y\": [1, 2]", ""},
        {u"b"_s, {{u"dcs-cookies"_s, "true"}}, "\"\\u00e9\"", "\"\\u00e9\",\n        \"dcs-cookies\": true"},
        {u"c"_s, {{u"dcs-ca"_s, "\"f\""}}, "\"c\": {}", "\"c\": {\"dcs-ca\": \"f\"}"},
        {u"d"_s, {{u"dcs-ca"_s, "\"f\""}}, "\"c\": {}", "\"c\": {},\n    \"d\": {\"dcs-ca\": \"f\"}"},
        {u"d"_s, {{u"dcs-ca"_s, ""}}, "", ""},
    };
    for (const auto &row : rows) {
        QByteArray expected = before;
        if (!row.from.isEmpty())
            expected.replace(row.from, row.to);

        const auto after = interop::withEnvironmentKeys(before, u"file"_s, row.environment, row.keys);

        ASSERT_TRUE(after);
        EXPECT_EQ(*after, expected) << row.environment.toStdString();
    }
    const auto fresh = interop::withEnvironmentKeys(
        {}, u"file"_s, u"s"_s, {{u"dcs-cookies"_s, "true"}, {u"dcs-ca"_s, "\"f\""}});
    ASSERT_TRUE(fresh);
    EXPECT_EQ(interop::readEnvironments(*fresh, {})->at(0).sending.size(), 2) << fresh->toStdString();
    EXPECT_FALSE(interop::withEnvironmentKeys("[1]", u"file"_s, u"s"_s, {{u"dcs-ca"_s, "1"}}));
}

TEST(EnvironmentFile, KeepsItsByteOrderMark)
{
    const QByteArray mark = "\xEF\xBB\xBF";

    const auto after = interop::withEnvironmentKeys(
        mark + R"({"s": {"a": "1"}})", u"file"_s, u"s"_s, {{u"dcs-cookies"_s, "true"}});

    ASSERT_TRUE(after) << after.error().message.toStdString();
    EXPECT_EQ(*after, mark + R"({"s": {"a": "1", "dcs-cookies": true}})");
}

TEST(EnvironmentFile, WhatIsNoEnvironmentIsNotWrittenASecondTime)
{
    const auto after = interop::withEnvironmentKeys(
        R"({"staging": "x"})", u"the file"_s, u"staging"_s, {{u"dcs-cookies"_s, "true"}});

    ASSERT_FALSE(after);
    EXPECT_TRUE(after.error().message.contains(u"“staging” of the file"_s));
}

TEST(ProxyText, GoesIntoAFileAsItIsUnderstood)
{
    const struct {
        QString given, written; ///< "": refused
    } rows[] = {
        {u"{{px}}"_s, u"{{px}}"_s},
        {u" p "_s, u"http://p:8080"_s},
        {u"none"_s, u"none"_s},
        {u"me:{{$keychain px}}@p:1"_s, u"http://me:{{$keychain px}}@p:1"_s},
        {u"{{user}}:{{password}}@{{host}}"_s, u"http://{{user}}:{{password}}@{{host}}:8080"_s},
        {u"me:geheim@p:1"_s, {}},
        {u"me:pa{{ss@p:1"_s, {}},
        {u"p:x"_s, {}},
    };
    for (const auto &row : rows) {
        const auto written = interop::proxyForFile(row.given);
        EXPECT_EQ(written ? *written : QString(), row.written) << row.given.toStdString();
        EXPECT_TRUE(written || !written.error().message.contains(u"geheim")) << row.given.toStdString();
    }
}

TEST(HttpFile, ChoicesOfASendAreStoredWithThePresetAndInsecureIsNot)
{
    const QByteArray text
        = "### a\n# @name a\n# @no-reject-unauthorized\n# @cookies on\n# @proxy none\n"
          "# @follow-redirects 1\nGET https://usw2.demdex.net/event\nHost: acme.demdex.net\n";
    interop::HttpFile file = interop::HttpFile::parse(text);
    interop::Preset preset = file.presets().first();
    EXPECT_EQ(preset.options.cookies, Cookies::On);
    EXPECT_EQ(preset.options.proxy.kind, Proxy::Kind::None);
    EXPECT_FALSE(preset.options.insecure);
    EXPECT_TRUE(preset.asksInsecure);

    preset.options.insecure = true;
    preset.options.cookies = Cookies::Off;
    preset.options.proxy = {Proxy::Kind::Http, u"p"_s, 1, u"me"_s, u"{{$keychain px}}"_s};
    file.replace(0, preset);

    QByteArray expected = text;
    expected.replace("@cookies on", "@cookies off");
    expected.replace("@proxy none", "@proxy http://me:{{$keychain px}}@p:1");
    EXPECT_EQ(file.bytes(), expected);
    interop::Preset fresh;
    fresh.call = dcs::newCall("acme", "usw2.demdex.net");
    fresh.options.insecure = true;
    EXPECT_FALSE(interop::writePreset(fresh).contains("unauthorized"));
}
