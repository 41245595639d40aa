// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/host.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

constexpr QByteArrayView domain("demdex.net");

bool isLabelByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

} // namespace

bool isDcsHost(QByteArrayView name)
{
    if (name.endsWith('.'))
        name.chop(1);
    return name.compare(domain, Qt::CaseInsensitive) == 0 || labelOf(name).has_value();
}

QByteArray aliasHost(QByteArrayView label)
{
    return label.toByteArray() + '.' + domain.toByteArray();
}

std::optional<QByteArrayView> labelOf(QByteArrayView name)
{
    const qsizetype dot = name.size() - domain.size() - 1;
    if (dot < 0 || name[dot] != '.' || name.sliced(dot + 1).compare(domain, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return name.first(dot);
}

HostName hostName(QByteArrayView name, const Catalogue &catalogue)
{
    if (name.endsWith('.'))
        name.chop(1);
    if (name.size() < domain.size() || name.last(domain.size()).compare(domain, Qt::CaseInsensitive) != 0)
        return {};
    name.chop(domain.size());
    if (name.isEmpty())
        return {HostName::Kind::Nested, {}};
    if (!name.endsWith('.'))
        return {};
    name.chop(1);
    const QString label = QString::fromUtf8(name).toLower();
    // Adobe's samples have underscores in aliases (my_domain).
    if (name.isEmpty() || !std::all_of(name.begin(), name.end(), isLabelByte))
        return {HostName::Kind::Nested, label};
    if (catalogue.isReservedLabel(label)) {
        const bool isRegion = catalogue.regionByLabel(label);
        return {isRegion ? HostName::Kind::Region : HostName::Kind::Service, label};
    }
    return {HostName::Kind::Alias, label};
}

Result<QString> readAlias(const QString &typed)
{
    if (typed.isEmpty())
        return Error{Errc::Usage, QStringLiteral("The alias is empty."),
            QStringLiteral("Give the label that Adobe assigned: acme for acme.demdex.net."), {}};
    const QByteArray label = typed.toUtf8();
    if (label.size() > 63 || !std::all_of(label.begin(), label.end(), isLabelByte))
        return Error{Errc::Usage, QStringLiteral("\"%1\" is no alias.").arg(visible(typed, 100)),
            QStringLiteral("An alias is one label of letters, digits, - and _, without the domain: acme for "
                           "acme.demdex.net."),
            {}};
    return typed;
}

QByteArrayView aliasInPath(QByteArrayView path)
{
    if (!path.startsWith('/'))
        return {};
    const qsizetype slash = path.indexOf('/', 1);
    if (slash < 2)
        return {};
    const QByteArrayView rest = path.sliced(slash);
    if (rest != "/event" && rest != "/id" && rest != "/demoptout" && rest != "/demoptout.jpg")
        return {};
    const QByteArrayView label = path.sliced(1, slash - 1);
    return std::all_of(label.begin(), label.end(), isLabelByte) ? label : QByteArrayView();
}

std::pair<QByteArrayView, QByteArrayView> splitPort(QByteArrayView authority)
{
    if (authority.startsWith('[')) {
        const qsizetype close = authority.indexOf(']');
        if (close > 0) {
            const QByteArrayView rest = authority.sliced(close + 1);
            return {authority.sliced(1, close - 1), rest.startsWith(':') ? rest.sliced(1) : rest};
        }
    }
    const qsizetype colon = authority.lastIndexOf(':');
    if (colon < 0)
        return {authority, {}};
    return {authority.first(colon), authority.sliced(colon + 1)};
}

bool isDiallable(QByteArrayView host)
{
    if (isIpV6(host)) {
        const auto isAddressByte = [](char c) { return hexValue(c) >= 0 || c == ':' || c == '.'; };
        const qsizetype zone = host.indexOf('%');
        const QByteArrayView address = zone < 0 ? host : host.first(zone);
        return std::all_of(address.begin(), address.end(), isAddressByte)
            && (zone < 0 || std::all_of(host.begin() + zone + 1, host.end(), isLabelByte));
    }
    if (host.endsWith('.'))
        host.chop(1);
    if (host.isEmpty() || host.size() > 253 || host.startsWith('.') || host.contains(".."))
        return false;
    return std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || isLabelByte(c); });
}

bool isIpV6(QByteArrayView host)
{
    return std::count(host.begin(), host.end(), ':') >= 2 && !host.contains('{');
}

bool isLoopback(QByteArrayView host)
{
    if (host.endsWith('.'))
        host.chop(1);
    return host == "::1" || host.compare("localhost", Qt::CaseInsensitive) == 0
        || (host.startsWith("127.") && std::all_of(host.begin(), host.end(), [](char c) {
               return c == '.' || (c >= '0' && c <= '9');
           }));
}

} // namespace dcs
