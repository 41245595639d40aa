// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/print.h"
#include "transport/exchanges.h"
#include "transport/scriptedpeer.h"

#include <array>
#include <functional>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Kind = dcs::Failure::Kind;

namespace {

const QByteArray okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const Script answerTwice{readRequest(), sendBytes(okAnswer), readRequest(), sendBytes(okAnswer)};

quint16 closedPort()
{
    QTcpServer server;
    EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
    return server.serverPort();
}

} // namespace

TEST(Choices, AClosedPortIsAConnectFailure)
{
    const dcs::Exchange result = exchange(wireRequest(), toPort(closedPort()));

    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->kind, Kind::Connect);
    EXPECT_TRUE(result.failure->message.contains(u"127.0.0.1:"_s)) << result.failure->message.toStdString();
    EXPECT_FALSE(result.failure->outcomeUnknown);
    EXPECT_EQ(result.status, 0);
}

TEST(Choices, AServerThatNeverAcceptsEndsAtTheDeadline)
{
    // A listener whose short queue is full answers no further connection.
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr *>(&address), length), 0);
    ASSERT_EQ(::listen(listener, 0), 0);
    ASSERT_EQ(::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length), 0);
    std::array<int, 4> fillers{};
    for (int &filler : fillers) {
        filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        (void)::connect(filler, reinterpret_cast<sockaddr *>(&address), length);
    }
    transport::WireManager network;

    const Made made = make(network, wireRequest(), toPort(ntohs(address.sin_port), 300));

    ASSERT_TRUE(made.exchange.failure);
    EXPECT_EQ(made.exchange.failure->kind, Kind::Timeout);
    EXPECT_TRUE(made.exchange.failure->message.contains(u"connecting"_s))
        << made.exchange.failure->message.toStdString();
    EXPECT_FALSE(made.exchange.failure->outcomeUnknown);
    EXPECT_GT(made.exchange.timings.connect, 200);
    for (const int filler : fillers)
        ::close(filler);
    ::close(listener);
}

TEST(Choices, ManyAtATimeEachGetTheirOwnAnswer)
{
    const QByteArray both = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    Script script;
    for (int i = 0; i < 60; ++i)
        script += {readRequest(), sendBytes(both)};
    ScriptedPeer peer(script);
    transport::WireManager network;
    network.setKeepConnections(true);
    int finished = 0, started = 0;
    std::function<void()> next = [&] {
        if (started == 60)
            return;
        ++started;
        auto *job = new transport::ExchangeJob(wireRequest(), toPort(peer.port()), network, &network);
        QObject::connect(
            job, &transport::ExchangeJob::finished, job, [&, job](const dcs::Exchange &exchange) {
                EXPECT_EQ(exchange.body, "ok");
                EXPECT_FALSE(exchange.failure);
                ++finished;
                job->deleteLater();
                next();
            });
        job->start();
    };
    for (int i = 0; i < 6; ++i)
        next();

    EXPECT_TRUE(QTest::qWaitFor([&] { return finished == 60; }));

    EXPECT_EQ(peer.requests(), 60);
    EXPECT_LE(peer.connections(), 6);
}

TEST(Choices, AHostWithoutAddressIsADnsFailure)
{
    dcs::WireRequest request = wireRequest();
    request.host = "no-such-host.invalid";

    const dcs::Exchange result = exchange(request, {});

    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->kind, Kind::Dns);
    EXPECT_TRUE(result.failure->message.contains(u"no-such-host.invalid"_s));
    EXPECT_GT(result.timings.dns, 0);
}

TEST(Choices, AnAddressOfTheOtherIpVersionIsADnsFailure)
{
    ScriptedPeer peer(answerTwice);
    dcs::SendOptions options = toPort(peer.port());
    options.ipVersion = dcs::SendOptions::IpVersion::V6;

    const dcs::Exchange result = exchange(wireRequest(), options);

    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->kind, Kind::Dns);
    EXPECT_EQ(peer.connections(), 0);
}

TEST(Choices, IpV6IsDialled)
{
    ScriptedPeer peer(answerTwice, std::nullopt, QHostAddress(QHostAddress::LocalHostIPv6));
    dcs::SendOptions options = toPort(peer.port());
    options.connectTo->host = u"::1"_s;
    options.ipVersion = dcs::SendOptions::IpVersion::V6;

    const dcs::Exchange result = exchange(wireRequest(), options);

    EXPECT_FALSE(result.failure) << result.failure->message.toStdString();
    EXPECT_EQ(result.peer, u"[::1]:%1"_s.arg(peer.port()));
}

TEST(Choices, ANameIsLookedUpAndItsAddressesAreTriedInTurn)
{
    ScriptedPeer peer(answerTwice); // 127.0.0.1 alone; localhost may be ::1 first
    dcs::SendOptions options = toPort(peer.port());
    options.connectTo->host = u"localhost"_s;

    const dcs::Exchange result = exchange(wireRequest(), options);

    EXPECT_FALSE(result.failure) << result.failure->message.toStdString();
    EXPECT_GT(result.timings.dns, 0);
    EXPECT_EQ(peer.connections(), 1);
}

TEST(Choices, ConnectionsAreClosedUnlessTheyAreToBeKept)
{
    ScriptedPeer peer(answerTwice);
    transport::WireManager network;
    for (int i = 0; i < 2; ++i)
        EXPECT_FALSE(make(network, wireRequest(), toPort(peer.port())).exchange.reusedConnection);
    EXPECT_EQ(peer.connections(), 2);
}

