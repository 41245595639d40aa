// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/wire.h"

#include <QEventLoop>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray anEvent = "/event?d_rtbd=json&d_uuid=" + aUuid;

struct Curl {
    int exitCode = -1;
    QByteArray out;
};

/// Runs curl while the server of this thread goes on serving.
Curl curl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"curl"_s, QStringList{u"-sS"_s, u"--max-time"_s, u"20"_s} + arguments);
    EXPECT_TRUE(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 25000));
    Curl result{process.exitCode(), process.readAllStandardOutput()};
    if (result.exitCode != 0)
        result.out += process.readAllStandardError();
    return result;
}

sandbox::Server::Options impatient()
{
    sandbox::Server::Options options;
    options.requestMs = 150;
    options.idleMs = 400;
    return options;
}

} // namespace

TEST(Server, AnswersARequestOverAKeptConnection)
{
    RunningServer running;
    RawClient client(running.server->port());

    for (int i = 0; i < 3; ++i) {
        client.send(getRequest(anEvent));
        const Answered answer = client.next();
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.uuid().toLatin1(), aUuid);
        EXPECT_EQ(answer.header("Connection"), "keep-alive");
        EXPECT_EQ(answer.header("X-TID").size(), 12);
        EXPECT_EQ(answer.header("Strict-Transport-Security"), "") << "over clear text";
    }
    EXPECT_FALSE(client.isClosed());
    EXPECT_EQ(running.log.size(), 3);
}

TEST(Server, ReadsARequestThatComesByteByByte)
{
    RunningServer running;
    RawClient client(running.server->port());
    const QByteArray body = "d_rtbd=json&d_uuid=" + aUuid;

    const QByteArray request = "POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\n"
                               "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    for (const char c : request) {
        client.send(QByteArray(1, c));
        QCoreApplication::processEvents();
    }

    EXPECT_EQ(client.next().uuid().toLatin1(), aUuid);
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder)
{
    RunningServer running;
    RawClient client(running.server->port());
    QByteArray requests;
    for (int i = 0; i < 200; ++i) {
        // The first one takes longest.
        const QByteArray fault = i == 0 ? "X-Sandbox-Fault: code-200\r\n" : "";
        requests += getRequest(
            "/event?d_rtbd=json&d_uuid=" + QByteArray::number(i).rightJustified(38, '0'), fault);
    }

    client.send(requests);

    for (int i = 0; i < 200; ++i) {
        const Answered answer = client.next();
        ASSERT_EQ(answer.uuid().toLatin1(), QByteArray::number(i).rightJustified(38, '0'));
    }
}

TEST(Server, KeepsTheOrderEvenIfTheFirstAnswerIsDelayed)
{
    RunningServer running(changed(R"({"latencyMs": 60})"));
    RawClient client(running.server->port());

    client.send(getRequest("/event?d_rtbd=json&c_n=1") + getRequest("/nowhere"));

    EXPECT_EQ(client.next().status, 200);
    EXPECT_EQ(client.next().status, 404);
}

TEST(Server, ClosesAfterConnectionCloseAndAfterHttp10)
{
    RunningServer running;
    RawClient closing(running.server->port());
    RawClient old(running.server->port());

    closing.send(getRequest(anEvent, "Connection: close\r\n"));
    old.send("GET " + anEvent + " HTTP/1.0\r\n\r\n");

    EXPECT_EQ(closing.next().header("Connection"), "close");
    EXPECT_TRUE(closing.waitForClose());
    const Answered answer = old.next();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.codes(), QList<int>{100}) << "HTTP/1.0 needs no Host header, the DCS does";
    EXPECT_TRUE(old.waitForClose());
}

TEST(Server, AnswersAClientThatHasClosedItsSendingSide)
{
    RunningServer running;
    RawClient client(running.server->port());

    client.send(getRequest(anEvent));
    const int descriptor = int(client.socket.socketDescriptor());
    ASSERT_EQ(::shutdown(descriptor, SHUT_WR), 0);

    EXPECT_EQ(client.next().status, 200);
}

