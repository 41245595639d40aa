// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/sendoptions.h"
#include "transport/connection.h"
#include "transport/responseparser.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace transport {

class ConnectionPool;

/// One wire request on one connection, written once, and its answer: the QNetworkReply of WireManager. After
/// finished() exchange() says everything; the body can also be read from it as from any QNetworkReply.
class WireReply : public QNetworkReply
{
    Q_OBJECT
public:
    WireReply(dcs::WireRequest request, dcs::SendOptions options, ConnectionPool &pool, QObject *parent);
    ~WireReply() override;

    void start(); ///< never emits before it returns
    /// The time that a failure names, where this reply has only what redirects left of it.
    void setStatedTimeout(std::chrono::milliseconds timeout) { m_statedTimeout = timeout; }
    void abort() override; ///< finishes now with Failure::Aborted, keeping what has come

    const dcs::Exchange &exchange() const { return m_exchange; } ///< complete after finished()
    dcs::Exchange takeExchange() { return std::move(m_exchange); }

    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }

Q_SIGNALS:
    void progressed(qint64 receivedBytes);

protected:
    qint64 readData(char *data, qint64 most) override;

private:
    void attach(Connection *connection);
    void detach();
    void writeRequest();
    void readAnswer();
    void connectionEnded();
    void timedOut();
    void parserStopped();
    void failLater(const dcs::Failure &failure);
    void finish(std::optional<dcs::Failure> failure);
    void fillExchange();
    void takeOffCoding();
    void fillTimings();
    void fillOpeningTimings(qint64 now);
    void fillReply();
    QString refusal() const;
    dcs::Failure cutFailure() const;

    dcs::WireRequest m_request;
    dcs::SendOptions m_options;
    std::chrono::milliseconds m_statedTimeout;
    ConnectionPool &m_pool;
    QPointer<Connection> m_connection;
    ResponseParser m_parser;
    dcs::Exchange m_exchange;
    QTimer m_deadline;
    QElapsedTimer m_clock, m_sinceProgress;
    qint64 m_openedAt = -1, m_sentAt = -1, m_firstByteAt = -1; ///< nanoseconds since start()
    bool m_handedOver = false; ///< bytes of the request were given to the socket
    bool m_reused = false;
    bool m_done = false;
    qint64 m_readOffset = 0;
};

} // namespace transport
