// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/httpblock.h"

namespace interop {

namespace {

bool isTokenByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

} // namespace

bool isHttpComment(QByteArrayView trimmed)
{
    return trimmed.startsWith('#') || trimmed.startsWith("//");
}

QByteArrayView withoutHttpCommentMarker(QByteArrayView trimmed)
{
    if (trimmed.startsWith("//"))
        return trimmed.sliced(2);
    qsizetype marks = 0;
    while (marks < trimmed.size() && trimmed[marks] == '#')
        ++marks;
    return trimmed.sliced(marks);
}

bool isHttpToken(QByteArrayView text)
{
    for (const char c : text) {
        if (!isTokenByte(c))
            return false;
    }
    return !text.isEmpty();
}

/// Length of the method at the beginning of a request line: capital letters, or a known method in any case; 0
/// without.
qsizetype httpMethodLength(QByteArrayView line)
{
    static const QList<QByteArray> known{
        "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT"};
    qsizetype end = 0;
    bool capitals = true;
    while (end < line.size() && ((line[end] | 0x20) >= 'a' && (line[end] | 0x20) <= 'z')) {
        capitals = capitals && line[end] <= 'Z';
        ++end;
    }
    if (end == 0 || end >= line.size() || (line[end] != ' ' && line[end] != '\t'))
        return 0;
    return capitals || known.contains(line.first(end).toByteArray().toUpper()) ? end : 0;
}

QList<HttpLine> splitHttpLines(QByteArrayView bytes)
{
    QList<HttpLine> out;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype feed = bytes.indexOf('\n', at);
        HttpLine line;
        if (feed < 0) {
            line.text = bytes.sliced(at).toByteArray();
            at = bytes.size();
        } else {
            const bool crlf = feed > at && bytes[feed - 1] == '\r';
            line.text = bytes.sliced(at, feed - at - (crlf ? 1 : 0)).toByteArray();
            line.end = crlf ? "\r\n" : "\n";
            at = feed + 1;
        }
        out.append(line);
    }
    return out;
}

QByteArray joinHttpLines(const QList<HttpLine> &lines)
{
    QByteArray out;
    for (const HttpLine &line : lines)
        out += line.text + line.end;
    return out;
}

QByteArray withoutHttpVersion(const QByteArray &text)
{
    qsizetype end = text.size();
    const auto isBlank = [&text](qsizetype at) { return text.at(at) == ' ' || text.at(at) == '\t'; };
    while (end > 0 && isBlank(end - 1))
        --end;
    qsizetype start = end;
    while (start > 0 && !isBlank(start - 1))
        --start;
    const QByteArrayView word = QByteArrayView(text).sliced(start, end - start);
    const auto isDigit = [&word](qsizetype at) { return word[at] >= '0' && word[at] <= '9'; };
    const bool version = start > 0 && word.startsWith("HTTP/")
        && ((word.size() == 6 && isDigit(5))
            || (word.size() == 8 && isDigit(5) && word[6] == '.' && isDigit(7)));
    if (!version)
        return text.left(end);
    while (start > 0 && isBlank(start - 1))
        --start;
    return text.left(start);
}

bool isHttpSeparator(QByteArrayView line)
{
    return line.trimmed().startsWith("###");
}

bool isFormContentType(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArrayView type = (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed();
    return type.compare("application/x-www-form-urlencoded", Qt::CaseInsensitive) == 0;
}

QString derivedPresetName(const Preset &preset)
{
    if (!preset.title.isEmpty())
        return preset.title;
    return QString::fromUtf8(preset.call.method + ' ' + preset.call.path);
}

} // namespace interop