TEST(Choices, AKeptConnectionServesTheSameDestinationWithTheSameOptions)
{
    ScriptedPeer peer(answerTwice);
    transport::WireManager network;
    network.setKeepConnections(true);
    const dcs::SendOptions options = toPort(peer.port());
    dcs::SendOptions others = options;
    others.ipVersion = dcs::SendOptions::IpVersion::V4;
    dcs::WireRequest elsewhere = wireRequest();
    elsewhere.host = "irl1.demdex.net";

    const dcs::Exchange first = make(network, wireRequest(), options).exchange;
    const dcs::Exchange otherOptions = make(network, wireRequest(), others).exchange;
    const dcs::Exchange otherHost = make(network, elsewhere, options).exchange;
    const dcs::Exchange again = make(network, wireRequest("POST"), options).exchange;

    EXPECT_FALSE(first.reusedConnection);
    EXPECT_FALSE(otherOptions.reusedConnection);
    EXPECT_FALSE(otherHost.reusedConnection);
    EXPECT_TRUE(again.reusedConnection);
    EXPECT_EQ(again.timings.connect, 0);
    EXPECT_EQ(again.timings.dns, 0);
    EXPECT_EQ(again.peer, first.peer);
    EXPECT_EQ(peer.connections(), 3);
}

TEST(Choices, AConnectionWithUnreadBytesIsNeverReused)
{
    // A second answer that nobody asked for must not become the answer to the next call.
    ScriptedPeer peer({readRequest(), sendBytes(okAnswer), pauseFor(1),
        sendBytes("HTTP/1.1 500 Old\r\nContent-Length: 0\r\n\r\n")});
    transport::WireManager network;
    network.setKeepConnections(true);
    for (int i = 0; i < 10; ++i) {
        const dcs::Exchange result = make(network, wireRequest(), toPort(peer.port())).exchange;
        EXPECT_FALSE(result.reusedConnection);
        EXPECT_EQ(result.status, 200);
        EXPECT_TRUE(QTest::qWaitFor([&] { return peer.finishedScripts() == i + 1; }));
    }
    EXPECT_EQ(peer.connections(), 10);
}

TEST(Choices, TimingsAddUp)
{
    ScriptedPeer peer({readRequest(), pauseFor(30),
        sendBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no"), pauseFor(30), sendBytes("k")});

    const dcs::Exchange result = exchange(wireRequest(), toPort(peer.port()));

    const dcs::Timings &times = result.timings;
    EXPECT_FALSE(result.failure);
    EXPECT_EQ(times.dns, 0);
    EXPECT_EQ(times.tls, 0);
    EXPECT_GT(times.connect, 0);
    EXPECT_GT(times.send, 0);
    EXPECT_GE(times.wait, 28);
    EXPECT_GE(times.receive, 28);
    EXPECT_LE(times.connect + times.send + times.wait + times.receive, times.total);
    EXPECT_LE(qAbs(result.startedAt.msecsTo(QDateTime::currentDateTimeUtc())), 5000);
}

TEST(Choices, AnAnswerThatComesBeforeTheRequestWasReadIsTaken)
{
    ScriptedPeer peer({sendBytes("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        pauseFor(30), closeNow()});

    const dcs::Exchange result = exchange(wireRequest("POST"), toPort(peer.port()));

    EXPECT_FALSE(result.failure);
    EXPECT_EQ(result.status, 413);
}

TEST(Choices, DestroyingTheManagerEndsWhatIsUnderWay)
{
    ScriptedPeer peer({readRequest()});
    auto network = std::make_unique<transport::WireManager>();
    transport::ExchangeJob job(wireRequest(), toPort(peer.port()), *network);
    QList<dcs::Exchange> results;
    QObject::connect(&job, &transport::ExchangeJob::finished, &job,
        [&](const dcs::Exchange &exchange) { results.append(exchange); });
    job.start();
    EXPECT_TRUE(QTest::qWaitFor([&] { return peer.requests() == 1; }));

    network.reset();

    ASSERT_EQ(results.size(), 1);
    ASSERT_TRUE(results[0].failure);
    EXPECT_EQ(results[0].failure->kind, Kind::Aborted);
}

TEST(Choices, CancellingBeforeTheStartFinishesUnsent)
{
    ScriptedPeer peer(answerTwice);
    transport::WireManager network;
    transport::ExchangeJob job(wireRequest(), toPort(peer.port()), network);
    QList<dcs::Exchange> results;
    QObject::connect(&job, &transport::ExchangeJob::finished, &job,
        [&](const dcs::Exchange &exchange) { results.append(exchange); });

    job.cancel();
    job.start();

    ASSERT_EQ(results.size(), 1);
    EXPECT_FALSE(results[0].failure->outcomeUnknown);
    EXPECT_EQ(peer.connections(), 0);
}

TEST(Choices, TheReplyReadsLikeAnyNetworkReply)
{
    ScriptedPeer peer(answerTwice);
    transport::WireManager network;
    int managerFinished = 0;
    QObject::connect(&network, &QNetworkAccessManager::finished, &network, [&](QNetworkReply *reply) {
        ++managerFinished;
        EXPECT_EQ(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        EXPECT_EQ(reply->error(), QNetworkReply::NoError);
        EXPECT_EQ(reply->readAll(), "ok");
    });

    EXPECT_EQ(make(network, wireRequest(), toPort(peer.port())).exchange.status, 200);

    EXPECT_EQ(managerFinished, 1);
}
