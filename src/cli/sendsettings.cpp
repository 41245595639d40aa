// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/callinput.h"
#include "dcs/text.h"
#include "interop/proxytext.h"

#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

dcs::Error usage(const QString &message, const QString &remedy = {})
{
    return {dcs::Errc::Usage, message, remedy, {}};
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
        options.connectTo = interop::readHostPort(arguments.text("connect-to"));
        if (!options.connectTo)
            return usage(u"--connect-to is \"%1\", which is not HOST:PORT."_s.arg(
                             dcs::visible(arguments.text("connect-to"))),
                u"For example 127.0.0.1:8080, or [::1]:8080."_s);
    }
    if (arguments.has("timeout")) {
        auto seconds = arguments.decimal("timeout", 0.001, 3600);
        if (!seconds)
            return seconds.error();
        options.timeout = std::chrono::milliseconds(qint64(*seconds * 1000 + 0.5));
    }
    if (arguments.has("proxy")) {
        const auto proxy = interop::readProxyText(arguments.text("proxy"));
        if (!proxy)
            return usage(
                u"--proxy is \"%1\", which is no proxy."_s.arg(dcs::visible(arguments.text("proxy"))),
                u"It is none, system, http://HOST:PORT or socks5://HOST:PORT, with USER or "
                "USER:{{$keychain NAME}} and @ before the host."_s);
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
    if (arguments.has("cookies") && arguments.has("no-cookies"))
        return usage(u"--cookies and --no-cookies contradict each other."_s);
    if (arguments.has("cookies"))
        options.cookies = dcs::SendOptions::Cookies::On;
    if (arguments.has("no-cookies"))
        options.cookies = dcs::SendOptions::Cookies::Off;
    if (arguments.has("ipv4") && arguments.has("ipv6"))
        return usage(u"--ipv4 and --ipv6 contradict each other."_s);
    if (arguments.has("ipv4"))
        options.ipVersion = dcs::SendOptions::IpVersion::V4;
    if (arguments.has("ipv6"))
        options.ipVersion = dcs::SendOptions::IpVersion::V6;
    return {};
}

} // namespace cli
