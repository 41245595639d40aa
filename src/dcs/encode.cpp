// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/encode.h"

#include "dcs/host.h"
#include "dcs/reading.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

using Refusal = std::optional<Error>;

Error refuse(const QString &message, const QString &remedy)
{
    return {Errc::NotSendable, message, remedy, {}};
}

QString quoted(QByteArrayView bytes)
{
    return u'"' + visible(QString::fromUtf8(bytes), 80) + u'"';
}

bool isTokenByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || (c != 0 && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
}

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What ends a request target too early: the server would read another request than the one shown.
QString targetBreaker(char c)
{
    switch (c) {
    case '\r':
        return QStringLiteral("a carriage return");
    case '\n':
        return QStringLiteral("a line feed");
    case '\0':
        return QStringLiteral("a NUL byte");
    case ' ':
        return QStringLiteral("a space");
    case '\t':
        return QStringLiteral("a tab");
    default:
        return {};
    }
}

Refusal checkTargetPart(QByteArrayView bytes, const QString &what)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const QString breaker = targetBreaker(bytes[i]);
        if (!breaker.isEmpty()) {
            return refuse(QStringLiteral("%1 has %2 at byte %3, which would break the request line.")
                              .arg(what, breaker, QString::number(i)),
                QStringLiteral("Percent-encode it, a space as %20."));
        }
    }
    return std::nullopt;
}

QString nameOf(const Parameter &parameter)
{
    const QString key = visible(parameter.key(), 60);
    return key.isEmpty() ? QStringLiteral("A parameter without a key")
                         : QStringLiteral("Parameter \"%1\"").arg(key);
}

Refusal checkVariable(QByteArrayView bytes, const QString &where)
{
    qsizetype at = 0;
    if (!findVariable(bytes, &at))
        return std::nullopt;
    const QByteArrayView variable = bytes.sliced(at, bytes.indexOf("}}", at) + 2 - at);
    return Error{Errc::Unresolved,
        QStringLiteral("%1 still has the variable %2.").arg(where, quoted(variable)),
        QStringLiteral("Choose an environment that defines it, or give it a value."), {}};
}

Refusal checkVariables(const Call &call)
{
    if (auto found = checkVariable(call.connectHost, QStringLiteral("The host")))
        return found;
    if (auto found = checkVariable(call.path, QStringLiteral("The path")))
        return found;
    for (const Parameter &parameter : call.parameters) {
        if (!parameter.sent)
            continue;
        if (auto found = checkVariable(parameter.wire, nameOf(parameter)))
            return found;
    }
    for (const Header &header : call.headers) {
        if (!header.sent)
            continue;
        const QString where = QStringLiteral("Header %1").arg(quoted(header.name));
        if (auto found = checkVariable(header.name, where))
            return found;
        if (auto found = checkVariable(header.value, where))
            return found;
    }
    return call.opaqueBody ? checkVariable(*call.opaqueBody, QStringLiteral("The body")) : std::nullopt;
}

Refusal checkConnection(QByteArrayView host, quint16 port)
{
    if (host.isEmpty())
        return refuse(QStringLiteral("The call has no host to connect to."),
            QStringLiteral("Choose a region, or give a host."));
    if (!isDiallable(host))
        return refuse(QStringLiteral("%1 is no host that can be connected to.").arg(quoted(host)),
            QStringLiteral("Give a host name or an address: letters, digits, hyphens and dots."));
    if (port == 0)
        return refuse(
            QStringLiteral("Port 0 cannot be connected to."), QStringLiteral("Give a port from 1 to 65535."));
    return std::nullopt;
}

Refusal checkRequestLine(const Call &call)
{
    if (call.method.isEmpty() || !std::all_of(call.method.begin(), call.method.end(), isLetter))
        return refuse(
            QStringLiteral("%1 is no method.").arg(quoted(call.method)), QStringLiteral("Use GET or POST."));
    if (!call.path.isEmpty() && !call.path.startsWith('/') && call.path != "*")
        return refuse(QStringLiteral("The path %1 does not begin with a slash.").arg(quoted(call.path)),
            QStringLiteral("Use /event, /id, /ibs: or /demoptout.jpg."));
    if (auto refusal = checkTargetPart(call.path, QStringLiteral("The path")))
        return refusal;
    for (const Parameter &parameter : call.parameters) {
        if (!parameter.sent || parameter.place == Parameter::Place::Body)
            continue;
        if (auto refusal = checkTargetPart(parameter.wire, nameOf(parameter)))
            return refusal;
    }
    return std::nullopt;
}

