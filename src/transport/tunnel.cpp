// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/tunnel.h"

#include "dcs/text.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace transport {

namespace {

using Kind = dcs::Failure::Kind;

constexpr char socksVersion = 5;
constexpr char passwordVersion = 1;
constexpr char methodNone = 0;
constexpr char methodPassword = 2;

QString proxyName(const dcs::SendOptions::Proxy &proxy)
{
    return u"%1:%2"_s.arg(proxy.host, QString::number(proxy.port));
}

QString where(const dcs::HostPort &to)
{
    return (to.host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(to.host, QString::number(to.port));
}

QByteArray octets(std::initializer_list<int> values)
{
    QByteArray out;
    for (const int value : values)
        out += char(value);
    return out;
}

const QString checkCredentials = u"Check user and password of the proxy."_s;
const QString checkPermission = u"Ask whoever runs the proxy whether it allows this host and port."_s;
const QString checkProxyKind = u"Check host, port and kind of the proxy."_s;

} // namespace

void Tunnel::fail(dcs::Failure::Kind kind, const QString &message, const QString &remedy)
{
    if (!m_failure)
        m_failure = dcs::Failure{kind, message, remedy, false};
}

HttpTunnel::HttpTunnel(dcs::SendOptions::Proxy proxy, dcs::HostPort to)
    : m_proxy(std::move(proxy))
    , m_to(std::move(to))
{
}

QByteArray HttpTunnel::greeting()
{
    const QByteArray authority = where(m_to).toLatin1();
    QByteArray out = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n";
    if (!m_proxy.user.isEmpty())
        out += "Proxy-Authorization: Basic " + (m_proxy.user + u':' + m_proxy.password).toUtf8().toBase64()
            + "\r\n";
    return out + "\r\n";
}

QByteArray HttpTunnel::feed(QByteArrayView bytes)
{
    m_parser.feed(bytes); // the head alone: a 2xx answer to CONNECT has no body, whatever its headers say
    if (m_parser.status() == 407 && m_parser.headDone())
        fail(Kind::Proxy,
            u"The proxy %1 wants a user and a password, or did not accept those given."_s.arg(
                proxyName(m_proxy)),
            checkCredentials);
    else if (m_parser.headDone() && m_parser.status() / 100 != 2)
        fail(Kind::Proxy,
            u"The proxy %1 did not open a tunnel to %2: it answered %3 %4."_s.arg(proxyName(m_proxy),
                where(m_to), QString::number(m_parser.status()),
                dcs::visible(QString::fromLatin1(m_parser.reason()), 100)),
            checkPermission);
    else if (m_parser.problem())
        fail(Kind::Proxy,
            u"The answer of the proxy %1 cannot be understood: %2"_s.arg(
                proxyName(m_proxy), m_parser.problem()->message),
            checkProxyKind);
    else if (m_parser.headDone())
        open();
    return {};
}

Socks5Tunnel::Socks5Tunnel(dcs::SendOptions::Proxy proxy, dcs::HostPort to)
    : m_proxy(std::move(proxy))
    , m_to(std::move(to))
{
}

QByteArray Socks5Tunnel::greeting()
{
    if (m_proxy.user.isEmpty())
        return octets({socksVersion, 1, methodNone});
    return octets({socksVersion, 2, methodNone, methodPassword});
}

QByteArray Socks5Tunnel::feed(QByteArrayView bytes)
{
    m_unread += bytes;
    QByteArray out;
    State before = m_state;
    do {
        before = m_state;
        out += step();
    } while (m_state != before && !failure());
    return out;
}

QByteArray Socks5Tunnel::step()
{
    if (m_unread.size() < 2)
        return {};
    switch (m_state) {
    case State::Method:
        return chooseMethod();
    case State::Password:
        return checkPassword();
    case State::Reply:
        break;
    }
    readReply();
    return {};
}

QByteArray Socks5Tunnel::chooseMethod()
{
    const char version = m_unread[0];
    const char method = m_unread[1];
    m_unread.remove(0, 2);
    if (version != socksVersion) {
        fail(Kind::Proxy, u"%1 is no SOCKS5 proxy."_s.arg(proxyName(m_proxy)), checkProxyKind);
        return {};
    }
    if (method == methodNone) {
        m_state = State::Reply;
        return request();
    }
    if (method != methodPassword || m_proxy.user.isEmpty()) {
        fail(Kind::Proxy,
            u"The proxy %1 wants a user and a password, or a way to log in that is not supported."_s.arg(
                proxyName(m_proxy)),
            checkCredentials);
        return {};
    }
    const QByteArray user = m_proxy.user.toUtf8().left(255);
    const QByteArray password = m_proxy.password.toUtf8().left(255);
    m_state = State::Password;
    return QByteArray(1, passwordVersion) + char(user.size()) + user + char(password.size()) + password;
}

QByteArray Socks5Tunnel::checkPassword()
{
    const char status = m_unread[1];
    m_unread.remove(0, 2);
    if (status != 0) {
        fail(Kind::Proxy, u"The proxy %1 did not accept user and password."_s.arg(proxyName(m_proxy)),
            checkCredentials);
        return {};
    }
    m_state = State::Reply;
    return request();
}

QByteArray Socks5Tunnel::request() const
{
    QByteArray out = octets({socksVersion, 1 /* CONNECT */, 0});
    const QHostAddress address(m_to.host);
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 v4 = address.toIPv4Address();
        out += octets({1, int(v4 >> 24), int(v4 >> 16 & 0xff), int(v4 >> 8 & 0xff), int(v4 & 0xff)});
    } else if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR v6 = address.toIPv6Address();
        out += QByteArray(1, 4) + QByteArray(reinterpret_cast<const char *>(&v6), 16);
    } else {
        const QByteArray name = m_to.host.toLatin1().left(255);
        out += QByteArray(1, 3) + char(name.size()) + name;
    }
    return out + octets({m_to.port >> 8, m_to.port & 0xff});
}

