// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/httprequest.h"

#include <cstring>
#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

bool isToken(QByteArrayView text)
{
    for (const char c : text) {
        if (!isTokenCharacter(c))
            return false;
    }
    return !text.isEmpty();
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

bool hasControl(QByteArrayView text)
{
    for (const char c : text) {
        if (isControl(c) && c != '\t')
            return true;
    }
    return false;
}

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

/// Whether a comma-separated header value names `token`.
bool names(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        if (sameName((comma < 0 ? list : list.first(comma)).trimmed(), token))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

/// The state of one parse: `m_at` walks over the head, the request fills up.
class RequestReader
{
public:
    RequestReader(QByteArrayView bytes, const RequestLimits &limits)
        : m_bytes(bytes)
        , m_limits(limits)
    {
    }

    std::variant<NeedMore, HttpRequest, BadRequest> read()
    {
        // Some clients end a body with one line end too many; HTTP lets a server skip it (RFC 9112, 2.2).
        while (m_at < 4 && m_bytes.sliced(m_at).startsWith("\r\n"))
            m_at += 2;
        m_start = m_at;
        if (!readRequestLine() || !readHeaders() || !checkHead() || !readBody()) {
            if (m_bad)
                return *m_bad;
            return m_more;
        }
        m_request.bytes = m_at;
        return std::move(m_request);
    }

private:
    bool fail(int status, const QString &reason)
    {
        m_bad = BadRequest{status, reason};
        return false;
    }

    /// The next line without its CRLF; nullopt if it is not complete or too long (then m_bad is set).
    std::optional<QByteArrayView> line(qsizetype limit, int tooLong, const QString &what)
    {
        const QByteArrayView rest = m_bytes.sliced(m_at);
        const QByteArrayView window = rest.first(qMin(rest.size(), limit + 2));
        const qsizetype end = window.indexOf('\n');
        if (end < 0) {
            if (window.size() == limit + 2)
                fail(tooLong, u"%1 is longer than %2 bytes"_s.arg(what).arg(limit));
            return {};
        }
        if (end == 0 || window[end - 1] != '\r') {
            fail(400, u"A line ends without a carriage return"_s);
            return {};
        }
        m_at += end + 1;
        return window.first(end - 1);
    }

    bool readRequestLine()
    {
        // Garbage is told from a slow request by its first byte, before a whole line of it has come.
        if (m_at < m_bytes.size() && !isTokenCharacter(m_bytes[m_at]) && m_bytes[m_at] != '\r')
            return fail(400, u"The request begins with a byte that no method can have"_s);
        const auto text = line(m_limits.requestLine, 414, u"The request line"_s);
        if (!text)
            return false;
        const qsizetype first = text->indexOf(' ');
        const qsizetype last = text->lastIndexOf(' ');
        if (first <= 0 || last <= first + 1)
            return fail(400, u"The request line is not METHOD TARGET HTTP/1.1"_s);
        const QByteArrayView method = text->first(first);
        const QByteArrayView target = text->sliced(first + 1, last - first - 1);
        const QByteArrayView version = text->sliced(last + 1);
        if (!isToken(method))
            return fail(400, u"The method is not a token"_s);
        for (const char c : target) {
            if (c == ' ' || isControl(c))
                return fail(400, u"The request target contains a blank or a control character"_s);
        }
        if (version != "HTTP/1.1" && version != "HTTP/1.0") {
            const bool isHttp = version.startsWith("HTTP/") && version.size() > 5;
            return isHttp ? fail(505, u"Only HTTP/1.0 and HTTP/1.1 are spoken here"_s)
                          : fail(400, u"The request line does not end in HTTP/1.1"_s);
        }
        m_request.method = method.toByteArray();
        m_request.version = version.sliced(5).toByteArray();
        m_request.keepAlive = m_request.version == "1.1";
        return readTarget(target);
    }

    bool readTarget(QByteArrayView target)
    {
        if (target.startsWith('/') || target == "*") {
            m_request.target = target.toByteArray();
            return true;
        }
        // What a client sends to a proxy: the target's own authority counts, not Host (RFC 9112, 3.2.2).
        for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
            if (target.size() <= scheme.size() || !sameName(target.first(scheme.size()), scheme))
                continue;
            const QByteArrayView rest = target.sliced(scheme.size());
            qsizetype end = 0;
            while (end < rest.size() && rest[end] != '/' && rest[end] != '?')
                ++end;
            if (end == 0)
                break;
            m_absoluteHost = rest.first(end).toByteArray();
            m_request.target
                = (end < rest.size() && rest[end] == '/' ? "" : "/") + rest.sliced(end).toByteArray();
            return true;
        }
        return fail(400, u"The request target is neither a path nor an http URL"_s);
    }

    bool readHeaders()
    {
        for (;;) {
            if (m_at - m_start > m_limits.head)
                return fail(431, u"The headers are longer than %1 bytes"_s.arg(m_limits.head));
            const auto text = line(m_limits.headerLine, 431, u"A header line"_s);
            if (!text)
                return false;
            if (text->isEmpty())
                return true;
            if (m_request.headers.size() == m_limits.headers)
                return fail(431, u"There are more than %1 headers"_s.arg(m_limits.headers));
            const qsizetype colon = text->indexOf(':');
            if (colon <= 0 || !isToken(text->first(colon)))
                return fail(400, u"A header line is not NAME: VALUE"_s);
            const QByteArrayView value = text->sliced(colon + 1).trimmed();
            if (hasControl(value))
                return fail(400, u"A header value contains a control character"_s);
            m_request.headers.append({text->first(colon).toByteArray(), value.toByteArray(), true});
        }
    }

    bool checkHead()
    {
        int hosts = 0;
        for (const dcs::Header &header : std::as_const(m_request.headers)) {
            if (sameName(header.name, "host")) {
                ++hosts;
                m_request.host = header.value;
            } else if (sameName(header.name, "content-length")) {
                if (!readLength(header.value))
                    return false;
            } else if (sameName(header.name, "transfer-encoding")) {
                return fail(501, u"Request bodies must have a Content-Length"_s);
            } else if (sameName(header.name, "connection")) {
                if (names(header.value, "close"))
                    m_request.keepAlive = false;
                else if (names(header.value, "keep-alive"))
                    m_request.keepAlive = true;
            } else if (sameName(header.name, "expect")) {
                if (!sameName(header.value, "100-continue"))
                    return fail(417, u"Only Expect: 100-continue is known"_s);
                m_more.expectsContinue = true;
            }
        }
        if (hosts > 1)
            return fail(400, u"There are %1 Host headers"_s.arg(hosts));
        if (hosts == 0 && m_request.version == "1.1")
            return fail(400, u"HTTP/1.1 needs a Host header"_s);
        m_request.hasHost = hosts == 1 || !m_absoluteHost.isEmpty();
        if (!m_absoluteHost.isEmpty())
            m_request.host = m_absoluteHost;
        m_more.headComplete = true;
        return true;
    }

    bool readLength(QByteArrayView value)
    {
        qint64 length = 0;
        for (const char c : value) {
            if (c < '0' || c > '9')
                return fail(400, u"Content-Length is not a number"_s);
            // Far above every limit, far below an overflow.
            length = qMin(length * 10 + (c - '0'), qint64(1) << 40);
        }
        if (value.isEmpty() || (m_length && *m_length != length))
            return fail(400, u"Content-Length is empty or contradicts itself"_s);
        m_length = length;
        return true;
    }

    bool readBody()
    {
        const qint64 length = m_length.value_or(0);
        if (length > m_limits.body)
            return fail(413, u"The body is longer than %1 bytes"_s.arg(m_limits.body));
        if (m_bytes.size() - m_at < length)
            return false;
        m_request.body = m_bytes.sliced(m_at, length).toByteArray();
        m_at += length;
        return true;
    }

    QByteArrayView m_bytes;
    const RequestLimits &m_limits;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    HttpRequest m_request;
    QByteArray m_absoluteHost;
    std::optional<qint64> m_length;
    NeedMore m_more;
    std::optional<BadRequest> m_bad;
};

} // namespace

QByteArrayView HttpRequest::header(QByteArrayView name) const
{
    for (const dcs::Header &header : headers) {
        if (sameName(header.name, name))
            return header.value;
    }
    return {};
}

std::variant<NeedMore, HttpRequest, BadRequest> parseRequest(
    QByteArrayView bytes, const RequestLimits &limits)
{
    return RequestReader(bytes, limits).read();
}

} // namespace sandbox
