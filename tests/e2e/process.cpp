// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "e2e/process.h"

#include <QEventLoop>
#include <QMutex>
#include <QSemaphore>
#include <QTcpSocket>
#include <QTimer>

namespace {
constexpr int patienceMs = 20000;
}

QJsonObject Ran::json() const
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(out, &problem);
    EXPECT_TRUE(document.isObject()) << problem.errorString().toStdString() << "\n"
                                     << out.toStdString() << err.toStdString();
    return document.object();
}

Ran runProgram(
    const QString &program, const QStringList &arguments, const QByteArray &input, const QString &folder)
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    EXPECT_TRUE(process.waitForFinished(patienceMs)) << program.toStdString() << " did not end";
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit) << program.toStdString() << " crashed";
    ran.exitCode = process.exitCode();
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

DcsProgram::DcsProgram() = default;

QString DcsProgram::path()
{
    return QStringLiteral(DCS_BIN_DIR "/dcs");
}

QStringList DcsProgram::complete(const QStringList &arguments) const
{
    QStringList all = arguments;
    if (!all.isEmpty() && all.first() != QLatin1String("--version") && all.first() != QLatin1String("--help"))
        all.insert(1, QStringLiteral("--data-dir=") + m_folder.path(QStringLiteral("data")));
    return all;
}

Ran DcsProgram::run(const QStringList &arguments, const QByteArray &input) const
{
    return runProgram(path(), complete(arguments), input, m_folder.path());
}

std::unique_ptr<QProcess> DcsProgram::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setWorkingDirectory(m_folder.path());
    process->start(path(), complete(arguments));
    EXPECT_TRUE(process->waitForStarted(patienceMs));
    return process;
}

SandboxProcess::SandboxProcess(const DcsProgram &dcs, const QStringList &options)
    : m_process(dcs.start(
        QStringList{QStringLiteral("sandbox"), QStringLiteral("--port=0"), QStringLiteral("--tls-port=0")}
        + options))
{
    while (!m_process->canReadLine() && m_process->waitForReadyRead(patienceMs)) { }
    const QJsonObject ready = QJsonDocument::fromJson(m_process->readLine()).object();
    m_http = ready.value(QLatin1String("http")).toString();
    m_https = ready.value(QLatin1String("https")).toString();
    m_ca = ready.value(QLatin1String("ca")).toString();
    EXPECT_FALSE(m_http.isEmpty()) << m_process->readAllStandardError().toStdString();
}

SandboxProcess::~SandboxProcess()
{
    m_process->terminate();
    EXPECT_TRUE(m_process->waitForFinished(patienceMs));
}

struct RawServer::Shared {
    QMutex mutex;
    QByteArray received;
    int connections = 0;
};

RawServer::RawServer(QByteArray answer)
    : m_shared(std::make_shared<Shared>())
{
    QSemaphore ready;
    quint16 port = 0;
    auto body = [shared = m_shared, answer = std::move(answer), &ready, &port] {
        QTcpServer server;
        EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&server, shared, answer] {
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                {
                    const QMutexLocker lock(&shared->mutex);
                    ++shared->connections;
                }
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, shared, answer] {
                    const QByteArray bytes = socket->readAll();
                    {
                        const QMutexLocker lock(&shared->mutex);
                        shared->received += bytes;
                    }
                    if (bytes.contains("\r\n\r\n"))
                        socket->write(answer);
                });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        port = server.serverPort();
        ready.release();
        QEventLoop loop;
        QTimer stop; // wakes up to see whether the test is over
        QObject::connect(&stop, &QTimer::timeout, &loop, [&loop] {
            if (QThread::currentThread()->isInterruptionRequested())
                loop.quit();
        });
        stop.start(10);
        loop.exec();
    };
    m_thread.reset(QThread::create(body));
    m_thread->start();
    ready.acquire();
    m_port = port;
}

RawServer::~RawServer()
{
    m_thread->requestInterruption();
    m_thread->wait();
}

QByteArray RawServer::received() const
{
    const QMutexLocker lock(&m_shared->mutex);
    return m_shared->received;
}

int RawServer::connections() const
{
    const QMutexLocker lock(&m_shared->mutex);
    return m_shared->connections;
}
