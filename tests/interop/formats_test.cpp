// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/encode.h"
#include "dcs/json.h"
#include "interop/har.h"
#include "interop/loadexport.h"
#include "interop/postman.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using interop::readHar;
using interop::readPostman;

namespace {

using Place = dcs::Parameter::Place;

dcs::Exchange exchangeOf(const dcs::Call &call)
{
    dcs::Exchange out;
    out.request = dcs::encode(call).value_or({});
    out.startedAt = QDateTime::fromMSecsSinceEpoch(1'769'860'800'123, Qt::UTC);
    out.status = 200;
    out.reason = "OK";
    out.httpVersion = "1.1";
    out.headers = {{"Content-Type", "application/json", true}, {"Set-Cookie", "demdex=1; Path=/", true},
        {"set-cookie", "dpm=2", true}};
    out.body = "{\"uuid\":22920112968019678612904394744954398990}";
    out.timings = {1, 2, 3, 0.5, 4, 0.25, 10.75};
    out.peer = QStringLiteral("127.0.0.1:443");
    return out;
}

QByteArray harOf(const QByteArray &request, const QByteArray &response = "{}")
{
    return "{\"log\":{\"version\":\"1.2\",\"entries\":[{\"startedDateTime\":\"2026-01-31T12:00:00.000+01:"
           "00\",\"time\":5,\"request\":"
        + request + ",\"response\":" + response + "}]}}";
}

} // namespace

TEST(Har, ComesBackAsTheSameCallsAndAnswers)
{
    Generate generate;
    QByteArray targetBytes;
    for (int i = 0x21; i < 256; ++i)
        targetBytes += char(i);
    targetBytes.replace("#", "").replace("&", "");
    QList<dcs::Exchange> exchanges;
    QList<dcs::Call> calls;
    for (int i = 0; i < 50; ++i) {
        dcs::Call call = dcs::newCall("acme", "usw2.demdex.net");
        if (i > 0)
            call.parameters.append({"c_x=" + generate.text(targetBytes, 12), Place::Query, true});
        if (i % 3 == 1) {
            call.method = "POST";
            call.headers.append({"Content-Type", "application/x-www-form-urlencoded", true});
            call.parameters.append({"c_body=" + generate.text(targetBytes, 12), Place::Body, true});
        } else if (i % 3 == 2) {
            call.method = "POST";
            call.headers.append({"Content-Type", "application/octet-stream", true});
            call.opaqueBody = QByteArray("\xff\0\x01", 3) + generate.text(targetBytes, 12);
        }
        calls.append(call);
        exchanges.append(exchangeOf(call));
    }
    exchanges[1].body = QByteArray("\xff\xfe\0", 3);

    const QByteArray text = interop::writeHar(exchanges);

    ASSERT_TRUE(dcs::JsonDocument::parse(text).isValid());
    const auto read = readHar(text);
    ASSERT_TRUE(read.has_value()) << read.error().message.toStdString();
    ASSERT_EQ(read->entries.size(), calls.size());
    EXPECT_EQ(read->notes, QStringList());
    for (qsizetype i = 0; i < calls.size(); ++i) {
        EXPECT_EQ(read->entries.at(i).call, calls.at(i)) << exchanges.at(i).request.bytes.toStdString();
        const dcs::Exchange &exchange = read->entries.at(i).exchange;
        EXPECT_EQ(exchange.request, exchanges.at(i).request);
        EXPECT_EQ(exchange.body, exchanges.at(i).body);
        EXPECT_EQ(exchange.headers, exchanges.at(i).headers);
        EXPECT_EQ(exchange.startedAt, exchanges.at(i).startedAt);
        EXPECT_EQ(exchange.timings, exchanges.at(i).timings);
        EXPECT_EQ(exchange.peer, exchanges.at(i).peer);
        EXPECT_EQ(exchange.status, 200);
        EXPECT_EQ(exchange.httpVersion, "1.1");
    }
}

