// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/decode.h"
#include "dcs/json.h"
#include "interop/contract.h"
#include "support/print.h"

#include <gtest/gtest.h>

using dcs::JsonDocument;
using dcs::JsonValue;
using dcs::JsonWriter;
using Kind = dcs::JsonValue::Kind;

namespace {

QStringList keysOf(JsonValue object)
{
    QStringList keys;
    for (JsonValue member = object.firstChild(); member.exists(); member = member.next())
        keys += member.key();
    return keys;
}

// Of one object without blanks: the value of a member as it was written.
QByteArray raw(const JsonDocument &document, QStringView key)
{
    return document.root().member(key).raw().toByteArray();
}

JsonDocument written(JsonWriter &out)
{
    JsonDocument document = JsonDocument::parse(out.take());
    EXPECT_TRUE(document.isValid()) << document.text().toStdString();
    return document;
}

JsonDocument writtenCall(const dcs::Call &call, const QList<dcs::Finding> &findings = {})
{
    JsonWriter out(0);
    interop::writeCall(out, call, findings, dcs::Catalogue::builtIn());
    return written(out);
}

JsonDocument writtenUrl(const QByteArray &url)
{
    const auto call = dcs::decodeUrl(url);
    EXPECT_TRUE(call);
    return writtenCall(*call);
}

JsonDocument writtenAnswer(const QByteArray &body, const QList<dcs::Header> &headers = {})
{
    JsonWriter out(0);
    interop::writeAnswer(out, dcs::Answer::parse(body, headers, dcs::Catalogue::builtIn()));
    return written(out);
}

JsonDocument writtenExchange(const dcs::Exchange &exchange)
{
    JsonWriter out(0);
    interop::CallMade made;
    made.exchange = &exchange;
    interop::writeCallMade(out, made);
    return written(out);
}

} // namespace

TEST(Contract, ACallHasEveryKeyInOrder)
{
    const JsonDocument document = writtenUrl("https://usw2.demdex.net/event");
    const QStringList expected{QStringLiteral("endpoint"), QStringLiteral("method"), QStringLiteral("scheme"),
        QStringLiteral("connectHost"), QStringLiteral("port"), QStringLiteral("host"),
        QStringLiteral("alias"), QStringLiteral("region"), QStringLiteral("identities"),
        QStringLiteral("signals"), QStringLiteral("options"), QStringLiteral("parameters"),
        QStringLiteral("headers"), QStringLiteral("requestLineBytes"), QStringLiteral("bodyBytes"),
        QStringLiteral("findings")};
    EXPECT_EQ(keysOf(document.root()).first(expected.size()), expected);
    EXPECT_EQ(raw(document, u"identities"), QByteArray("[]"));
    EXPECT_EQ(raw(document, u"alias"), QByteArray("null"));
    EXPECT_EQ(raw(document, u"region"), QByteArray("9"));
}

TEST(Contract, TheExampleOfACall)
{
    const QByteArray request
        = "GET /event?d_rtbd=json&d_uuid=22920112968019678612904394744954398990"
          "&d_cid=123%01a%2Bb%3Dc%011&c_likes=famous%20popstar,x HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n";
    const auto call = dcs::decodeRequest(request, true, "usw2.demdex.net");
    ASSERT_TRUE(call);
    dcs::Finding finding;
    finding.severity = dcs::Severity::Error;
    finding.code = QStringLiteral("uuid-format");
    finding.where = QStringLiteral("d_uuid");
    finding.message = QStringLiteral("m");
    finding.fix = QStringLiteral("f");
    finding.parameter = 1;
    finding.dcsCode = 102;
    const JsonDocument document = writtenCall(*call, {finding});
    EXPECT_EQ(raw(document, u"endpoint"), QByteArray("\"event\""));
    EXPECT_EQ(raw(document, u"scheme"), QByteArray("\"https\""));
    EXPECT_EQ(raw(document, u"connectHost"), QByteArray("\"usw2.demdex.net\""));
    EXPECT_EQ(raw(document, u"port"), QByteArray("443"));
    EXPECT_EQ(raw(document, u"host"), QByteArray("\"acme.demdex.net\""));
    EXPECT_EQ(raw(document, u"alias"), QByteArray("\"acme\""));
    EXPECT_EQ(raw(document, u"identities"),
        QByteArray(R"([{"kind":"uuid","value":"22920112968019678612904394744954398990"},)"
                   R"({"kind":"cid","namespace":"123","value":"a+b=c","authState":"authenticated"}])"));
    EXPECT_EQ(
        raw(document, u"signals"), QByteArray(R"([{"key":"c_likes","values":["famous popstar","x"]}])"));
    EXPECT_EQ(raw(document, u"options"), QByteArray(R"([{"key":"d_rtbd","value":"json"}])"));
    EXPECT_EQ(document.root().member(u"parameters").at(0).raw(),
        QByteArray(R"({"key":"d_rtbd","value":"json","wire":"d_rtbd=json"})"));
    EXPECT_EQ(raw(document, u"headers"), QByteArray(R"([{"name":"Host","value":"acme.demdex.net"}])"));
    EXPECT_EQ(document.root().member(u"requestLineBytes").integer(), request.indexOf("\r\n"));
    EXPECT_EQ(raw(document, u"findings"),
        QByteArray(
            R"([{"severity":"error","code":"uuid-format","where":"d_uuid","message":"m","fix":"f","parameter":1,"dcsCode":102,"mend":null}])"));
}

