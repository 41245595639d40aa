// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/responseparser.h"

#include "dcs/text.h"

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace transport {

namespace {

// A body is reserved up to this much on the word of its Content-Length; beyond it grows as it comes.
constexpr qint64 maxReservedBytes = 16 << 20;

QString shown(QByteArrayView bytes)
{
    return dcs::visible(QString::fromLatin1(bytes), 120);
}

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// All digits, no sign, no blank, within 63 bits.
std::optional<qint64> lengthValue(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    qint64 value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

/// The comma-separated members of every header of that name.
QList<QByteArray> listMembers(const QList<dcs::Header> &headers, const char *name)
{
    QList<QByteArray> out;
    for (const dcs::Header &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &member : header.value.split(','))
            out.append(member.trimmed());
    }
    return out;
}

} // namespace

ResponseParser::ResponseParser(bool toHead)
    : ResponseParser(toHead, Limits())
{
}

ResponseParser::ResponseParser(bool toHead, Limits limits)
    : m_toHead(toHead)
    , m_limits(limits)
{
}

void ResponseParser::feed(QByteArrayView bytes)
{
    m_received += bytes.size();
    while (!bytes.isEmpty() && (m_state == State::Head || m_state == State::Body)) {
        const bool inLines
            = m_state == State::Head || (m_framing == Framing::Chunked && m_chunkPart != ChunkPart::Data);
        const qsizetype taken = inLines ? takeLine(bytes) : takeBody(bytes);
        bytes = bytes.sliced(taken);
    }
    if (!bytes.isEmpty() && m_state == State::Done && !m_extraBytes) {
        m_extraBytes = true;
        fail(u"The server sent more than the answer that it had announced: “%1” follows its end."_s.arg(
            shown(bytes.first(qMin(bytes.size(), qsizetype(40))))));
    }
}

qsizetype ResponseParser::takeLine(QByteArrayView bytes)
{
    const bool inHead = m_state == State::Head;
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype taken = end < 0 ? bytes.size() : end + 1;
    const qsizetype room = qMin(m_limits.lineBytes, m_limits.headBytes - m_lineBytesTotal) - m_line.size();
    if (inHead)
        m_head += bytes.first(qMin(taken, qMax(room, qsizetype(0))));
    if (taken > room) {
        failForLength();
        return taken;
    }
    if (end < 0 || !m_line.isEmpty())
        m_line += bytes.first(taken);
    QByteArrayView line = m_line.isEmpty() ? bytes.first(taken) : QByteArrayView(m_line);
    if (inHead && m_status == 0 && !looksLikeHttp(line))
        return taken;
    if (end < 0)
        return taken;
    const qsizetype lineBytes = line.size();
    line.chop(1);
    if (!line.isEmpty() && line.back() == '\r')
        line.chop(1);
    else
        note(u"A line ends with LF alone instead of CR LF."_s);
    if (inHead)
        m_lineBytesTotal += lineBytes;
    const QByteArray whole = std::exchange(m_line, {}); // keeps what `line` may look into
    handleLine(line);
    m_consumed += lineBytes;
    return taken;
}

void ResponseParser::failForLength()
{
    const bool inHead = m_state == State::Head;
    if (m_limits.headBytes - m_lineBytesTotal > m_limits.lineBytes)
        fail((inHead ? u"A line of the answer's head is longer than %1 bytes."_s
                     : u"A line between the answer's chunks is longer than %1 bytes."_s)
                 .arg(m_limits.lineBytes),
            true);
    else
        fail((inHead ? u"The answer's head is longer than %1 bytes."_s
                     : u"The answer's trailers and chunk extensions are longer than %1 bytes."_s)
                 .arg(m_limits.headBytes),
            true);
}

/// A first line that cannot become a status line any more is refused at once: waiting for its end would be
/// waiting for somebody who speaks another protocol.
bool ResponseParser::looksLikeHttp(QByteArrayView line)
{
    static constexpr QByteArrayView expected("HTTP/");
    const qsizetype length = qMin(line.size(), expected.size());
    if (line.first(length) == expected.first(length) || line == "\r" || line == "\r\n" || line == "\n")
        return true;
    if (line.front() == '\x15' || line.front() == '\x16')
        fail(
            u"The server answered with a TLS record: this port wants TLS, and the call was sent in clear."_s);
    else if (line.startsWith(QByteArrayView("\0\0", 2)))
        fail(u"The server answered with an HTTP/2 frame; calls are sent by HTTP/1.1 alone."_s);
    else
        fail(u"The answer is no HTTP: it begins with “%1”."_s.arg(
            shown(line.first(qMin(line.size(), qsizetype(40))))));
    return false;
}

void ResponseParser::handleLine(QByteArrayView line)
{
    if (m_state == State::Head) {
        if (m_status == 0)
            handleStatusLine(line);
        else if (line.isEmpty())
            endHead();
        else
            handleHeaderLine(line, m_headers);
        return;
    }
    switch (m_chunkPart) {
    case ChunkPart::Size:
        handleChunkSize(line);
        break;
    case ChunkPart::DataEnd:
        if (!line.isEmpty())
            fail(u"A chunk of the body is longer than its size says: “%1” stands where its end should be."_s
                     .arg(shown(line)));
        m_chunkPart = ChunkPart::Size;
        break;
    case ChunkPart::Trailers:
        m_lineBytesTotal += line.size() + 2;
        if (line.isEmpty())
            m_state = State::Done;
        else
            handleHeaderLine(line, m_trailers);
        break;
    case ChunkPart::Data:
        break;
    }
}

void ResponseParser::handleStatusLine(QByteArrayView line)
{
    if (line.isEmpty()) {
        note(u"A blank line came before the status line."_s);
        return;
    }
    if (!line.startsWith("HTTP/1.1 ") && !line.startsWith("HTTP/1.0 ")) {
        fail(u"The answer begins with “%1”, which is no status line of HTTP/1.0 or HTTP/1.1."_s.arg(
            shown(line)));
        return;
    }
    const QByteArrayView code = line.sliced(9, qMin(qsizetype(3), line.size() - 9));
    const bool valid = code.size() == 3 && std::all_of(code.begin(), code.end(), isDigit) && code[0] >= '1'
        && code[0] <= '5' && (line.size() == 12 || line[12] == ' ');
    if (!valid) {
        fail(u"The status line “%1” has no status between 100 and 599."_s.arg(shown(line)));
        return;
    }
    m_version = line.sliced(5, 3).toByteArray();
    m_status = (code[0] - '0') * 100 + (code[1] - '0') * 10 + (code[2] - '0');
    m_reason = line.size() > 13 ? line.sliced(13).toByteArray() : QByteArray();
}

void ResponseParser::handleHeaderLine(QByteArrayView line, QList<dcs::Header> &into)
{
    if (isBlank(line.front()) && !into.isEmpty()) {
        // RFC 9112 5.2: an old way to continue a value on the next line; a user agent may read it as one
        // blank.
        note(u"The header “%1” is folded over several lines."_s.arg(shown(into.last().name)));
        into.last().value += ' ';
        into.last().value += trimmedBlanks(line);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon))) {
        fail(u"“%1” is no header line."_s.arg(shown(line)));
        return;
    }
    if (line.contains('\r'))
        note(u"The header “%1” holds a CR in the middle of its line."_s.arg(shown(line.first(colon))));
    into.append({line.first(colon).toByteArray(), trimmedBlanks(line.sliced(colon + 1)).toByteArray(), true});
}

