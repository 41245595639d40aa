// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The worked examples of the protocol, read by the shipped program: what the command line's contract says of
// each.

#include "e2e/process.h"
#include "support/print.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray crlf = "\r\n";

/// A request as it stands in a document: lines end in LF there, in CRLF on the wire.
QByteArray wire(QByteArray text)
{
    return text.replace("\n", crlf);
}

/// "kind namespace value state", one a line: compact enough to read a table of them.
QStringList identities(const QJsonObject &call)
{
    QStringList out;
    for (const QJsonValue &identity : call[u"identities"].toArray())
        out += u"%1 %2 %3 %4"_s
                   .arg(identity[u"kind"].toString(), identity[u"namespace"].toString(),
                       identity[u"value"].toString(), identity[u"authState"].toString())
                   .simplified();
    return out;
}

QStringList pairs(const QJsonArray &list)
{
    QStringList out;
    for (const QJsonValue &item : list) {
        QStringList values;
        for (const QJsonValue &value : item[u"values"].toArray())
            values += value.toString();
        out += item[u"key"].toString() + u'='
            + (item[u"value"].isString() ? item[u"value"].toString() : values.join(u'|'));
    }
    return out;
}

struct RequestExample {
    const char *name;
    QByteArray request;
    QString endpoint;
    QString alias;
    QStringList identities;
    QStringList signalKeys;
    QStringList options;
    QStringList errors; ///< codes of findings at error level
};

void PrintTo(const RequestExample &example, std::ostream *out)
{
    *out << example.name;
}

class Requests : public testing::TestWithParam<RequestExample>
{
};

TEST_P(Requests, AreExplainedAsTheContractSays)
{
    const RequestExample &example = GetParam();
    const DcsProgram dcs;

    const Ran ran = dcs.run({u"decode"_s, u"-"_s, u"--json"_s}, example.request);

    ASSERT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    const QJsonObject call = ran.json();
    EXPECT_EQ(call[u"endpoint"].toString(), example.endpoint);
    EXPECT_EQ(call[u"alias"].toString(), example.alias);
    EXPECT_EQ(identities(call), example.identities);
    EXPECT_EQ(pairs(call[u"signals"].toArray()), example.signalKeys);
    EXPECT_EQ(pairs(call[u"options"].toArray()), example.options);
    QStringList errors;
    for (const QJsonValue &finding : call[u"findings"].toArray()) {
        if (finding[u"severity"].toString() == u"error")
            errors += finding[u"code"].toString();
    }
    EXPECT_EQ(errors, example.errors);

    // Joining `wire` gives back what was sent.
    QByteArrayList pieces;
    for (const QJsonValue &parameter : call[u"parameters"].toArray())
        pieces += parameter[u"wire"].toString().toUtf8();
    EXPECT_TRUE(example.request.contains(pieces.join('&'))) << pieces.join('&').toStdString();
}

const QString user = u"78570995290214909736928846629863152490"_s;
const QString organization = u"d_orgid=6418DF487603467B0A49DC47@AdobeOrg"_s;