TEST(Contract, JoiningTheWireGivesTheQueryBack)
{
    for (const QByteArray &query :
        {QByteArray("a=1&&b&c=&=d&a=%zz&x=%ff&plus=a+b"), QByteArray("&"), QByteArray("d_cid=1%012")}) {
        const JsonDocument document = writtenUrl("https://acme.demdex.net/event?" + query);
        QStringList wires;
        const JsonValue parameters = document.root().member(u"parameters");
        for (JsonValue parameter = parameters.firstChild(); parameter.exists(); parameter = parameter.next())
            wires += parameter.member(u"wire").string();
        EXPECT_EQ(wires.join(u'&').toUtf8(), query);
    }
}

TEST(Contract, BytesThatAreNoUtf8StayExactBesideTheirText)
{
    dcs::Call call = dcs::newCall("acme", "usw2.demdex.net");
    call.parameters = {{QByteArray("c_a=\xff")}};
    const JsonDocument document = writtenCall(call);
    const JsonValue parameter = document.root().member(u"parameters").at(0);
    EXPECT_EQ(parameter.member(u"wire").string(), QStringLiteral("c_a=\ufffd"));
    EXPECT_EQ(
        QByteArray::fromBase64(parameter.member(u"wireBase64").string().toLatin1()), QByteArray("c_a=\xff"));
}

TEST(Contract, WhatIsSwitchedOffIsNotAmongTheParameters)
{
    dcs::Call call = dcs::newCall("acme", "usw2.demdex.net");
    call.parameters = {{"a=1", dcs::Parameter::Place::Query, false}, {"b=2"}, {"c=3"}};
    dcs::Finding first, third;
    first.parameter = 0;
    third.parameter = 2;
    const JsonDocument document = writtenCall(call, {first, third});
    EXPECT_EQ(document.root().member(u"parameters").size(), 2);
    EXPECT_EQ(document.root().member(u"switchedOff").at(0).member(u"wire").string(), QStringLiteral("a=1"));
    EXPECT_EQ(document.root().member(u"findings").at(0).member(u"parameter").kind(), Kind::Null);
    EXPECT_EQ(document.root().member(u"findings").at(1).member(u"parameter").integer(), 1);
}

TEST(Contract, APostWithAQueryTellsThePlaces)
{
    const auto call = dcs::decodeRequest(
        "POST /event?a=1 HTTP/1.1\r\nHost: acme.demdex.net\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\nb=2");
    ASSERT_TRUE(call);
    const JsonDocument document = writtenCall(*call);
    EXPECT_EQ(document.root().member(u"parameters").at(0).member(u"place").string(), QStringLiteral("query"));
    EXPECT_EQ(document.root().member(u"parameters").at(1).member(u"place").string(), QStringLiteral("body"));
    EXPECT_EQ(document.root().member(u"bodyBytes").integer(), 3);
}

TEST(Contract, AnAnswerHasEveryKeyEvenWhenThereIsNothing)
{
    const JsonDocument document = writtenAnswer("");
    EXPECT_TRUE(document.text().startsWith(
        R"({"form":"empty","callback":null,"valid":true,"problem":null,"uuid":null,"region":null,"tid":null,)"
        R"("traits":[],"segments":[],"destinations":[],"cookies":[],"idSyncs":[],"mid":null,"blob":null,"errors":[])"))
        << document.text().toStdString();
}