void ResponseParser::endHead()
{
    if (m_status == 101) {
        m_headDone = true;
        fail(u"The server switched to another protocol (101), which nobody had asked for."_s);
        return;
    }
    if (m_status < 200) { // RFC 9110 15.2: any number of interim answers may come before the final one
        note(u"An interim answer %1 came before the final one."_s.arg(m_status));
        m_status = 0;
        m_reason.clear();
        m_head.clear();
        m_headers.clear();
        return;
    }
    m_headDone = true;
    chooseFraming();
}

/// RFC 9112 6.3, with no mercy for lengths that two readers could understand differently.
void ResponseParser::chooseFraming()
{
    m_state = State::Body;
    if (!readTransferEncoding() || !readContentLength())
        return;
    if (m_toHead || m_status == 204 || m_status == 304) {
        m_framing = Framing::None;
        m_state = State::Done;
    } else if (m_framing == Framing::Chunked) {
        if (m_contentLength >= 0) {
            m_framingDoubtful = true;
            note(u"The answer has Transfer-Encoding and Content-Length; the body was read by its chunks."_s);
        }
    } else if (m_contentLength >= 0) {
        m_framing = Framing::Length;
        m_remaining = m_contentLength;
        m_body.reserve(qMin(m_contentLength, qMin(m_limits.bodyBytes, maxReservedBytes)));
        if (m_remaining == 0)
            m_state = State::Done;
    } else {
        m_framing = Framing::UntilClose;
    }
}

