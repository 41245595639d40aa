// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/redirect.h"

#include "dcs/host.h"
#include "dcs/text.h"

using namespace Qt::StringLiterals;

namespace transport {

namespace {

/// A URL in its parts, as bytes: QUrl would rewrite them.
struct Reference {
    QByteArray scheme, authority, path;
    bool hasAuthority = false;
};

Reference split(QByteArrayView text)
{
    Reference out;
    if (const qsizetype hash = text.indexOf('#'); hash >= 0)
        text = text.first(hash);
    const qsizetype colon = text.indexOf(':');
    const auto isSchemeCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'
            || c == '-' || c == '.';
    };
    if (colon > 0 && std::all_of(text.begin(), text.begin() + colon, isSchemeCharacter)) {
        out.scheme = text.first(colon).toByteArray().toLower();
        text = text.sliced(colon + 1);
    }
    if (text.startsWith("//")) {
        text = text.sliced(2);
        qsizetype end = 0;
        while (end < text.size() && text[end] != '/' && text[end] != '?')
            ++end;
        out.hasAuthority = true;
        out.authority = text.first(end).toByteArray();
        text = text.sliced(end);
    }
    out.path = text.toByteArray();
    return out;
}

/// Bytes that cannot stand in a request line become escapes; all others stay.
QByteArray lineSafe(const QByteArray &text)
{
    return dcs::escapeBytes(text, [&text](qsizetype at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        return byte <= 0x20 || byte >= 0x7f;
    });
}

QByteArray withoutDots(const QByteArray &target)
{
    const qsizetype query = target.indexOf('?');
    const QByteArray path = query < 0 ? target : target.first(query);
    QList<QByteArray> segments;
    const QList<QByteArray> parts = path.mid(1).split('/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool last = i == parts.size() - 1;
        const bool dots = parts[i] == "." || parts[i] == "..";
        if (parts[i] == ".." && !segments.isEmpty())
            segments.removeLast();
        if (!dots)
            segments.append(parts[i]);
        else if (last)
            segments.append(QByteArray());
    }
    return '/' + segments.join('/') + (query < 0 ? QByteArray() : target.sliced(query));
}

/// The target of the reference, resolved against the target it came from (RFC 3986 5.2).
QByteArray resolvedTarget(const Reference &reference, const QByteArray &base)
{
    const QByteArray basePath = base.left(base.indexOf('?') < 0 ? base.size() : base.indexOf('?'));
    if (reference.hasAuthority)
        return reference.path.startsWith('/') ? reference.path : '/' + reference.path;
    if (reference.path.startsWith('/'))
        return withoutDots(reference.path);
    if (reference.path.isEmpty())
        return base;
    if (reference.path.startsWith('?'))
        return basePath + reference.path;
    return withoutDots(basePath.left(basePath.lastIndexOf('/') + 1) + reference.path);
}

struct Authority {
    QByteArray host;
    quint16 port = 0;
};

std::optional<Authority> readAuthority(QByteArrayView text, bool tls)
{
    qsizetype colon = text.lastIndexOf(':');
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0)
            return std::nullopt;
        colon = end + 1 < text.size() ? end + 1 : -1;
        if (colon > 0 && text[colon] != ':')
            return std::nullopt;
    }
    Authority out{(colon < 0 ? text : text.first(colon)).toByteArray(), tls ? quint16(443) : quint16(80)};
    if (colon >= 0 && colon + 1 < text.size()) {
        bool valid = false;
        out.port = text.sliced(colon + 1).toByteArray().toUShort(&valid);
        if (!valid || out.port == 0)
            return std::nullopt;
    }
    if (out.host.startsWith('['))
        out.host = out.host.mid(1, out.host.size() - 2);
    const auto isHostCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_' || c == '.' || c == ':';
    };
    if (out.host.isEmpty() || !std::all_of(out.host.begin(), out.host.end(), isHostCharacter))
        return std::nullopt;
    return out;
}

bool isAnyOf(const QByteArray &name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
        [&](const char *other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

QByteArray headOf(const QByteArray &method, const QByteArray &target, const QByteArray &host,
    const QList<dcs::Header> &headers, bool sameHost)
{
    QByteArray out = method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n";
    for (const dcs::Header &header : headers) {
        const bool aboutBody = header.name.left(8).compare("Content-", Qt::CaseInsensitive) == 0
            || isAnyOf(header.name, {"Transfer-Encoding", "Expect", "Trailer"});
        const bool secret
            = isAnyOf(header.name, {"Cookie", "Authorization", "Proxy-Authorization", "Origin"});
        if (!aboutBody && !isAnyOf(header.name, {"Host"}) && (sameHost || !secret))
            out += header.name + ": " + header.value + "\r\n";
    }
    return out + "\r\n";
}

NextHop none(const QString &reason)
{
    return {std::nullopt, reason};
}

} // namespace

bool isRedirect(const dcs::Exchange &exchange)
{
    const bool status = exchange.status == 301 || exchange.status == 302 || exchange.status == 303
        || exchange.status == 307 || exchange.status == 308;
    return status && !exchange.failure
        && !dcs::headerValue(exchange.headers, "Location").value_or(QByteArray()).isEmpty();
}

bool keepsAddress(const dcs::WireRequest &from, const dcs::WireRequest &to)
{
    return (to.host == from.host && to.port == from.port) || dcs::isDcsHost(to.host);
}

NextHop nextHop(const dcs::Exchange &exchange)
{
    const dcs::WireRequest &from = exchange.request;
    const QByteArray location = dcs::headerValue(exchange.headers, "Location").value_or(QByteArray());
    const QString shownLocation = dcs::visible(QString::fromLatin1(location), 200);
    const QByteArray method = from.method();
    const bool safe = method == "GET" || method == "HEAD";
    if (!safe && (exchange.status == 307 || exchange.status == 308))
        return none(u"The redirect was not followed: status %1 would send the %2 a second time."_s
                        .arg(exchange.status)
                        .arg(dcs::visible(QString::fromLatin1(method), 20)));
    const Reference reference = split(location);
    const bool knownScheme
        = reference.scheme.isEmpty() || reference.scheme == "http" || reference.scheme == "https";
    if (!knownScheme || (!reference.scheme.isEmpty() && !reference.hasAuthority))
        return none(u"The redirect to “%1” was not followed: only http and https are."_s.arg(shownLocation));

    dcs::WireRequest to = from;
    const QByteArray oldHost = dcs::headerValue(from.headers(), "Host").value_or(from.host);
    QByteArray newHost = oldHost;
    if (reference.hasAuthority) {
        if (!reference.scheme.isEmpty())
            to.tls = reference.scheme == "https";
        const std::optional<Authority> authority = readAuthority(reference.authority, to.tls);
        if (!authority)
            return none(
                u"The redirect to “%1” was not followed: its host cannot be read."_s.arg(shownLocation));
        newHost = reference.authority;
        // The partner's own host, on the scheme we came by, is served by the region that we are talking to.
        if (to.tls != from.tls || newHost.compare(oldHost, Qt::CaseInsensitive) != 0) {
            to.host = authority->host;
            to.port = authority->port;
        }
    }
    const QByteArray target = lineSafe(resolvedTarget(reference, from.target()));
    const bool sameHost = to.tls == from.tls && newHost.compare(oldHost, Qt::CaseInsensitive) == 0;
    to.bytes = headOf(method == "HEAD" ? "HEAD" : "GET", target, newHost, from.headers(), sameHost);
    to.headBytes = to.bytes.size();
    return {to, {}};
}

} // namespace transport
