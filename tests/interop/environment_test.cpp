// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/encode.h"
#include "interop/anycall.h"
#include "interop/capture.h"
#include "interop/environment.h"
#include "interop/environmenttext.h"
#include "interop/httpfile.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <functional>

using interop::Dynamic;
using interop::readEnvironments;
using interop::resolve;
using interop::resolveText;

namespace {

const Dynamic fixed{[] { return QStringLiteral("5f0c"); }, [] { return QStringLiteral("1700000000"); },
    [](qint64 from, qint64 to) { return QStringLiteral("%1..%2").arg(from).arg(to); }};

using Values = QMap<QString, QString>;

} // namespace

TEST(Environments, MixSharedAndPrivateValues)
{
    const auto read = readEnvironments(R"({"$shared": {"alias": "acme", "port": 8443, "user": "common"},
        "staging": {"host": "a", "dcs-live": false, "SSLConfiguration": {"x": 1}}, "live": {"host": "b", "dcs-live": true, "alias": "big"}})",
        R"({"staging": {"token": "s3cret", "host": "mine"}, "$shared": {"user": "me"}})");

    ASSERT_TRUE(read.has_value()) << read.error().message.toStdString();
    ASSERT_EQ(read->size(), 2);
    const interop::Environment &staging = read->at(0);
    EXPECT_EQ(staging.name, QStringLiteral("staging"));
    EXPECT_EQ(staging.values,
        (Values{{QStringLiteral("alias"), QStringLiteral("acme")},
            {QStringLiteral("port"), QStringLiteral("8443")}, {QStringLiteral("user"), QStringLiteral("me")},
            {QStringLiteral("host"), QStringLiteral("mine")},
            {QStringLiteral("token"), QStringLiteral("s3cret")}}));
    EXPECT_TRUE(staging.privateNames.contains(QStringLiteral("token")));
    EXPECT_TRUE(staging.privateNames.contains(QStringLiteral("user")));
    EXPECT_FALSE(staging.live);
    EXPECT_TRUE(read->at(1).live);
    EXPECT_EQ(read->at(1).values.value(QStringLiteral("alias")), QStringLiteral("big"));

    EXPECT_EQ(readEnvironments({}, {})->size(), 0);
    EXPECT_EQ(readEnvironments("{\"a\": {\"id\": 22920112968019678612904394744954398990}}", {})
                  ->first()
                  .values.first(),
        QStringLiteral("22920112968019678612904394744954398990"));
}

TEST(Environments, NameFileAndLineOfABrokenOne)
{
    const auto broken = readEnvironments("{\n  \"a\": {\n    \"x\": \n  }\n}", {});
    ASSERT_FALSE(broken.has_value());
    EXPECT_TRUE(broken.error().message.contains(u"http-client.env.json, line 4"))
        << broken.error().message.toStdString();
    EXPECT_TRUE(readEnvironments({}, "[]").error().message.contains(u"private"));
    EXPECT_FALSE(readEnvironments("\xFF\xFE{", {}).has_value());
}

TEST(Resolve, ReplacesNamesAndDynamicValues)
{
    const Values values{
        {QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("<{{a}}{{ a }}>")}};
    EXPECT_EQ(
        resolveText(QStringLiteral("x{{b}}y{{a}}"), values, fixed).value_or({}), QStringLiteral("x<11>y1"));
    EXPECT_EQ(
        resolveText(
            QStringLiteral("{{$uuid}} {{$guid}} {{$timestamp}} {{$randomInt}} {{$randomInt 5 9}}"), {}, fixed)
            .value_or({}),
        QStringLiteral("5f0c 5f0c 1700000000 0..1000 5..9"));
    EXPECT_EQ(resolveText(QStringLiteral("{{$timestamp -1 d}}"), {}, fixed).value_or({}),
        QStringLiteral("1699913600"));
    EXPECT_EQ(resolveText(QStringLiteral("{ {a} {{ unclosed"), values, fixed).value_or({}),
        QStringLiteral("{ {a} {{ unclosed"));
    for (const char *text : {"{{missing}}", "{{$unknown}}", "{{}}", "{{$randomInt x y}}", "{{ring}}"}) {
        const auto resolved = resolveText(
            QString::fromLatin1(text), {{QStringLiteral("ring"), QStringLiteral("{{ring}}")}}, fixed);
        ASSERT_FALSE(resolved.has_value()) << text;
        EXPECT_EQ(resolved.error().code, dcs::Errc::Unresolved);
    }
}

