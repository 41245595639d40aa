// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/encode.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;

namespace {

QByteArray encoded(const Call &call)
{
    const Result<WireRequest> request = encode(call);
    EXPECT_TRUE(request) << (request ? "" : request.error().message.toStdString());
    return request ? request->bytes : QByteArray();
}

Call plainCall()
{
    Call call = newCall("acme", "usw2.demdex.net");
    call.headers.removeLast();
    call.headers.removeLast();
    return call;
}

} // namespace

TEST(Encode, WritesRequestLineHeadersInOrderAndNothingElse)
{
    Call call = plainCall();
    call.headers.append({"x-Custom", "a: b", true});
    call.headers.append({"X-Custom", "", true});

    EXPECT_EQ(encoded(call),
        "GET /event?d_rtbd=json HTTP/1.1\r\nHost: acme.demdex.net\r\nx-Custom: a: b\r\nX-Custom:\r\n\r\n");
}

TEST(Encode, AFreshCallNamesTheAliasAndConnectsToTheRegion)
{
    const Result<WireRequest> request = encode(newCall("acme", "usw2.demdex.net"));

    ASSERT_TRUE(request);
    EXPECT_EQ(request->host, "usw2.demdex.net");
    EXPECT_EQ(request->port, 443);
    EXPECT_TRUE(request->tls);
    EXPECT_TRUE(request->bytes.contains("\r\nHost: acme.demdex.net\r\nUser-Agent: dcs-workbench/"));
    EXPECT_TRUE(request->bytes.endsWith("\r\nAccept: */*\r\n\r\n"));
}

TEST(Encode, LeavesOutWhatIsSwitchedOff)
{
    Call call = plainCall();
    call.parameters.append({"c_off=1", Parameter::Place::Query, false});
    call.parameters.append({"c_on=1", Parameter::Place::Query, true});
    call.headers.append({"X-Off", "1", false});

    EXPECT_EQ(encoded(call), "GET /event?d_rtbd=json&c_on=1 HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n");
}

TEST(Encode, SendsBrokenPercentsAndRawBytesAsTheyAre)
{
    Call call = plainCall();
    call.parameters = {
        {"d_site=%esid!", Parameter::Place::Query, true}, {"c_x=\xe9\"|\x01", Parameter::Place::Query, true}};

    EXPECT_TRUE(encoded(call).startsWith("GET /event?d_site=%esid!&c_x=\xe9\"|\x01 HTTP/1.1\r\n"));
}

TEST(Encode, AddsTheLengthOfABodyLast)
{
    Call call = plainCall();
    setMethod(call, "POST");

    EXPECT_EQ(encoded(call),
        "POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: 11\r\n\r\nd_rtbd=json");

    call.headers.prepend({"content-length", "11", true});
    EXPECT_EQ(encoded(call),
        "POST /event HTTP/1.1\r\ncontent-length: 11\r\nHost: acme.demdex.net\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\nd_rtbd=json");
}

TEST(Encode, APostWithoutBodyHasLengthZeroAndAGetHasNone)
{
    Call call = plainCall();
    EXPECT_FALSE(encoded(call).contains("Content-Length"));

    call.method = "POST";
    EXPECT_TRUE(encoded(call).endsWith("\r\nContent-Length: 0\r\n\r\n"));
}

TEST(Encode, SyncParametersFollowTheColon)
{
    Call call = plainCall();
    call.path = "/ibs:";
    call.parameters = {{"dpid=743", Parameter::Place::Path, true}, {"dpuuid=v", Parameter::Place::Path, true},
        {"gdpr=1", Parameter::Place::Query, true}};

    EXPECT_TRUE(encoded(call).startsWith("GET /ibs:dpid=743&dpuuid=v?gdpr=1 HTTP/1.1\r\n"));
}

