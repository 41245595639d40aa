// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "sandbox/simulator.h"

#include <QObject>
#include <QString>

#include <memory>

namespace sandbox {

/// The simulator on real loopback sockets, HTTP and (if a port is asked for) HTTPS with a CA of its own,
/// whose certificate covers *.demdex.net and lies in `caFile()`. Listens on 127.0.0.1 only; answers only
/// requests whose Host is *.demdex.net or the loopback itself, and sends no CORS header to others. May be
/// moved to a thread before start().
class Server : public QObject
{
    Q_OBJECT
public:
    struct Options {
        quint16 port = 0; ///< 0: any free one
        std::optional<quint16> tlsPort;
        QString folder; ///< where the CA and its key are kept (owner-only); made when missing
        int maxConnections = 500; ///< more are closed at once
        int requestMs = 10000; ///< a request that takes longer to arrive gets 408
        int idleMs = 60000; ///< a connection without request is closed after that
    };
    Server(Config config, Options options, const dcs::Catalogue &catalogue, QObject *parent = nullptr);
    ~Server() override;

    dcs::Result<void> start();
    quint16 port() const;
    quint16 tlsPort() const; ///< 0 without TLS
    QString caFile() const;
    int races() const; ///< calls that came while another one of the same user was on its way

Q_SIGNALS:
    /// One line for each request, for --log and the window.
    void served(const QString &line);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace sandbox
