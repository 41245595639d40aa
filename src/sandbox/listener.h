// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "sandbox/connection.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <memory>
#include <optional>

namespace sandbox {

/// One loopback port, clear or TLS, and the connections that came in through it.
class Listener : public QTcpServer
{
    Q_OBJECT
public:
    struct Limits {
        int connections = 500;
        Connection::Patience patience;
    };

    Listener(Responder &responder, const Limits &limits);
    ~Listener() override;

    /// Serves TLS with this; to be called before listenOn().
    void setTls(const QSslConfiguration &configuration);
    dcs::Result<void> listenOn(quint16 port);
    void expire(qint64 nowMs);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void serve(QTcpSocket *socket, bool tls, const QByteArray &serverName);
    void count(QObject *open);

    Responder &m_responder;
    Limits m_limits;
    std::optional<QSslConfiguration> m_tls;
    int m_open = 0;
};

} // namespace sandbox
