// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/listener.h"

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
    auto *socket = new QTcpSocket;
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    if (m_open >= m_limits.connections) {
        socket->abort();
        delete socket;
        return;
    }
    auto *connection = new Connection(socket, m_responder, {false, {}, {}}, m_limits.patience, this);
    ++m_open;
    connect(connection, &QObject::destroyed, this, [this] { --m_open; });
}

void Listener::expire(qint64 nowMs)
{
    const auto connections = findChildren<Connection *>(Qt::FindDirectChildrenOnly);
    for (Connection *connection : connections)
        connection->expire(nowMs);
}

} // namespace sandbox
