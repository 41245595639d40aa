// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answer.h"
#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "support/print.h"

#include <gtest/gtest.h>

using dcs::Finding;

namespace {

struct Asked {
    QByteArray target = "/event?d_rtbd=json&d_uuid=78570995290214909736928846629863152490";
    QByteArray body = {};
    int status = 200;
    QByteArray host = "usw2.demdex.net";
    QList<dcs::Header> headers = {};
};

QList<Finding> check(const Asked &asked)
{
    const auto call = dcs::decodeRequest(
        "GET " + asked.target + " HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n", true, asked.host);
    EXPECT_TRUE(call);
    dcs::Exchange exchange;
    exchange.status = asked.status;
    exchange.body = asked.body;
    exchange.headers = asked.headers;
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    return dcs::checkAnswer(*call, exchange, dcs::Answer::parse(exchange, catalogue), catalogue);
}

QString codes(const QList<Finding> &findings)
{
    QStringList out;
    for (const Finding &finding : findings) {
        out += finding.code;
        EXPECT_FALSE(finding.message.isEmpty()) << finding.code.toStdString();
        EXPECT_FALSE(finding.message.contains(u'%') && finding.code != QLatin1String("macro-left"))
            << finding.message.toStdString();
    }
    return out.join(u' ');
}

} // namespace

TEST(AnswerCheck, NothingIsSaidAboutAnswersThatAreAsTheyShouldBe)
{
    const QByteArray full
        = R"({"stuff":[],"uuid":"78570995290214909736928846629863152490","dcs_region":9,"tid":"x",)"
          R"("dests":[{"c":"http://a/?x=50%25"}],"traits":[],"segments":[]})";
    const Asked cases[] = {
        {.body = full},
        {.target = "/event?d_rtbd=json&d_dst=1&d_cts=2&c_a=b", .body = full},
        {.target = "/event?d_rtbd=json&d_cb=cb", .body = "cb(" + full + ");"},
        {.target = "/event?c_a=b", .body = "GIF89a"},
        {.target = "/event?c_a=b", .body = ""},
        {.target = "/ibs:dpid=743&dpuuid=x", .body = ""},
        {.target = "/event?d_event=click&d_rd=x&d_rtbd=json", .body = "", .status = 302},
        {.body = full, .host = "dpm.demdex.net"},
        {.body = "", .status = 0},
    };
    for (const Asked &asked : cases)
        EXPECT_EQ(codes(check(asked)), QString()) << asked.target.toStdString();
}

TEST(AnswerCheck, WhatWasAskedForAndDidNotCome)
{
    const QByteArray plain
        = R"({"stuff":[],"dcs_region":9,"tid":"x","uuid":"78570995290214909736928846629863152490"})";
    struct Case {
        Asked asked;
        const char *codes;
    };
    const Case cases[] = {
        {{.target = "/event?d_rtbd=json&d_dst=1", .body = plain}, "dests-missing"},
        {{.target = "/event?d_rtbd=json&d_cts=1", .body = plain}, "traits-missing"},
        {{.target = "/event?d_rtbd=json&d_cts=2&d_dst=1", .body = plain}, "dests-missing traits-missing"},
        {{.target = "/event?d_rtbd=json&d_cts=3&d_dst=0", .body = plain}, ""},
        {{.target = "/event?d_rtbd=json&d_cb=cb", .body = plain}, "callback-other"},
        {{.target = "/event?d_rtbd=json&d_cb=cb", .body = "other(" + plain + ")"}, "callback-other"},
        {{.target = "/event?d_rtbd=json&d_uuid=29723914212754516232688281031031497315", .body = plain},
            "user-other"},
        {{.body = ""}, "answer-silent"},
        {{.body = "{}"}, "answer-silent"},
        {{.body = "GIF89a"}, "answer-silent"},
        {{.body = "<html>"}, "answer-silent"},
        {{.target = "/id?d_rtbd=json&d_ver=2", .body = ""}, "answer-silent"},
        {{.body = "{\"uuid\":\"x"}, "answer-broken"},
        {{.body = "slow down", .status = 429}, "rate-limited"},
        {{.body = "<html>", .status = 503}, "http-status"},
        {{.body = R"({"uuid":"NOTARGET"})"}, "opted-out"},
        {{.target = "/id?d_rtbd=json&d_ver=2", .body = R"({"d_mid":"1","d_optout":["global"]})"},
            "opted-out"},
        {{.target = "/event?d_rtbd=json&d_dst=1",
             .body = R"({"errors":[{"code":171,"msg":"Encountered opt out tag"}]})"},
            "opted-out"},
        {{.target = "/event?d_rtbd=json&d_dst=1",
             .body = R"({"errors":[{"code":10,"msg":"x"},{"code":309,"msg":"y"}]})"},
            "answer-refused answer-warning"},
        {{.body = "", .headers = {{"X-Error", "315"}}}, "opted-out"},
    };
    for (const Case &c : cases)
        EXPECT_EQ(codes(check(c.asked)), QLatin1String(c.codes))
            << c.asked.target.toStdString() << ' ' << c.asked.body.toStdString();
}

