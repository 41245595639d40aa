// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decode.h"
#include "dcs/text.h"
#include "interop/curlrequest.h"
#include "interop/httpblock.h"

// From what the options say to the call that curl would make of it, header for header in curl's order.

namespace interop {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Pieces of HOST:PORT:… with [IPv6] in brackets; at most `most`, the rest stays in the last.
QList<QByteArray> splitColons(const QByteArray &text, int most)
{
    QList<QByteArray> out{QByteArray()};
    bool bracketed = false;
    for (const char c : text) {
        if (c == '[')
            bracketed = true;
        else if (c == ']')
            bracketed = false;
        if (c == ':' && !bracketed && out.size() < most)
            out.append(QByteArray());
        else
            out.last() += c;
    }
    return out;
}

QByteArray withoutBrackets(const QByteArray &host)
{
    return host.startsWith('[') && host.endsWith(']') ? host.mid(1, host.size() - 2) : host;
}

/// A URL's user:password, taken out of it; curl makes an Authorization header of them.
QByteArray takeUserInfo(QByteArray &url)
{
    const qsizetype start = url.indexOf("://") + 3;
    qsizetype end = start;
    while (end < url.size() && url.at(end) != '/' && url.at(end) != '?' && url.at(end) != '#')
        ++end;
    const qsizetype at = url.left(end).lastIndexOf('@');
    if (at < start)
        return {};
    const QByteArray user = QByteArray::fromPercentEncoding(url.mid(start, at - start));
    url.remove(start, at - start + 1);
    return user.contains(':') ? user : user + ':';
}

/// Where --connect-to and --resolve send the connection; nullopt where they leave it alone.
std::optional<dcs::HostPort> redirected(
    const dcs::Call &call, const QList<QByteArray> &connectTo, const QList<QByteArray> &resolve)
{
    QByteArray host = call.connectHost;
    int port = call.port;
    for (const QByteArray &entry : connectTo) {
        const QList<QByteArray> parts = splitColons(entry, 4);
        if (parts.size() != 4 || (!parts.at(0).isEmpty() && !sameName(withoutBrackets(parts.at(0)), host))
            || (!parts.at(1).isEmpty() && parts.at(1).toInt() != port)) {
            continue;
        }
        if (!parts.at(2).isEmpty())
            host = withoutBrackets(parts.at(2));
        if (!parts.at(3).isEmpty())
            port = parts.at(3).toInt();
        break;
    }
    for (const QByteArray &entry : resolve) {
        const QList<QByteArray> parts = splitColons(entry.startsWith('+') ? entry.mid(1) : entry, 3);
        if (parts.size() != 3 || (parts.at(0) != "*" && !sameName(withoutBrackets(parts.at(0)), host))
            || parts.at(1).toInt() != port) {
            continue;
        }
        host = withoutBrackets(parts.at(2).split(',').first());
        break;
    }
    if (host == call.connectHost && port == call.port)
        return std::nullopt;
    return dcs::HostPort{QString::fromUtf8(host), quint16(port)};
}

/// What curl makes of "." and ".." in a path unless --path-as-is is given.
QByteArray withoutDots(const QByteArray &path)
{
    if (!path.contains("/."))
        return path;
    QList<QByteArray> out;
    const QList<QByteArray> segments = path.split('/').mid(1);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QByteArray &segment = segments.at(i);
        const bool last = i + 1 == segments.size();
        if (segment == "." || segment == "..") {
            if (segment == ".." && !out.isEmpty())
                out.removeLast();
            if (last)
                out.append(QByteArray());
        } else {
            out.append(segment);
        }
    }
    return '/' + out.join('/');
}

bool bypassesProxy(const QByteArray &list, const QByteArray &host)
{
    for (QByteArray entry : QByteArray(list).replace(' ', ',').split(',')) {
        if (entry == "*")
            return true;
        if (entry.startsWith('.'))
            entry.remove(0, 1);
        if (entry.isEmpty())
            continue;
        if (sameName(host, entry) || host.toLower().endsWith('.' + entry.toLower()))
            return true;
    }
    return false;
}

} // namespace

const dcs::Header *CurlRequest::custom(QByteArrayView name) const
{
    for (const dcs::Header &header : m_headers) {
        if (sameName(header.name, name))
            return &header;
    }
    return nullptr;
}

bool CurlRequest::isRemoved(QByteArrayView name) const
{
    for (const QByteArray &removed : m_removed) {
        if (sameName(removed, name))
            return true;
    }
    return false;
}

