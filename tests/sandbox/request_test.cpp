// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/ask.h"
#include "support/generate.h"

using namespace Qt::StringLiterals;
using sandbox::BadRequest;
using sandbox::HttpRequest;
using sandbox::NeedMore;
using sandbox::parseRequest;

namespace {

const QByteArray host = "Host: acme.demdex.net\r\n";

int statusOf(const QByteArray &bytes)
{
    const auto parsed = parseRequest(bytes);
    const auto *bad = std::get_if<BadRequest>(&parsed);
    return bad ? bad->status : std::holds_alternative<NeedMore>(parsed) ? 100 : 200;
}

HttpRequest requestOf(const QByteArray &bytes)
{
    auto parsed = parseRequest(bytes);
    EXPECT_TRUE(std::holds_alternative<HttpRequest>(parsed)) << bytes.constData();
    auto *request = std::get_if<HttpRequest>(&parsed);
    return request ? *request : HttpRequest();
}

} // namespace

TEST(ParseRequest, KeepsTheTargetAsItCame)
{
    const QByteArray target = "/event?a=%zz&b=%7e%7E&c=a|b\"<>^`{}\\&d=\xe9\xff&&=&%";

    const HttpRequest request
        = requestOf("GET " + target + " HTTP/1.1\r\n" + host + "X-A:  two words \t\r\nx-a:\r\n\r\nrest");

    EXPECT_EQ(request.method, "GET");
    EXPECT_EQ(request.target, target);
    EXPECT_EQ(request.version, "1.1");
    EXPECT_EQ(request.headers.size(), 3);
    EXPECT_EQ(request.headers[1].name, "X-A");
    EXPECT_EQ(request.headers[1].value, "two words");
    EXPECT_EQ(request.headers[2].value, "");
    EXPECT_EQ(request.header("hOST").toByteArray(), "acme.demdex.net");
    EXPECT_TRUE(request.keepAlive);
    EXPECT_TRUE(request.hasHost);
    EXPECT_EQ(request.body, "");
}

TEST(ParseRequest, TakesExactlyItsOwnBytes)
{
    const QByteArray first = "POST /event HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello";

    const HttpRequest request = requestOf(first + "GET / HTTP/1.1\r\n");

    EXPECT_EQ(request.body, "hello");
    EXPECT_EQ(request.bytes, first.size());
    EXPECT_EQ(requestOf("\r\n" + first).bytes, first.size() + 2) << "an empty line before it is skipped";
}

TEST(ParseRequest, EveryBeginningOfARequestNeedsMore)
{
    const QByteArray whole
        = "POST /event?x=1 HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\nhello";
    const qsizetype head = whole.indexOf("\r\n\r\n") + 4;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto parsed = parseRequest(whole.left(size));
        const auto *more = std::get_if<NeedMore>(&parsed);
        ASSERT_TRUE(more) << size;
        EXPECT_EQ(more->headComplete, size >= head) << size;
        EXPECT_EQ(more->headComplete && more->expectsContinue, size >= head) << size;
    }
}

TEST(ParseRequest, AnAbsoluteTargetNamesTheHost)
{
    const HttpRequest request
        = requestOf("GET http://acme.demdex.net:8080/event?x HTTP/1.1\r\nHost: other\r\n\r\n");
    EXPECT_EQ(request.target, "/event?x");
    EXPECT_EQ(request.host, "acme.demdex.net:8080");
    EXPECT_EQ(requestOf("GET HTTPS://acme.demdex.net?x HTTP/1.1\r\nHost: o\r\n\r\n").target, "/?x");
    EXPECT_EQ(requestOf("GET http://acme.demdex.net HTTP/1.1\r\nHost: o\r\n\r\n").target, "/");
    EXPECT_EQ(requestOf("OPTIONS * HTTP/1.1\r\nHost: o\r\n\r\n").target, "*");
}

TEST(ParseRequest, KnowsWhenTheConnectionStaysOpen)
{
    const struct {
        QByteArray version;
        QByteArray lines;
        bool expected;
    } cases[] = {
        {"1.1", "", true},
        {"1.1", "Connection: close\r\n", false},
        {"1.1", "Connection: Keep-Alive, CLOSE\r\n", false},
        {"1.0", "", false},
        {"1.0", "Connection: keep-alive\r\n", true},
        {"1.1", "Connection: upgrade\r\n", true},
    };
    for (const auto &[version, lines, expected] : cases)
        EXPECT_EQ(requestOf("GET / HTTP/" + version + "\r\n" + host + lines + "\r\n").keepAlive, expected)
            << lines.constData();
}

