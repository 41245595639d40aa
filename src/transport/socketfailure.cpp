// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/socketfailure.h"

#include "dcs/text.h"

using namespace Qt::StringLiterals;

namespace transport {

namespace {

using Kind = dcs::Failure::Kind;

} // namespace

bool isProxyError(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return true;
    default:
        return false;
    }
}

dcs::Failure connectFailure(
    QAbstractSocket::SocketError error, const QString &libraryText, const QString &where, bool behindProxy)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {Kind::Dns, u"The proxy knows no address for “%1”."_s.arg(where),
            u"Check the spelling of the host."_s, false};
    case QAbstractSocket::ConnectionRefusedError:
        return {Kind::Connect, u"Nothing listens at %1: the connection was refused."_s.arg(where),
            behindProxy ? u"Check host and port; the proxy was reached and reports this."_s
                        : u"Check the port, and whether the server (the sandbox, for example) is running."_s,
            false};
    case QAbstractSocket::SocketAccessError:
        return {Kind::Connect, u"Connecting to %1 is not allowed."_s.arg(where),
            behindProxy ? u"The proxy refuses this host or port."_s
                        : u"Check the firewall of this machine."_s,
            false};
    case QAbstractSocket::SocketTimeoutError:
        return {Kind::Connect, u"%1 did not answer the connection."_s.arg(where),
            u"Check the host, the network and any firewall."_s, false};
    case QAbstractSocket::RemoteHostClosedError:
        return {Kind::Connect, u"%1 closed the connection at once."_s.arg(where), u"Check host and port."_s,
            false};
    default:
        return {Kind::Connect, u"No connection to %1: %2."_s.arg(where, dcs::visible(libraryText, 200)),
            u"Check the network of this machine and whether a proxy is needed."_s, false};
    }
}

dcs::Failure proxyFailure(
    QAbstractSocket::SocketError error, const QString &libraryText, const QString &proxy)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return {Kind::Proxy,
            u"The proxy %1 wants a user and a password, or did not accept those given."_s.arg(proxy),
            u"Check user and password of the proxy."_s, false};
    case QAbstractSocket::ProxyConnectionRefusedError:
        return {Kind::Proxy, u"Nothing listens at the proxy's address %1."_s.arg(proxy),
            u"Check host and port of the proxy."_s, false};
    case QAbstractSocket::ProxyNotFoundError:
        return {Kind::Proxy, u"No address is known for the proxy %1."_s.arg(proxy),
            u"Check the spelling of the proxy's host."_s, false};
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return {Kind::Proxy, u"The proxy %1 did not answer."_s.arg(proxy),
            u"Check host and port of the proxy."_s, false};
    case QAbstractSocket::ProxyConnectionClosedError:
        return {Kind::Proxy, u"The proxy %1 closed the connection before the tunnel stood."_s.arg(proxy),
            u"Check that it is a proxy of the chosen kind, and that it allows this host and port."_s, false};
    default:
        return {Kind::Proxy,
            u"The proxy %1 did not open a tunnel: %2."_s.arg(proxy, dcs::visible(libraryText, 200)),
            u"Check that it is a proxy of the chosen kind, and that it allows this host and port."_s, false};
    }
}

} // namespace transport