void Socks5Tunnel::readReply()
{
    if (m_unread[0] != socksVersion || m_unread[1] != 0) {
        failWith(m_unread[0] == socksVersion ? m_unread[1] : char(1));
        return;
    }
    if (m_unread.size() < 5)
        return;
    // The address that the proxy has bound follows; nobody needs it, but its length must be known.
    const qsizetype addressBytes = m_unread[3] == 1 ? 4
        : m_unread[3] == 4                          ? 16
                                                    : 1 + qsizetype(static_cast<unsigned char>(m_unread[4]));
    const qsizetype whole = 4 + addressBytes + 2;
    if (m_unread.size() > whole)
        fail(Kind::Proxy, u"The proxy %1 sent more than its answer."_s.arg(proxyName(m_proxy)),
            checkProxyKind);
    else if (m_unread.size() == whole)
        open();
}

void Socks5Tunnel::failWith(char code)
{
    const QString proxy = proxyName(m_proxy);
    switch (code) {
    case 2:
        fail(Kind::Proxy, u"The proxy %1 does not allow a connection to %2."_s.arg(proxy, where(m_to)),
            checkPermission);
        break;
    case 3:
    case 4:
    case 6:
        fail(Kind::Connect, u"The proxy %1 cannot reach %2."_s.arg(proxy, where(m_to)),
            u"Check the spelling of the host, and its port."_s);
        break;
    case 5:
        fail(Kind::Connect, u"Nothing listens at %2: the proxy %1 was refused."_s.arg(proxy, where(m_to)),
            u"Check host and port."_s);
        break;
    default:
        fail(Kind::Proxy,
            u"The proxy %1 could not open a way to %2 (SOCKS code %3)."_s.arg(
                proxy, where(m_to), QString::number(static_cast<unsigned char>(code))),
            u"Check the spelling of the host, and whether the proxy may reach it."_s);
        break;
    }
}

std::unique_ptr<Tunnel> makeTunnel(const dcs::SendOptions::Proxy &proxy, const dcs::HostPort &to)
{
    if (proxy.kind == dcs::SendOptions::Proxy::Kind::Socks5)
        return std::make_unique<Socks5Tunnel>(proxy, to);
    return std::make_unique<HttpTunnel>(proxy, to);
}

} // namespace transport