TEST(Encode, RefusesWhatWouldBreakTheMessage)
{
    struct Case {
        const char *what;
        void (*change)(Call &);
        Errc code;
        const char *message;
    };
    const auto query = [](Call &call, const QByteArray &wire) {
        call.parameters.append({wire, Parameter::Place::Query, true});
    };
    static const auto addQuery = query;
    for (const Case &one :
        {
            Case{"space", [](Call &call) { addQuery(call, "c_x=a b"); }, Errc::NotSendable, "c_x"},
            Case{"line feed", [](Call &call) { addQuery(call, "c_x=a\nb"); }, Errc::NotSendable, "line feed"},
            Case{"carriage return", [](Call &call) { addQuery(call, "c_x=a\rb"); }, Errc::NotSendable,
                "carriage"},
            Case{
                "NUL", [](Call &call) { addQuery(call, QByteArray("c_x=\0", 5)); }, Errc::NotSendable, "NUL"},
            Case{"tab in path", [](Call &call) { call.path = "/ev\tent"; }, Errc::NotSendable, "path"},
            Case{"relative path", [](Call &call) { call.path = "event"; }, Errc::NotSendable, "slash"},
            Case{"empty method", [](Call &call) { call.method = ""; }, Errc::NotSendable, "method"},
            Case{
                "method with blank", [](Call &call) { call.method = "GET /x"; }, Errc::NotSendable, "method"},
            Case{"no Host", [](Call &call) { call.headers.clear(); }, Errc::NotSendable, "no Host"},
            Case{"Host off", [](Call &call) { call.headers[0].sent = false; }, Errc::NotSendable, "no Host"},
            Case{"empty Host", [](Call &call) { call.headers[0].value = ""; }, Errc::NotSendable, "empty"},
            Case{"Host without alias", [](Call &call) { setAlias(call, QString()); }, Errc::NotSendable,
                "Host"},
            Case{"Host with blank", [](Call &call) { setAlias(call, QStringLiteral("ac me")); },
                Errc::NotSendable, "Host"},
            Case{"Host with umlaut", [](Call &call) { setAlias(call, QStringLiteral("acmé")); },
                Errc::NotSendable, "Host"},
            Case{"Host with line feed", [](Call &call) { setAlias(call, QStringLiteral("a\nX: b")); },
                Errc::NotSendable, "control"},
            Case{"second Host",
                [](Call &call) {
                    call.headers.append({"host", "b.demdex.net", true});
                },
                Errc::NotSendable, "second"},
            Case{"header name",
                [](Call &call) {
                    call.headers.append({"X Y", "1", true});
                },
                Errc::NotSendable, "header name"},
            Case{"header name colon",
                [](Call &call) {
                    call.headers.append({"X:", "1", true});
                },
                Errc::NotSendable, "header name"},
            Case{"header value",
                [](Call &call) {
                    call.headers.append({"X", "a\r\nY: b", true});
                },
                Errc::NotSendable, "control character at byte 1"},
            Case{"length",
                [](Call &call) {
                    call.headers.append({"Content-Length", "5", true});
                },
                Errc::NotSendable, "Content-Length"},
            Case{"transfer coding",
                [](Call &call) {
                    call.headers.append({"transfer-encoding", "chunked", true});
                },
                Errc::NotSendable, "transfer-encoding"},
            Case{"connection",
                [](Call &call) {
                    call.headers.append({"Connection", "close", true});
                },
                Errc::NotSendable, "Connection"},
            Case{"expect",
                [](Call &call) {
                    call.headers.append({"Expect", "100-continue", true});
                },
                Errc::NotSendable, "Expect"},
            Case{"te",
                [](Call &call) {
                    call.headers.append({"te", "x", true});
                },
                Errc::NotSendable, "te"},
            Case{"upgrade",
                [](Call &call) {
                    call.headers.append({"Upgrade", "h2c", true});
                },
                Errc::NotSendable, "Upgrade"},
            Case{"no host", [](Call &call) { call.connectHost = ""; }, Errc::NotSendable, "connect"},
            Case{"bad host", [](Call &call) { call.connectHost = "a b"; }, Errc::NotSendable, "connected"},
            Case{"port 0", [](Call &call) { call.port = 0; }, Errc::NotSendable, "Port 0"},
            Case{"variable", [](Call &call) { addQuery(call, "d_uuid={{uuid}}"); }, Errc::Unresolved,
                "{{uuid}}"},
            Case{"variable host", [](Call &call) { call.connectHost = "{{host}}"; }, Errc::Unresolved,
                "{{host}}"},
            Case{"variable header", [](Call &call) { setHostHeader(call, "{{alias}}.demdex.net"); },
                Errc::Unresolved, "{{alias}}"},
        }) {
        Call call = plainCall();
        one.change(call);
        const Result<WireRequest> request = encode(call);
        ASSERT_FALSE(request) << one.what;
        EXPECT_EQ(request.error().code, one.code) << one.what;
        EXPECT_TRUE(request.error().message.contains(QString::fromUtf8(one.message)))
            << one.what << ": " << request.error().message.toStdString();
        EXPECT_FALSE(request.error().remedy.isEmpty()) << one.what;
    }
}

TEST(Encode, KeepAliveIsSentAsCapturedRequestsHaveIt)
{
    Call call = newCall("acme", "usw2.demdex.net");
    call.headers.append({"connection", "Keep-Alive", true});

    const auto request = encode(call);

    ASSERT_TRUE(request);
    EXPECT_TRUE(request->bytes.endsWith("connection: Keep-Alive\r\n\r\n")) << request->bytes.toStdString();
}

TEST(Encode, SwitchedOffThingsBreakNothing)
{
    Call call = plainCall();
    call.parameters.append({"c_x=a b{{y}}", Parameter::Place::Query, false});
    call.headers.append({"Host", "second.demdex.net", false});
    call.headers.append({"Content-Length", "99", false});

    EXPECT_EQ(encoded(call), "GET /event?d_rtbd=json HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n");
}

TEST(Encode, ABodyMayHoldAnything)
{
    Call call = plainCall();
    call.method = "POST";
    call.opaqueBody = QByteArray("a b\r\n\0{\"x\":{}}", 15);

    EXPECT_TRUE(encoded(call).endsWith(QByteArray("Content-Length: 15\r\n\r\na b\r\n\0{\"x\":{}}", 37)));
}

TEST(Encode, AVariableForHostAndPortIsReadWhenItIsKnown)
{
    Call call = plainCall();
    call.connectHost = "localhost:8080";
    const Result<WireRequest> request = encode(call);

    ASSERT_TRUE(request);
    EXPECT_EQ(request->host, "localhost");
    EXPECT_EQ(request->port, 8080);
}
