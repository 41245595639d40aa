// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/proxytext.h"

#include "dcs/text.h"

namespace interop {

using namespace Qt::StringLiterals;

namespace {

using Proxy = dcs::SendOptions::Proxy;

QString loginText(const QString &part)
{
    return part.contains(u"{{") ? part : dcs::percentDecodeText(part.toUtf8());
}

QString loginWire(const QString &part)
{
    return part.contains(u"{{") ? part : QString::fromLatin1(dcs::percentEncode(part));
}

std::optional<Proxy::Kind> takeScheme(QString &text)
{
    const qsizetype end = text.indexOf(u"://");
    if (end < 0)
        return Proxy::Kind::Http;
    const QString scheme = text.left(end).toLower();
    text = text.mid(end + 3);
    if (text.endsWith(u'/'))
        text.chop(1);
    if (scheme == u"http")
        return Proxy::Kind::Http;
    if (scheme == u"socks5" || scheme == u"socks5h" || scheme == u"socks")
        return Proxy::Kind::Socks5;
    return std::nullopt;
}

} // namespace

bool isReference(QStringView text)
{
    return text.startsWith(u"{{") && text.endsWith(u"}}");
}

std::optional<dcs::HostPort> readHostPort(const QString &text, quint16 otherwise)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const bool hasPort = colon > text.lastIndexOf(u']');
    QString host = hasPort ? text.left(colon) : text;
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.mid(1, host.size() - 2);
    bool ok = true;
    const int port = hasPort ? text.mid(colon + 1).toInt(&ok) : otherwise;
    if (!ok || port < 1 || port > 65535 || host.isEmpty() || host.contains(u' ')
        || (!bracketed && host.contains(u':')))
        return std::nullopt;
    return dcs::HostPort{host, quint16(port)};
}

QString hostPortText(const dcs::HostPort &address)
{
    const QString host = address.host.contains(u':') ? u'[' + address.host + u']' : address.host;
    return host + u':' + QString::number(address.port);
}

std::optional<Proxy> readProxyText(const QString &given)
{
    Proxy proxy;
    if (given == u"none" || given == u"system") {
        proxy.kind = given == u"none" ? Proxy::Kind::None : Proxy::Kind::System;
        return proxy;
    }
    QString text = given;
    const auto kind = takeScheme(text);
    if (!kind)
        return std::nullopt;
    proxy.kind = *kind;
    if (const qsizetype at = text.lastIndexOf(u'@'); at >= 0) {
        const QString login = text.left(at);
        const qsizetype colon = login.indexOf(u':');
        proxy.user = loginText(login.left(colon < 0 ? login.size() : colon));
        proxy.password = colon < 0 ? QString() : loginText(login.mid(colon + 1));
        text = text.mid(at + 1);
    }
    const auto address = readHostPort(text, proxy.kind == Proxy::Kind::Http ? 8080 : 1080);
    if (!address)
        return std::nullopt;
    proxy.host = address->host;
    proxy.port = address->port;
    return proxy;
}

QString proxyText(const Proxy &proxy)
{
    switch (proxy.kind) {
    case Proxy::Kind::Unset:
        return {};
    case Proxy::Kind::None:
        return u"none"_s;
    case Proxy::Kind::System:
        return u"system"_s;
    case Proxy::Kind::Http:
    case Proxy::Kind::Socks5:
        break;
    }
    QString out = proxy.kind == Proxy::Kind::Http ? u"http://"_s : u"socks5://"_s;
    if (!proxy.user.isEmpty()) {
        out += loginWire(proxy.user);
        // A password as such never goes into a file.
        if (isReference(proxy.password))
            out += u':' + proxy.password;
        out += u'@';
    }
    return out + hostPortText({proxy.host, proxy.port});
}

dcs::Result<QString> proxyForFile(const QString &given)
{
    const QString text = given.trimmed();
    const bool hasLogin = text.contains(u'@');
    if (text.isEmpty() || (isReference(text) && !hasLogin))
        return text;
    const auto proxy = readProxyText(text);
    if (!proxy)
        return dcs::Error{dcs::Errc::InvalidInput,
            u"“%1” is no proxy."_s.arg(
                dcs::visible(hasLogin ? text.mid(text.lastIndexOf(u'@') + 1) : text, 80)),
            u"Write none, system, http://host:port or socks5://host:port."_s, {}};
    if (!proxy->password.isEmpty() && !isReference(proxy->password))
        return dcs::Error{dcs::Errc::InvalidInput, u"A password is not written into a file."_s,
            u"Store it (Tools → Keychain, or dcs secret set proxy-password) and write "
            "http://USER:{{$keychain proxy-password}}@HOST:PORT."_s,
            {}};
    return proxyText(*proxy);
}

} // namespace interop
