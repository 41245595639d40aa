// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/wirereply.h"

#include "transport/connectionpool.h"
#include "transport/contentcoding.h"

using namespace Qt::StringLiterals;

namespace transport {

namespace {

// No answer of the DCS is near this; it bounds the memory and the time that unpacking may take on the
// caller's thread.
constexpr qint64 mostUnpackedBytes = 16 << 20;
constexpr qint64 progressEveryMs = 50;

ResponseParser::Limits limitsOf(const dcs::SendOptions &options)
{
    ResponseParser::Limits limits;
    limits.headBytes = qsizetype(options.maxHeadBytes);
    limits.bodyBytes = options.maxBodyBytes;
    return limits;
}

double milliseconds(qint64 nanoseconds)
{
    return double(qMax(qint64(0), nanoseconds)) / 1e6;
}

QNetworkReply::NetworkError networkError(dcs::Failure::Kind kind)
{
    using Kind = dcs::Failure::Kind;
    switch (kind) {
    case Kind::Dns:
        return QNetworkReply::HostNotFoundError;
    case Kind::Connect:
        return QNetworkReply::ConnectionRefusedError;
    case Kind::Proxy:
        return QNetworkReply::UnknownProxyError;
    case Kind::Tls:
        return QNetworkReply::SslHandshakeFailedError;
    case Kind::Timeout:
        return QNetworkReply::TimeoutError;
    case Kind::Aborted:
        return QNetworkReply::OperationCanceledError;
    case Kind::Protocol:
    case Kind::TooLarge:
        break;
    }
    return QNetworkReply::ProtocolFailure;
}

} // namespace

WireReply::WireReply(
    dcs::WireRequest request, dcs::SendOptions options, ConnectionPool &pool, QObject *parent)
    : QNetworkReply(parent)
    , m_request(std::move(request))
    , m_options(std::move(options))
    , m_statedTimeout(m_options.timeout)
    , m_pool(pool)
    , m_parser(m_request.bytes.startsWith("HEAD "), limitsOf(m_options))
    , m_deadline(this)
{
    setOpenMode(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

WireReply::~WireReply()
{
    m_done = true;
    detach();
}

void WireReply::start()
{
    m_clock.start();
    m_exchange.startedAt = QDateTime::currentDateTimeUtc();
    if (const QString why = refusal(); !why.isEmpty()) {
        failLater({dcs::Failure::Kind::Protocol, why, {}, false});
        return;
    }
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer); // a coarse one fires up to 5 % early
    connect(&m_deadline, &QTimer::timeout, this, &WireReply::timedOut);
    m_deadline.start(qMax(m_options.timeout, std::chrono::milliseconds(1)));

    const Destination destination{m_request.tls, m_request.host, m_request.port, m_options};
    if (Connection *kept = m_pool.take(destination)) {
        m_reused = true;
        attach(kept);
        writeRequest();
        return;
    }
    attach(new Connection(destination, this));
    // Not from here: what fails at once must not finish before the caller could connect.
    QMetaObject::invokeMethod(m_connection.get(), &Connection::open, Qt::QueuedConnection);
}

/// What would make one request into none or two. Everything else a person may write goes out as it is.
QString WireReply::refusal() const
{
    if (m_request.host.isEmpty() || m_request.port == 0)
        return u"The call names no host to connect to."_s;
    if (m_request.headBytes > m_request.bytes.size() || !m_request.head().endsWith("\r\n\r\n")
        || m_request.bytes.indexOf("\r\n\r\n") + 4 != m_request.headBytes)
        return u"The head of the call does not end with an empty line, or ends twice."_s;
    return {};
}

void WireReply::attach(Connection *connection)
{
    connection->setParent(this);
    m_connection = connection;
    connect(connection, &Connection::opened, this, &WireReply::writeRequest);
    connect(connection, &Connection::failed, this, [this](const dcs::Failure &failure) { finish(failure); });
    connect(connection, &Connection::sent, this, [this] {
        if (m_handedOver && m_firstByteAt < 0)
            m_sentAt = m_clock.nsecsElapsed();
    });
    connect(connection, &Connection::readable, this, &WireReply::readAnswer);
    connect(connection, &Connection::ended, this, &WireReply::connectionEnded);
}

void WireReply::detach()
{
    if (!m_connection)
        return;
    m_connection->disconnect(this);
    const bool mayBeKept = !m_exchange.failure && m_parser.keepAlive();
    if (mayBeKept) {
        m_pool.give(m_connection);
    } else {
        m_connection->close();
        m_connection->deleteLater();
        m_connection->setParent(nullptr);
    }
    m_connection = nullptr;
}

void WireReply::writeRequest()
{
    m_openedAt = m_clock.nsecsElapsed();
    m_handedOver = true;
    m_connection->write(m_request.bytes);
}

void WireReply::readAnswer()
{
    if (m_done || !m_connection)
        return;
    for (QByteArrayView bytes = m_connection->read(); !bytes.isEmpty(); bytes = m_connection->read()) {
        if (m_firstByteAt < 0)
            m_firstByteAt = m_clock.nsecsElapsed();
        m_parser.feed(bytes);
        if (m_parser.state() == ResponseParser::State::Failed)
            break;
    }
    if (m_parser.state() == ResponseParser::State::Done
        || m_parser.state() == ResponseParser::State::Failed) {
        parserStopped();
    } else if (!m_sinceProgress.isValid() || m_sinceProgress.elapsed() >= progressEveryMs) {
        m_sinceProgress.start();
        Q_EMIT progressed(m_parser.received());
    }
}

void WireReply::parserStopped()
{
    const auto &problem = m_parser.problem();
    if (!problem) {
        finish(std::nullopt);
        return;
    }
    using Kind = dcs::Failure::Kind;
    if (problem->tooLarge)
        finish(dcs::Failure{
            Kind::TooLarge, problem->message, u"Raise the limit if so much is expected."_s, false});
    else
        finish(dcs::Failure{Kind::Protocol, problem->message,
            u"Check host and port, and any proxy between; the raw answer shows what came."_s, false});
}

void WireReply::connectionEnded()
{
    readAnswer(); // what lies in the socket's buffer came before the end
    if (m_done)
        return;
    if (m_connection->endFailure()) {
        finish(m_connection->endFailure());
        return;
    }
    m_parser.finish(m_connection->endedClean());
    if (m_parser.problem())
        finish(cutFailure());
    else
        finish(std::nullopt);
}

dcs::Failure WireReply::cutFailure() const
{
    const bool nothing = m_parser.received() == 0;
    const QString message = nothing && m_reused
        ? u"The server closed the kept connection without an answer."_s
        : m_parser.problem()->message;
    return {dcs::Failure::Kind::Protocol, message,
        nothing
            ? u"The call may have been counted or not; it was not sent again. Send it again only if a second time does no harm."_s
            : u"The call reached the server; what came of the answer is shown."_s,
        false};
}

void WireReply::timedOut()
{
    const Connection::Phase phase = m_connection ? m_connection->phase() : Connection::Phase::Ended;
    QString where = u"waiting for the answer"_s;
    if (m_firstByteAt >= 0)
        where = u"reading the answer"_s;
    else if (phase == Connection::Phase::Proxy)
        where = u"asking the system for its proxy"_s;
    else if (phase == Connection::Phase::Dns)
        where = u"looking up the host"_s;
    else if (phase == Connection::Phase::Connect)
        where = u"connecting"_s;
    else if (phase == Connection::Phase::Tunnel)
        where = u"waiting for the proxy"_s;
    else if (phase == Connection::Phase::Tls)
        where = u"in the TLS handshake"_s;
    else if (m_sentAt < 0)
        where = u"sending"_s;
    finish(dcs::Failure{dcs::Failure::Kind::Timeout,
        u"The time of %1 s was up while %2."_s.arg(double(m_statedTimeout.count()) / 1000).arg(where),
        u"Raise the timeout, or check the network."_s, false});
}

void WireReply::abort()
{
    if (!m_done)
        finish(dcs::Failure{dcs::Failure::Kind::Aborted, u"The call was cancelled."_s, {}, false});
}

void WireReply::failLater(const dcs::Failure &failure)
{
    QMetaObject::invokeMethod(
        this,
        [this, failure] {
            if (!m_done)
                finish(failure);
        },
        Qt::QueuedConnection);
}

void WireReply::finish(std::optional<dcs::Failure> failure)
{
    if (m_done)
        return;
    m_done = true;
    m_deadline.stop();
    if (failure)
        failure->outcomeUnknown = m_handedOver;
    m_exchange.failure = std::move(failure);
    fillTimings();
    fillExchange();
    detach();
    fillReply();
    setFinished(true);
    Q_EMIT finished();
}

void WireReply::fillExchange()
{
    m_exchange.request = m_request;
    m_exchange.status = m_parser.status();
    m_exchange.reason = m_parser.reason();
    m_exchange.httpVersion = m_parser.version();
    m_exchange.headers = m_parser.headers();
    m_exchange.trailers = m_parser.trailers();
    m_exchange.responseHead = m_parser.head();
    m_exchange.body = m_parser.takeBody();
    m_exchange.wireBytes = m_parser.received();
    m_exchange.reusedConnection = m_reused;
    m_exchange.notes = m_parser.notes();
    if (m_connection) {
        m_exchange.notes += m_connection->notes();
        m_exchange.peer = m_connection->peer();
        m_exchange.tls = m_connection->tls();
    }
    takeOffCoding();
}

void WireReply::takeOffCoding()
{
    Decoded decoded
        = decodeContent(m_exchange.body, m_exchange.headers, qMin(m_options.maxBodyBytes, mostUnpackedBytes));
    if (!decoded.problem.isEmpty() && decoded.coded && !m_exchange.failure)
        m_exchange.failure = dcs::Failure{
            decoded.tooLarge ? dcs::Failure::Kind::TooLarge : dcs::Failure::Kind::Protocol, decoded.problem,
            u"Ask for the answer without compression (Accept-Encoding: identity)."_s, m_handedOver};
    else if (!decoded.problem.isEmpty())
        m_exchange.notes.append(decoded.problem);
    // Bytes that are no compressed stream at all are worth more as they came.
    if (decoded.coded && (!decoded.bytes.isEmpty() || decoded.problem.isEmpty()))
        m_exchange.body = std::move(decoded.bytes);
}

void WireReply::fillTimings()
{
    dcs::Timings &times = m_exchange.timings;
    const qint64 now = m_clock.nsecsElapsed();
    times.total = milliseconds(now);
    if (m_connection && !m_reused)
        fillOpeningTimings(now);
    if (!m_handedOver)
        return;
    const qint64 sentAt = m_sentAt >= 0 ? m_sentAt : m_firstByteAt >= 0 ? m_firstByteAt : now;
    const qint64 firstByteAt = m_firstByteAt >= 0 ? m_firstByteAt : now;
    times.send = milliseconds(sentAt - m_openedAt);
    times.wait = milliseconds(firstByteAt - sentAt);
    times.receive = milliseconds(now - firstByteAt);
}

/// A phase that never ended lasted until now.
void WireReply::fillOpeningTimings(qint64 now)
{
    using Phase = Connection::Phase;
    dcs::Timings &times = m_exchange.timings;
    const Connection::Milestones &milestones = m_connection->milestones();
    const Phase reached = m_connection->reached();
    if (reached == Phase::Proxy || reached == Phase::Dns) {
        times.dns = milliseconds(now);
        return;
    }
    times.dns = milestones.dns < 0 ? -1 : milliseconds(milestones.dns);
    const bool isConnected = reached == Phase::Tls || reached == Phase::Open;
    const qint64 connectedAt = isConnected ? milestones.connected : now;
    times.connect = milliseconds(connectedAt - qMax(qint64(0), milestones.dns));
    if (m_request.tls && isConnected)
        times.tls = milliseconds((milestones.secured > 0 ? milestones.secured : now) - connectedAt);
}

/// What a user of QNetworkReply expects to find. Repeated headers collapse there; exchange() has them all.
void WireReply::fillReply()
{
    if (m_exchange.status != 0) {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_exchange.status);
        setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, QString::fromLatin1(m_exchange.reason));
    }
    if (m_exchange.failure) {
        const NetworkError code = networkError(m_exchange.failure->kind);
        setError(code, m_exchange.failure->message);
        Q_EMIT errorOccurred(code);
    }
}

qint64 WireReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_exchange.body.size() - m_readOffset;
}

qint64 WireReply::readData(char *data, qint64 most)
{
    const qint64 count = qMin(most, qint64(m_exchange.body.size()) - m_readOffset);
    if (count <= 0)
        return isFinished() ? -1 : 0;
    memcpy(data, m_exchange.body.constData() + m_readOffset, std::size_t(count));
    m_readOffset += count;
    return count;
}

} // namespace transport
