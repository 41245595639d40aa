// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decode.h"

#include "dcs/host.h"
#include "dcs/reading.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

Error invalid(const QString &message, const QString &remedy)
{
    return {Errc::InvalidInput, message, remedy, {}};
}

QString quoted(QByteArrayView bytes)
{
    return u'"' + visible(QString::fromUtf8(bytes), 80) + u'"';
}

bool isSchemeByte(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-'
        || c == '.';
}

/// Length of the scheme before "://", or -1.
qsizetype schemeLength(QByteArrayView text)
{
    const qsizetype end = text.indexOf("://");
    return end > 0 && std::all_of(text.begin(), text.begin() + end, isSchemeByte) ? end : -1;
}

struct Authority {
    QByteArray host;
    std::optional<quint16> port;
};

bool holdsVariable(QByteArrayView bytes)
{
    qsizetype at = 0;
    return findVariable(bytes, &at);
}

Result<Authority> readAuthority(QByteArrayView text)
{
    if (text.contains('@'))
        return invalid(QStringLiteral("The URL has a user name before its host: %1.").arg(quoted(text)),
            QStringLiteral("Remove everything up to the @; the DCS knows no such login."));
    if (holdsVariable(text)) // its port, if any, is known once the variables are
        return Authority{text.toByteArray(), std::nullopt};
    const auto [host, port] = splitPort(text);
    if (host.isEmpty())
        return invalid(
            QStringLiteral("The URL has no host."), QStringLiteral("Write it as https://<host>/event?…"));
    if (!isDiallable(host) || (isIpV6(host) && !text.startsWith('[')))
        return invalid(QStringLiteral("%1 is no host name.").arg(quoted(text)),
            QStringLiteral("A host has letters, digits, hyphens, underscores and dots; an IPv6 address "
                           "stands in brackets."));
    if (port.isEmpty())
        return Authority{host.toByteArray(), std::nullopt};
    bool ok = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
    const int number = ok ? port.toByteArray().toInt(&ok) : 0;
    if (!ok || number < 1 || number > 65535)
        return invalid(QStringLiteral("%1 is no port.").arg(quoted(port)),
            QStringLiteral("A port is a number from 1 to 65535."));
    return Authority{host.toByteArray(), quint16(number)};
}

/// Path and parameters of a request target. For /ibs: they follow the colon in the path, and a query may
/// follow them (ID Synchronization for Inbound Data Transfers).
void readTarget(Call &call, QByteArrayView text)
{
    static constexpr QByteArrayView sync("/ibs:");
    const qsizetype mark = text.indexOf('?');
    QByteArrayView path = mark < 0 ? text : text.first(mark);
    if (path.startsWith(sync)) {
        call.parameters = splitParameters(path.sliced(sync.size()), Parameter::Place::Path);
        path = path.first(sync.size());
    }
    call.path = path.toByteArray();
    if (mark < 0)
        return;
    const QByteArrayView query = text.sliced(mark + 1);
    if (query.isEmpty()) // one empty piece keeps the '?'
        call.parameters.append({QByteArray(), Parameter::Place::Query, true});
    else
        call.parameters += splitParameters(query, Parameter::Place::Query);
}

struct UrlParts {
    bool tls = true;
    QByteArrayView authority, target, fragment;
};

Result<UrlParts> cutUrl(QByteArrayView text)
{
    UrlParts parts;
    const qsizetype scheme = schemeLength(text);
    if (scheme >= 0) {
        const QByteArrayView name = text.first(scheme);
        parts.tls = name.compare("https", Qt::CaseInsensitive) == 0;
        if (!parts.tls && name.compare("http", Qt::CaseInsensitive) != 0)
            return invalid(QStringLiteral("The DCS does not speak %1.").arg(quoted(name)),
                QStringLiteral("Begin the URL with https:// or http://."));
        text = text.sliced(scheme + 3);
    } else if (text.startsWith("//")) {
        text = text.sliced(2);
    } else if (text.first(qMin(text.size(), qsizetype(6))).compare("https:", Qt::CaseInsensitive) == 0
        || text.first(qMin(text.size(), qsizetype(5))).compare("http:", Qt::CaseInsensitive) == 0) {
        return invalid(QStringLiteral("Two slashes are missing behind the scheme of the URL."),
            QStringLiteral("Begin the URL with https:// or http://."));
    }
    const qsizetype hash = text.indexOf('#');
    if (hash >= 0) {
        parts.fragment = text.sliced(hash);
        text = text.first(hash);
    }
    qsizetype end = 0;
    while (end < text.size() && text[end] != '/' && text[end] != '?')
        ++end;
    parts.authority = text.first(end);
    parts.target = text.sliced(end);
    return parts;
}