/// Headers that say how the message is framed or what becomes of the connection: those are the sender's.
/// keep-alive, which captured requests are full of, asks for what HTTP/1.1 does anyway.
bool isFraming(const Header &header)
{
    const QByteArrayView name = header.name;
    if (name.compare("Connection", Qt::CaseInsensitive) == 0)
        return QByteArrayView(header.value).trimmed().compare("keep-alive", Qt::CaseInsensitive) != 0;
    for (const char *one : {"Transfer-Encoding", "Expect", "TE", "Upgrade"}) {
        if (name.compare(one, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

Refusal checkHeader(const Header &header)
{
    if (header.name.isEmpty() || !std::all_of(header.name.begin(), header.name.end(), isTokenByte))
        return refuse(QStringLiteral("%1 is no header name.").arg(quoted(header.name)),
            QStringLiteral("Header names have letters, digits and hyphens, no blanks and no colon."));
    if (isFraming(header))
        return refuse(
            QStringLiteral("Header %1 would change how the message travels.").arg(quoted(header.name)),
            QStringLiteral("Remove the header."));
    for (qsizetype i = 0; i < header.value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(header.value[i]);
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f)
            return refuse(QStringLiteral("The value of header %1 has a control character at byte %2.")
                              .arg(quoted(header.name), QString::number(i)),
                QStringLiteral("Remove it; a header is one line."));
    }
    return std::nullopt;
}

Refusal checkHost(QByteArrayView value)
{
    if (value.isEmpty())
        return refuse(
            QStringLiteral("The Host header is empty."), QStringLiteral("Host: <alias>.demdex.net"));
    const auto [host, port] = splitPort(value);
    if (!isDiallable(host) || !std::all_of(port.begin(), port.end(), isDigit))
        return refuse(QStringLiteral("The Host header %1 is no host name.").arg(quoted(value)),
            QStringLiteral(
                "Write the alias that Adobe assigned, one label of letters, digits, hyphens and underscores, "
                "before .demdex.net."));
    return std::nullopt;
}

Refusal checkHeaders(const Call &call, qsizetype bodySize)
{
    int hosts = 0;
    int lengths = 0;
    for (const Header &header : call.headers) {
        if (!header.sent)
            continue;
        if (auto refusal = checkHeader(header))
            return refusal;
        if (QByteArrayView(header.name).compare("Host", Qt::CaseInsensitive) == 0) {
            if (++hosts > 1)
                return refuse(QStringLiteral("The call has a second Host header."),
                    QStringLiteral("Keep one of them."));
            if (auto refusal = checkHost(QByteArrayView(header.value).trimmed()))
                return refusal;
        } else if (QByteArrayView(header.name).compare("Content-Length", Qt::CaseInsensitive) == 0) {
            if (++lengths > 1 || header.value.trimmed() != QByteArray::number(bodySize))
                return refuse(QStringLiteral("Content-Length says %1, but the body has %2 bytes.")
                                  .arg(quoted(header.value), QString::number(bodySize)),
                    QStringLiteral("Remove the header; the right one is added."));
        }
    }
    if (hosts == 0)
        return refuse(QStringLiteral("The call has no Host header."),
            QStringLiteral("Add one that names the partner: <alias>.demdex.net."));
    return std::nullopt;
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out += name;
    out += value.isEmpty() ? ":" : ": ";
    out += value;
    out += "\r\n";
}

/// Where the connection goes. A variable for "host:port" leaves both in connectHost.
std::pair<QByteArray, quint16> peerOf(const Call &call)
{
    if (call.connectHost.count(':') == 1) {
        const auto [host, port] = splitPort(call.connectHost);
        bool ok = false;
        const ushort number = port.toByteArray().toUShort(&ok);
        if (ok)
            return {host.toByteArray(), number};
    }
    return {call.connectHost, call.port};
}

} // namespace

Result<WireRequest> encode(const Call &call)
{
    if (auto refusal = checkVariables(call))
        return *refusal;
    const auto [host, port] = peerOf(call);
    if (auto refusal = checkConnection(host, port))
        return *refusal;
    if (auto refusal = checkRequestLine(call))
        return *refusal;
    const QByteArray bodyPart = body(call);
    if (auto refusal = checkHeaders(call, bodyPart.size()))
        return *refusal;

    WireRequest request;
    request.tls = call.tls;
    request.host = host;
    request.port = port;
    QByteArray &out = request.bytes;
    out = call.method + ' ' + target(call) + " HTTP/1.1\r\n";
    for (const Header &header : call.headers) {
        if (header.sent)
            appendHeader(out, header.name, header.value);
    }
    // DCS API Methods: a POST carries a form. Its length is ours to say, zero included (RFC 9110, 8.6).
    if ((call.method == "POST" || !bodyPart.isEmpty()) && !headerValue(call.headers, "Content-Length"))
        appendHeader(out, "Content-Length", QByteArray::number(bodyPart.size()));
    out += "\r\n";
    request.headBytes = out.size();
    out += bodyPart;
    return request;
}

} // namespace dcs