TEST(Har, TakesEntriesOfBrowsers)
{
    const auto read = readHar(harOf(
        R"({"method":"GET","url":"https://dpm.demdex.net/id?d_ver=2&d_mid=%2b","httpVersion":"h2","headers":[
        {"name":":authority","value":"dpm.demdex.net"},{"name":":method","value":"GET"},{"name":"accept","value":"*/*"},
        {"name":"connection","value":"keep-alive"}],"queryString":[{"name":"d_ver","value":"wrong"}]})",
        R"({"status":200,"statusText":"","httpVersion":"h2","headers":[{"name":":status","value":"200"},{"name":"x-tid","value":"t"}],
        "content":{"size":2,"mimeType":"application/json","text":"e30=","encoding":"base64"}})"));

    ASSERT_TRUE(read.has_value()) << read.error().message.toStdString();
    ASSERT_EQ(read->entries.size(), 1);
    const interop::HarEntry &entry = read->entries.first();
    EXPECT_EQ(dcs::url(entry.call), "https://dpm.demdex.net/id?d_ver=2&d_mid=%2b");
    EXPECT_EQ(
        entry.call.headers, (QList<dcs::Header>{{"Host", "dpm.demdex.net", true}, {"accept", "*/*", true}}));
    EXPECT_EQ(entry.exchange.body, "{}");
    EXPECT_EQ(entry.exchange.httpVersion, "2");
    EXPECT_EQ(entry.exchange.headers.size(), 1);
    EXPECT_EQ(entry.exchange.startedAt.toString(Qt::ISODate), QStringLiteral("2026-01-31T11:00:00Z"));
    EXPECT_TRUE(dcs::encode(entry.call).has_value());
}

