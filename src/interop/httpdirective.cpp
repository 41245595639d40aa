// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/httpdirective.h"

#include "dcs/text.h"
#include "interop/proxytext.h"

#include <chrono>

namespace interop {

namespace {

dcs::Error wrong(const QByteArray &name, const QByteArray &value, const QString &remedy)
{
    return {dcs::Errc::InvalidInput,
        QStringLiteral("@%1 does not understand “%2”.")
            .arg(QString::fromUtf8(name), dcs::visible(QString::fromUtf8(value), 80)),
        remedy, {}};
}

// Seconds, as JetBrains has it; its units too. httpyac reads the bare number as milliseconds, and nobody
// waits less than a second or more than a quarter of an hour, so 1000 and above are milliseconds.
std::optional<std::chrono::milliseconds> duration(QByteArray value)
{
    double factor = 0;
    for (const auto &[unit, milliseconds] :
        {std::pair<QByteArray, double>{"ms", 1}, {"m", 60000}, {"s", 1000}}) {
        if (value.endsWith(unit)) {
            value.chop(unit.size());
            factor = milliseconds;
            break;
        }
    }
    bool ok = false;
    const double number = value.trimmed().toDouble(&ok);
    if (factor == 0)
        factor = number >= 1000 ? 1 : 1000;
    const double total = number * factor;
    if (!ok || !(total >= 1) || total > 24.0 * 3600 * 1000)
        return std::nullopt;
    return std::chrono::milliseconds(qint64(total + 0.5));
}

bool isFlagOn(const QByteArray &value)
{
    return value != "false" && value != "no" && value != "0";
}

dcs::Result<void> readOption(const QByteArray &name, const QByteArray &value, dcs::SendOptions &options)
{
    if (name == "connect-to") {
        options.connectTo = readHostPort(QString::fromUtf8(value));
        if (!options.connectTo)
            return wrong(
                name, value, QStringLiteral("Write @connect-to host:port, for example 127.0.0.1:8080."));
    } else if (name == "timeout") {
        const auto timeout = duration(value);
        if (!timeout)
            return wrong(name, value, QStringLiteral("Write @timeout 10 s or @timeout 500 ms."));
        options.timeout = *timeout;
    } else if (name == "proxy") {
        const auto proxy = readProxyText(QString::fromUtf8(value));
        if (!proxy)
            return wrong(name, value, QStringLiteral("Write @proxy http://host:port or socks5://host:port."));
        options.proxy = *proxy;
    } else if (name == "no-proxy") {
        options.proxy = {};
        options.proxy.kind = dcs::SendOptions::Proxy::Kind::None;
    } else if (name == "cookies") {
        if (value != "on" && value != "off")
            return wrong(name, value, QStringLiteral("Write @cookies on or @cookies off."));
        options.cookies = value == "on" ? dcs::SendOptions::Cookies::On : dcs::SendOptions::Cookies::Off;
    } else if (name == "ca") {
        options.caFile = QString::fromUtf8(value);
    } else if (name == "cert") {
        options.clientCertificateFile = QString::fromUtf8(value);
    } else if (name == "key") {
        options.clientKeyFile = QString::fromUtf8(value);
    } else if (name == "follow-redirects") {
        bool ok = false;
        options.followRedirects = value.toInt(&ok);
        if (!ok || options.followRedirects < 0 || options.followRedirects > 50)
            return wrong(name, value, QStringLiteral("Write the number of redirects to follow, 0 to 50."));
    } else if (name == "no-redirect") {
        options.followRedirects = 0;
    } else if (name == "ip") {
        using IpVersion = dcs::SendOptions::IpVersion;
        if (value != "4" && value != "6")
            return wrong(name, value, QStringLiteral("Write @ip 4 or @ip 6."));
        options.ipVersion = value == "4" ? IpVersion::V4 : IpVersion::V6;
    }
    return {};
}

/// The name of the option a directive sets: one for each of its spellings.
QByteArray canonicalName(const QByteArray &name)
{
    if (name == "no-redirect")
        return "follow-redirects";
    if (name == "no-proxy")
        return "proxy";
    return name;
}

} // namespace

bool isOptionDirective(const QByteArray &name)
{
    static const QList<QByteArray> names{"connect-to", "timeout", "proxy", "no-proxy", "cookies", "ca",
        "cert", "key", "follow-redirects", "no-redirect", "ip"};
    return names.contains(name);
}

dcs::Result<void> readDirective(const QByteArray &name, const QByteArray &value, Preset &preset)
{
    if (isOptionDirective(name))
        return readOption(name, value, preset.options);
    if (name == "insecure" || name == "no-reject-unauthorized") {
        preset.asksInsecure = isFlagOn(value);
    } else if (name == "expect") {
        preset.expectations.append(QString::fromUtf8(value));
    } else if (name == "capture") {
        preset.captures.append(QString::fromUtf8(value));
    } else if (name == "body-base64") {
        const auto decoded = QByteArray::fromBase64Encoding(value, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return wrong(
                name, value, QStringLiteral("The line was damaged: restore it from its last version."));
        preset.call.opaqueBody = *decoded;
    }
    return {};
}

QList<HttpDirective> optionDirectives(const dcs::SendOptions &options)
{
    const dcs::SendOptions standard;
    QList<HttpDirective> out;
    if (options.connectTo)
        out.append(HttpDirective{"connect-to", hostPortText(*options.connectTo).toUtf8()});
    if (options.timeout != standard.timeout)
        out.append(HttpDirective{"timeout", QByteArray::number(qint64(options.timeout.count())) + " ms"});
    // Not "@proxy none": httpyac would ask a proxy of that name.
    if (options.proxy.kind == dcs::SendOptions::Proxy::Kind::None)
        out.append(HttpDirective{"no-proxy", {}});
    else if (options.proxy.kind != dcs::SendOptions::Proxy::Kind::Unset)
        out.append(HttpDirective{"proxy", proxyText(options.proxy).toUtf8()});
    if (options.cookies != dcs::SendOptions::Cookies::Unset)
        out.append(HttpDirective{"cookies", options.cookies == dcs::SendOptions::Cookies::On ? "on" : "off"});
    if (!options.caFile.isEmpty())
        out.append(HttpDirective{"ca", options.caFile.toUtf8()});
    if (!options.clientCertificateFile.isEmpty())
        out.append(HttpDirective{"cert", options.clientCertificateFile.toUtf8()});
    if (!options.clientKeyFile.isEmpty())
        out.append(HttpDirective{"key", options.clientKeyFile.toUtf8()});
    if (options.followRedirects > 0)
        out.append(HttpDirective{"follow-redirects", QByteArray::number(options.followRedirects)});
    if (options.ipVersion != dcs::SendOptions::IpVersion::Any)
        out.append(HttpDirective{"ip", options.ipVersion == dcs::SendOptions::IpVersion::V4 ? "4" : "6"});
    return out;
}

bool sameDirective(const HttpDirective &a, const HttpDirective &b)
{
    if (canonicalName(a.name) != canonicalName(b.name))
        return false;
    Preset left, right;
    return readDirective(a.name, a.value, left) && readDirective(b.name, b.value, right)
        && left.options == right.options;
}

} // namespace interop
