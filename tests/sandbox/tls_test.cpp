// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/wire.h"

#include <QElapsedTimer>
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

TEST(ServerTls, CurlTrustsItsAuthorityAndTheServerNameTellsTheRegion)
{
    RunningServer running(sandbox::Config::standard(), {}, true);
    const QString port = QString::number(running.server->tlsPort());
    const auto ask = [&](const QString &host) {
        return curl({u"-i"_s, u"--cacert"_s, running.server->caFile(), u"--connect-to"_s,
            u"%1:443:127.0.0.1:%2"_s.arg(host, port), u"-H"_s, u"Host: acme.demdex.net"_s,
            u"https://%1/event?d_rtbd=json"_s.arg(host)});
    };

    const Curl ireland = ask(u"irl1.demdex.net"_s);
    EXPECT_EQ(ireland.exitCode, 0) << ireland.out.constData();
    EXPECT_TRUE(ireland.out.contains("\"dcs_region\":6")) << ireland.out.constData();
    EXPECT_TRUE(ireland.out.contains("DCS: dcs-sandbox-irl1-1.sandbox"));
    EXPECT_TRUE(ireland.out.contains("Strict-Transport-Security: max-age=31536000; includeSubDomains"));
    EXPECT_TRUE(ireland.out.contains("; Secure; SameSite=None"));
    EXPECT_TRUE(ask(u"localhost"_s).out.contains("\"dcs_region\":9"));
    EXPECT_EQ(ask(u"www.example.com"_s).exitCode, 60) << "a name that the certificate does not cover";
    EXPECT_EQ(curl({u"https://127.0.0.1:%1/"_s.arg(port)}).exitCode, 60) << "without the authority";
    const Curl byAddress = curl({u"--cacert"_s, running.server->caFile(), u"-H"_s, u"Host: acme.demdex.net"_s,
        u"https://127.0.0.1:%1/event?d_rtbd=json"_s.arg(port)});
    EXPECT_EQ(byAddress.exitCode, 0) << byAddress.out.constData();
}

TEST(ServerTls, QtSpeaksToItAndManyRequestsUseOneConnection)
{
    RunningServer running(sandbox::Config::standard(), {}, true);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(running.server->caFile()));
    QSslSocket socket;
    socket.setSslConfiguration(configuration);
    QByteArray received;
    QObject::connect(&socket, &QIODevice::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.connectToHostEncrypted(u"127.0.0.1"_s, running.server->tlsPort(), u"tyo3.demdex.net"_s);

    ASSERT_TRUE(RawClient::wait([&] { return socket.isEncrypted(); })) << socket.errorString().toStdString();
    socket.write(getRequest(anEvent) + getRequest(anEvent));

    EXPECT_TRUE(RawClient::wait([&] { return received.count("\"dcs_region\":11") == 2; }))
        << received.constData();
}

TEST(ServerTls, AnswersATlsRequestAsQuicklyAsOneInTheClear)
{
    RunningServer running(sandbox::Config::standard(), {}, true);
    QSslSocket socket;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(running.server->caFile()));
    socket.setSslConfiguration(configuration);
    QByteArray received;
    QEventLoop loop;
    QObject::connect(&socket, &QIODevice::readyRead, &socket, [&] {
        received += socket.readAll();
        if (received.endsWith('}'))
            loop.quit();
    });
    socket.connectToHostEncrypted(u"127.0.0.1"_s, running.server->tlsPort(), u"usw2.demdex.net"_s);
    ASSERT_TRUE(RawClient::wait([&] { return socket.isEncrypted(); }));
    qint64 fastest = 1000000;
    QTimer::singleShot(10000, &loop, &QEventLoop::quit);

    for (int i = 0; i < 10; ++i) {
        received.clear();
        QElapsedTimer clock;
        clock.start();
        socket.write(getRequest(anEvent));
        loop.exec();
        ASSERT_TRUE(received.endsWith('}'));
        fastest = qMin(fastest, clock.nsecsElapsed() / 1000);
    }

    // Nagle's algorithm would make it 40 ms, always.
    EXPECT_LT(fastest, 20000);
}

TEST(ServerTls, ClientsThatSpeakNoTlsAreDroppedAndDoNoHarm)
{
    RunningServer running(sandbox::Config::standard(), impatient(), true);
    RawClient plain(running.server->tlsPort());
    RawClient silent(running.server->tlsPort());
    RawClient half(running.server->tlsPort());

    plain.send(getRequest(anEvent));
    half.send(QByteArray::fromHex("16030102000100"));

    EXPECT_TRUE(plain.waitForClose());
    EXPECT_TRUE(silent.waitForClose());
    EXPECT_TRUE(half.waitForClose());
    EXPECT_FALSE(plain.received.contains("HTTP/"));
}
