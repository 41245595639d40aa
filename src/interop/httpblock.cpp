// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/httpblock.h"

#include "dcs/decode.h"
#include "dcs/text.h"
#include "interop/httpdirective.h"
#include "interop/httpurl.h"

namespace interop {

namespace {

/// Reads one block line by line. Each step() takes one line and says what it is.
class BlockReader
{
public:
    BlockReader(const QByteArray &bytes, int firstLine)
        : m_firstLine(firstLine)
    {
        m_block.lines = splitHttpLines(bytes);
    }

    HttpBlock read();

private:
    enum class Part { Head, Query, Headers, Body, Tail };

    void step(HttpLine &line);
    void readHead(HttpLine &line, QByteArrayView trimmed);
    void readRequest(HttpLine &line, QByteArrayView trimmed);
    void readQuery(HttpLine &line, QByteArrayView trimmed);
    bool readComment(HttpLine &line, QByteArrayView trimmed);
    bool readOff(HttpLine &line, QByteArrayView comment);
    void readHeader(HttpLine &line, QByteArrayView trimmed);
    void readBody(HttpLine &line, QByteArrayView trimmed);
    void addParameter(const dcs::Parameter &parameter, qsizetype placesUp = 0);
    bool skipScript(HttpLine &line, QByteArrayView trimmed);
    void finishBody();
    void finishHost();
    void takeAuthority(const QByteArray &host);
    void markTail();
    void fail(const QString &message, const QString &remedy = {}, dcs::Errc code = dcs::Errc::InvalidInput);
    dcs::Call &call() { return m_block.preset.call; }

