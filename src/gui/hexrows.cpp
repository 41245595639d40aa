// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/hexrows.h"

#include <algorithm>

namespace gui {

namespace {

// "00000010  7b 22 64 63 73 5f 72 65  67 69 6f 6e 22 3a 39 7d  |{"dcs_region":9}|"
constexpr qsizetype numbersAt = 10;
constexpr qsizetype textAt = numbersAt + 16 * 3 + 2;

} // namespace

qsizetype HexRows::longestRow() const
{
    return textAt + 18;
}

RawRow HexRows::row(qsizetype row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const qsizetype from = row * 16;
    const qsizetype count = std::min<qsizetype>(16, m_bytes.size() - from);
    RawRow out;
    out.own = QByteArray::number(from, 16).rightJustified(8, '0') + QByteArray(textAt - 8, ' ');
    for (qsizetype i = 0; i < count; ++i) {
        const char c = m_bytes[from + i];
        constexpr char digits[] = "0123456789abcdef";
        const qsizetype at = numbersAt + i * 3 + (i >= 8 ? 1 : 0);
        out.own[at] = digits[uchar(c) >> 4];
        out.own[at + 1] = digits[uchar(c) & 15];
    }
    out.own += '|';
    for (qsizetype i = 0; i < count; ++i) {
        const char c = m_bytes[from + i];
        out.own += c >= 0x20 && c < 0x7f ? c : '.';
    }
    out.own += '|';
    const QByteArrayView all(out.own);
    out.pieces.append({all.first(numbersAt), -1, RawKind::Mark});
    // Each number and each character stands for its byte: a match lights up on both sides.
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype at = numbersAt + i * 3 + (i >= 8 ? 1 : 0);
        for (const int digit : {0, 1})
            out.pieces.append({all.sliced(at + digit, 1), from + i, RawKind::Plain});
        const qsizetype next = i + 1 < count ? numbersAt + (i + 1) * 3 + (i >= 7 ? 1 : 0) : textAt + 1;
        out.pieces.append({all.sliced(at + 2, next - at - 2), -1, RawKind::Mark});
    }
    for (qsizetype i = 0; i < count; ++i)
        out.pieces.append({all.sliced(textAt + 1 + i, 1), from + i, RawKind::String});
    out.pieces.append({all.last(1), -1, RawKind::Mark});
    return out;
}

} // namespace gui
