// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/sendoptions.h"

#include <QAbstractSocket>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QObject>
#include <QSslError>
#include <QTimer>

#include <array>
#include <memory>

class QHostInfo;
class QSslSocket;

namespace transport {

/// Where a connection leads and how: two of them are interchangeable only if all of this is equal.
struct Destination {
    bool tls = true;
    QByteArray host;
    quint16 port = 443;
    dcs::SendOptions options;

    bool operator==(const Destination &) const = default;
};

/// One connection: look-up, dialling, proxy, TLS and its checks, then bytes. Knows nothing of HTTP. Ends
/// exactly once, by failed() before it is open or by ended() after; its owner deletes it (later) then.
/// Nothing is ever sent again.
class Connection : public QObject
{
    Q_OBJECT
public:
    enum class Phase { Proxy, Dns, Connect, Tls, Open, Ended };
    struct Milestones { ///< nanoseconds since open(); negative: cannot be seen
        qint64 dns = 0;
        qint64 connected = 0;
        qint64 secured = 0;
    };

    explicit Connection(Destination destination, QObject *parent = nullptr);
    ~Connection() override;

    void open();
    void write(const QByteArray &bytes); ///< in phase Open
    /// The next bytes, at most 64 KB at once; empty when all was read. Valid until the next call.
    QByteArrayView read();
    void close();

    const Destination &destination() const { return m_destination; }
    Phase phase() const { return m_phase; }
    const Milestones &milestones() const { return m_milestones; }
    QString peer() const; ///< "address:port"; empty behind a proxy
    const std::optional<dcs::TlsFacts> &tls() const { return m_tls; }
    const QStringList &notes() const { return m_notes; }
    bool endedClean() const
    {
        return m_endedClean;
    } ///< after ended(): by close_notify, or an orderly end without TLS
    const std::optional<dcs::Failure> &endFailure() const
    {
        return m_endFailure;
    } ///< after ended(): TLS broke, say
    bool hasUnread() const;
    /// Open, all written, nothing unread and not closed by the other side meanwhile: fit for another call.
    bool isQuiet() const;
    qint64 idleSinceMs() const { return m_idleSince.isValid() ? m_idleSince.elapsed() : 0; }
    void markIdle() { m_idleSince.start(); }

Q_SIGNALS:
    void opened();
    void failed(const dcs::Failure &failure);
    void sent(); ///< all that was written has left for the network
    void readable();
    void ended();

private:
    void askForSystemProxy();
    void resolve();
    void resolved(const QHostInfo &info);
    void dialNext();
    void dial(const QString &host);
    void makeSocket();
    void connectSocket();
    void attemptFailed(QAbstractSocket::SocketError error);
    void secured();
    void socketEnded(QAbstractSocket::SocketError error);
    void fail(const dcs::Failure &failure);
    void enterOpen();
    bool isBehindProxy() const { return m_proxy.type() != QNetworkProxy::NoProxy; }
    QString verifiedName() const;
    QString dialHost() const;
    quint16 dialPort() const;
    dcs::Failure attemptFailure(QAbstractSocket::SocketError error) const;

    Destination m_destination;
    Phase m_phase = Phase::Proxy;
    QNetworkProxy m_proxy{QNetworkProxy::NoProxy};
    QList<QHostAddress> m_addresses; ///< not yet tried
    std::unique_ptr<QAbstractSocket> m_socket;
    QSslSocket *m_tlsSocket = nullptr; ///< the same, if TLS
    QTimer m_attemptTimer;
    QElapsedTimer m_clock, m_idleSince;
    Milestones m_milestones;
    QString m_dialled;
    QList<QSslError> m_certificateErrors;
    std::optional<dcs::TlsFacts> m_tls;
    std::optional<dcs::Failure> m_endFailure;
    QStringList m_notes;
    bool m_endedClean = false;
    bool m_closeNotified = false;
    std::unique_ptr<std::array<char, 64 << 10>> m_buffer;
};

} // namespace transport