TEST(Server, RefusesWhatIsNoRequestAndCloses)
{
    const struct {
        QByteArray bytes;
        int status;
    } cases[] = {
        {"GET /event HTTP/1.1\r\n\r\n", 400},
        {"\x16\x03\x01\x02\x00\x01\x00", 400},
        {"GET /event\r\n\r\n", 400},
        {"GET /event HTTP/2.0\r\nHost: acme.demdex.net\r\n\r\n", 505},
        {"GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n", 414},
        {"POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\nContent-Length: 32769\r\n\r\n", 413},
        {"POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\nTransfer-Encoding: chunked\r\n\r\n", 501},
    };
    RunningServer running;
    for (const auto &[bytes, status] : cases) {
        RawClient client(running.server->port());

        client.send(bytes);

        const Answered answer = client.next();
        EXPECT_EQ(answer.status, status) << bytes.left(60).constData();
        EXPECT_EQ(answer.header("Connection"), "close");
        EXPECT_TRUE(client.waitForClose());
    }
}

TEST(Server, TheAnswerToAnOversizeBodyReachesAClientThatGoesOnSending)
{
    RunningServer running;
    RawClient client(running.server->port());

    client.send("POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\nContent-Length: 400000\r\n\r\n");
    for (int i = 0; i < 100; ++i) {
        client.send(QByteArray(4000, 'x'));
        QCoreApplication::processEvents();
    }

    EXPECT_EQ(client.next().status, 413);
}

TEST(Server, AForeignHostLearnsAndChangesNothing)
{
    RunningServer running;
    const QByteArray port = QByteArray::number(running.server->port());
    for (const QByteArray &host : {QByteArray("127.0.0.1:") + port, QByteArray("127.0.0.1:1"),
             QByteArray("localhost"), QByteArray("[::1]:") + port, "evil.example:" + port,
             QByteArray("acme.demdex.net.evil.example"), QByteArray("evildemdex.net")}) {
        for (const QByteArray &target : {QByteArray("/event?d_rtbd=json&d_uuid=") + QByteArray(38, '4'),
                 "/demoptout?d_rtbd=json&d_uuid=" + QByteArray(38, '4'),
                 QByteArray("/id?d_ver=2&d_rtbd=json&d_orgid=6418DF487603467B0A49DC47%40AdobeOrg")}) {
            RawClient client(running.server->port());
            client.send(getRequest(target, "Origin: https://evil.example\r\n", host));

            const Answered answer = client.next();

            EXPECT_EQ(answer.status, 200) << host.constData() << target.constData();
            EXPECT_TRUE(answer.body.contains("\"code\":1,")) << host.constData() << target.constData();
            EXPECT_TRUE(answer.header("Access-Control-Allow-Origin").isEmpty()) << host.constData();
            EXPECT_TRUE(answer.header("Set-Cookie").isEmpty()) << host.constData() << target.constData();
        }
    }
    RawClient owner(running.server->port());
    owner.send(getRequest("/event?d_rtbd=json&d_uuid=" + QByteArray(38, '4'), "Origin: https://a.example\r\n",
        "ACME.Demdex.Net.:443"));
    const Answered answer = owner.next();
    EXPECT_TRUE(answer.body.contains("\"uuid\"")) << "nobody opted this user out";
    EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "https://a.example");
}

TEST(Server, ListensOnTheLoopbackOnly)
{
    RunningServer running;
    QTcpSocket socket;
    // Another address of the loopback net is not 127.0.0.1 either.
    socket.connectToHost(u"127.0.0.2"_s, running.server->port());

    EXPECT_FALSE(socket.waitForConnected(300));
}

TEST(Server, GivesUpOnARequestThatDoesNotEnd)
{
    RunningServer running(sandbox::Config::standard(), impatient());
    RawClient slow(running.server->port());

    slow.send("GET /event HTTP/1.1\r\nHost: acme.d");

    EXPECT_EQ(slow.next(3000).status, 408);
    EXPECT_TRUE(slow.waitForClose());
}

