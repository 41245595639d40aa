// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/connection.h"

#include "transport/dialler.h"
#include "transport/proxy.h"
#include "transport/resetwatch.h"
#include "transport/socketfailure.h"
#include "transport/systemquestion.h"
#include "transport/tlsfailure.h"
#include "transport/tlssettings.h"
#include "transport/tunnel.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace transport {

namespace {

// Back pressure: an answer is taken from the kernel only as fast as it is parsed.
constexpr qint64 readBufferBytes = 64 << 10;
// A host with several addresses, one of them dead, must not cost the whole deadline.
constexpr auto attemptTime = 2000ms;

} // namespace

Connection::Connection(Destination destination, QObject *parent)
    : QObject(parent)
    , m_destination(std::move(destination))
{
}

Connection::~Connection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void Connection::open()
{
    if (m_phase == Phase::Ended)
        return; // given up before it began
    m_clock.start();
    if (m_destination.tls) {
        const dcs::Result<QSslConfiguration> configuration = tlsConfiguration(m_destination.options);
        if (!configuration) {
            fail({dcs::Failure::Kind::Tls, configuration.error().message, configuration.error().remedy,
                false});
            return;
        }
        m_tlsConfiguration = std::make_unique<QSslConfiguration>(*configuration);
    }
    if (m_destination.options.proxy.kind == dcs::SendOptions::Proxy::Kind::System) {
        askForSystemProxy();
    } else {
        m_proxy = m_destination.options.proxy;
        resolve();
    }
}

QString Connection::verifiedName() const
{
    return QString::fromLatin1(m_destination.host);
}

/// Where the call is to arrive.
dcs::HostPort Connection::server() const
{
    return m_destination.options.connectTo.value_or(
        dcs::HostPort{QString::fromLatin1(m_destination.host), m_destination.port});
}

/// Where the connection of this machine goes.
dcs::HostPort Connection::dialled() const
{
    return isBehindProxy() ? dcs::HostPort{m_proxy.host, m_proxy.port} : server();
}

void Connection::askForSystemProxy()
{
    new SystemQuestion(
        [this, tls = m_destination.tls, to = server()]() -> SystemQuestion::Answer {
            return [this, proxy = systemProxy(tls, to.host, to.port)] {
                m_proxy = proxy;
                resolve();
            };
        },
        this);
}

void Connection::resolve()
{
    enter(Phase::Dns);
    const QString host = dialled().host;
    if (const QHostAddress literal(host); !literal.isNull()) {
        resolved({literal});
        return;
    }
    new SystemQuestion(
        [this, host]() -> SystemQuestion::Answer {
            return [this, addresses = QHostInfo::fromName(host).addresses()] { resolved(addresses); };
        },
        this);
}

void Connection::resolved(const QList<QHostAddress> &addresses)
{
    const QString host = dialled().host;
    if (isBehindProxy())
        m_milestones.dns = -1; // the proxy looks the server up
    else
        m_milestones.dns = QHostAddress(host).isNull() ? m_clock.nsecsElapsed() : 0;
    m_addresses = addresses;
    if (m_addresses.isEmpty()) {
        if (isBehindProxy())
            fail({dcs::Failure::Kind::Proxy, u"No address is known for the proxy “%1”."_s.arg(host),
                u"Check the spelling of the proxy's host."_s, false});
        else
            fail({dcs::Failure::Kind::Dns, u"No address is known for the host “%1”."_s.arg(host),
                u"Check the spelling of the host and this machine's network."_s, false});
        return;
    }
    using IpVersion = dcs::SendOptions::IpVersion;
    const IpVersion wanted = isBehindProxy() ? IpVersion::Any : m_destination.options.ipVersion;
    m_addresses.removeIf([wanted](const QHostAddress &address) {
        const bool v4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        return (wanted == IpVersion::V4 && !v4) || (wanted == IpVersion::V6 && v4);
    });
    if (m_addresses.isEmpty()) {
        const QString version = wanted == IpVersion::V4 ? u"IPv4"_s : u"IPv6"_s;
        fail({dcs::Failure::Kind::Dns, u"The host “%1” has no %2 address."_s.arg(host, version),
            u"Allow both IP versions for this call."_s, false});
        return;
    }
    dialNext();
}

void Connection::dialNext()
{
    enter(Phase::Connect);
    const QHostAddress address = m_addresses.takeFirst();
    const quint16 port = dialled().port;
    if (!m_addresses.isEmpty())
        startAttemptTimer();
    m_dialled = (address.protocol() == QAbstractSocket::IPv6Protocol ? u"[%1]:%2"_s : u"%1:%2"_s)
                    .arg(address.toString(), QString::number(port));
    makeSocket();
    if (!Dialler::isAvailable()) {
        connect(m_socket.get(), &QAbstractSocket::connected, this, &Connection::connected);
        m_socket->connectToHost(address.toString(), port);
        return;
    }
    if (m_dialler)
        m_dialler.release()->deleteLater(); // we may be in its signal
    m_dialler = std::make_unique<Dialler>();
    connect(m_dialler.get(), &Dialler::connected, this, [this](qintptr descriptor) {
        if (!m_destination.tls) // TLS says itself when it ends
            m_resetWatch = std::make_unique<ResetWatch>(descriptor);
        m_socket->setSocketDescriptor(descriptor);
        connected();
    });
    connect(m_dialler.get(), &Dialler::failed, this, &Connection::attemptFailed);
    m_dialler->dial(address, port);
}

