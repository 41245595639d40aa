// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/connection.h"

#include "transport/proxy.h"
#include "transport/socketfailure.h"
#include "transport/systemquestion.h"
#include "transport/tlsfailure.h"
#include "transport/tlssettings.h"

#include <QHostInfo>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#ifdef Q_OS_UNIX
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
    , m_attemptTimer(this)
{
    m_attemptTimer.setSingleShot(true);
    connect(&m_attemptTimer, &QTimer::timeout, this,
        [this] { attemptFailed(QAbstractSocket::SocketTimeoutError); });
}

Connection::~Connection()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void Connection::open()
{
    m_clock.start();
    using ProxyKind = dcs::SendOptions::Proxy::Kind;
    switch (m_destination.options.proxy.kind) {
    case ProxyKind::System:
        askForSystemProxy();
        break;
    case ProxyKind::Http:
    case ProxyKind::Socks5:
        m_proxy = explicitProxy(m_destination.options.proxy);
        dial(dialHost());
        break;
    case ProxyKind::None:
        resolve();
        break;
    }
}

QString Connection::verifiedName() const
{
    return QString::fromLatin1(m_destination.host);
}

QString Connection::dialHost() const
{
    const auto &other = m_destination.options.connectTo;
    return other ? other->host : QString::fromLatin1(m_destination.host);
}

quint16 Connection::dialPort() const
{
    const auto &other = m_destination.options.connectTo;
    return other ? other->port : m_destination.port;
}

void Connection::askForSystemProxy()
{
    new SystemQuestion(
        [this, tls = m_destination.tls, host = dialHost(), port = dialPort()]() -> SystemQuestion::Answer {
            return [this, proxy = systemProxy(tls, host, port), host] {
                m_proxy = proxy;
                if (isBehindProxy())
                    dial(host);
                else
                    resolve();
            };
        },
        this);
}

void Connection::resolve()
{
    m_phase = Phase::Dns;
    const QString host = dialHost();
    if (const QHostAddress literal(host); !literal.isNull()) {
        QHostInfo info;
        info.setAddresses({literal});
        resolved(info);
        return;
    }
    new SystemQuestion(
        [this, host]() -> SystemQuestion::Answer {
            return [this, info = QHostInfo::fromName(host)] { resolved(info); };
        },
        this);
}

void Connection::resolved(const QHostInfo &info)
{
    using IpVersion = dcs::SendOptions::IpVersion;
    const IpVersion wanted = m_destination.options.ipVersion;
    m_milestones.dns = QHostAddress(dialHost()).isNull() ? m_clock.nsecsElapsed() : 0;
    m_addresses = info.addresses();
    if (m_addresses.isEmpty()) {
        fail({dcs::Failure::Kind::Dns, u"No address is known for the host “%1”."_s.arg(dialHost()),
            u"Check the spelling of the host and this machine's network."_s, false});
        return;
    }
    m_addresses.removeIf([wanted](const QHostAddress &address) {
        const bool v4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        return (wanted == IpVersion::V4 && !v4) || (wanted == IpVersion::V6 && v4);
    });
    if (m_addresses.isEmpty()) {
        const QString version = wanted == IpVersion::V4 ? u"IPv4"_s : u"IPv6"_s;
        fail({dcs::Failure::Kind::Dns, u"The host “%1” has no %2 address."_s.arg(dialHost(), version),
            u"Allow both IP versions for this call."_s, false});
        return;
    }
    dialNext();
}

void Connection::dialNext()
{
    const QHostAddress address = m_addresses.takeFirst();
    if (!m_addresses.isEmpty())
        m_attemptTimer.start(attemptTime);
    dial(address.toString());
}

void Connection::dial(const QString &host)
{
    m_phase = Phase::Connect;
    if (isBehindProxy())
        m_milestones.dns = -1; // the proxy looks the name up
    m_dialled = (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(dialPort());
    if (m_destination.tls) {
        const dcs::Result<QSslConfiguration> configuration = tlsConfiguration(m_destination.options);
        if (!configuration) {
            fail({dcs::Failure::Kind::Tls, configuration.error().message, configuration.error().remedy,
                false});
            return;
        }
        makeSocket();
        m_tlsSocket->setSslConfiguration(*configuration);
        // Dials any address; SNI and the check of the certificate go by the region's host.
        m_tlsSocket->connectToHostEncrypted(host, dialPort(), verifiedName());
    } else {
        makeSocket();
        m_socket->connectToHost(host, dialPort());
    }
}

void Connection::makeSocket()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater(); // we may be in one of its signals
    }
    m_tlsSocket = m_destination.tls ? new QSslSocket : nullptr;
    m_socket.reset(m_destination.tls ? m_tlsSocket : new QTcpSocket);
    m_socket->setProxy(m_proxy);
    m_socket->setReadBufferSize(readBufferBytes);
    connectSocket();
}

