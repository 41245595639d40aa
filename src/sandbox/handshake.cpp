// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/handshake.h"

#include "sandbox/clienthello.h"

#include <QSslSocket>

namespace sandbox {

namespace {

// A ClientHello with post-quantum keys has some 2 KB.
constexpr qint64 mostHelloBytes = 16 * 1024;

} // namespace

Handshake::Handshake(QSslSocket *socket, Done done, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_done(std::move(done))
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(mostHelloBytes * 2);
    connect(m_socket, &QIODevice::readyRead, this, &Handshake::look);
    connect(m_socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QAbstractSocket::errorOccurred, this, [this] {
        m_socket->abort();
        deleteLater();
    });
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        m_socket->disconnect(this);
        m_done(m_socket, m_serverName);
        deleteLater();
    });
}

void Handshake::look()
{
    const QByteArray begin = m_socket->peek(mostHelloBytes);
    const auto name = serverNameIn(begin);
    if (!name && begin.size() < mostHelloBytes)
        return;
    m_serverName = name.value_or(QByteArray());
    disconnect(m_socket, &QIODevice::readyRead, this, &Handshake::look);
    m_socket->startServerEncryption();
}

void Handshake::expire(qint64 nowMs, int patienceMs)
{
    if (m_deadline == 0)
        m_deadline = nowMs + patienceMs;
    else if (nowMs >= m_deadline)
        m_socket->abort();
}

} // namespace sandbox
