// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"
#include "sandbox/ask.h"
#include "sandbox/server.h"
#include "support/generate.h"
#include "support/temporaryfolder.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <functional>

/// A server on free ports of this thread, and what it said.
class RunningServer
{
public:
    explicit RunningServer(const sandbox::Config &config = sandbox::Config::standard(),
        sandbox::Server::Options options = {}, bool tls = false)
    {
        options.folder = folder.path(QStringLiteral("sandbox"));
        if (tls)
            options.tlsPort = quint16(0);
        server = std::make_unique<sandbox::Server>(config, options, dcs::Catalogue::builtIn());
        QObject::connect(server.get(), &sandbox::Server::served, server.get(),
            [this](const QString &line) { log.append(line); });
        const auto started = server->start();
        EXPECT_TRUE(started) << (started ? "" : started.error().message.toStdString());
    }

    TemporaryFolder folder;
    QStringList log;
    std::unique_ptr<sandbox::Server> server;
};

/// A client that writes bytes and keeps what comes back.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        EXPECT_TRUE(wait([this] { return socket.state() == QAbstractSocket::ConnectedState; }));
        QObject::connect(&socket, &QIODevice::readyRead, &socket, [this] { received += socket.readAll(); });
    }

    static bool wait(const std::function<bool()> &condition, int ms = 5000)
    {
        return QTest::qWaitFor(condition, ms);
    }
    void send(const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.flush();
    }
    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    bool waitForClose(int ms = 5000)
    {
        return wait([this] { return isClosed(); }, ms);
    }
    /// The next complete response, taken off what was received; an empty one if it does not come.
    Answered next(int ms = 5000)
    {
        const auto length = [this]() -> qsizetype {
            const qsizetype end = received.indexOf("\r\n\r\n");
            if (end < 0)
                return -1;
            const qsizetype body = Answered(received.left(end + 4)).header("Content-Length").toLongLong();
            return received.size() >= end + 4 + body ? end + 4 + body : -1;
        };
        EXPECT_TRUE(wait([&] { return length() >= 0 || isClosed(); }, ms)) << received.constData();
        const qsizetype bytes = length();
        if (bytes < 0)
            return Answered();
        const Answered answer(received.left(bytes));
        received.remove(0, bytes);
        return answer;
    }

    QTcpSocket socket;
    QByteArray received;
};

inline QByteArray getRequest(
    const QByteArray &target, const QByteArray &lines = {}, const QByteArray &host = "acme.demdex.net")
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + lines + "\r\n";
}