void Connection::startAttemptTimer()
{
    if (!m_attemptTimer) {
        m_attemptTimer = std::make_unique<QTimer>();
        m_attemptTimer->setSingleShot(true);
        connect(m_attemptTimer.get(), &QTimer::timeout, this,
            [this] { attemptFailed(QAbstractSocket::SocketTimeoutError, {}); });
    }
    m_attemptTimer->start(attemptTime);
}

void Connection::stopAttempt()
{
    if (m_attemptTimer)
        m_attemptTimer->stop();
    if (m_dialler)
        m_dialler->disconnect(this);
}

void Connection::makeSocket()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater(); // we may be in one of its signals
    }
    m_tlsSocket = m_destination.tls ? new QSslSocket : nullptr;
    m_socket.reset(m_destination.tls ? m_tlsSocket : new QTcpSocket);
    m_socket->setProxy(QNetworkProxy::NoProxy); // Qt's own default asks the environment
    m_socket->setReadBufferSize(readBufferBytes);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &Connection::socketEnded);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this,
        [this] { socketEnded(QAbstractSocket::RemoteHostClosedError); });
    connect(m_socket.get(), &QIODevice::readyRead, this, [this] {
        if (m_phase == Phase::Tunnel)
            readTunnel();
        else if (m_phase == Phase::Open)
            Q_EMIT readable();
    });
    connect(m_socket.get(), &QIODevice::bytesWritten, this, &Connection::socketWrote);
    if (m_tlsSocket)
        setUpTls();
}

void Connection::setUpTls()
{
    m_tlsSocket->setSslConfiguration(*m_tlsConfiguration);
    connect(m_tlsSocket, &QSslSocket::encryptedBytesWritten, this, &Connection::socketWrote);
    connect(m_tlsSocket, &QSslSocket::encrypted, this, &Connection::secured);
    connect(m_tlsSocket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateErrors = errors;
        if (m_destination.options.insecure)
            m_tlsSocket->ignoreSslErrors(); // this socket alone: it serves only calls with the same options
    });
    connect(m_tlsSocket, &QSslSocket::alertReceived, this,
        [this](QSsl::AlertLevel, QSsl::AlertType type, const QString &) {
            m_closeNotified |= type == QSsl::AlertType::CloseNotify;
        });
}

void Connection::connected()
{
    stopAttempt();
    m_addresses.clear();
    if (!Dialler::isAvailable())
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (!isBehindProxy()) {
        arrived();
        return;
    }
    enter(Phase::Tunnel);
    m_tunnel = makeTunnel(m_proxy, server());
    write(m_tunnel->greeting());
}

void Connection::readTunnel()
{
    while (m_phase == Phase::Tunnel) {
        const QByteArrayView bytes = read();
        if (bytes.isEmpty())
            return;
        const QByteArray next = m_tunnel->feed(bytes);
        if (m_tunnel->failure())
            fail(*m_tunnel->failure());
        else if (m_tunnel->isOpen())
            arrived();
        else if (!next.isEmpty())
            write(next);
    }
}

/// The way to the server is open.
void Connection::arrived()
{
    m_milestones.connected = m_clock.nsecsElapsed();
    if (!m_tlsSocket) {
        enterOpen();
        return;
    }
    enter(Phase::Tls);
    // Whatever was dialled, SNI and the check of the certificate go by the region's host.
    m_tlsSocket->setPeerVerifyName(verifiedName());
    m_tlsSocket->startClientEncryption();
}

void Connection::secured()
{
    m_milestones.secured = m_clock.nsecsElapsed();
    const bool insecure = m_destination.options.insecure;
    const QSslCertificate certificate = m_tlsSocket->peerCertificate();
    const bool covered = certificateCovers(certificate, verifiedName());
    m_tls = tlsFacts(*m_tlsSocket, verifiedName(), covered && !insecure);
    if (!covered && !insecure) {
        fail(nameFailure(certificate, verifiedName()));
        return;
    }
    if (!covered && m_certificateErrors.isEmpty())
        m_certificateErrors.append(QSslError(QSslError::HostNameMismatch, certificate));
    if (!m_certificateErrors.isEmpty())
        m_notes.append(ignoredCertificateNote(m_certificateErrors, verifiedName()));
    const QByteArray protocol = m_tlsSocket->sslConfiguration().nextNegotiatedProtocol();
    if (!protocol.isEmpty() && protocol != QSslConfiguration::NextProtocolHttp1_1) {
        fail(handshakeFailure(u"no application protocol"_s, verifiedName(), false));
        return;
    }
    enterOpen();
}