bool ResponseParser::readTransferEncoding()
{
    const QList<QByteArray> codings = listMembers(m_headers, "Transfer-Encoding");
    if (codings.isEmpty())
        return true;
    if (codings.size() != 1 || codings.first().compare("chunked", Qt::CaseInsensitive) != 0) {
        fail(u"The transfer coding “%1” is not one that was asked for."_s.arg(shown(codings.join(", "))));
        return false;
    }
    if (m_version == "1.0") {
        m_framingDoubtful = true;
        note(u"An HTTP/1.0 answer has Transfer-Encoding."_s);
    }
    m_framing = Framing::Chunked;
    return true;
}

bool ResponseParser::readContentLength()
{
    const QList<QByteArray> lengths = listMembers(m_headers, "Content-Length");
    for (const QByteArray &text : lengths) {
        const std::optional<qint64> value = lengthValue(text);
        if (!value) {
            fail(u"“Content-Length: %1” is no length."_s.arg(shown(text)));
            return false;
        }
        if (m_contentLength >= 0 && m_contentLength != *value) {
            fail(
                u"The answer has two different lengths, %1 and %2 bytes."_s.arg(m_contentLength).arg(*value));
            return false;
        }
        m_contentLength = *value;
    }
    if (lengths.size() > 1)
        note(u"The answer repeats its Content-Length."_s);
    return true;
}

void ResponseParser::handleChunkSize(QByteArrayView line)
{
    qsizetype digits = 0;
    qint64 size = 0;
    while (digits < line.size() && dcs::hexValue(line[digits]) >= 0 && digits < 16)
        size = (size << 4) | dcs::hexValue(line[digits++]);
    const QByteArrayView rest = trimmedBlanks(line.sliced(digits));
    if (digits == 0 || digits > 15 || (!rest.isEmpty() && rest.front() != ';')) {
        fail(u"“%1” is no size of a chunk."_s.arg(shown(line)));
        return;
    }
    m_remaining = size;
    m_chunkPart = size == 0 ? ChunkPart::Trailers : ChunkPart::Data;
    m_lineBytesTotal += rest.size(); // a flood of extensions counts against the head's limit
}

qsizetype ResponseParser::takeBody(QByteArrayView bytes)
{
    const bool measured = m_framing != Framing::UntilClose;
    const qsizetype taken = measured ? qsizetype(qMin(qint64(bytes.size()), m_remaining)) : bytes.size();
    append(bytes.first(taken));
    if (m_state == State::Failed || !measured)
        return taken;
    m_remaining -= taken;
    if (m_remaining == 0 && m_framing == Framing::Length)
        m_state = State::Done;
    else if (m_remaining == 0)
        m_chunkPart = ChunkPart::DataEnd;
    return taken;
}

void ResponseParser::append(QByteArrayView bytes)
{
    const qsizetype room = qsizetype(m_limits.bodyBytes - m_body.size());
    m_body += bytes.first(qMin(room, bytes.size()));
    m_consumed += qMin(room, bytes.size());
    if (bytes.size() > room)
        fail(u"The body is larger than %1 bytes; the rest was not read."_s.arg(m_limits.bodyBytes), true);
}

void ResponseParser::finish(bool clean)
{
    if (m_state == State::Done || m_state == State::Failed)
        return;
    if (m_state == State::Head && m_received == 0)
        fail(u"The server closed the connection without an answer."_s);
    else if (m_state == State::Head)
        fail(m_status == 0 && m_head.isEmpty()
                ? u"The server closed the connection after an interim answer."_s
                : m_status == 0 ? u"The answer is cut inside its status line."_s
                                : u"The answer is cut inside its headers."_s);
    else if (m_framing == Framing::Length)
        fail(u"The body is cut: %1 of %2 bytes came."_s.arg(m_body.size()).arg(m_contentLength));
    else if (m_framing == Framing::Chunked)
        fail(u"The body is cut: the connection ended after %1 bytes, before its last chunk was complete."_s
                 .arg(m_body.size()));
    else if (!clean)
        fail(
            u"The body may be cut: the connection broke off after %1 bytes instead of ending in order."_s.arg(
                m_body.size()));
    else
        m_state = State::Done;
}

bool ResponseParser::keepAlive() const
{
    if (m_state != State::Done || m_extraBytes || m_framingDoubtful || m_framing == Framing::UntilClose
        || m_version != "1.1")
        return false;
    const QList<QByteArray> options = listMembers(m_headers, "Connection");
    return std::none_of(options.begin(), options.end(),
        [](const QByteArray &option) { return option.compare("close", Qt::CaseInsensitive) == 0; });
}

void ResponseParser::fail(const QString &message, bool tooLarge)
{
    m_state = State::Failed;
    m_problem = Problem{tooLarge, message, m_consumed};
}

void ResponseParser::note(const QString &text)
{
    if (m_notes.size() < 32 && !m_notes.contains(text))
        m_notes.append(text);
}

} // namespace transport
