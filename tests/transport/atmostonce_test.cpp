// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/print.h"
#include "transport/exchanges.h"
#include "transport/scriptedpeer.h"
#include "transport/testcertificates.h"

namespace {

struct Ending {
    const char *name;
    Script script;
    int requests; ///< that the peer must have seen
};

Script ending(const QByteArray &bytes, const Step &last)
{
    Script out{readRequest()};
    if (!bytes.isEmpty())
        out.append(sendBytes(bytes));
    out.append(last);
    return out;
}

QList<Ending> endings()
{
    QList<Ending> out{{"after accept", {closeNow()}, 0}, {"reset after accept", {resetNow()}, 0}};
    const QList<std::pair<const char *, QByteArray>> places{{"after reading", ""},
        {"mid status line", "HTTP/1.1 20"}, {"mid headers", "HTTP/1.1 200 OK\r\nContent-Le"},
        {"mid body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"}, {"garbage", "\x01\x02garbage"},
        {"bare HTTP/1.1", "HTTP/1.1"},
        {"a challenge",
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"},
        {"408", "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"},
        {"421", "HTTP/1.1 421 Misdirected Request\r\nContent-Length: 0\r\n\r\n"},
        {"503", "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"},
        {"a redirect", "HTTP/1.1 307 Temporary Redirect\r\nLocation: /event\r\nContent-Length: 0\r\n\r\n"}};
    for (const auto &[name, bytes] : places) {
        out.append({name, ending(bytes, closeNow()), 1});
        out.append({name, ending(bytes, cutNow()), 1});
        out.append({name, ending(bytes, resetNow()), 1});
    }
    return out;
}

} // namespace

TEST(AtMostOnce, NoEndingOfTheConnectionMakesASecondRequest)
{
    const QSslConfiguration certificate = TestCertificates::instance().server({QStringLiteral("good")});
    transport::WireManager network;
    for (const bool tls : {false, true}) {
        for (const QByteArray method : {"GET", "POST"}) {
            for (const Ending &ending : endings()) {
                SCOPED_TRACE(std::string(ending.name) + (tls ? " tls " : " clear ") + method.toStdString());
                ScriptedPeer peer(ending.script, tls ? std::optional(certificate) : std::nullopt);
                dcs::SendOptions options = toPort(peer.port(), 2000);
                options.caFile = TestCertificates::instance().caFile();

                const Made made = make(network, wireRequest(method, tls), options);

                EXPECT_EQ(peer.connections(), 1);
                EXPECT_LE(peer.requests(), 1);
                EXPECT_GE(peer.requests(), ending.requests);
                EXPECT_FALSE(
                    made.exchange.failure && made.exchange.failure->kind == dcs::Failure::Kind::Timeout);
                if (made.exchange.failure && peer.requests() == 1) {
                    EXPECT_TRUE(made.exchange.failure->outcomeUnknown);
                }
            }
        }
    }
}

TEST(AtMostOnce, AKeptConnectionThatClosesWithoutAnAnswerLeavesTheOutcomeUnknown)
{
    const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    for (const QByteArray method : {"GET", "POST"}) {
        ScriptedPeer peer({readRequest(), sendBytes(ok), readRequest(), closeNow()});
        transport::WireManager network;
        network.setKeepConnections(true);

        const dcs::Exchange first = make(network, wireRequest(method), toPort(peer.port())).exchange;
        const dcs::Exchange second = make(network, wireRequest(method), toPort(peer.port())).exchange;

        EXPECT_FALSE(first.failure);
        EXPECT_FALSE(first.reusedConnection);
        EXPECT_TRUE(second.reusedConnection);
        ASSERT_TRUE(second.failure);
        EXPECT_TRUE(second.failure->outcomeUnknown);
        EXPECT_EQ(peer.connections(), 1);
        EXPECT_EQ(peer.requests(), 2);
    }
}

TEST(AtMostOnce, AConnectionThatWasClosedMeanwhileIsNotReused)
{
    const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    for (const Step &ending : {closeNow(), resetNow()}) {
        ScriptedPeer peer({readRequest(), sendBytes(ok), ending});
        transport::WireManager network;
        network.setKeepConnections(true);

        for (int i = 0; i < 20; ++i) {
            EXPECT_FALSE(make(network, wireRequest(), toPort(peer.port())).exchange.failure);
            EXPECT_TRUE(QTest::qWaitFor([&] { return peer.finishedScripts() == i + 1; }));
        }

        EXPECT_EQ(peer.requests(), 20);
        EXPECT_EQ(peer.connections(), 20);
    }
}