TEST(AnswerCheck, TheUsersHomeIsNamedWithItsHost)
{
    const QList<Finding> findings
        = check({.body = R"({"uuid":"78570995290214909736928846629863152490","dcs_region":6})"});
    ASSERT_EQ(codes(findings), QStringLiteral("region-other"));
    EXPECT_TRUE(findings[0].message.contains(QLatin1String("region 6"))) << findings[0].message.toStdString();
    EXPECT_TRUE(findings[0].message.contains(QLatin1String("region 9")));
    EXPECT_TRUE(findings[0].fix.contains(QLatin1String("irl1.demdex.net"))) << findings[0].fix.toStdString();
    EXPECT_EQ(codes(check({.body = R"({"dcs_region":12345678901})"})), QStringLiteral("region-other"));
}

TEST(AnswerCheck, MacrosLeftInDestinationsAreCountedByName)
{
    const QList<Finding> findings = check({.body
        = R"({"dcs_region":9,"dests":[{"c":"http://a?u=%did%&v=%did%"},{"c":"//b?%20","e":"https://b?%dpid_12%&${GDPR}&g=${GDPR_CONSENT_32}"}]})"});
    QStringList messages;
    for (const Finding &finding : findings)
        messages += finding.message;
    EXPECT_EQ(codes(findings), QStringLiteral("macro-left macro-left macro-left macro-left"));
    for (const char *macro : {"%did%", "%dpid_12%", "${GDPR}", "${GDPR_CONSENT_32}"})
        EXPECT_EQ(messages.filter(QLatin1String(macro)).size(), 1) << macro;
}

TEST(AnswerCheck, ErrorsPointAtTheParameterTheySpeakOf)
{
    struct Case {
        const char *target;
        int code;
        const char *message;
        const char *where;
        int parameter;
    };
    const Case cases[] = {
        {"/event?d_rtbd=json&d_uuid=123", 102, "Invalid AAM ID passed in request 123", "d_uuid", 1},
        {"/event?d_mid=abc&d_rtbd=json", 101, "Invalid Experience Cloud id passed in abc", "d_mid", 0},
        {"/event?d_rtbd=json&d_orgid=x", 2, "Invalid d_orgid value", "d_orgid", 1},
        {"/event?d_rtbd=json", 1, "Could not find config for hostname: acme.demdex.net", "Host", -1},
        {"/event?d_rtbd=json", 109, "Referer x is not allowed for partner 1", "Referer", -1},
        {"/event?d_rtbd=json&c_a=%zz", 311, "Request contains invalid parameters", "c_a", 1},
        {"/event?gdpr=1&gdpr_consent=x", 315, "Consent string indicates no consent", "gdpr_consent", 1},
        {"/event?d_cid=1%01a&d_cid=2%01b&d_cid=3%01c", 300, "Invalid customer id b", "d_cid", 1},
        {"/event?d_cid=1%01a&d_cid_ic=code%01b%2Bc", 302, "Unauthorized customer id: b+c", "d_cid_ic", 1},
        {"/event?d_cid=1%01a&d_cid=22%01b", 304, "Blocked datasource id 22", "d_cid", 1},
        {"/event?d_cid=1%01a&d_cid=22%01a", 310,
            "Customer id was discarded because it exceeded the limit for a given namespace. Namespace id is "
            "22, customer id is a.",
            "d_cid", 1},
        {"/event?d_cid=1%01a&d_cid=2%01b", 309,
            "Customer id b was discarded because it exceeded the limit of declared customer ids per request",
            "d_cid", 1},
        {"/event?d_cid=1%01a", 300, "Invalid customer id", "d_cid", 0},
        {"/event?d_cid=1%01a&d_cid=2%01b", 104, "All customer IDs are invalid", "d_cid", -1},
        {"/event?d_rtbd=json&d_uuid=123", 306, "Blocked declared device id 123", "d_uuid", 1},
        {"/event?d_cid=1%01a&d_cid=20915%01abcdef", 312, "Request contains an invalid Global Device ID",
            "d_cid", 1},
        {"/event?d_rtbd=json", 0, "Unspecified error", "", -1},
    };
    for (const Case &c : cases) {
        const QByteArray body
            = "{\"errors\":[{\"code\":" + QByteArray::number(c.code) + ",\"msg\":\"" + c.message + "\"}]}";
        const QList<Finding> findings = check({.target = c.target, .body = body});
        ASSERT_FALSE(findings.isEmpty()) << c.message;
        EXPECT_EQ(findings[0].where, QLatin1String(c.where)) << c.message;
        EXPECT_EQ(findings[0].parameter, c.parameter) << c.message;
        EXPECT_EQ(findings[0].dcsCode, c.code);
    }
}

TEST(AnswerCheck, ASilentAnswerNamesTheFaultOfTheCall)
{
    const QList<Finding> findings = check({.target = "/event?d_rtbd=json&d_uuid=123", .body = ""});
    ASSERT_EQ(codes(findings), QStringLiteral("answer-silent"));
    EXPECT_TRUE(findings[0].message.contains(QLatin1String("in the call")))
        << findings[0].message.toStdString();
    EXPECT_FALSE(check({.body = ""})[0].message.contains(QLatin1String("in the call")));
}
