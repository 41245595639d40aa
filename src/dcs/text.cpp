// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

bool isUnreserved(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.'
        || c == '_' || c == '~';
}

void appendEscape(QByteArray &out, char c)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

/// A byte order mark is data like any other: QString::fromUtf8() would swallow one that stands first.
QString utf8Text(QByteArrayView bytes)
{
    static constexpr QByteArrayView mark("\xef\xbb\xbf");
    qsizetype marks = 0;
    for (; bytes.startsWith(mark); ++marks)
        bytes = bytes.sliced(mark.size());
    const QString text = QString::fromUtf8(bytes);
    return marks > 0 ? QString(marks, QChar(0xfeff)) + text : text;
}

constexpr qsizetype longestName = 200; // what is longer is no variable

/// What can be meant as one: user, $randomInt 1 9. Braces around anything else are text.
bool isVariableName(QStringView name)
{
    return !name.trimmed().isEmpty() && std::all_of(name.begin(), name.end(), [&](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"_-.$").contains(c) || c == u' ';
    });
}

} // namespace

bool isEscape(QByteArrayView wire, qsizetype at)
{
    return wire[at] == '%' && at + 2 < wire.size() && hexValue(wire[at + 1]) >= 0
        && hexValue(wire[at + 2]) >= 0;
}

bool isInvisible(char32_t c)
{
    if (c < 0x7f)
        return c < 0x20;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QString visible(QStringView text, qsizetype limit)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (limit >= 0 && out.size() >= limit) {
            out += u'…';
            break;
        }
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t point = QChar::surrogateToUcs4(c, text[i + 1]);
            if (isInvisible(point)) {
                out += QStringLiteral("\\u{%1}").arg(uint(point), 0, 16);
            } else {
                out += c;
                out += text[i + 1];
            }
            ++i;
        } else if (c.isSurrogate() || isInvisible(c.unicode())) {
            out += QStringLiteral("\\u{%1}").arg(uint(c.unicode()), 0, 16);
        } else {
            out += c;
        }
    }
    return out;
}

QByteArray percentEncode(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 4);
    for (const char c : bytes) {
        if (isUnreserved(static_cast<unsigned char>(c)))
            out += c;
        else
            appendEscape(out, c);
    }
    return out;
}

QByteArray percentEncode(QStringView text)
{
    return percentEncode(QByteArrayView(text.toUtf8()));
}

QByteArray escapeBytes(QByteArrayView bytes, const std::function<bool(qsizetype)> &isWanted)
{
    QByteArray out;
    out.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (isWanted(at))
            appendEscape(out, bytes[at]);
        else
            out += bytes[at];
    }
    return out;
}

QByteArray encodeText(QStringView text)
{
    QByteArray out;
    qsizetype at = 0;
    qsizetype open = text.indexOf(u"{{");
    while (open >= 0) {
        const QStringView rest = text.sliced(open + 2);
        const qsizetype length = rest.first(qMin(rest.size(), longestName + 2)).indexOf(u"}}");
        const qsizetype close = open + 2 + length;
        if (length > 0 && isVariableName(rest.first(length))) {
            out += percentEncode(text.sliced(at, open - at)) + text.sliced(open, close + 2 - open).toUtf8();
            at = close + 2;
        }
        open = text.indexOf(u"{{", qMax(at, open + 1));
    }
    return out + percentEncode(text.sliced(at));
}

QByteArray percentDecode(QByteArrayView wire)
{
    QByteArray out;
    out.reserve(wire.size());
    for (qsizetype i = 0; i < wire.size(); ++i) {
        if (wire[i] == '+') {
            out += ' ';
        } else if (isEscape(wire, i)) {
            out += char(hexValue(wire[i + 1]) * 16 + hexValue(wire[i + 2]));
            i += 2;
        } else {
            out += wire[i];
        }
    }
    return out;
}

QString percentDecodeText(QByteArrayView wire)
{
    if (!wire.contains('%') && !wire.contains('+'))
        return utf8Text(wire);
    return utf8Text(percentDecode(wire));
}

qsizetype brokenPercentAt(QByteArrayView wire)
{
    for (qsizetype i = wire.indexOf('%'); i >= 0; i = wire.indexOf('%', i + 1)) {
        if (!isEscape(wire, i))
            return i;
    }
    return -1;
}

bool isUtf8(QByteArrayView bytes)
{
    return bytes.isValidUtf8();
}

TextPlace placeIn(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
    const auto begins = [](char c) { return (c & 0xc0) != 0x80; };
    return {1 + std::count(before.begin(), before.end(), '\n'),
        1 + std::count_if(line.begin(), line.end(), begins)};
}

} // namespace dcs