TEST(Server, ATrickleOfBytesDoesNotExtendTheDeadline)
{
    RunningServer running(sandbox::Config::standard(), impatient());
    RawClient slow(running.server->port());
    slow.send("GET /event?x=");

    const bool answered = RawClient::wait([&] {
        if (!slow.isClosed())
            slow.send("a");
        return !slow.received.isEmpty();
    });

    EXPECT_TRUE(answered);
    EXPECT_TRUE(slow.received.startsWith("HTTP/1.1 408")) << slow.received.constData();
}

TEST(Server, ClosesAConnectionThatAsksNothing)
{
    RunningServer running(sandbox::Config::standard(), impatient());
    RawClient silent(running.server->port());
    RawClient served(running.server->port());
    served.send(getRequest(anEvent));
    EXPECT_EQ(served.next().status, 200);

    EXPECT_TRUE(silent.waitForClose());
    EXPECT_TRUE(served.waitForClose());
    EXPECT_EQ(silent.received, "");
}

TEST(Server, CapsItsConnectionsAndRecovers)
{
    sandbox::Server::Options options;
    options.maxConnections = 5;
    RunningServer running(sandbox::Config::standard(), options);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<RawClient>(running.server->port()));
        clients.back()->send(getRequest(anEvent));
        EXPECT_EQ(clients.back()->next().status, 200);
    }

    RawClient surplus(running.server->port());
    EXPECT_TRUE(surplus.waitForClose());
    clients.pop_back();

    // The freed place is taken again as soon as the server has noticed.
    EXPECT_TRUE(RawClient::wait([&] {
        RawClient another(running.server->port());
        another.send(getRequest(anEvent));
        RawClient::wait([&] { return another.isClosed() || !another.received.isEmpty(); }, 500);
        return another.received.startsWith("HTTP/1.1 200");
    }));
}

TEST(Server, SurvivesManyClientsThatSendGarbageAndLeave)
{
    RunningServer running;
    Generate generate;
    for (int i = 0; i < 100; ++i) {
        QByteArray garbage;
        for (int n = generate.number(0, 300); n > 0; --n)
            garbage += char(generate.number(0, 255));
        if (generate.chance(50))
            garbage.prepend(getRequest(anEvent).left(generate.number(0, 100)));
        RawClient client(running.server->port());
        client.send(garbage);
        if (generate.chance(30))
            client.socket.abort();
        QCoreApplication::processEvents();
    }

    RawClient client(running.server->port());
    client.send(getRequest(anEvent));

    EXPECT_EQ(client.next().status, 200);
}

TEST(Server, AClientThatLeavesInTheMiddleOfItsRequestsIsForgotten)
{
    RunningServer running(changed(R"({"latencyMs": 0})"));
    QByteArray requests;
    for (int i = 0; i < 200; ++i)
        requests += getRequest(anEvent);
    for (const char *lines : {"", "X-Sandbox-Fault: slow-body\r\n", "X-Sandbox-Fault: slow-first-byte\r\n"}) {
        RawClient client(running.server->port());
        client.send(getRequest(anEvent, lines) + requests);
        client.socket.abort();
    }

    RawClient other(running.server->port());
    other.send(getRequest(anEvent));

    EXPECT_EQ(other.next().status, 200);
}

TEST(Server, AClientThatReadsNothingDoesNotFillTheMemory)
{
    RunningServer running;
    RawClient greedy(running.server->port());
    QObject::disconnect(&greedy.socket, &QIODevice::readyRead, nullptr, nullptr);
    greedy.socket.setReadBufferSize(1);
    QByteArray requests;
    for (int i = 0; i < 1000; ++i)
        requests += getRequest(anEvent);

    // Far more answers than the socket's buffers and our own limit of what waits to be sent can hold.
    const bool stalled = RawClient::wait(
        [&] {
            if (greedy.socket.bytesToWrite() < 1000000)
                greedy.socket.write(requests);
            return running.log.size() > 100 && greedy.socket.bytesToWrite() > 500000;
        },
        10000);
    EXPECT_TRUE(stalled);
    const qsizetype served = running.log.size();
    RawClient::wait([&] { return running.log.size() > served + 5000; }, 300);
    EXPECT_LT(running.log.size(), served + 5000);

    RawClient other(running.server->port());
    other.send(getRequest(anEvent));
    EXPECT_EQ(other.next().status, 200);
}

