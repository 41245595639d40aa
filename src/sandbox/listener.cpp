// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/listener.h"

#include "sandbox/handshake.h"

#include <QHostAddress>
#include <QSslSocket>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int backlog = 200;

} // namespace

Listener::Listener(Responder &responder, const Limits &limits)
    : m_responder(responder)
    , m_limits(limits)
{
    setListenBacklogSize(backlog);
}

Listener::~Listener() = default;

void Listener::setTls(const QSslConfiguration &configuration)
{
    m_tls = configuration;
}

dcs::Result<void> Listener::listenOn(quint16 port)
{
    // Without an address it would be every interface of the machine.
    if (listen(QHostAddress::LocalHost, port))
        return {};
    return dcs::Error{dcs::Errc::Network,
        u"The sandbox cannot listen on 127.0.0.1:%1: %2."_s.arg(QString::number(port), errorString()),
        u"Choose another port, or 0 for any free one."_s, {}};
}

void Listener::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket(m_tls ? new QSslSocket : new QTcpSocket);
    if (!socket->setSocketDescriptor(descriptor))
        return;
    if (m_open >= m_limits.connections) {
        socket->abort();
        return;
    }
    if (!m_tls) {
        serve(socket.release(), false, {});
        return;
    }
    auto *secure = static_cast<QSslSocket *>(socket.release());
    secure->setSslConfiguration(*m_tls);
    count(new Handshake(
        secure, [this](QSslSocket *encrypted, const QByteArray &name) { serve(encrypted, true, name); },
        this));
}

void Listener::serve(QTcpSocket *socket, bool tls, const QByteArray &serverName)
{
    count(new Connection(socket, m_responder, {tls, serverName, {}}, m_limits.patience, this));
}

void Listener::count(QObject *open)
{
    ++m_open;
    connect(open, &QObject::destroyed, this, [this] { --m_open; });
}

void Listener::expire(qint64 nowMs)
{
    const QObjectList open = children();
    for (QObject *child : open) {
        if (auto *connection = qobject_cast<Connection *>(child))
            connection->expire(nowMs);
        else if (auto *handshake = qobject_cast<Handshake *>(child))
            handshake->expire(nowMs, m_limits.patience.requestMs);
    }
}

} // namespace sandbox