void Connection::enter(Phase phase)
{
    m_phase = phase;
    if (phase != Phase::Ended)
        m_reached = phase;
}

void Connection::enterOpen()
{
    enter(Phase::Open);
    Q_EMIT opened();
}

void Connection::attemptFailed(QAbstractSocket::SocketError error, const QString &text)
{
    stopAttempt();
    if (m_phase == Phase::Connect && !m_addresses.isEmpty()) {
        dialNext();
        return;
    }
    if (m_phase == Phase::Tunnel)
        readTunnel(); // a refusal may have come just before the end
    if (m_phase == Phase::Ended)
        return;
    if (m_phase == Phase::Tls)
        m_tls = tlsFacts(*m_tlsSocket, verifiedName(), false);
    fail(attemptFailure(error, text));
}

dcs::Failure Connection::attemptFailure(QAbstractSocket::SocketError error, const QString &text) const
{
    if (m_phase == Phase::Tunnel)
        return {dcs::Failure::Kind::Proxy,
            u"The proxy %1 closed the connection before the way was open."_s.arg(m_dialled),
            u"Check host, port and kind of the proxy, and whether it allows this host and port."_s, false};
    if (m_phase != Phase::Tls)
        return connectFailure(error, text, m_dialled, isBehindProxy());
    if (!m_certificateErrors.isEmpty() && !m_destination.options.insecure)
        return certificateFailure(m_certificateErrors, verifiedName());
    if (error == QAbstractSocket::RemoteHostClosedError)
        return {dcs::Failure::Kind::Tls,
            u"“%1” closed the connection in the middle of the TLS handshake."_s.arg(verifiedName()),
            u"Check the port; the server may want a client certificate, or speak only HTTP/2 or an old TLS."_s,
            false};
    return handshakeFailure(text, verifiedName(), !m_destination.options.clientCertificateFile.isEmpty());
}

void Connection::fail(const dcs::Failure &failure)
{
    enter(Phase::Ended);
    stopAttempt();
    m_resetWatch.reset();
    if (m_socket)
        m_socket->abort();
    Q_EMIT failed(failure);
}

void Connection::socketEnded(QAbstractSocket::SocketError error)
{
    if (m_phase == Phase::Ended)
        return;
    if (m_phase != Phase::Open) {
        attemptFailed(error, m_socket->errorString());
        return;
    }
    const QString text = m_socket->errorString();
    const bool wasReset = m_resetWatch && m_resetWatch->sawReset();
    m_resetWatch.reset();
    m_endedClean
        = m_tlsSocket ? m_closeNotified : error == QAbstractSocket::RemoteHostClosedError && !wasReset;
    const bool tlsBroke = error == QAbstractSocket::SslInternalError
        || error == QAbstractSocket::SslHandshakeFailedError
        || error == QAbstractSocket::SslInvalidUserDataError;
    if (tlsBroke && !m_closeNotified && !text.contains(u"unexpected eof"))
        m_endFailure
            = handshakeFailure(text, verifiedName(), !m_destination.options.clientCertificateFile.isEmpty());
    enter(Phase::Ended);
    Q_EMIT ended();
}

void Connection::socketWrote()
{
    if (m_phase == Phase::Open && m_socket->bytesToWrite() == 0
        && (!m_tlsSocket || m_tlsSocket->encryptedBytesToWrite() == 0))
        Q_EMIT sent();
}

void Connection::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

QByteArrayView Connection::read()
{
    if (!m_socket || !m_socket->isReadable())
        return {};
    if (!m_buffer)
        m_buffer = std::make_unique<Buffer>();
    const qint64 count = m_socket->read(m_buffer->data(), qint64(m_buffer->size()));
    return QByteArrayView(m_buffer->data(), qsizetype(qMax(qint64(0), count)));
}

void Connection::close()
{
    enter(Phase::Ended);
    stopAttempt();
    m_resetWatch.reset();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (m_tlsSocket && m_tlsSocket->isEncrypted())
        m_tlsSocket->disconnectFromHost(); // says close_notify
    m_socket->abort();
}

QString Connection::peer() const
{
    return isBehindProxy() || m_milestones.connected == 0 ? QString() : m_dialled;
}

bool Connection::hasUnread() const
{
    return m_socket
        && (m_socket->bytesAvailable() > 0 || (m_tlsSocket && m_tlsSocket->encryptedBytesAvailable() > 0));
}

bool Connection::isQuiet() const
{
    if (m_phase != Phase::Open || hasUnread() || m_socket->bytesToWrite() > 0
        || m_socket->state() != QAbstractSocket::ConnectedState)
        return false;
#ifdef Q_OS_UNIX
    // What the event loop has not told us yet: bytes or an end that wait in the kernel.
    char byte = 0;
    return ::recv(int(m_socket->socketDescriptor()), &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0
        && (errno == EAGAIN || errno == EWOULDBLOCK);
#else
    return true;
#endif
}

} // namespace transport