TEST(Resolve, WorksOnEveryPartOfACallAndLeavesTheRestAlone)
{
    dcs::Call call = dcs::newCall("{{alias}}", "{{host}}");
    dcs::setHostHeader(call, "{{alias}}.demdex.net");
    call.parameters.append({"d_uuid={{user}}", dcs::Parameter::Place::Query, true});
    call.parameters.append({"c_off={{nobody}}", dcs::Parameter::Place::Query, false});
    call.parameters.append({"c_raw=%zz\xff", dcs::Parameter::Place::Query, true});
    const Values values{{QStringLiteral("alias"), QStringLiteral("acme")},
        {QStringLiteral("host"), QStringLiteral("usw2.demdex.net")},
        {QStringLiteral("user"), QStringLiteral("42")}};

    const auto resolved = resolve(call, values, fixed);

    ASSERT_TRUE(resolved.has_value()) << resolved.error().message.toStdString();
    EXPECT_EQ(resolved->connectHost, "usw2.demdex.net");
    EXPECT_EQ(dcs::hostHeader(*resolved), "acme.demdex.net");
    EXPECT_EQ(resolved->parameters.at(1).wire, "d_uuid=42");
    EXPECT_EQ(resolved->parameters.at(2).wire, "c_off={{nobody}}");
    EXPECT_EQ(resolved->parameters.at(3).wire, "c_raw=%zz\xff");
    EXPECT_EQ(interop::variablesOf(call),
        (QStringList{QStringLiteral("host"), QStringLiteral("user"), QStringLiteral("alias")}));
    const auto unresolved = resolve(call, {}, fixed);
    ASSERT_FALSE(unresolved.has_value());
    EXPECT_TRUE(unresolved.error().message.contains(u"{{host}}"));
}

TEST(Resolve, LetsAVariableHoldSchemeHostPortAndPath)
{
    const QList<std::tuple<QByteArray, QByteArray, QByteArray>> cases{
        {"GET {{u}}/event?a=1\n", "http://127.0.0.1:8080", "http://127.0.0.1:8080/event?a=1"},
        {"GET {{u}}/event\n", "https://usw2.demdex.net/", "https://usw2.demdex.net/event"},
        {"GET {{u}}\n", "https://usw2.demdex.net/event", "https://usw2.demdex.net/event"},
        {"GET {{u}}\n", "https://usw2.demdex.net", "https://usw2.demdex.net/"},
        {"GET https://{{u}}/event\n", "usw2.demdex.net:8443", "https://usw2.demdex.net:8443/event"},
        {"GET http://{{u}}:81/event\n", "usw2.demdex.net", "http://usw2.demdex.net:81/event"},
    };
    for (const auto &[text, value, url] : cases) {
        const interop::Preset preset = interop::HttpFile::parse(text).presets().value(0);
        ASSERT_FALSE(preset.error.has_value()) << text.toStdString() << preset.error->message.toStdString();
        const auto call = resolve(preset.call, {{QStringLiteral("u"), QString::fromLatin1(value)}}, fixed);
        ASSERT_TRUE(call.has_value()) << call.error().message.toStdString();
        const auto request = dcs::encode(*call);
        ASSERT_TRUE(request.has_value()) << text.toStdString() << request.error().message.toStdString();
        EXPECT_EQ(request->url(), url) << text.toStdString();
        EXPECT_FALSE(dcs::hostHeader(*call).contains('/')) << dcs::hostHeader(*call).toStdString();
    }
}

TEST(Resolve, NamesEveryVariableWithoutAValue)
{
    dcs::Call call = dcs::newCall("{{alias}}", "{{region}}");
    call.parameters = {{"d_uuid={{user}}", dcs::Parameter::Place::Query, true},
        {"c_off={{off}}", dcs::Parameter::Place::Query, false},
        {"c_x={{ring}}", dcs::Parameter::Place::Query, true},
        {"c_t={{$timestamp}}{{$nonsense}}", dcs::Parameter::Place::Query, true}};
    QStringList found;
    for (const dcs::Finding &finding : interop::unresolvedFindings(call,
             {{QStringLiteral("alias"), QStringLiteral("acme")},
                 {QStringLiteral("ring"), QStringLiteral("{{ring}}")}})) {
        EXPECT_EQ(finding.severity, dcs::Severity::Error);
        EXPECT_EQ(finding.code, QStringLiteral("variable-unresolved"));
        EXPECT_FALSE(finding.fix.isEmpty());
        found.append(finding.where + u' ' + QString::number(finding.parameter));
    }
    EXPECT_EQ(found,
        (QStringList{QStringLiteral("url -1"), QStringLiteral("d_uuid 0"), QStringLiteral("c_x 2"),
            QStringLiteral("c_t 3")}));
}

