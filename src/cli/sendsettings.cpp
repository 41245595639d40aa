// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/callinput.h"
#include "dcs/text.h"

#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

dcs::Error usage(const QString &message, const QString &remedy = {})
{
    return {dcs::Errc::Usage, message, remedy, {}};
}

/// HOST:PORT, with [::1]:PORT for IPv6.
dcs::Result<dcs::HostPort> parseHostPort(const QString &text, const char *option)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(qMax(qsizetype(0), colon));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool ok = false;
    const uint port = text.mid(colon + 1).toUInt(&ok);
    if (colon <= 0 || host.isEmpty() || !ok || port == 0 || port > 65535)
        return usage(
            u"--%1 is \"%2\", which is not HOST:PORT."_s.arg(QLatin1String(option), dcs::visible(text)),
            u"For example 127.0.0.1:8080, or [::1]:8080."_s);
    return dcs::HostPort{host, quint16(port)};
}

/// none, system, http://[user:password@]host:port, socks5://…
dcs::Result<dcs::SendOptions::Proxy> parseProxy(QString text)
{
    using Proxy = dcs::SendOptions::Proxy;
    if (text == u"none" || text.isEmpty())
        return Proxy{};
    if (text == u"system")
        return Proxy{Proxy::Kind::System, {}, 0, {}, {}};
    Proxy proxy;
    proxy.kind = Proxy::Kind::Http;
    if (const qsizetype scheme = text.indexOf(u"://"); scheme >= 0) {
        const QString name = text.left(scheme);
        if (name == u"socks5" || name == u"socks5h")
            proxy.kind = Proxy::Kind::Socks5;
        else if (name != u"http")
            return usage(
                u"--proxy has the scheme \"%1\"."_s.arg(dcs::visible(name)), u"Known are http and socks5."_s);
        text = text.mid(scheme + 3);
    }
    if (const qsizetype at = text.lastIndexOf(u'@'); at >= 0) {
        const QString login = text.left(at);
        const qsizetype colon = login.indexOf(u':');
        proxy.user = dcs::percentDecodeText(login.left(colon < 0 ? login.size() : colon).toUtf8());
        proxy.password = colon < 0 ? QString() : dcs::percentDecodeText(login.mid(colon + 1).toUtf8());
        text = text.mid(at + 1);
    }
    auto address = parseHostPort(text, "proxy");
    if (!address)
        return address.error();
    proxy.host = address->host;
    proxy.port = address->port;
    return proxy;
}

dcs::Result<void> readableFile(const Arguments &arguments, const char *name, QString &target)
{
    if (!arguments.has(name))
        return {};
    target = arguments.text(name);
    if (!QFileInfo(target).isReadable())
        return dcs::Error{dcs::Errc::Unreadable,
            u"--%1: \"%2\" cannot be read."_s.arg(QLatin1String(name), dcs::visible(target)), {}, {}};
    return {};
}

} // namespace

dcs::Result<void> applySendOptions(const Arguments &arguments, dcs::SendOptions &options)
{
    if (arguments.has("connect-to")) {
        auto address = parseHostPort(arguments.text("connect-to"), "connect-to");
        if (!address)
            return address.error();
        options.connectTo = *address;
    }
    if (arguments.has("timeout")) {
        auto seconds = arguments.decimal("timeout", 0.001, 3600);
        if (!seconds)
            return seconds.error();
        options.timeout = std::chrono::milliseconds(qint64(*seconds * 1000 + 0.5));
    }
    if (arguments.has("proxy")) {
        auto proxy = parseProxy(arguments.text("proxy"));
        if (!proxy)
            return proxy.error();
        options.proxy = *proxy;
    }
    if (arguments.has("follow")) {
        auto hops = arguments.number("follow", 0, 20);
        if (!hops)
            return hops.error();
        options.followRedirects = int(*hops);
    }
    if (auto done = readableFile(arguments, "ca", options.caFile); !done)
        return done;
    if (auto done = readableFile(arguments, "cert", options.clientCertificateFile); !done)
        return done;
    if (auto done = readableFile(arguments, "key", options.clientKeyFile); !done)
        return done;
    options.insecure = options.insecure || arguments.has("insecure");
    if (arguments.has("ipv4") && arguments.has("ipv6"))
        return usage(u"--ipv4 and --ipv6 contradict each other."_s);
    if (arguments.has("ipv4"))
        options.ipVersion = dcs::SendOptions::IpVersion::V4;
    if (arguments.has("ipv6"))
        options.ipVersion = dcs::SendOptions::IpVersion::V6;
    return {};
}

} // namespace cli