QByteArray CurlRequest::urlWithQuery(QByteArray url) const
{
    QList<QByteArray> pieces = m_urlQuery;
    if (m_get && m_data && !m_data->isEmpty() && pieces.isEmpty())
        pieces.append(*m_data);
    if (const qsizetype hash = url.indexOf('#'); hash >= 0 && !pieces.isEmpty())
        url.truncate(hash);
    for (const QByteArray &piece : std::as_const(pieces)) {
        if (!url.contains('?'))
            url += '?';
        else if (!url.endsWith('?') && !url.endsWith('&'))
            url += '&';
        url += piece;
    }
    return url;
}

void CurlRequest::putHeaders(dcs::Call &call, const QByteArray &authorization) const
{
    const QByteArray authority = dcs::hostHeader(call);
    call.headers.clear();
    const auto own = [&](const char *name, const std::optional<QByteArray> &value) {
        if (value && !value->isEmpty() && !custom(name) && !isRemoved(name))
            call.headers.append({name, *value, true});
    };
    if (const dcs::Header *host = custom("Host"))
        call.headers.append({"Host", host->value, true});
    else
        call.headers.append({"Host", authority, true});
    own("Authorization", authorization);
    own("Range", m_range ? std::optional("bytes=" + *m_range) : std::nullopt);
    own("User-Agent", m_userAgent);
    if (m_compressed)
        own("Accept-Encoding", QByteArray("deflate, gzip"));
    own("Referer", m_referer);
    if (!m_cookies.isEmpty())
        call.headers.append({"Cookie", m_cookies.join(";"), true});
    for (const dcs::Header &header : m_headers) {
        if (!sameName(header.name, "Host"))
            call.headers.append(header);
    }
    if (m_json) {
        own("Content-Type", QByteArray("application/json"));
        own("Accept", QByteArray("application/json"));
    } else if (m_data && !m_get) {
        own("Content-Type", QByteArray("application/x-www-form-urlencoded"));
    }
}

void CurlRequest::putBody(dcs::Call &call) const
{
    if (!m_data || m_get || m_data->isEmpty())
        return;
    const auto type = dcs::headerValue(call.headers, "Content-Type");
    if (!type || isFormContentType(*type))
        call.parameters += dcs::splitParameters(*m_data, dcs::Parameter::Place::Body);
    else
        call.opaqueBody = *m_data;
}

void CurlRequest::putConnection(CurlCall &out) const
{
    out.options = m_options;
    out.options.connectTo = redirected(out.call, m_connectTo, m_resolve);
    if (m_location)
        out.options.followRedirects = qBound(0, m_maxRedirects, 50);
    if (out.options.proxy.isUsed() && bypassesProxy(m_noProxy, out.call.connectHost)) {
        out.options.proxy = {};
        out.options.proxy.kind = dcs::SendOptions::Proxy::Kind::None;
    }
}

dcs::Result<CurlCall> CurlRequest::call(const QByteArray &given) const
{
    QByteArray url = given;
    if (!url.contains("://")
        || url.indexOf("://") > url.indexOf('?', 0) + (url.contains('?') ? 0 : url.size()))
        url.prepend("http://");
    CurlCall out;
    out.notes = m_notes;
    const QByteArray userInfo = takeUserInfo(url);
    url = urlWithQuery(url);
    if (!m_globOff && (url.contains('{') || url.mid(url.indexOf("://") + 4).contains('['))
        && !url.contains("{{"))
        out.notes.append(QStringLiteral(
            "curl would take { } and [ ] in the URL for patterns, as there is no -g; they were kept."));
    auto read = dcs::decodeUrl(QByteArray(url).replace(' ', "%20"));
    if (!read)
        return read.error();
    if (url.contains(' '))
        out.notes.append(QStringLiteral("The URL has spaces; they became %20."));
    out.call = *std::move(read);
    if (out.call.path.isEmpty())
        out.call.path = "/";
    if (!m_pathAsIs)
        out.call.path = withoutDots(out.call.path);
    if (m_requestTarget) {
        auto target = dcs::decodeUrl("http://nobody.invalid" + *m_requestTarget + '#');
        if (!target)
            return target.error();
        out.call.path = target->path;
        out.call.parameters = target->parameters;
    }
    const bool posts = m_data && !m_get;
    if (m_method.isEmpty())
        out.call.method = m_head ? "HEAD" : posts ? "POST" : "GET";
    else
        out.call.method = m_method;
    QByteArray authorization;
    if (const QByteArray user = m_user.value_or(userInfo); !user.isEmpty())
        authorization = "Basic " + user.toBase64();
    if (m_bearer)
        authorization = "Bearer " + *m_bearer;
    putHeaders(out.call, authorization);
    putBody(out.call);
    putConnection(out);
    if (isRemoved("Host"))
        out.notes.append(QStringLiteral("-H 'Host:' was left out: a call without Host is none."));
    return out;
}

} // namespace interop
