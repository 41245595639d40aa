// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <functional>

namespace dcs {

/// What drives a terminal, or changes a line and is not seen itself: control, format (bidirectional,
/// zero-width) and separator characters.
bool isInvisible(char32_t c);

/// Text from outside, safe to look at on a screen or a terminal: what is invisible becomes \u{…}; at most about
/// `limit` characters (negative: no limit).
QString visible(QStringView text, qsizetype limit = 500);

/// Every byte that is not a letter, digit, '-', '.', '_' or '~' becomes %XX (upper case).
/// Formatting Key-Value Pairs in DCS Calls; ID Synchronization (text is UTF-8 first).
QByteArray percentEncode(QByteArrayView bytes);
QByteArray percentEncode(QStringView text);
/// percentEncode() of only the bytes for which `isWanted(place)` holds; it is asked once for each, in order.
QByteArray escapeBytes(QByteArrayView bytes, const std::function<bool(qsizetype)> &isWanted);
/// percentEncode() for what a person typed into a field of a call: a {{variable}} in it stays one.
QByteArray encodeText(QStringView text);

/// Decodes once: '+' is a space, %XX a byte; a '%' that two hexadecimal digits do not follow stays as it is.
QByteArray percentDecode(QByteArrayView wire);
/// The same, then UTF-8; what is no UTF-8 becomes U+FFFD.
QString percentDecodeText(QByteArrayView wire);

/// Offset of the first '%' that two hexadecimal digits do not follow, or -1 (DCS Error Codes: 311).
qsizetype brokenPercentAt(QByteArrayView wire);

/// 0 to 15, or -1 where the character is no hexadecimal digit.
constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
/// Whether a '%' stands there and two hexadecimal digits behind it.
bool isEscape(QByteArrayView wire, qsizetype at);

bool isUtf8(QByteArrayView bytes);

/// Where a byte stands for a person with an editor. Lines end at LF; a column is a character.
struct TextPlace {
    qsizetype line = 1;
    qsizetype column = 1;

    bool operator==(const TextPlace &) const = default;
};
TextPlace placeIn(QByteArrayView text, qsizetype offset);

} // namespace dcs