INSTANTIATE_TEST_SUITE_P(Examples, Requests,
    testing::Values(
        RequestExample{"serverToServerGet",
            wire("GET "
                 "/event?d_rtbd=json&d_jsonv=1&d_dst=1&d_cts=2&d_uuid=78570995290214909736928846629863152490&"
                 "d_cid=123%01cust%2B4711%011&c_likes=jazz%20piano,opera&p_age=23 HTTP/1.1\nHost: "
                 "acme.demdex.net\n"
                 "User-Agent: example/1.0\nAccept: */*\n\n"),
            u"event"_s, u"acme"_s, {u"uuid "_s + user, u"cid 123 cust+4711 authenticated"_s},
            {u"c_likes=jazz piano|opera"_s, u"p_age=23"_s},
            {u"d_rtbd=json"_s, u"d_jsonv=1"_s, u"d_dst=1"_s, u"d_cts=2"_s}, {}},
        RequestExample{"post",
            wire("POST /event HTTP/1.1\nHost: acme.demdex.net\nContent-Type: "
                 "application/x-www-form-urlencoded\n"
                 "Content-Length: "
                 "92\n\nd_rtbd=json&d_uuid=78570995290214909736928846629863152490&c_likes=jazz%20piano&"
                 "c_loves=opera"),
            u"event"_s, u"acme"_s, {u"uuid "_s + user}, {u"c_likes=jazz piano"_s, u"c_loves=opera"_s},
            {u"d_rtbd=json"_s}, {}},
        RequestExample{"jsonp",
            wire("GET /event?d_rtbd=json&d_cb=acme_callback&d_uuid=78570995290214909736928846629863152490 "
                 "HTTP/1.1\n"
                 "Host: acme.demdex.net\n\n"),
            u"event"_s, u"acme"_s, {u"uuid "_s + user}, {}, {u"d_rtbd=json"_s, u"d_cb=acme_callback"_s}, {}},
        RequestExample{"pixel",
            wire("GET /event?d_sid=420020&d_uuid=78570995290214909736928846629863152490 HTTP/1.1\nHost: "
                 "acme.demdex.net\n\n"),
            u"event"_s, u"acme"_s, {u"uuid "_s + user}, {}, {u"d_sid=420020"_s}, {}},
        RequestExample{"twoErrors",
            wire("GET /event?d_rtbd=json&d_uuid=12345&d_mid=abc HTTP/1.1\nHost: acme.demdex.net\n\n"),
            u"event"_s, u"acme"_s, {u"uuid 12345"_s, u"mid abc"_s}, {}, {u"d_rtbd=json"_s},
            {u"uuid-format"_s, u"mid-format"_s}},
        RequestExample{"brokenPercent",
            wire("GET /event?d_event=imp&d_rtbd=json&d_src=743&d_site=%esid! HTTP/1.1\nHost: "
                 "acme.demdex.net\n\n"),
            u"event"_s, u"acme"_s, {}, {},
            {u"d_event=imp"_s, u"d_rtbd=json"_s, u"d_src=743"_s, u"d_site=%esid!"_s}, {u"percent-broken"_s}},
        RequestExample{"ecidFromId",
            wire("GET /id?d_ver=2&d_rtbd=json&d_orgid=6418DF487603467B0A49DC47%40AdobeOrg&"
                 "d_cid_ic=crm_main%01cust%2B4711%011 HTTP/1.1\nHost: dpm.demdex.net\n\n"),
            u"id"_s, u"dpm"_s, {u"cid_ic crm_main cust+4711 authenticated"_s}, {},
            {u"d_ver=2"_s, u"d_rtbd=json"_s, organization}, {}},
        RequestExample{"cookieTest",
            wire("GET /id?d_visid_ver=5.5.0&d_fieldgroup=MC&d_rtbd=json&d_ver=2&d_verify=1&"
                 "d_orgid=6418DF487603467B0A49DC47%40AdobeOrg&d_nsid=0&ts=1767268800000 HTTP/1.1\nHost: "
                 "dpm.demdex.net\n"
                 "Origin: https://www.example.com\n\n"),
            u"id"_s, u"dpm"_s, {}, {},
            {u"d_visid_ver=5.5.0"_s, u"d_fieldgroup=MC"_s, u"d_rtbd=json"_s, u"d_ver=2"_s, u"d_verify=1"_s,
                organization, u"d_nsid=0"_s, u"ts=1767268800000"_s},
            {}},
        RequestExample{"syncWithRedirect",
            wire("GET "
                 "/ibs:dpid=743&dpuuid=vendor-99&redir=https%3A%2F%2Fsync.example%2Fcb%3Fid%3D%24%7BDD_UUID%"
                 "7D HTTP/1.1\n"
                 "Host: dpm.demdex.net\nCookie: demdex=78570995290214909736928846629863152490; "
                 "dpm=78570995290214909736928846629863152490\n\n"),
            u"ibs"_s, u"dpm"_s, {u"dpuuid 743 vendor-99"_s}, {},
            {u"redir=https://sync.example/cb?id=${DD_UUID}"_s}, {}},
        RequestExample{"click",
            wire("GET /event?d_event=click&d_src=743&d_creative=1235&d_campaign=4709&"
                 "d_rd=https%253A%252F%252Fshop.example%252Fl%253Fc%253D%2525d_creative%2525%2526k%253D%"
                 "2525d_campaign%2525 "
                 "HTTP/1.1\nHost: acme.demdex.net\n\n"),
            u"event"_s, u"acme"_s, {}, {},
            {u"d_event=click"_s, u"d_src=743"_s, u"d_creative=1235"_s, u"d_campaign=4709"_s,
                u"d_rd=https%3A%2F%2Fshop.example%2Fl%3Fc%3D%25d_creative%25%26k%3D%25d_campaign%25"_s},
            {}}),
    testing::PrintToStringParamName());

struct AnswerExample {
    const char *name;
    QByteArray headers; ///< between the status line and the body
    QByteArray body;
    int exitCode;
    QByteArray expected; ///< the keys that must be as said
};

void PrintTo(const AnswerExample &example, std::ostream *out)
{
    *out << example.name;
}

class Answers : public testing::TestWithParam<AnswerExample>
{
};

TEST_P(Answers, AreExplainedAsTheContractSays)
{
    const AnswerExample &example = GetParam();
    const DcsProgram dcs;
    const QByteArray response = "HTTP/1.1 200 OK" + crlf + wire(example.headers)
        + "Content-Length: " + QByteArray::number(example.body.size()) + crlf + crlf + example.body;

    const Ran ran = dcs.run({u"answer"_s, u"-"_s, u"--http"_s, u"--json"_s}, response);

    EXPECT_EQ(ran.exitCode, example.exitCode) << ran.err.toStdString();
    const QJsonObject answer = ran.json();
    const QJsonObject expected = QJsonDocument::fromJson(example.expected).object();
    ASSERT_FALSE(expected.isEmpty());
    for (auto it = expected.begin(); it != expected.end(); ++it)
        EXPECT_EQ(answer.value(it.key()), it.value()) << it.key().toStdString() << "\n"
                                                      << ran.out.toStdString();
}