TEST(Contract, TheExampleOfAnAnswer)
{
    const JsonDocument document = writtenAnswer(
        R"(cb({"uuid":22920112968019678612904394744954398990,"dcs_region":"7","tid":"31ZpxW5bQGc=","traits":[420020],"segments":["984263"],)"
        R"("dests":[{"y":"img","c":"http:\/\/a"}],"stuff":[{"cn":"aam","cv":"seg=1","ttl":30,"dmn":"example.com"},{"type":"var","cn":"v","dmn":"","ttl":""}],)"
        R"("ibs":[{"id":"743","ttl":10080,"url":["//x"]}],"errors":[{"code":305,"msg":"new"}],"error_msg":"some text"});)",
        {{"X-Error", "171"}});
    EXPECT_EQ(raw(document, u"form"), QByteArray("\"jsonp\""));
    EXPECT_EQ(raw(document, u"callback"), QByteArray("\"cb\""));
    EXPECT_EQ(raw(document, u"uuid"), QByteArray("\"22920112968019678612904394744954398990\""));
    EXPECT_EQ(raw(document, u"region"), QByteArray("7"));
    EXPECT_EQ(raw(document, u"traits"), QByteArray(R"(["420020"])"));
    EXPECT_EQ(raw(document, u"segments"), QByteArray(R"(["984263"])"));
    EXPECT_EQ(raw(document, u"destinations"),
        QByteArray(R"([{"kind":"url","id":null,"type":"img","url":"http://a","secureUrl":null}])"));
    EXPECT_EQ(raw(document, u"cookies"),
        QByteArray(R"([{"name":"aam","value":"seg=1","ttlDays":30,"domain":"example.com"},)"
                   R"({"name":"v","value":null,"ttlDays":null,"domain":"","variable":true}])"));
    EXPECT_EQ(raw(document, u"idSyncs"), QByteArray(R"([{"id":"743","ttlMinutes":10080,"urls":["//x"]}])"));
    const JsonValue errors = document.root().member(u"errors");
    ASSERT_EQ(errors.size(), 3);
    EXPECT_EQ(errors.at(0).raw(),
        QByteArray(
            R"({"code":305,"message":"new","level":"warning","category":"unknown","meaning":null,"action":null})"));
    EXPECT_EQ(errors.at(1).member(u"code").kind(), Kind::Null);
    EXPECT_EQ(errors.at(1).member(u"message").string(), QStringLiteral("some text"));
    EXPECT_EQ(errors.at(2).member(u"code").integer(), 171);
    EXPECT_EQ(errors.at(2).member(u"message").kind(), Kind::Null);
    EXPECT_EQ(errors.at(2).member(u"category").string(), QStringLiteral("opt-out"));
}

TEST(Contract, ABrokenAnswerNamesItsProblem)
{
    const JsonDocument document = writtenAnswer(R"({"uuid":"1","traits":[1,)");
    EXPECT_EQ(raw(document, u"valid"), QByteArray("false"));
    EXPECT_TRUE(document.root().member(u"problem").string().contains(QLatin1String("byte 24")));
    EXPECT_EQ(raw(document, u"uuid"), QByteArray("\"1\""));
    EXPECT_EQ(raw(document, u"traits"), QByteArray(R"(["1"])"));
}

TEST(Contract, IdsHaveEveryKey)
{
    JsonWriter out(0);
    dcs::Ids ids;
    ids.mid = QStringLiteral("1");
    ids.region = 9;
    ids.regionHost = "usw2.demdex.net";
    interop::writeIds(out, ids);
    EXPECT_TRUE(written(out).text().startsWith(
        R"({"source":"amcv","mid":"1","uuid":null,"region":9,"regionHost":"usw2.demdex.net","blob":null,"orgId":null)"));
}

TEST(Contract, ACallMadeHasEveryKeyInOrder)
{
    dcs::Exchange exchange;
    exchange.request.host = "usw2.demdex.net";
    exchange.request.bytes = "POST /event?a=1 HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\nb=2";
    exchange.request.headBytes = exchange.request.bytes.size() - 3;
    exchange.startedAt = QDateTime(QDate(2026, 1, 31), QTime(12, 0, 0, 7), Qt::UTC);
    exchange.status = 200;
    exchange.reason = "OK";
    exchange.httpVersion = "1.1";
    exchange.headers = {{"X-TID", "t"}, {"x-tid", "u"}};
    exchange.body = "{}";
    exchange.wireBytes = 240;
    exchange.timings = {0.1, -1, 0, 0.12345678, 3, 0, 3.6};
    exchange.peer = QStringLiteral("127.0.0.1:8443");
    exchange.tls = dcs::TlsFacts();
    exchange.tls->version = QStringLiteral("TLSv1.3");
    exchange.tls->cipher = QStringLiteral("C");
    exchange.tls->chain = {dcs::Certificate()};
    exchange.tls->chain[0].subject = QStringLiteral("CN=x");
    const dcs::Answer answer = dcs::Answer::parse(exchange, dcs::Catalogue::builtIn());
    interop::CallMade made;
    made.id = QStringLiteral("17");
    made.exchange = &exchange;
    made.answer = &answer;
    made.expectations = {{QStringLiteral("status == 200"), true, QStringLiteral("200")}};
    JsonWriter out(0);
    interop::writeCallMade(out, made);
    const JsonDocument document = written(out);
    const QStringList expected{QStringLiteral("id"), QStringLiteral("startedAt"), QStringLiteral("request"),
        QStringLiteral("status"), QStringLiteral("reason"), QStringLiteral("httpVersion"),
        QStringLiteral("headers"), QStringLiteral("bodyBytes"), QStringLiteral("wireBytes"),
        QStringLiteral("body"), QStringLiteral("timings"), QStringLiteral("peer"), QStringLiteral("tls"),
        QStringLiteral("failure"), QStringLiteral("answer"), QStringLiteral("expectations")};
    EXPECT_EQ(keysOf(document.root()).first(expected.size()), expected);
    EXPECT_EQ(raw(document, u"id"), QByteArray("\"17\""));
    EXPECT_EQ(raw(document, u"startedAt"), QByteArray("\"2026-01-31T12:00:00.007Z\""));
    EXPECT_EQ(raw(document, u"request"),
        QByteArray(
            R"({"method":"POST","url":"https://usw2.demdex.net/event?a=1","headers":[{"name":"Host","value":"acme.demdex.net"}],"body":"b=2"})"));
    EXPECT_EQ(raw(document, u"headers"),
        QByteArray(R"([{"name":"X-TID","value":"t"},{"name":"x-tid","value":"u"}])"));
    EXPECT_EQ(raw(document, u"bodyBytes"), QByteArray("2"));
    EXPECT_EQ(raw(document, u"wireBytes"), QByteArray("240"));
    EXPECT_EQ(raw(document, u"body"), QByteArray("\"{}\""));
    EXPECT_EQ(raw(document, u"timings"),
        QByteArray(R"({"dns":0.1,"connect":null,"tls":0,"send":0.123,"wait":3,"receive":0,"total":3.6})"));
    EXPECT_TRUE(
        raw(document, u"tls").startsWith(R"({"version":"TLSv1.3","cipher":"C","peerCertificate":"CN=x")"));
    EXPECT_EQ(raw(document, u"failure"), QByteArray("null"));
    EXPECT_EQ(document.root().member(u"answer").member(u"form").string(), QStringLiteral("json"));
    EXPECT_EQ(raw(document, u"expectations"),
        QByteArray(R"([{"expr":"status == 200","held":true,"actual":"200"}])"));
}

TEST(Contract, ABodyThatIsNoUtf8IsBase64)
{
    dcs::Exchange exchange;
    exchange.status = 200;
    exchange.body = "GIF89a\xff";
    const JsonDocument document = writtenExchange(exchange);
    EXPECT_FALSE(document.root().member(u"body").exists());
    EXPECT_EQ(
        QByteArray::fromBase64(document.root().member(u"bodyBase64").string().toLatin1()), exchange.body);
    EXPECT_TRUE(document.root().member(u"request").member(u"body").exists());
}

TEST(Contract, AFailureHasOneOfThePublishedKinds)
{
    using FailureKind = dcs::Failure::Kind;
    const std::pair<FailureKind, const char *> kinds[]
        = {{FailureKind::Dns, "dns"}, {FailureKind::Connect, "connect"}, {FailureKind::Proxy, "connect"},
            {FailureKind::Tls, "tls"}, {FailureKind::Timeout, "timeout"}, {FailureKind::Protocol, "protocol"},
            {FailureKind::TooLarge, "too-large"}, {FailureKind::Aborted, "aborted"}};
    for (const auto &[kind, name] : kinds) {
        dcs::Exchange exchange;
        exchange.failure = dcs::Failure{kind, QStringLiteral("m"), QString(), kind == FailureKind::Timeout};
        const JsonDocument document = writtenExchange(exchange);
        EXPECT_EQ(document.root().member(u"failure").member(u"kind").string(), QLatin1String(name));
        EXPECT_EQ(document.root().member(u"failure").member(u"message").string(), QStringLiteral("m"));
        EXPECT_EQ(raw(document, u"status"), QByteArray("null"));
        EXPECT_EQ(raw(document, u"tls"), QByteArray("null"));
        EXPECT_EQ(raw(document, u"peer"), QByteArray("null"));
        EXPECT_EQ(raw(document, u"id"), QByteArray("null"));
        EXPECT_EQ(raw(document, u"answer"), QByteArray("null"));
        EXPECT_EQ(raw(document, u"outcomeUnknown"),
            kind == FailureKind::Timeout ? QByteArray("true") : QByteArray("false"));
    }
}