void Connection::connectSocket()
{
    connect(m_socket.get(), &QAbstractSocket::connected, this, [this] {
        m_attemptTimer.stop();
        m_milestones.connected = m_clock.nsecsElapsed();
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (m_tlsSocket)
            m_phase = Phase::Tls;
        else
            enterOpen();
    });
    connect(
        m_socket.get(), &QAbstractSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
            if (m_phase == Phase::Open)
                socketEnded(error);
            else if (m_phase != Phase::Ended)
                attemptFailed(error);
        });
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, [this] {
        if (m_phase == Phase::Open)
            socketEnded(QAbstractSocket::RemoteHostClosedError);
        else if (m_phase != Phase::Ended)
            attemptFailed(QAbstractSocket::RemoteHostClosedError);
    });
    connect(m_socket.get(), &QIODevice::readyRead, this, &Connection::readable);
    connect(m_socket.get(), &QIODevice::bytesWritten, this, [this] {
        if (m_socket->bytesToWrite() == 0 && (!m_tlsSocket || m_tlsSocket->encryptedBytesToWrite() == 0))
            Q_EMIT sent();
    });
    if (!m_tlsSocket)
        return;
    connect(m_tlsSocket, &QSslSocket::encryptedBytesWritten, this, [this] {
        if (m_phase == Phase::Open && m_socket->bytesToWrite() == 0
            && m_tlsSocket->encryptedBytesToWrite() == 0)
            Q_EMIT sent();
    });
    connect(m_tlsSocket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateErrors = errors;
        if (m_destination.options.insecure)
            m_tlsSocket
                ->ignoreSslErrors(); // this socket alone: it serves only destinations with the same options
    });
    connect(m_tlsSocket, &QSslSocket::alertReceived, this,
        [this](QSsl::AlertLevel, QSsl::AlertType type, const QString &) {
            m_closeNotified |= type == QSsl::AlertType::CloseNotify;
        });
    connect(m_tlsSocket, &QSslSocket::encrypted, this, &Connection::secured);
}

dcs::Failure Connection::attemptFailure(QAbstractSocket::SocketError error) const
{
    const QString text = m_socket ? m_socket->errorString() : QString();
    if (isProxyError(error))
        return proxyFailure(error, text, u"%1:%2"_s.arg(m_proxy.hostName()).arg(m_proxy.port()));
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

void Connection::attemptFailed(QAbstractSocket::SocketError error)
{
    m_attemptTimer.stop();
    const bool mayTryNext = m_phase == Phase::Connect && !m_addresses.isEmpty() && !isProxyError(error);
    if (mayTryNext) {
        dialNext();
        return;
    }
    if (m_tlsSocket && m_phase == Phase::Tls)
        m_tls = tlsFacts(*m_tlsSocket, verifiedName(), false);
    fail(attemptFailure(error));
}

void Connection::secured()
{
    m_milestones.secured = m_clock.nsecsElapsed();
    const bool insecure = m_destination.options.insecure;
    m_tls = tlsFacts(*m_tlsSocket, verifiedName(), !insecure);
    const QSslCertificate certificate = m_tlsSocket->peerCertificate();
    if (!certificateCovers(certificate, verifiedName())) {
        if (!insecure) {
            m_tls->verified = false;
            fail(nameFailure(certificate, verifiedName()));
            return;
        }
        m_notes.append(ignoredCertificateNote(m_certificateErrors.isEmpty()
                ? QList<QSslError>{QSslError(QSslError::HostNameMismatch, certificate)}
                : m_certificateErrors,
            verifiedName()));
    } else if (!m_certificateErrors.isEmpty()) {
        m_notes.append(ignoredCertificateNote(m_certificateErrors, verifiedName()));
    }
    const QByteArray protocol = m_tlsSocket->sslConfiguration().nextNegotiatedProtocol();
    if (!protocol.isEmpty() && protocol != QSslConfiguration::NextProtocolHttp1_1) {
        fail(handshakeFailure(u"no application protocol"_s, verifiedName(), false));
        return;
    }
    enterOpen();
}

void Connection::enterOpen()
{
    m_phase = Phase::Open;
    Q_EMIT opened();
}

void Connection::fail(const dcs::Failure &failure)
{
    m_phase = Phase::Ended;
    m_attemptTimer.stop();
    if (m_socket)
        m_socket->abort();
    Q_EMIT failed(failure);
}

void Connection::socketEnded(QAbstractSocket::SocketError error)
{
    const bool orderly = error == QAbstractSocket::RemoteHostClosedError;
    m_endedClean = m_tlsSocket ? m_closeNotified : orderly;
    const bool tlsBroke = error == QAbstractSocket::SslInternalError
        || error == QAbstractSocket::SslHandshakeFailedError
        || error == QAbstractSocket::SslInvalidUserDataError;
    if (m_tlsSocket && !m_closeNotified && tlsBroke && !m_socket->errorString().contains(u"unexpected eof"))
        m_endFailure = handshakeFailure(
            m_socket->errorString(), verifiedName(), !m_destination.options.clientCertificateFile.isEmpty());
    m_phase = Phase::Ended;
    Q_EMIT ended();
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
        m_buffer = std::make_unique<std::array<char, 64 << 10>>();
    const qint64 count = m_socket->read(m_buffer->data(), qint64(m_buffer->size()));
    return QByteArrayView(m_buffer->data(), qsizetype(qMax(qint64(0), count)));
}

void Connection::close()
{
    m_phase = Phase::Ended;
    m_attemptTimer.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (m_tlsSocket && m_tlsSocket->isEncrypted())
        m_tlsSocket->disconnectFromHost(); // says close_notify
    m_socket->abort();
}

QString Connection::peer() const
{
    if (!m_socket || isBehindProxy() || m_socket->peerAddress().isNull())
        return {};
    const QString address = m_socket->peerAddress().toString();
    return (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address).arg(m_socket->peerPort());
}

bool Connection::hasUnread() const
{
    return m_socket
        && (m_socket->bytesAvailable() > 0 || (m_tlsSocket && m_tlsSocket->encryptedBytesAvailable() > 0));
}

bool Connection::isQuiet() const
{
    if (m_phase != Phase::Open || hasUnread() || m_socket->state() != QAbstractSocket::ConnectedState
        || m_socket->bytesToWrite() > 0)
        return false;
#ifdef Q_OS_UNIX
    // What the event loop has not told us yet: bytes or an end that wait in the kernel.
    char byte = 0;
    const auto descriptor = int(m_socket->socketDescriptor());
    if (descriptor >= 0 && !isBehindProxy())
        return ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0;
#endif
    return true;
}

} // namespace transport