TEST(ParseRequest, RefusesWhatIsNoHttp)
{
    const auto get = [](const QByteArray &lines) { return "GET / HTTP/1.1\r\n" + lines + "\r\n"; };
    const struct {
        QByteArray bytes;
        int status;
    } cases[] = {
        {get(host), 200},
        {get(""), 400},
        {get(host + host), 400},
        {get("Host: \r\n"), 200},
        {get(host + "no colon\r\n"), 400},
        {get(host + ": no name\r\n"), 400},
        {get(host + "Na me: x\r\n"), 400},
        {get(host + "Name : x\r\n"), 400},
        {get(host
             + "Name: a\x01"
               "b\r\n"),
            400},
        {get(host + "Name: a\rb\r\n"), 400},
        {get(host + QByteArray("Name: a\0b\r\n", 11)), 400},
        {get(host + " folded: x\r\n"), 400},
        {get(host + "Content-Length: -1\r\n"), 400},
        {get(host + "Content-Length: \r\n"), 400},
        {get(host + "Content-Length: 1x\r\n"), 400},
        {get(host + "Content-Length: 0\r\nContent-Length: 1\r\n"), 400},
        {get(host + "Content-Length: 0\r\nContent-Length: 0\r\n"), 200},
        {get(host + "Content-Length: 99999999999999999999999999\r\n"), 413},
        {get(host + "Transfer-Encoding: chunked\r\n"), 501},
        {get(host + "Expect: miracles\r\n"), 417},
        {"GET  / HTTP/1.1\r\n\r\n", 400},
        {"GET /a b HTTP/1.1\r\n\r\n", 400},
        {"GET /a\tb HTTP/1.1\r\n\r\n", 400},
        {"GET /\x01 HTTP/1.1\r\n\r\n", 400},
        {"GET event HTTP/1.1\r\n\r\n", 400},
        {"GET http:// HTTP/1.1\r\n\r\n", 400},
        {"GET ftp://x/ HTTP/1.1\r\n\r\n", 400},
        {"GET /\r\n\r\n", 400},
        {"GET / HTTP/1.1\n\n", 400},
        {"GET / HTTP/1.2\r\n\r\n", 505},
        {"GET / http/1.1\r\n\r\n", 400},
        {"GET / HTTP/\r\n\r\n", 400},
        {"G@T / HTTP/1.1\r\n\r\n", 400},
        {" GET / HTTP/1.1\r\n\r\n", 400},
        {"\x16\x03\x01", 400},
        {"\x80", 400},
    };
    for (const auto &[bytes, status] : cases)
        EXPECT_EQ(statusOf(bytes), status) << bytes.constData();
}

TEST(ParseRequest, LimitsAreExact)
{
    const auto withLine = [](qsizetype bytes) {
        const QByteArray fixed = "GET / HTTP/1.1";
        return "GET /" + QByteArray(bytes - fixed.size(), 'a') + " HTTP/1.1\r\n" + host + "\r\n";
    };
    EXPECT_EQ(statusOf(withLine(8192)), 200);
    EXPECT_EQ(statusOf(withLine(8193)), 414);
    EXPECT_EQ(statusOf(withLine(8192).left(8193)), 100);
    EXPECT_EQ(statusOf("GET /" + QByteArray(9000, 'a')), 414) << "before the line has ended";
    const auto withBody = [](qsizetype bytes) {
        return "POST / HTTP/1.1\r\n" + host + "Content-Length: " + QByteArray::number(bytes) + "\r\n\r\n"
            + QByteArray(bytes, 'b');
    };
    EXPECT_EQ(statusOf(withBody(32768)), 200);
    EXPECT_EQ(statusOf(withBody(32769)), 413);
    EXPECT_EQ(statusOf(withBody(32769).left(80)), 413) << "before the body has come";
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\n" + host + "X: " + QByteArray(8189, 'x') + "\r\n\r\n"), 200);
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\n" + host + "X: " + QByteArray(8190, 'x') + "\r\n\r\n"), 431);
    QByteArray many;
    for (int i = 0; i < 99; ++i)
        many += "X: y\r\n";
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\n" + host + many + "\r\n"), 200);
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\n" + host + many + "X: y\r\n\r\n"), 431);
    QByteArray wide;
    for (int i = 0; i < 9; ++i)
        wide += "X: " + QByteArray(8000, 'x') + "\r\n";
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\n" + host + wide + "\r\n"), 431);
}

