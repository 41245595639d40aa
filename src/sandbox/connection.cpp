// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/connection.h"

#include <QDateTime>
#include <QSslSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readBufferBytes = 64 * 1024;
constexpr qint64 mostUnsentBytes = 1024 * 1024; // a client that does not read gets no more than that ahead
constexpr int requestsInARow = 64; // then other connections have their turn
constexpr int sliceMs = 100; // of paced bodies
constexpr int drainMs = 1000;

#ifdef Q_OS_WIN
using Descriptor = SOCKET;
constexpr int sendingSide = SD_SEND;
#else
using Descriptor = int;
constexpr int sendingSide = SHUT_WR;
#endif

} // namespace

Connection::Connection(QTcpSocket *socket, Responder &responder, const Simulator::Arrival &arrival,
    const Patience &patience, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_responder(responder)
    , m_arrival(arrival)
    , m_patience(patience)
{
    m_socket->setParent(this);
    // With Nagle's algorithm an answer over TLS waits 40 ms for the client's acknowledgement.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(readBufferBytes);
    m_timer.setSingleShot(true);
    connect(m_socket, &QIODevice::readyRead, this, &Connection::readMore);
    connect(m_socket, &QIODevice::bytesWritten, this, [this] {
        m_deadline = 0;
        process();
    });
    connect(m_socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QAbstractSocket::errorOccurred, this, [this] {
        if (m_socket->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
    });
    // What came together with the end of a TLS handshake is announced to nobody.
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Connection::process, Qt::QueuedConnection);
}

Connection::~Connection()
{
    endFlight();
}

void Connection::readMore()
{
    if (m_isDraining) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    // What a busy connection does not read stays in the socket, whose buffer is bounded.
    process();
}

void Connection::process()
{
    if (m_isProcessing)
        return;
    m_isProcessing = true;
    processRequests();
    m_isProcessing = false;
}

void Connection::processRequests()
{
    // A write to a client that has gone closes the socket under our feet.
    for (int round = 0; !m_isBusy && !m_isDraining && m_socket->isOpen(); ++round) {
        if (m_socket->bytesToWrite() > mostUnsentBytes)
            return;
        if (round == requestsInARow) {
            QMetaObject::invokeMethod(this, &Connection::process, Qt::QueuedConnection);
            return;
        }
        if (m_socket->bytesAvailable() > 0) {
            if (m_buffer.isEmpty())
                m_deadline = 0;
            m_buffer += m_socket->readAll();
        }
        if (m_buffer.isEmpty())
            return;
        auto parsed = parseRequest(m_buffer);
        if (auto *request = std::get_if<HttpRequest>(&parsed)) {
            m_buffer.remove(0, request->bytes);
            m_deadline = 0;
            m_saidContinue = false;
            m_arrival.now = QDateTime::currentDateTimeUtc();
            start(m_responder.respond(*request, m_arrival));
        } else if (const auto *problem = std::get_if<BadRequest>(&parsed)) {
            refuse(*problem);
        } else {
            const NeedMore &more = std::get<NeedMore>(parsed);
            if (more.headComplete && more.expectsContinue && !std::exchange(m_saidContinue, true))
                write("HTTP/1.1 100 Continue\r\n\r\n");
            return;
        }
    }
}

void Connection::start(Response response)
{
    m_isBusy = true;
    m_response = std::move(response);
    m_sent = 0;
    const bool takesTime = m_response.delayMs > 0 || m_response.bytesPerSecond > 0;
    if (!takesTime) {
        send();
        return;
    }
    m_isFlying = true;
    m_responder.began(m_response.user);
    if (m_response.delayMs > 0) {
        m_timer.callOnTimeout(this, &Connection::send, Qt::SingleShotConnection);
        m_timer.start(m_response.delayMs);
    } else {
        send();
    }
}

void Connection::write(const QByteArray &bytes)
{
    if (!m_socket->isOpen())
        return;
    m_socket->write(bytes);
    // At once, not with the next turn of the event loop: a client that has closed its sending side would make
    // Qt close ours before it.
    m_socket->flush();
}

void Connection::send()
{
    if (m_response.cutAfter)
        m_response.bytes.truncate(*m_response.cutAfter);
    if (m_response.bytesPerSecond > 0) {
        m_sent = qMin(m_response.paceFrom, m_response.bytes.size());
        write(m_response.bytes.first(m_sent));
        sendSlice();
        return;
    }
    write(m_response.bytes);
    finish();
}

void Connection::sendSlice()
{
    if (m_sent >= m_response.bytes.size()) {
        finish();
        return;
    }
    const qsizetype slice = qMax(1, m_response.bytesPerSecond * sliceMs / 1000);
    const qsizetype bytes = qMin(slice, m_response.bytes.size() - m_sent);
    write(m_response.bytes.sliced(m_sent, bytes));
    m_sent += bytes;
    m_timer.callOnTimeout(this, &Connection::sendSlice, Qt::SingleShotConnection);
    m_timer.start(sliceMs);
}

void Connection::finish()
{
    endFlight();
    m_isBusy = false;
    m_deadline = 0;
    if (m_response.reset) {
        m_isDraining = true;
        resetHard();
    } else if (m_response.close || m_response.cutAfter) {
        m_isDraining = true;
        m_socket->disconnectFromHost();
    } else {
        // For an answer that left at once this does nothing: processRequests() goes on by itself.
        process();
    }
}

void Connection::refuse(const BadRequest &problem)
{
    write(m_responder.refuse(problem).bytes);
    m_buffer.clear();
    // A close while the client still sends would reset the connection and could take the answer with it. So
    // only our side ends, and the rest is read and thrown away for a moment.
    m_isDraining = true;
    const bool isPlain = !qobject_cast<QSslSocket *>(m_socket);
    if (isPlain && m_socket->bytesToWrite() == 0)
        ::shutdown(Descriptor(m_socket->socketDescriptor()), sendingSide);
    m_timer.callOnTimeout(m_socket, &QAbstractSocket::disconnectFromHost, Qt::SingleShotConnection);
    m_timer.start(drainMs);
}

void Connection::resetHard()
{
    // Closing with a linger time of 0 sends RST instead of FIN.
    const linger hard{1, 0};
    ::setsockopt(Descriptor(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
        reinterpret_cast<const char *>(&hard), sizeof(hard));
    m_socket->abort();
}

void Connection::endFlight()
{
    if (std::exchange(m_isFlying, false))
        m_responder.ended(m_response.user);
}

void Connection::expire(qint64 nowMs)
{
    if (m_isBusy)
        return;
    if (m_deadline == 0) {
        const bool isWaitingForRequest = !m_buffer.isEmpty() || m_socket->bytesToWrite() > 0 || m_isDraining;
        m_deadline = nowMs + (isWaitingForRequest ? m_patience.requestMs : m_patience.idleMs);
        return;
    }
    if (nowMs < m_deadline)
        return;
    const bool canAnswer = !m_buffer.isEmpty() && m_socket->bytesToWrite() == 0 && !m_isDraining;
    if (canAnswer)
        refuse({408, u"The request did not arrive in time"_s});
    else
        m_socket->abort();
}

} // namespace sandbox
