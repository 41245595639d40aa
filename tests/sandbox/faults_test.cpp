// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/wire.h"

using namespace Qt::StringLiterals;

namespace {

const QByteArray anEvent = "/event?d_rtbd=json&d_uuid=" + aUuid;

} // namespace

TEST(Server, FaultsHappenOnTheWire)
{
    RunningServer running;
    const auto ask = [&](const QByteArray &fault) {
        auto client = std::make_unique<RawClient>(running.server->port());
        client->send(getRequest(anEvent, "X-Sandbox-Fault: " + fault + "\r\n"));
        return client;
    };

    auto client = ask("close-before-headers");
    EXPECT_TRUE(client->waitForClose());
    EXPECT_EQ(client->received, "");

    client = ask("close-in-headers");
    EXPECT_TRUE(client->waitForClose());
    EXPECT_TRUE(client->received.startsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_FALSE(client->received.contains("\r\n\r\n"));

    client = ask("close-after-headers");
    EXPECT_TRUE(client->waitForClose());
    EXPECT_TRUE(client->received.endsWith("\r\n\r\n"));

    client = ask("close-in-body");
    EXPECT_TRUE(client->waitForClose());
    EXPECT_LT(
        Answered(client->received).body.size(), Answered(client->received).header("Content-Length").toInt());
    EXPECT_GT(Answered(client->received).body.size(), 0);

    client = ask("reset");
    QSignalSpy failed(&client->socket, &QAbstractSocket::errorOccurred);
    EXPECT_TRUE(client->waitForClose());
    EXPECT_EQ(client->received, "");

    client = ask("content-length-long");
    EXPECT_TRUE(client->waitForClose());
    EXPECT_EQ(Answered(client->received).header("Content-Length").toInt(),
        Answered(client->received).body.size() + 100);

    client = ask("content-length-short");
    EXPECT_TRUE(client->waitForClose());
    EXPECT_LT(
        Answered(client->received).header("Content-Length").toInt(), Answered(client->received).body.size());

    client = ask("unfinished-chunk");
    EXPECT_TRUE(client->waitForClose());
    EXPECT_EQ(Answered(client->received).header("Transfer-Encoding"), "chunked");
    EXPECT_FALSE(client->received.contains("\r\n0\r\n"));
}

TEST(Server, ASlowBodyTricklesAndASlowFirstByteIsLate)
{
    RunningServer running;
    RawClient trickle(running.server->port());
    RawClient late(running.server->port());

    trickle.send(getRequest(anEvent, "X-Sandbox-Fault: slow-body\r\n"));
    late.send(getRequest(anEvent, "X-Sandbox-Fault: slow-first-byte\r\n"));

    EXPECT_TRUE(RawClient::wait([&] { return trickle.received.contains("\r\n\r\n"); }));
    EXPECT_LT(Answered(trickle.received).body.size(), 30);
    EXPECT_TRUE(RawClient::wait([&] { return Answered(trickle.received).body.size() > 5; }));
    EXPECT_EQ(late.received, "");
}

TEST(Server, AConfiguredFaultSpoilsEveryAnswer)
{
    sandbox::Config config = sandbox::Config::standard();
    config.fault = u"status-503"_s;
    RunningServer running(config);
    RawClient client(running.server->port());

    client.send(getRequest(anEvent));

    EXPECT_EQ(client.next().status, 503);
}