TEST(ParseRequest, NeverReadsBeyondWhatCameAndNeverCrashes)
{
    Generate generate;
    const QByteArray seed = "POST /event?d_uuid=1 HTTP/1.1\r\n" + host
        + "Content-Type: application/x-www-form-urlencoded\r\nConnection: keep-alive\r\nContent-Length: "
          "5\r\n\r\nhello";
    for (int i = 0; i < 20000; ++i) {
        QByteArray bytes;
        if (generate.chance(30)) {
            for (int n = generate.number(0, 200); n > 0; --n)
                bytes += char(generate.number(0, 255));
        } else {
            bytes = seed;
            for (int n = generate.number(1, 5); n > 0; --n) {
                const int at = generate.number(0, int(bytes.size()) - 1);
                if (generate.chance(50))
                    bytes[at] = char(generate.number(0, 255));
                else if (generate.chance(50))
                    bytes.insert(at, generate.text("\r\n :/?%&=", 4));
                else
                    bytes.remove(at, generate.number(1, 10));
            }
        }
        // A copy without room behind it, so that a sanitizer sees a step too far.
        const std::vector<char> exact(bytes.begin(), bytes.end());
        const auto parsed = parseRequest(QByteArrayView(exact.data(), qsizetype(exact.size())));
        if (const auto *request = std::get_if<HttpRequest>(&parsed)) {
            EXPECT_GT(request->bytes, 0);
            EXPECT_LE(request->bytes, bytes.size());
            EXPECT_TRUE(bytes.contains(request->body));
        } else if (const auto *bad = std::get_if<BadRequest>(&parsed)) {
            EXPECT_GE(bad->status, 400);
            EXPECT_FALSE(bad->reason.isEmpty());
        }
    }
}

TEST(ParseRequest, WhateverItAcceptsTheSimulatorAnswersWithOneWholeResponse)
{
    Generate generate;
    Asking asking;
    const QByteArrayList keys{"d_uuid", "d_mid", "d_cid", "d_cid_ic", "d_rtbd", "d_cb", "d_dst", "d_cts",
        "d_sid", "d_tdpid", "gdpr", "gdpr_consent", "d_event", "d_rd", "c_likes", "d_orgid", "d_ver",
        "d_verify", "redir", "dpid", "dpuuid", "d_coppa", "c_sandbox_error", ""};
    const QByteArrayList paths{"/event?", "/id?", "/id/rd?",
        "/ibs:", "/demconf.jpg?et:ibs%7cdata:", "/demoptout.jpg?", "/optOutStatus?", "/dest5.html?",
        "/other?"};
    const QByteArrayList hosts{"acme.demdex.net", "dpm.demdex.net", "www.demdex.net", "globex.demdex.net",
        "usw2.demdex.net", "x", ""};
    const QByteArrayList values{"json", "1", "2", aUuid, aMid, "123%01c%011", "crm_main%01x", "%zz", "%",
        "%01", "a,b", "https%253A%252F%252Fx%252F%25d_src%25", "cb", "click", "\xff\xfe", "%ff",
        "6418DF487603467B0A49DC47@AdobeOrg", ""};
    for (int i = 0; i < 5000; ++i) {
        QByteArray target = generate.pick(paths);
        for (int n = generate.number(0, 8); n > 0; --n)
            target += generate.pick(keys) + '=' + generate.pick(values) + '&';
        const QByteArray lines
            = generate.chance(30) ? "Cookie: demdex=" + generate.pick(values) + "\r\n" : QByteArray();
        const QByteArray request
            = "GET " + target + " HTTP/1.1\r\nHost: " + generate.pick(hosts) + "\r\n" + lines + "\r\n";

        const Answered answer = asking.raw(request);

        EXPECT_EQ(answer.header("Content-Length").toInt(), answer.body.size()) << request.constData();
        EXPECT_TRUE(answer.status == 200 || answer.status == 302 || answer.status == 404)
            << request.constData();
        if (answer.header("Content-Type") == "application/json;charset=utf-8") {
            QJsonParseError problem;
            QJsonDocument::fromJson(answer.body, &problem);
            EXPECT_EQ(problem.error, QJsonParseError::NoError)
                << request.constData() << answer.body.constData();
        }
        for (const auto &[name, value] : answer.headers) {
            for (const char c : value)
                EXPECT_GE(static_cast<unsigned char>(c), 0x20) << name.constData();
        }
    }
}
