// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/httprequest.h"
#include "sandbox/simulator.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace sandbox {

/// Where a connection gets its answers.
class Responder
{
public:
    virtual ~Responder() = default;
    virtual Response respond(const HttpRequest &request, const Simulator::Arrival &arrival) = 0;
    virtual Response refuse(const BadRequest &problem) = 0;
    /// A call whose answer takes time is on its way, and has ended: to tell calls of one user that overlap.
    virtual void began(const QByteArray &user) = 0;
    virtual void ended(const QByteArray &user) = 0;
};

/// Moves bytes between one socket and a responder: requests in order, one at a time, one write for each
/// answer. Knows how to be slow, cut off or wrong on purpose, and how long to wait for a client. Lives as
/// long as its socket is open, then deletes itself.
class Connection : public QObject
{
    Q_OBJECT
public:
    struct Patience {
        int requestMs = 10000; ///< from the first byte of a request (or the connection's begin) to its last
        int idleMs = 60000; ///< between requests
    };

    /// Takes the socket, which is open and, for TLS, encrypted.
    Connection(QTcpSocket *socket, Responder &responder, const Simulator::Arrival &arrival,
        const Patience &patience, QObject *parent);
    ~Connection() override;

    /// Ends the connection if the client took too long. `nowMs` is of any steady clock, the same each time.
    void expire(qint64 nowMs);

private:
    void readMore();
    void process();
    void processRequests();
    void start(Response response);
    void write(const QByteArray &bytes);
    void send();
    void sendSlice();
    void finish();
    void refuse(const BadRequest &problem);
    void resetHard();
    void endFlight();

    QTcpSocket *m_socket;
    Responder &m_responder;
    Simulator::Arrival m_arrival;
    Patience m_patience;
    QByteArray m_buffer;
    Response m_response; ///< on its way while m_isBusy
    qsizetype m_sent = 0;
    QTimer m_timer; ///< delays and paced bodies
    qint64 m_deadline = 0; ///< 0: to be set at the next look
    bool m_isBusy = false;
    bool m_isProcessing = false;
    bool m_isDraining = false; ///< answered and closing: what still comes is thrown away
    bool m_saidContinue = false;
    bool m_isFlying = false;
};

} // namespace sandbox