TEST(Server, CallsOfOneUserThatOverlapAreCountedAndLogged)
{
    RunningServer running(changed(R"({"latencyMs": 100})"));
    RawClient first(running.server->port());
    RawClient second(running.server->port());

    first.send(getRequest(anEvent));
    second.send(getRequest(anEvent));
    EXPECT_EQ(first.next().status, 200);
    EXPECT_EQ(second.next().status, 200);
    EXPECT_EQ(running.server->races(), 1);
    EXPECT_EQ(running.log.filter(u"race"_s).size(), 1);

    // In series it is no race.
    first.send(getRequest(anEvent));
    EXPECT_EQ(first.next().status, 200);
    second.send(getRequest(anEvent));
    EXPECT_EQ(second.next().status, 200);
    EXPECT_EQ(running.server->races(), 1);
}

TEST(Server, TheLogNamesNoSignalsAndNoControlCharacters)
{
    RunningServer running;
    RawClient client(running.server->port());

    client.send(getRequest("/event?p_secret=hidden&d_uuid=" + aUuid));
    EXPECT_EQ(client.next().status, 200);
    client.send(getRequest("/\xe2\x80\xae"
                           "evil"));
    EXPECT_EQ(client.next().status, 404);

    EXPECT_FALSE(running.log.join(u'\n').contains(u"hidden"));
    EXPECT_FALSE(running.log.join(u'\n').contains(QChar(0x202e)));
    EXPECT_TRUE(running.log.first().contains(QString::fromLatin1(aUuid)));
}

TEST(Server, APortThatIsTakenIsAnErrorThatNamesIt)
{
    RunningServer running;
    sandbox::Server::Options options;
    options.port = running.server->port();
    sandbox::Server second(sandbox::Config::standard(), options, dcs::Catalogue::builtIn());

    const auto started = second.start();

    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, dcs::Errc::Network);
    EXPECT_TRUE(started.error().message.contains(QString::number(running.server->port())));
}

TEST(Server, RunsInAThreadOfItsOwn)
{
    QThread thread;
    thread.start();
    auto *server = new sandbox::Server(sandbox::Config::standard(), {}, dcs::Catalogue::builtIn());
    server->moveToThread(&thread);
    quint16 port = 0;
    QMetaObject::invokeMethod(
        server,
        [&] {
            EXPECT_TRUE(server->start());
            port = server->port();
        },
        Qt::BlockingQueuedConnection);

    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    ASSERT_TRUE(socket.waitForConnected(5000));
    socket.write(getRequest(anEvent));
    QByteArray received;
    while (!received.contains(aUuid) && socket.waitForReadyRead(5000))
        received += socket.readAll();
    EXPECT_TRUE(received.startsWith("HTTP/1.1 200"));

    server->deleteLater();
    thread.quit();
    EXPECT_TRUE(thread.wait(5000));
}

TEST(Server, CurlGetsThePageItAsksFor)
{
    RunningServer running;
    const QString address = u"http://127.0.0.1:%1"_s.arg(running.server->port());

    const Curl get = curl({u"-H"_s, u"Host: acme.demdex.net"_s, address + QString::fromLatin1(anEvent)});
    EXPECT_EQ(get.exitCode, 0) << get.out.constData();
    EXPECT_TRUE(get.out.startsWith("{\"stuff\":[],\"uuid\":\"" + aUuid)) << get.out.constData();

    const Curl post = curl({u"-H"_s, u"Host: acme.demdex.net"_s, u"-H"_s, u"Expect: 100-continue"_s,
        u"--data"_s, u"d_rtbd=json&c_likes=jazz%20piano"_s, address + u"/event"_s});
    EXPECT_EQ(post.exitCode, 0) << post.out.constData();
    EXPECT_TRUE(post.out.contains("seg=984263")) << post.out.constData();

    // What a proxy would get: the name is in the target.
    const Curl proxied
        = curl({u"--proxy"_s, address, u"http://acme.demdex.net"_s + QString::fromLatin1(anEvent)});
    EXPECT_TRUE(proxied.out.contains(aUuid)) << proxied.out.constData();
}