TEST(Har, TakesOnlyCallsToTheDcsAndCountsTheOthers)
{
    const QList<std::pair<QByteArray, int>> cases{
        {R"({"method":"GET","url":"https://example.com/"})", 0},
        {R"({"method":"GET","url":"https://demdex.net.evil.com/"})", 0},
        {R"({"method":"GET","url":"https://acme.demdex.net./event"})", 1},
        {R"({"method":"GET","url":"https://notdemdex.net/"})", 0},
        {R"({"method":"GET","url":"https://10.0.0.1/event","headers":[{"name":"host","value":"acme.demdex.net"}]})",
            1},
        {R"({"method":"GET","url":"https://ACME.DEMDEX.NET:8443/event"})", 1},
        {R"({"method":"GET","url":"data:text/plain,x"})", 0},
        {R"({"method":"GET"})", 0},
        {R"({"method":"POST","url":"https://a.demdex.net/event","postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"a b","value":"c&d"},{"name":"e"}]}})",
            1},
    };
    for (const auto &[request, count] : cases) {
        const auto read = readHar(harOf(request));
        ASSERT_TRUE(read.has_value()) << request.toStdString();
        EXPECT_EQ(read->entries.size(), count) << request.toStdString();
        EXPECT_EQ(read->skipped, 1 - count);
    }
    EXPECT_EQ(dcs::body(readHar(harOf(cases.last().first))->entries.first().call), "a%20b=c%26d&e");
    const auto binary = readHar(harOf(
        R"({"method":"POST","url":"https://a.demdex.net/event","headers":[{"name":"","value":""}],"postData":{"mimeType":"application/octet-stream","text":"/wD/","encoding":"base64"}})"));
    EXPECT_EQ(dcs::body(binary->entries.first().call), QByteArray("\xff\0\xff", 3));
    EXPECT_EQ(binary->entries.first().call.headers.size(), 2); // Host and Content-Type
}

TEST(Har, SaysWhatIsWrongWithAFile)
{
    for (const QByteArray &text :
        {QByteArray(), QByteArray("{}"), QByteArray("[]"), QByteArray("{\"log\":{}}"), QByteArray("nonsense"),
            QByteArray(100000, '['), QByteArray("\xff\xfe\0", 3)}) {
        const auto read = readHar(text);
        ASSERT_FALSE(read.has_value());
        EXPECT_FALSE(read.error().remedy.isEmpty());
    }
    QByteArray cut = interop::writeHar({exchangeOf(dcs::newCall("acme", "usw2.demdex.net")),
        exchangeOf(dcs::newCall("acme", "irl1.demdex.net"))});
    cut.truncate(cut.lastIndexOf("\"response\""));
    const auto read = readHar(cut);
    ASSERT_TRUE(read.has_value());
    EXPECT_GE(read->entries.size(), 1);
    EXPECT_TRUE(read->notes.join(u' ').contains(u"broken in line"));
}

TEST(Postman, ComesBackAsTheSamePresets)
{
    interop::Preset first;
    first.title = QStringLiteral("First \"one\"");
    first.name = first.title;
    first.call = dcs::newCall("acme", "usw2.demdex.net");
    first.call.parameters += {{"flag", Place::Query, true}, {"c_e=", Place::Query, true},
        {"c_off=1", Place::Query, false}, {"d_cid=123%01a%2Bb", Place::Query, true},
        {"c_v={{user}}", Place::Query, true}, {"c_sq=o'x|y", Place::Query, true}};
    first.call.headers.append({"X-Off", "1", false});
    first.comments = {QStringLiteral("about it")};
    interop::Preset second;
    second.title = QStringLiteral("Second");
    second.name = second.title;
    second.call = dcs::newCall("acme", "127.0.0.1");
    second.call.tls = false;
    second.call.port = 8080;
    second.call.method = "POST";
    second.call.headers.append({"Content-Type", "application/x-www-form-urlencoded", true});
    second.call.parameters = {{"a=%01", Place::Body, true}, {"flag", Place::Body, true}};

    const QByteArray text = interop::writePostman(QStringLiteral("Calls"),
        {{{QStringLiteral("team"), QStringLiteral("deep")}, first}, {{QStringLiteral("team")}, second},
            {{}, first}});

    const auto read = readPostman(text);
    ASSERT_TRUE(read.has_value()) << read.error().message.toStdString();
    EXPECT_EQ(read->name, QStringLiteral("Calls"));
    ASSERT_EQ(read->items.size(), 3);
    EXPECT_EQ(read->items.at(0).folders, (QStringList{QStringLiteral("team"), QStringLiteral("deep")}));
    EXPECT_EQ(read->items.at(0).preset.call, first.call) << text.toStdString();
    EXPECT_EQ(read->items.at(0).preset.comments, first.comments);
    EXPECT_EQ(read->items.at(1).preset.call, second.call);
    EXPECT_EQ(read->items.at(2).folders, QStringList());
    EXPECT_EQ(read->notes, QStringList());
}

TEST(Postman, ReadsBothFormatsAndNamesWhatItLeavesOut)
{
    const auto read = readPostman(
        R"({"info":{"name":"Old","schema":"https://schema.getpostman.com/json/collection/v2.0.0/collection.json"},
      "variable":[{"key":"host","value":"usw2.demdex.net"},{"id":"n","value":7}],
      "auth":{"type":"bearer","bearer":{"token":"t"}},
      "item":[
        {"name":"string","request":"https://usw2.demdex.net/event?a=b c&d"},
        {"name":"url string","request":{"method":"GET","url":"{{host}}/event?x=1","header":"Host: acme.demdex.net\nX: y\n"}},
        {"name":"pieces","request":{"method":"POST","auth":{"type":"basic","basic":[{"key":"username","value":"u"},{"key":"password","value":"p"}]},
          "url":{"protocol":"https","host":["usw2","demdex","net"],"port":"8443","path":["event",":id"],"variable":[{"key":"id","value":"42"}],"query":[{"key":"k","value":null},{"key":"l","value":"m&n","disabled":true}]},
          "body":{"mode":"urlencoded","urlencoded":[{"key":"a b","value":"c&%01"},{"key":"off","value":"1","disabled":true}]}}},
        {"name":"scripted","event":[{"listen":"test","script":{"exec":["x"]}}],"request":{"method":"POST","url":"https://h/","body":{"mode":"formdata","formdata":[]}}},
        {"name":"broken","request":{"method":"GET","url":"ftp://h/"}}
      ]})");

    ASSERT_TRUE(read.has_value()) << read.error().message.toStdString();
    ASSERT_EQ(read->items.size(), 5);
    EXPECT_EQ(read->variables.value(QStringLiteral("n")), QStringLiteral("7"));
    EXPECT_EQ(dcs::url(read->items.at(0).preset.call), "https://usw2.demdex.net/event?a=b%20c&d");
    EXPECT_EQ(read->items.at(1).preset.call.connectHost, "{{host}}");
    EXPECT_EQ(dcs::hostHeader(read->items.at(1).preset.call), "acme.demdex.net");
    EXPECT_EQ(
        dcs::headerValue(read->items.at(1).preset.call.headers, "Authorization"), QByteArray("Bearer t"));
    const dcs::Call &pieces = read->items.at(2).preset.call;
    EXPECT_EQ(dcs::url(pieces), "https://usw2.demdex.net:8443/event/42?k");
    EXPECT_EQ(dcs::body(pieces), "a%20b=c%26%01");
    EXPECT_EQ(dcs::headerValue(pieces.headers, "Authorization"), QByteArray("Basic dTpw"));
    const QString notes = read->notes.join(u'\n');
    EXPECT_TRUE(notes.contains(u"formdata")) << notes.toStdString();
    EXPECT_TRUE(notes.contains(u"Scripts")) << notes.toStdString();
    EXPECT_TRUE(notes.contains(u"broken")) << notes.toStdString();
    EXPECT_TRUE(read->items.at(4).preset.error.has_value());
}

TEST(Postman, SaysWhatIsWrongWithAFile)
{
    for (const QByteArray &text : {QByteArray(), QByteArray("{}"), QByteArray("{\n\"item\": [\n"),
             QByteArray("{\"requests\":[]}"), QByteArray(100000, '[')})
        EXPECT_FALSE(readPostman(text).has_value());
    EXPECT_TRUE(readPostman("{\n\"item\": [\n").error().message.contains(u"line"));
}

TEST(PostmanEnvironment, KeepsSecretsToItself)
{
    const interop::Environment environment{QStringLiteral("staging"),
        {{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("token"), QStringLiteral("s3cret")}},
        {QStringLiteral("token")}, false, {}};

    const QByteArray text = interop::writePostmanEnvironment(environment);

    EXPECT_FALSE(text.contains("s3cret"));
    EXPECT_TRUE(interop::looksLikePostmanEnvironment(text));
    const auto read = interop::readPostmanEnvironment(text);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->name, environment.name);
    EXPECT_EQ(read->values.value(QStringLiteral("a")), QStringLiteral("1"));
    EXPECT_EQ(read->privateNames, environment.privateNames);
    EXPECT_FALSE(interop::readPostmanEnvironment("{}").has_value());
}

TEST(LoadExport, DrawsUsersFromAFile)
{
    const QList<std::pair<QByteArray, QByteArray>> cases{
        {"d_uuid=22920112968019678612904394744954398990", "d_uuid={{user}}"},
        {"d_mid=1", "d_mid={{user}}"},
        {"d_cid=123%01me%011", "d_cid=123%01{{user}}%011"},
        {"d_cid_ic=code%01me", "d_cid_ic=code%01{{user}}"},
        {"d_uuid={{id}}", "d_uuid={{id}}"},
    };
    for (const auto &[wire, wanted] : cases) {
        interop::Preset preset;
        preset.title = QStringLiteral("Load");
        preset.call = dcs::newCall("acme", "usw2.demdex.net");
        preset.call.parameters.append({wire, Place::Query, true});
        preset.expectations
            = {QStringLiteral("status == 200"), QStringLiteral("uuid exists"), QStringLiteral("cookie aam")};
        for (const QByteArray &script : {interop::writeArtillery(preset, {}), interop::writeK6(preset, {})}) {
            EXPECT_TRUE(script.contains(wanted)) << script.toStdString();
            EXPECT_TRUE(script.contains("acme.demdex.net"));
            EXPECT_TRUE(script.contains("users.csv"));
            EXPECT_TRUE(script.contains("Never put one fixed user ID"));
            EXPECT_TRUE(script.contains("not carried over: cookie aam")) << script.toStdString();
        }
        const QByteArray artillery = interop::writeArtillery(preset, {});
        for (const char *line : {"cast: false", "order: sequence", "skipHeader: true", "statusCode: 200"})
            EXPECT_TRUE(artillery.contains(line)) << artillery.toStdString();
    }
}
