// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/dialler.h"

#include <QSocketNotifier>

#include <cstring>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace transport {

Dialler::Dialler(QObject *parent)
    : QObject(parent)
{
}

#ifdef Q_OS_UNIX

namespace {

struct Name {
    sockaddr_storage storage{};
    socklen_t length = 0;
};

Name nameOf(const QHostAddress &address, quint16 port)
{
    Name out;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(address.toIPv4Address());
        out.length = sizeof v4;
        std::memcpy(&out.storage, &v4, sizeof v4);
        return out;
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
    if (!address.scopeId().isEmpty())
        v6.sin6_scope_id = if_nametoindex(address.scopeId().toLocal8Bit().constData());
    out.length = sizeof v6;
    std::memcpy(&out.storage, &v6, sizeof v6);
    return out;
}

QAbstractSocket::SocketError errorOf(int code)
{
    switch (code) {
    case ECONNREFUSED:
        return QAbstractSocket::ConnectionRefusedError;
    case ETIMEDOUT:
        return QAbstractSocket::SocketTimeoutError;
    case ECONNRESET:
    case ECONNABORTED:
    case EPIPE:
        return QAbstractSocket::RemoteHostClosedError;
    case EACCES:
    case EPERM:
        return QAbstractSocket::SocketAccessError;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
        return QAbstractSocket::SocketResourceError;
    default:
        return QAbstractSocket::NetworkError;
    }
}

} // namespace

bool Dialler::isAvailable()
{
    return true;
}

Dialler::~Dialler()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        ::close(int(m_descriptor));
}

void Dialler::dial(const QHostAddress &address, quint16 port)
{
    const Name name = nameOf(address, port);
    const int descriptor = ::socket(name.storage.ss_family, SOCK_STREAM, 0);
    if (descriptor < 0) {
        fail(errno);
        return;
    }
    m_descriptor = descriptor;
    const int on = 1;
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const int result = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&name.storage), name.length);
    if (result == 0) {
        check();
    } else if (errno == EINPROGRESS) {
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &Dialler::check);
    } else {
        fail(errno);
    }
}

void Dialler::check()
{
    const int descriptor = int(m_descriptor);
    int code = 0;
    socklen_t length = sizeof code;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) != 0)
        code = errno;
    sockaddr_storage peer{};
    length = sizeof peer;
    if (code == 0 && ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &length) != 0)
        code = ECONNRESET; // came about and is gone again
    if (code != 0) {
        fail(code);
        return;
    }
    if (m_notifier)
        m_notifier->setEnabled(false);
    m_descriptor = -1;
    Q_EMIT connected(descriptor);
}

void Dialler::fail(int code)
{
    if (m_notifier)
        m_notifier->setEnabled(false);
    Q_EMIT failed(errorOf(code), QString::fromLocal8Bit(std::strerror(code)));
}

#else

bool Dialler::isAvailable()
{
    return false;
}

Dialler::~Dialler() = default;
void Dialler::dial(const QHostAddress &, quint16)
{
}
void Dialler::check()
{
}
void Dialler::fail(int)
{
}

#endif

} // namespace transport
