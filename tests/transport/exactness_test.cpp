// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/generate.h"
#include "support/print.h"
#include "transport/exchanges.h"
#include "transport/scriptedpeer.h"

using namespace Qt::StringLiterals;

namespace {

const QByteArray okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

QByteArray targetBytes()
{
    QByteArray out;
    for (int c = 1; c < 256; ++c) {
        if (c != ' ' && c != '\r' && c != '\n')
            out += char(c);
    }
    return out;
}

dcs::WireRequest generatedRequest(Generate &generate)
{
    static const QByteArray targets = targetBytes();
    static const QByteArray tokens = "abcXYZ019-_!#$%&'*+.^`|~";
    dcs::WireRequest out = wireRequest();
    out.bytes = generate.pick(QList<QByteArray>{"GET", "POST", "HEAD", "OPTIONS", "gEt"}) + " /"
        + generate.text(targets, generate.chance(5) ? 20000 : 60) + " HTTP/1.1\r\nhOsT: acme.demdex.net\r\n";
    for (int headers = generate.number(0, 6); headers > 0; --headers)
        out.bytes += generate.text(tokens, 10, 1) + ':' + generate.text(" \t", 2) + "v"
            + generate.text(targets, 30) + "\r\n";
    const QByteArray body
        = generate.chance(50) ? generate.text(targets + QByteArray("\0\r\n ", 4), 300) : QByteArray();
    out.bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    out.headBytes = out.bytes.size();
    out.bytes += body;
    return out;
}

} // namespace

TEST(Exactness, EveryGeneratedRequestArrivesByteForByte)
{
    Generate generate;
    transport::WireManager network;
    for (int i = 0; i < 500; ++i) {
        const dcs::WireRequest request = generatedRequest(generate);
        const QByteArray answer
            = request.bytes.startsWith("HEAD ") ? QByteArray("HTTP/1.1 200 OK\r\n\r\n") : okAnswer;
        ScriptedPeer peer({readRequest(), sendBytes(answer)});

        const dcs::Exchange result = make(network, request, toPort(peer.port())).exchange;

        ASSERT_EQ(peer.received(), request.bytes);
        ASSERT_FALSE(result.failure) << result.failure->message.toStdString();
        ASSERT_EQ(result.request, request);
    }
}

TEST(Exactness, BytesThatQUrlWouldRewriteGoOutAsTheyAre)
{
    for (const QByteArray query :
        {"%7e%2f%esid!", "%c3%a9", "a\"b|c<d>", "\xe9\xff", "100%", "%zz", "x{y}`^\\", "//../.", "a#b"}) {
        ScriptedPeer peer({readRequest(), sendBytes(okAnswer)});

        exchange(wireRequest("GET", false, "//../ev%65nt?" + query), toPort(peer.port()));

        EXPECT_TRUE(peer.received().startsWith(
            "GET //../ev%65nt?" + query + " HTTP/1.1\r\nHost: acme.demdex.net\r\n"));
    }
}

TEST(Exactness, WhatWouldMakeTwoRequestsIsRefused)
{
    dcs::WireRequest request = wireRequest();
    request.bytes += "GET /event HTTP/1.1\r\n\r\n";
    request.headBytes = request.bytes.size();

    const dcs::Exchange result = exchange(request, toPort(1));

    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->kind, dcs::Failure::Kind::Protocol);
    EXPECT_FALSE(result.failure->outcomeUnknown);
}

TEST(Exactness, RequestsOfOthersNeverLeave)
{
    transport::WireManager network;
    ScriptedPeer peer({readRequest(), sendBytes(okAnswer)});
    for (const QString &url :
        {u"http://127.0.0.1:%1/event"_s.arg(peer.port()), u"file:///etc/hostname"_s, u"data:,x"_s}) {
        std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(url))));
        bool finished = false;
        QObject::connect(reply.get(), &QNetworkReply::finished, reply.get(), [&] { finished = true; });

        EXPECT_TRUE(QTest::qWaitFor([&] { return finished; }));

        EXPECT_EQ(reply->error(), QNetworkReply::ProtocolUnknownError);
        EXPECT_EQ(reply->readAll(), QByteArray());
    }
    EXPECT_EQ(peer.connections(), 0);
}