const QByteArray json = "Content-Type: application/json;charset=utf-8\n";

INSTANTIATE_TEST_SUITE_P(Examples, Answers,
    testing::Values(
        AnswerExample{"serverToServerGet", json,
            R"({"stuff":[{"cn":"aam","cv":"seg=984263","ttl":30,"dmn":"example.com"}],"dests":[{"id":"2523-984263","y":"img",)"
            R"("c":"http://px.example/i?s=984263","e":"https://px.example/i?s=984263"}],)"
            R"("uuid":"78570995290214909736928846629863152490","dcs_region":9,"traits":[420020,5421506],"segments":[984263],)"
            R"("tid":"A7WVh7svyGU="})",
            0,
            R"({"form":"json","valid":true,"uuid":"78570995290214909736928846629863152490","region":9,"tid":"A7WVh7svyGU=",)"
            R"("traits":["420020","5421506"],"segments":["984263"],"destinations":[{"kind":"url","id":"2523-984263",)"
            R"("type":"img","url":"http://px.example/i?s=984263","secureUrl":"https://px.example/i?s=984263"}],)"
            R"("cookies":[{"name":"aam","value":"seg=984263","ttlDays":30,"domain":"example.com"}],"errors":[]})"},
        AnswerExample{"jsonp", "Content-Type: application/javascript;charset=utf-8\n",
            R"(acme_callback({"stuff":[],"uuid":"78570995290214909736928846629863152490","dcs_region":9,"tid":"6A5qXBUrMac="});)",
            0,
            R"({"form":"jsonp","callback":"acme_callback","valid":true,"uuid":"78570995290214909736928846629863152490"})"},
        AnswerExample{"pixel", "Content-Type: image/gif\nX-TID: 52CApGsFoaI=\n",
            QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="), 0,
            R"({"form":"pixel","valid":true,"uuid":null,"tid":"52CApGsFoaI="})"},
        AnswerExample{"optedOut", json + "X-Error: 171\n",
            R"({"errors":[{"code":171,"msg":"Encountered opt out tag for id 29723914212754516232688281031031497315"}],)"
            R"("dcs_region":6,"tid":"wANkSFCsngM="})",
            4, R"({"form":"json","uuid":null,"region":6,"tid":"wANkSFCsngM="})"},
        AnswerExample{"brokenPercent", json + "X-Error: 311\n",
            R"({"errors":[{"code":311,"msg":"Request contains invalid parameters"}],"dcs_region":9,"tid":"a2kEhbM8/lU="})",
            4, R"({"uuid":null,"region":9})"},
        AnswerExample{"ecidFromId", json,
            R"({"d_mid":"37772646773714021060542651496937081269","id_sync_ttl":604800,"d_blob":"n0tAreaLbl0b_4-docs",)"
            R"("dcs_region":6,"d_ottl":7200,"ibs":[],"subdomain":"acme","tid":"lVdW40HOHiw="})",
            0,
            R"({"mid":"37772646773714021060542651496937081269","blob":"n0tAreaLbl0b_4-docs","region":6,"uuid":null,"idSyncs":[]})"},
        AnswerExample{"redirect", "Location: https://shop.example/l?c=1235&k=4709\nX-TID: FpsptBaCpJc=\n", "",
            0, R"({"form":"empty","valid":true,"tid":"FpsptBaCpJc="})"}),
    testing::PrintToStringParamName());

TEST(Answers, BothErrorsAreNamedWithWhatToDo)
{
    const DcsProgram dcs;
    const QByteArray body
        = R"({"errors":[{"code":101,"msg":"Invalid Experience Cloud id passed in abc"},{"code":102,)"
          R"("msg":"Invalid aam id passed in request 12345"}],"dcs_region":9,"tid":"4gm86duGj4U="})";

    const Ran ran = dcs.run({u"answer"_s, u"-"_s, u"--json"_s}, body);

    EXPECT_EQ(ran.exitCode, 4);
    const QJsonArray errors = ran.json()[u"errors"].toArray();
    ASSERT_EQ(errors.size(), 2);
    for (const QJsonValue &error : errors) {
        EXPECT_EQ(error[u"level"].toString(), u"error"_s);
        EXPECT_EQ(error[u"category"].toString(), u"integration"_s);
        EXPECT_FALSE(error[u"meaning"].toString().isEmpty());
        EXPECT_FALSE(error[u"action"].toString().isEmpty());
    }
    EXPECT_EQ(errors[0][u"code"].toInt(), 101);
    EXPECT_EQ(errors[1][u"message"].toString(), u"Invalid aam id passed in request 12345"_s);
}

} // namespace