TEST(Resolve, FillsExpectationsToo)
{
    const QStringList lines{QStringLiteral("uuid == {{user}}"), QStringLiteral("no errors")};
    const auto known = interop::resolveLines(lines, QStringLiteral("the expectation"),
        {{QStringLiteral("user"), QStringLiteral("7")}}, interop::Dynamic::real());
    ASSERT_TRUE(known.has_value());
    EXPECT_EQ(*known, (QStringList{QStringLiteral("uuid == 7"), QStringLiteral("no errors")}));
    const auto unknown
        = interop::resolveLines(lines, QStringLiteral("the expectation"), {}, interop::Dynamic::real());
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().code, dcs::Errc::Unresolved);
    EXPECT_TRUE(unknown.error().message.contains(QStringLiteral("the expectation")));
}

TEST(EnvironmentText, ChangesOnlyTheBytesThatMustChange)
{
    using interop::EnvironmentText;
    const QByteArray text
        = "{ \"$shared\" : {\"alias\":\"acme\", \"n\": 1.10},\r\n"
          "\t\"staging\":\t{\r\n\t\t\"region\" : \"a\\u00e9\",\r\n\t\t\"SSL\" : {\"x\":[1,2 ]}\r\n\t}}\r\n";
    const auto edited = [&](const std::function<void(EnvironmentText &)> &edit) {
        auto read = EnvironmentText::read(text, QStringLiteral("f"));
        EXPECT_TRUE(read.has_value());
        edit(*read);
        return read->bytes();
    };
    const QString staging = QStringLiteral("staging");
    const QString region = QStringLiteral("region");
    EXPECT_EQ(edited([](EnvironmentText &) {}), text);
    EXPECT_EQ(
        edited([&](EnvironmentText &t) { t.setValue(staging, region, QString::fromUtf8("aé")); }), text);
    EXPECT_EQ(edited([](EnvironmentText &t) {
        t.setValue(QStringLiteral("$shared"), QStringLiteral("n"), QStringLiteral("1.10"));
    }),
        text);
    EXPECT_EQ(edited([&](EnvironmentText &t) { t.setValue(staging, region, QStringLiteral("b\"")); }),
        QByteArray(text).replace("\"a\\u00e9\"", "\"b\\\"\""));
    EXPECT_EQ(
        edited([&](EnvironmentText &t) { t.setValue(staging, QStringLiteral("new"), QStringLiteral("1")); }),
        QByteArray(text).replace("[1,2 ]}", "[1,2 ]},\r\n\t\t\"new\" : \"1\""));
    EXPECT_EQ(edited([&](EnvironmentText &t) { t.removeValue(staging, region); }),
        QByteArray(text).replace("\"region\" : \"a\\u00e9\",\r\n\t\t", ""));
    EXPECT_EQ(edited([&](EnvironmentText &t) { t.removeValue(staging, QStringLiteral("SSL")); }),
        QByteArray(text).replace(",\r\n\t\t\"SSL\" : {\"x\":[1,2 ]}", ""));
    EXPECT_EQ(edited([&](EnvironmentText &t) { t.renameEnvironment(staging, QStringLiteral("test")); }),
        QByteArray(text).replace("\"staging\"", "\"test\""));
    EXPECT_EQ(edited([&](EnvironmentText &t) { t.setFlag(staging, QStringLiteral("dcs-live"), true); }),
        QByteArray(text).replace("[1,2 ]}", "[1,2 ]},\r\n\t\t\"dcs-live\" : true"));

    auto fresh = EnvironmentText::read({}, QStringLiteral("f"));
    ASSERT_TRUE(fresh.has_value());
    fresh->setValue(staging, region, QStringLiteral("a"));
    fresh->setValue(staging, QStringLiteral("user"), QStringLiteral("7"));
    fresh->addEnvironment(QStringLiteral("live"));
    EXPECT_EQ(fresh->bytes(), "{\n  \"staging\": {\"region\": \"a\", \"user\": \"7\"},\n  \"live\": {}\n}\n");
    fresh->removeEnvironment(QStringLiteral("live"));
    fresh->removeEnvironment(staging);
    EXPECT_EQ(fresh->bytes(), "{}\n");
    EXPECT_FALSE(EnvironmentText::read("[1]", QStringLiteral("f")).has_value());
    EXPECT_FALSE(EnvironmentText::read("{\"a\": ", QStringLiteral("f")).has_value());
}

