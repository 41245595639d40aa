// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/scriptedpeer.h"

#include <QSslSocket>
#include <QTimer>

#include <gtest/gtest.h>

#include <sys/socket.h>

/// One connection with its place in the script.
class ScriptedPeer::Session : public QObject
{
public:
    Session(qintptr descriptor, Script script, const std::optional<QSslConfiguration> &tls, QObject *parent)
        : QObject(parent)
        , m_script(std::move(script))
        , m_tls(tls ? new QSslSocket(this) : nullptr)
        , m_socket(tls ? m_tls : new QTcpSocket(this))
    {
        m_socket->setSocketDescriptor(descriptor);
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(m_socket, &QIODevice::readyRead, this, &Session::read);
        connect(m_socket, &QIODevice::bytesWritten, this, [this] {
            if (m_endlessly)
                pour();
        });
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Session::run);
        if (m_tls) {
            m_tls->setSslConfiguration(*tls);
            connect(m_tls, &QSslSocket::encrypted, this, &Session::run);
            m_tls->startServerEncryption();
        } else {
            run();
        }
    }

    const QByteArray &received() const { return m_received; }
    int requests() const { return m_requests; }
    bool isFinished() const { return m_next == m_script.size(); }

private:
    void read()
    {
        m_received += m_socket->readAll();
        for (;;) {
            const qsizetype end = m_received.indexOf("\r\n\r\n", m_parsed);
            if (end < 0)
                break;
            const QByteArray head = m_received.mid(m_parsed, end - m_parsed).toLower();
            const qsizetype at = head.indexOf("content-length:");
            const qsizetype body = at < 0
                ? 0
                : head.mid(at + 15,
                          qMax(qsizetype(0),
                              head.indexOf('\r', at) < 0 ? 20 : head.indexOf('\r', at) - at - 15))
                      .trimmed()
                      .toLongLong();
            if (m_received.size() < end + 4 + body)
                break;
            m_parsed = end + 4 + body;
            ++m_requests;
        }
        if (m_waitsForRequest && m_requests > m_taken)
            run();
    }

    void run()
    {
        m_waitsForRequest = false;
        while (m_next < m_script.size()) {
            const Step &step = m_script.at(m_next);
            if (!perform(step))
                return;
        }
    }

    /// False: the rest comes later, or never.
    bool perform(const Step &step)
    {
        switch (step.kind) {
        case Step::Kind::ReadRequest:
            if (m_requests <= m_taken) {
                m_waitsForRequest = true;
                return false;
            }
            ++m_taken;
            break;
        case Step::Kind::Send:
            m_socket->write(step.bytes);
            m_socket->flush();
            break;
        case Step::Kind::Drip:
            m_socket->write(step.bytes.constData() + m_dripped, 1);
            m_socket->flush();
            if (++m_dripped < step.bytes.size()) {
                m_timer.start(step.milliseconds);
                return false;
            }
            m_dripped = 0;
            break;
        case Step::Kind::Endless:
            m_endlessly = true;
            m_poured = step.bytes;
            while (m_poured.size() < 32 << 10)
                m_poured += step.bytes;
            pour();
            return false;
        case Step::Kind::Wait:
            ++m_next;
            m_timer.start(step.milliseconds);
            return false;
        case Step::Kind::Close:
            ++m_next;
            m_socket->disconnectFromHost();
            return false;
        case Step::Kind::Reset: {
            ++m_next;
            const linger hard{1, 0};
            setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
            m_socket->abort();
            return false;
        }
        case Step::Kind::CloseWithoutNotify:
            ++m_next;
            ::shutdown(int(m_socket->socketDescriptor()), SHUT_RDWR);
            return false;
        }
        ++m_next;
        return true;
    }

    void pour()
    {
        while (m_socket->state() == QAbstractSocket::ConnectedState && m_socket->bytesToWrite() < 64 << 10
            && (!m_tls || m_tls->encryptedBytesToWrite() < 64 << 10))
            m_socket->write(m_poured);
    }

    Script m_script;
    QSslSocket *m_tls;
    QTcpSocket *m_socket;
    QTimer m_timer;
    QByteArray m_received, m_poured;
    qsizetype m_parsed = 0, m_next = 0, m_dripped = 0;
    int m_requests = 0, m_taken = 0;
    bool m_waitsForRequest = false, m_endlessly = false;
};

ScriptedPeer::ScriptedPeer(Script script, std::optional<QSslConfiguration> tls, const QHostAddress &address)
    : m_script(std::move(script))
    , m_tls(std::move(tls))
{
    EXPECT_TRUE(listen(address));
}

ScriptedPeer::~ScriptedPeer() = default;

void ScriptedPeer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    m_sessions.append(new Session(descriptor, m_script, m_tls, this));
}

int ScriptedPeer::requests() const
{
    int count = 0;
    for (const Session *session : m_sessions)
        count += session->requests();
    return count;
}

QByteArray ScriptedPeer::received() const
{
    QByteArray out;
    for (const Session *session : m_sessions)
        out += session->received();
    return out;
}

int ScriptedPeer::finishedScripts() const
{
    return int(std::count_if(
        m_sessions.begin(), m_sessions.end(), [](const Session *session) { return session->isFinished(); }));
}
