// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/sendoptions.h"

#include <QAbstractSocket>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QObject>
#include <QSslError>
#include <QTimer>

#include <array>
#include <memory>

class QSslConfiguration;
class QSslSocket;

namespace transport {

class Dialler;
class ResetWatch;
class Tunnel;

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
    enum class Phase { Proxy, Dns, Connect, Tunnel, Tls, Open, Ended };
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
    Phase reached() const { return m_reached; } ///< the last phase but Ended
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
    using Buffer = std::array<char, 64 << 10>;

    void askForSystemProxy();
    void resolve();
    void resolved(const QList<QHostAddress> &addresses);
    void dialNext();
    void startAttemptTimer();
    void stopAttempt();
    void makeSocket();
    void setUpTls();
    void connected();
    void readTunnel();
    void arrived();
    void secured();
    void enter(Phase phase);
    void enterOpen();
    void attemptFailed(QAbstractSocket::SocketError error, const QString &text);
    void fail(const dcs::Failure &failure);
    void socketEnded(QAbstractSocket::SocketError error);
    void socketWrote();
    bool isBehindProxy() const { return m_proxy.isUsed(); }
    QString verifiedName() const;
    dcs::HostPort server() const;
    dcs::HostPort dialled() const;
    dcs::Failure attemptFailure(QAbstractSocket::SocketError error, const QString &text) const;

    Destination m_destination;
    Phase m_phase = Phase::Proxy, m_reached = Phase::Proxy;
    dcs::SendOptions::Proxy m_proxy; ///< in effect: none, HTTP or SOCKS5
    std::unique_ptr<Tunnel> m_tunnel;
    std::unique_ptr<Dialler> m_dialler;
    std::unique_ptr<ResetWatch> m_resetWatch;
    std::unique_ptr<QSslConfiguration> m_tlsConfiguration;
    QList<QHostAddress> m_addresses; ///< not yet tried
    std::unique_ptr<QAbstractSocket> m_socket;
    QSslSocket *m_tlsSocket = nullptr; ///< the same, if TLS
    std::unique_ptr<QTimer> m_attemptTimer;
    QElapsedTimer m_clock, m_idleSince;
    Milestones m_milestones;
    QString m_dialled;
    QList<QSslError> m_certificateErrors;
    std::optional<dcs::TlsFacts> m_tls;
    std::optional<dcs::Failure> m_endFailure;
    QStringList m_notes;
    bool m_endedClean = false;
    bool m_closeNotified = false;
    std::unique_ptr<Buffer> m_buffer;
};

} // namespace transport