std::optional<Error> findLineBreaker(QByteArrayView text)
{
    qsizetype first = -1;
    for (const char breaker : {'\0', '\r', '\n'}) {
        const qsizetype at = text.indexOf(breaker);
        if (at >= 0 && (first < 0 || at < first))
            first = at;
    }
    if (first < 0)
        return std::nullopt;
    const QString what = text[first] == '\0' ? QStringLiteral("a NUL byte") : QStringLiteral("a line break");
    return invalid(QStringLiteral("The URL has %1 at byte %2.").arg(what, QString::number(first)),
        QStringLiteral("Join it to one line, or encode the character as %00, %0D or %0A."));
}

/// Files that editors on Windows wrote begin with a byte order mark.
QByteArrayView withoutMark(QByteArrayView text)
{
    return text.startsWith("\xef\xbb\xbf") ? text.sliced(3) : text;
}

/// One line without its line end; `at` moves behind it.
QByteArrayView takeLine(QByteArrayView bytes, qsizetype *at)
{
    const qsizetype end = bytes.indexOf('\n', *at);
    QByteArrayView line = end < 0 ? bytes.sliced(*at) : bytes.sliced(*at, end - *at);
    *at = end < 0 ? bytes.size() : end + 1;
    if (end >= 0 && line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// The target lies between the first blank and " HTTP/…": broken logs have blanks in it.
std::optional<QByteArrayView> targetOf(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    if (first <= 0)
        return std::nullopt;
    QByteArrayView rest = line.sliced(first + 1);
    const qsizetype version = rest.lastIndexOf(" HTTP/");
    if (version >= 0)
        rest = rest.first(version);
    return rest.isEmpty() ? std::nullopt : std::optional(rest);
}

/// How header lines and the end of the body are read: as a program wrote them, or as a person pasted them.
enum class Source { Wire, Pasted };

Result<QList<Header>> readHeaders(QByteArrayView bytes, qsizetype *at, Source source)
{
    QList<Header> headers;
    int number = 1;
    while (*at < bytes.size()) {
        ++number;
        const QByteArrayView line = takeLine(bytes, at);
        if (line.isEmpty())
            break;
        if ((line[0] == ' ' || line[0] == '\t')
            && !headers.isEmpty()) { // folded, as RFC 9112 still lets one read it
            headers.last().value += ' ' + line.trimmed().toByteArray();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return invalid(
                QStringLiteral("Line %1 is no header: %2.").arg(QString::number(number), quoted(line)),
                QStringLiteral("Headers are written Name: value; an empty line ends them."));
        QByteArrayView name = line.first(colon);
        QByteArrayView value = line.sliced(colon + 1);
        if (source == Source::Pasted) {
            name = name.trimmed();
            value = value.trimmed();
        } else if (value.startsWith(' ')) {
            value = value.sliced(1);
        }
        headers.append({name.toByteArray(), value.toByteArray(), true});
    }
    return headers;
}

bool isFormType(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArrayView type = semicolon < 0 ? contentType : contentType.first(semicolon);
    return type.trimmed().compare("application/x-www-form-urlencoded", Qt::CaseInsensitive) == 0;
}

/// A pasted text often ends in a line feed that is no part of the body.
QByteArrayView pastedBody(QByteArrayView rest, const QList<Header> &headers)
{
    qsizetype end = rest.size();
    while (end > 0 && (rest[end - 1] == '\n' || rest[end - 1] == '\r'))
        --end;
    bool ok = false;
    const qlonglong length = headerValue(headers, "Content-Length").value_or(QByteArray()).toLongLong(&ok);
    if (!ok)
        return rest.first(end);
    return length >= end && length <= rest.size() ? rest.first(length) : rest;
}

void readBody(Call &call, QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    const std::optional<QByteArray> type = headerValue(call.headers, "Content-Type");
    if (!type || isFormType(*type))
        call.parameters += splitParameters(bytes, Parameter::Place::Body);
    else
        call.opaqueBody = bytes.toByteArray();
}

/// encode() adds the same header in the same place, so that it says nothing.
void dropOwnContentLength(Call &call, qsizetype bodySize)
{
    if (call.headers.isEmpty() || call.headers.last().name != "Content-Length")
        return;
    const bool isAdded = call.method == "POST" || bodySize > 0;
    const bool isOnly = std::count_if(call.headers.begin(), call.headers.end(), [](const Header &header) {
        return QByteArrayView(header.name).compare("Content-Length", Qt::CaseInsensitive) == 0;
    }) == 1;
    if (isAdded && isOnly && call.headers.last().value == QByteArray::number(bodySize))
        call.headers.removeLast();
}

Result<Call> readRequest(QByteArrayView bytes, Call call, Source source)
{
    qsizetype at = 0;
    QByteArrayView line = takeLine(bytes, &at);
    while (source == Source::Pasted && line.trimmed().isEmpty() && at < bytes.size())
        line = takeLine(bytes, &at);
    const std::optional<QByteArrayView> targetText = targetOf(line);
    if (!targetText)
        return invalid(QStringLiteral("The text does not begin with a request line: %1.").arg(quoted(line)),
            QStringLiteral("A request begins with a line such as GET /event?d_rtbd=json HTTP/1.1."));
    call.method = line.first(line.indexOf(' ')).toByteArray();

    auto headers = readHeaders(bytes, &at, source);
    if (!headers)
        return headers.error();
    call.headers = *headers;

    std::optional<Authority> authority;
    if (targetText->startsWith('/') || *targetText == "*") {
        readTarget(call, *targetText);
    } else if (schemeLength(*targetText) > 0) {
        const auto parts = cutUrl(*targetText);
        if (!parts)
            return parts.error();
        auto named = readAuthority(parts->authority);
        if (!named)
            return named.error();
        call.tls = parts->tls;
        call.port = named->port.value_or(parts->tls ? 443 : 80);
        call.connectHost = named->host;
        call.fragment = parts->fragment.toByteArray();
        readTarget(call, parts->target);
    } else {
        return invalid(QStringLiteral("%1 is no request target.").arg(quoted(*targetText)),
            QStringLiteral("It begins with a slash, as in /event?d_rtbd=json."));
    }
    if (const auto host = headerValue(call.headers, "Host");
        call.connectHost.isEmpty() && host && !host->isEmpty()) {
        const auto named = readAuthority(*host);
        if (!named)
            return named.error();
        call.connectHost = named->host;
        call.port = named->port.value_or(call.port);
    }

    QByteArrayView rest = bytes.sliced(at);
    if (source == Source::Pasted)
        rest = pastedBody(rest, call.headers);
    readBody(call, rest);
    dropOwnContentLength(call, rest.size());
    return call;
}

} // namespace

QList<Parameter> splitParameters(QByteArrayView text, Parameter::Place place)
{
    QList<Parameter> out;
    if (text.isEmpty())
        return out;
    out.reserve(std::count(text.begin(), text.end(), '&') + 1);
    for (qsizetype joint = text.indexOf('&'); joint >= 0; joint = text.indexOf('&')) {
        out.append({text.first(joint).toByteArray(), place, true});
        text = text.sliced(joint + 1);
    }
    out.append({text.toByteArray(), place, true});
    return out;
}

Result<Call> decodeUrl(QByteArrayView text)
{
    text = withoutMark(text).trimmed();
    if (text.isEmpty())
        return invalid(
            QStringLiteral("There is no URL."), QStringLiteral("Paste one such as https://<host>/event?…"));
    if (auto breaker = findLineBreaker(text))
        return *breaker;
    const auto parts = cutUrl(text);
    if (!parts)
        return parts.error();
    const auto authority = readAuthority(parts->authority);
    if (!authority)
        return authority.error();

    Call call;
    call.tls = parts->tls;
    call.connectHost = authority->host;
    call.port = authority->port.value_or(parts->tls ? 443 : 80);
    call.fragment = parts->fragment.toByteArray();
    call.headers.append({QByteArrayLiteral("Host"), parts->authority.toByteArray(), true});
    readTarget(call, parts->target);
    return call;
}

Result<Call> decodeRequest(QByteArrayView bytes, bool tls, const QByteArray &connectHost, quint16 port)
{
    Call call;
    call.tls = tls;
    call.connectHost = connectHost;
    call.port = port;
    return readRequest(withoutMark(bytes), call, Source::Pasted);
}

Result<Call> decode(const WireRequest &request)
{
    Call call;
    call.tls = request.tls;
    call.connectHost = request.host;
    call.port = request.port;
    return readRequest(request.bytes, call, Source::Wire);
}

} // namespace dcs