    HttpBlock m_block;
    int m_firstLine;
    int m_line = 0;
    Part m_part = Part::Head;
    QByteArray m_scriptEnd;
    QByteArray m_authority;
    QList<QByteArray> m_bodyLines;
    bool m_form = false;
};

void BlockReader::fail(const QString &message, const QString &remedy, dcs::Errc code)
{
    if (m_block.preset.error)
        return;
    m_block.preset.error
        = dcs::Error{code, QStringLiteral("Line %1: %2").arg(QString::number(m_line), message), remedy, {}};
}

HttpBlock BlockReader::read()
{
    m_line = m_firstLine - 1;
    for (HttpLine &line : m_block.lines) {
        ++m_line;
        step(line);
    }
    Preset &preset = m_block.preset;
    if (!m_block.hasRequest)
        return m_block;
    m_line = preset.line;
    finishHost();
    finishBody();
    markTail();
    if (!m_block.named)
        preset.name = derivedPresetName(preset);
    return m_block;
}

void BlockReader::step(HttpLine &line)
{
    const QByteArrayView trimmed = QByteArrayView(line.text).trimmed();
    if (line.text.contains('\0'))
        fail(QStringLiteral("there is a NUL byte, so this is no text file."),
            QStringLiteral("Save the file as UTF-8 text."));
    if (m_part == Part::Tail) {
        line.role = HttpRole::Tail;
        return;
    }
    if (m_part != Part::Body && skipScript(line, trimmed))
        return;
    switch (m_part) {
    case Part::Head:
        readHead(line, trimmed);
        return;
    case Part::Query:
        if (trimmed.startsWith('?') || trimmed.startsWith('&')) {
            readQuery(line, trimmed);
            return;
        }
        if (!trimmed.isEmpty() && !isHttpComment(trimmed))
            m_part = Part::Headers;
        [[fallthrough]];
    case Part::Headers:
        readHeader(line, trimmed);
        return;
    case Part::Body:
        readBody(line, trimmed);
        return;
    case Part::Tail:
        return;
    }
}

// Scripts of httpyac ({{ … }}) and JetBrains (< {% … %}): kept as they are.
bool BlockReader::skipScript(HttpLine &line, QByteArrayView trimmed)
{
    if (!m_scriptEnd.isEmpty()) {
        line.role = HttpRole::Script;
        if (trimmed.endsWith(m_scriptEnd))
            m_scriptEnd.clear();
        return true;
    }
    if (m_part != Part::Head)
        return false;
    const bool yac = trimmed.startsWith("{{") && !trimmed.contains("}}");
    if (yac) {
        m_scriptEnd = "}}";
    } else if (trimmed.startsWith("< {%")) {
        m_scriptEnd = trimmed.endsWith("%}") ? "" : "%}";
    } else if (trimmed == "/*") {
        m_scriptEnd = "*/";
    } else if (!trimmed.startsWith("< ")) {
        return false;
    }
    line.role = HttpRole::Script;
    return true;
}

void BlockReader::readHead(HttpLine &line, QByteArrayView trimmed)
{
    Preset &preset = m_block.preset;
    if (isHttpSeparator(line.text)) {
        line.role = HttpRole::Separator;
        preset.title = QString::fromUtf8(withoutHttpCommentMarker(trimmed).trimmed());
    } else if (trimmed.isEmpty()) {
        line.role = HttpRole::Blank;
    } else if (isHttpComment(trimmed)) {
        readComment(line, trimmed);
    } else if (trimmed.startsWith('@')) {
        line.role = HttpRole::Variable;
        const qsizetype equals = trimmed.indexOf('=');
        if (equals > 1) {
            m_block.variables.insert(QString::fromUtf8(trimmed.sliced(1, equals - 1).trimmed()),
                QString::fromUtf8(trimmed.sliced(equals + 1).trimmed()));
        }
    } else {
        m_block.hasRequest = true;
        preset.line = m_line;
        m_part = Part::Query;
        readRequest(line, trimmed);
    }
}

void BlockReader::readRequest(HttpLine &line, QByteArrayView trimmed)
{
    line.role = HttpRole::Request;
    QByteArray method = "GET";
    QByteArray url = trimmed.toByteArray();
    if (const qsizetype end = httpMethodLength(trimmed); end > 0) {
        method = trimmed.first(end).toByteArray();
        url = trimmed.sliced(end).trimmed().toByteArray();
    } else if (!url.startsWith("http://") && !url.startsWith("https://") && !url.startsWith("{{")) {
        line.role = HttpRole::Script;
        fail(QStringLiteral("“%1” is neither a request (METHOD URL) nor a comment.")
                 .arg(dcs::visible(QString::fromUtf8(trimmed), 60)),
            QStringLiteral("Put # before a comment, and METHOD URL before headers and body."));
        return;
    }
    static const QList<QByteArray> others{
        "GRAPHQL", "WS", "WEBSOCKET", "SSE", "GRPC", "MQTT", "AMQP", "RABBITMQ"};
    if (others.contains(method.toUpper())) {
        fail(QStringLiteral("“%1” is no HTTP request.").arg(QString::fromUtf8(method)),
            QStringLiteral("Run it with the program it was written for."), dcs::Errc::Unsupported);
        return;
    }
    call().method = method;
    url = withoutHttpVersion(url);
    const auto parts = readHttpUrl(url);
    if (!parts) {
        fail(parts.error().message, parts.error().remedy, parts.error().code);
        return;
    }
    const dcs::Call &read = parts->call;
    call().tls = read.tls;
    call().connectHost = read.connectHost;
    call().port = read.port;
    call().path = read.path;
    call().parameters = read.parameters;
    call().fragment = read.fragment;
    line.parameters = read.parameters;
    m_authority = parts->authority;
}

void BlockReader::addParameter(const dcs::Parameter &parameter, qsizetype placesUp)
{
    // A neighbour is not further away than this, and a file must not make the search for a place slow.
    constexpr qsizetype maxSteps = 250;
    qsizetype at = call().parameters.size();
    const qsizetype lowest = qMax(qsizetype(0), at - maxSteps);
    while (placesUp > 0 && at > lowest) {
        --at;
        if (call().parameters.at(at).sent)
            --placesUp;
    }
    call().parameters.insert(at, parameter);
}

void BlockReader::readQuery(HttpLine &line, QByteArrayView trimmed)
{
    line.role = HttpRole::Query;
    QByteArray text = withoutHttpVersion(trimmed.sliced(1).toByteArray());
    if (const qsizetype hash = text.indexOf('#'); hash >= 0) {
        call().fragment = text.mid(hash);
        text.truncate(hash);
    }
    line.parameters = dcs::splitParameters(text, dcs::Parameter::Place::Query);
    if (line.parameters.isEmpty())
        line.parameters.append({{}, dcs::Parameter::Place::Query, true});
    for (const dcs::Parameter &parameter : std::as_const(line.parameters))
        addParameter(parameter);
}

// "# &c_x=1" is a parameter that is switched off; "# &c_x=1 ^2" one whose place is two sent parameters
// further up.
bool BlockReader::readOff(HttpLine &line, QByteArrayView comment)
{
    if (m_part != Part::Query && !(m_part == Part::Body && m_form))
        return false;
    QByteArrayView rest = comment.trimmed();
    if (!rest.startsWith('&'))
        return false;
    rest = rest.sliced(1);
    qsizetype placesUp = 0;
    if (const qsizetype mark = rest.lastIndexOf(" ^"); mark >= 0) {
        bool ok = false;
        placesUp = rest.sliced(mark + 2).toByteArray().toLongLong(&ok);
        if (!ok)
            return false;
        rest = rest.first(mark);
    }
    // A sentence is a comment for people; a parameter has no blanks but those of a {{$dynamic value}}.
    if (!rest.contains("{{") && (rest.contains(' ') || rest.contains('\t')))
        return false;
    const bool inBody = m_part == Part::Body;
    using Place = dcs::Parameter::Place;
    const Place place = inBody ? Place::Body : call().path.startsWith("/ibs:") ? Place::Path : Place::Query;
    line.role = inBody ? HttpRole::BodyOff : HttpRole::QueryOff;
    line.parameters = {{rest.toByteArray(), place, false}};
    addParameter(line.parameters.first(), placesUp);
    return true;
}

bool BlockReader::readComment(HttpLine &line, QByteArrayView trimmed)
{
    const QByteArrayView comment = withoutHttpCommentMarker(trimmed);
    if (readOff(line, comment))
        return true;
    const QByteArrayView text = comment.trimmed();
    const bool spaced = comment.startsWith(' ') || comment.startsWith('\t');
    if (!spaced || !text.startsWith('@')) {
        line.role = HttpRole::Comment;
        line.value = comment.sliced(spaced ? 1 : 0).toByteArray();
        m_block.preset.comments.append(QString::fromUtf8(line.value));
        return true;
    }
    qsizetype end = 1;
    while (end < text.size() && text[end] != ' ' && text[end] != '\t')
        ++end;
    line.role = HttpRole::Directive;
    line.name = text.sliced(1, end - 1).toByteArray();
    line.value = text.sliced(end).trimmed().toByteArray();
    if (line.name == "off" && (m_part == Part::Query || m_part == Part::Headers)) {
        const qsizetype colon = line.value.indexOf(':');
        if (colon > 0 && isHttpToken(QByteArrayView(line.value).first(colon))) {
            line.role = HttpRole::HeaderOff;
            const QByteArray value = line.value.mid(colon + 1).trimmed();
            call().headers.append({line.value.left(colon), value, false});
            line.name = line.value.left(colon);
            line.value = value;
        }
        return true;
    }
    if (line.name == "name" && !line.value.isEmpty()) {
        m_block.preset.name = QString::fromUtf8(line.value);
        m_block.named = true;
    } else if (const auto read = readDirective(line.name, line.value, m_block.preset); !read) {
        fail(read.error().message, read.error().remedy, read.error().code);
    }
    return true;
}

void BlockReader::readHeader(HttpLine &line, QByteArrayView trimmed)
{
    if (trimmed.isEmpty()) {
        line.role = HttpRole::HeadEnd;
        m_part = Part::Body;
        m_form = isFormContentType(dcs::headerValue(call().headers, "Content-Type").value_or(QByteArray()));
        return;
    }
    if (isHttpComment(trimmed)) {
        readComment(line, trimmed);
        return;
    }
    line.role = HttpRole::Header;
    const qsizetype colon = trimmed.indexOf(':');
    const QByteArrayView name = colon < 0 ? QByteArrayView() : trimmed.first(colon).trimmed();
    if (!isHttpToken(name)) {
        line.role = HttpRole::Script;
        fail(QStringLiteral("“%1” is neither a parameter (?… or &…) nor a header (Name: value).")
                 .arg(dcs::visible(QString::fromUtf8(trimmed), 60)),
            QStringLiteral("Put an empty line before a body, and # before a comment."));
        return;
    }
    line.name = name.toByteArray();
    line.value = trimmed.sliced(colon + 1).trimmed().toByteArray();
    call().headers.append({line.name, line.value, true});
}

void BlockReader::readBody(HttpLine &line, QByteArrayView trimmed)
{
    if (trimmed.startsWith("> ") || trimmed.startsWith(">>") || trimmed.startsWith("<> ")
        || trimmed.startsWith("?? ") || trimmed.startsWith("HTTP/1.")) {
        line.role = HttpRole::Tail;
        m_part = Part::Tail;
        return;
    }
    if (isHttpComment(trimmed)) {
        readComment(line, trimmed);
        return;
    }
    if (trimmed.isEmpty() && m_bodyLines.isEmpty()) {
        line.role = HttpRole::Blank;
        return;
    }
    line.role = HttpRole::Body;
    if (m_bodyLines.isEmpty() && (trimmed.startsWith("< ") || trimmed.startsWith("<@"))) {
        fail(QStringLiteral("the body comes from another file (“%1”), which this program does not read.")
                 .arg(dcs::visible(QString::fromUtf8(trimmed), 60)),
            QStringLiteral("Put the body itself into the file."), dcs::Errc::Unsupported);
        return;
    }
    if (!m_form) {
        m_bodyLines.append(line.text);
        return;
    }
    if (trimmed.isEmpty())
        return;
    if (!m_bodyLines.isEmpty() && !trimmed.startsWith('&')) {
        fail(QStringLiteral("a line of a form body begins with &."),
            QStringLiteral("Write one parameter a line, each but the first with & in front."));
        return;
    }
    const QByteArrayView text = m_bodyLines.isEmpty() ? trimmed : trimmed.sliced(1);
    m_bodyLines.append(text.toByteArray());
    line.parameters = dcs::splitParameters(text, dcs::Parameter::Place::Body);
    if (line.parameters.isEmpty())
        line.parameters.append({{}, dcs::Parameter::Place::Body, true});
    for (const dcs::Parameter &parameter : std::as_const(line.parameters))
        addParameter(parameter);
}

// A body without the form content type is read by the rules of a request from the wire.
void BlockReader::finishBody()
{
    if (call().opaqueBody) // of a directive
        return;
    if (m_form || m_block.preset.error)
        return;
    while (!m_bodyLines.isEmpty() && m_bodyLines.last().trimmed().isEmpty())
        m_bodyLines.removeLast();
    if (m_bodyLines.isEmpty())
        return;
    const QByteArray body = m_bodyLines.join('\n');
    QByteArray request = call().method + " / HTTP/1.1\r\nHost: x\r\n";
    if (const auto type = dcs::headerValue(call().headers, "Content-Type"))
        request += "Content-Type: " + *type + "\r\n";
    request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    const auto read = dcs::decodeRequest(request);
    if (!read || read->opaqueBody || read->parameters.isEmpty())
        call().opaqueBody = body;
    else
        call().parameters += read->parameters;
}

// "GET /event" with a Host line: http, but for the ports that are known for TLS, as the other programs do it.
void BlockReader::takeAuthority(const QByteArray &host)
{
    const bool tls = host.endsWith(":443") || host.endsWith(":8443");
    const auto read = readHttpUrl((tls ? "https://" : "http://") + host);
    if (!read) {
        fail(read.error().message, read.error().remedy, read.error().code);
        return;
    }
    call().tls = read->call.tls;
    call().connectHost = read->call.connectHost;
    call().port = read->call.port;
}

// The other programs take Host from the URL where no line gives it.
void BlockReader::finishHost()
{
    for (const dcs::Header &header : std::as_const(call().headers)) {
        if (!header.sent || header.name.compare("host", Qt::CaseInsensitive) != 0)
            continue;
        if (m_authority.isEmpty())
            takeAuthority(header.value);
        return;
    }
    if (m_authority.isEmpty()) {
        fail(QStringLiteral("the request has neither a host in its URL nor a Host line."),
            QStringLiteral("Write METHOD https://host/path."));
        return;
    }
    m_block.impliedHost = true;
    call().headers.prepend({"Host", m_authority, true});
}

void BlockReader::markTail()
{
    for (qsizetype i = m_block.lines.size() - 1; i >= 0; --i) {
        HttpLine &line = m_block.lines[i];
        if (!QByteArrayView(line.text).trimmed().isEmpty() || line.role == HttpRole::Script)
            return;
        line.role = HttpRole::Tail;
    }
}

} // namespace

HttpBlock readHttpBlock(const QByteArray &bytes, int firstLine)
{
    return BlockReader(bytes, firstLine).read();
}

} // namespace interop