TEST(AnyCall, ReadsWhatPeoplePaste)
{
    const QList<std::pair<QByteArray, QByteArray>> cases{
        {"https://usw2.demdex.net/event?a=1", "https://usw2.demdex.net/event?a=1"},
        {"  usw2.demdex.net/event?a=1\n", "https://usw2.demdex.net/event?a=1"},
        {"\"https://usw2.demdex.net/event\"", "https://usw2.demdex.net/event"},
        {"<https://usw2.demdex.net/event>", "https://usw2.demdex.net/event"},
        {"https://usw2.demdex.net/event?a=1\n  &b=2\n  &c=3", "https://usw2.demdex.net/event?a=1&b=2&c=3"},
        {"curl 'https://usw2.demdex.net/event' -H 'Host: acme.demdex.net'", "https://usw2.demdex.net/event"},
        {"$ curl https://usw2.demdex.net/event", "https://usw2.demdex.net/event"},
        {"GET /event?a=1 HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n", "https://acme.demdex.net/event?a=1"},
        {"\nGET https://usw2.demdex.net/event HTTP/1.1\nHost: acme.demdex.net\n",
            "https://usw2.demdex.net/event"},
        {"### x\nGET https://usw2.demdex.net/event\n    ?a=1\n", "https://usw2.demdex.net/event?a=1"},
        {"GET https://usw2.demdex.net/event\n    ?a=1\nHost: acme.demdex.net\n",
            "https://usw2.demdex.net/event?a=1"},
        {"\xEF\xBB\xBFhttps://usw2.demdex.net/", "https://usw2.demdex.net/"},
    };
    for (const auto &[text, url] : cases) {
        const auto read = interop::readAnyCall(text);
        ASSERT_TRUE(read.has_value()) << text.toStdString() << read.error().message.toStdString();
        EXPECT_EQ(dcs::url(read->call), url) << text.toStdString();
    }
    for (const QByteArray &text : {QByteArray(), QByteArray("  \n"), QByteArray("what is this"),
             QByteArray("ftp://x/"), QByteArray("### nothing\n"), QByteArray("GET nowhere else\n")}) {
        EXPECT_FALSE(interop::readAnyCall(text).has_value()) << text.toStdString();
    }
}

TEST(Capture, TakesValuesOutOfAnAnswerDigitForDigit)
{
    dcs::Exchange exchange;
    exchange.status = 200;
    exchange.headers = {{"X-TID", "abc=", true}, {"Content-Type", "application/json", true}};
    exchange.body
        = R"({"uuid":22920112968019678612904394744954398990,"dcs_region":9,"tid":"31ZpxW5bQGc=","stuff":[{"cn":"x"}]})";
    const dcs::Answer answer = dcs::Answer::parse(exchange, dcs::Catalogue::builtIn());
    const QList<std::pair<QString, QString>> cases{
        {QStringLiteral("uuid"), QStringLiteral("22920112968019678612904394744954398990")},
        {QStringLiteral("region"), QStringLiteral("9")},
        {QStringLiteral("tid"), QStringLiteral("31ZpxW5bQGc=")},
        {QStringLiteral("status"), QStringLiteral("200")},
        {QStringLiteral("header x-tid"), QStringLiteral("abc=")},
        {QStringLiteral("json $.stuff[0].cn"), QStringLiteral("x")},
        {QStringLiteral("$.uuid"), QStringLiteral("22920112968019678612904394744954398990")},
    };
    for (const auto &[expression, value] : cases) {
        const auto found = interop::captured(expression, exchange, answer);
        ASSERT_TRUE(found.has_value()) << expression.toStdString() << found.error().message.toStdString();
        EXPECT_EQ(*found, value);
    }
    for (const char *expression :
        {"mid", "blob", "header X-None", "$.none", "json", "nonsense", "$..", "uuid 1"})
        EXPECT_FALSE(interop::captured(QString::fromLatin1(expression), exchange, answer).has_value())
            << expression;
    EXPECT_EQ(
        interop::capturedValues({QStringLiteral("user = uuid"), QStringLiteral("r=region")}, exchange, answer)
            .value_or({}),
        (Values{{QStringLiteral("user"), QStringLiteral("22920112968019678612904394744954398990")},
            {QStringLiteral("r"), QStringLiteral("9")}}));
    for (const char *line : {"", "=", "x", "x=", "= uuid", "a b = uuid"})
        EXPECT_FALSE(interop::Capture::parse(QString::fromLatin1(line)).has_value()) << line;
}
