// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>

class QSslSocket;

namespace sandbox {

/// A TLS connection until it is encrypted: looks at the client's first bytes for the server name, then lets
/// Qt do the rest. Deletes itself when it is over.
class Handshake : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(QSslSocket *socket, const QByteArray &serverName)>;

    /// Takes the socket, which must have its descriptor and configuration; gives it to `done` when it is
    /// encrypted.
    Handshake(QSslSocket *socket, Done done, QObject *parent);
    void expire(qint64 nowMs, int patienceMs);

private:
    void look();

    QSslSocket *m_socket;
    Done m_done;
    QByteArray m_serverName;
    qint64 m_deadline = 0;
};

} // namespace sandbox
