// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawtext.h"

#include <algorithm>

namespace gui {

qsizetype RawRow::size() const
{
    qsizetype bytes = 0;
    for (const RawPiece &piece : pieces)
        bytes += piece.bytes.size();
    return bytes;
}

qsizetype RawRow::firstOffset() const
{
    const auto found
        = std::find_if(pieces.begin(), pieces.end(), [](const RawPiece &piece) { return piece.offset >= 0; });
    return found == pieces.end() ? -1 : found->offset;
}

QByteArray RawText::bytes(RawPlace from, RawPlace to) const
{
    QByteArray out;
    for (qsizetype n = from.row; n <= to.row && n < rowCount(); ++n) {
        const RawRow now = row(n);
        if (n > from.row && !now.continues)
            out += '\n';
        qsizetype at = 0;
        const qsizetype first = n == from.row ? from.byte : 0;
        const qsizetype last = n == to.row ? to.byte : now.size();
        for (const RawPiece &piece : now.pieces) {
            const qsizetype begin = std::clamp<qsizetype>(first - at, 0, piece.bytes.size());
            const qsizetype end = std::clamp<qsizetype>(last - at, 0, piece.bytes.size());
            if (end > begin && piece.kind == RawKind::Note)
                out += noted(now, piece);
            else if (end > begin)
                out += piece.bytes.sliced(begin, end - begin);
            at += piece.bytes.size();
        }
    }
    return out;
}

qsizetype rawBreak(QByteArrayView bytes, qsizetype begin, qsizetype most)
{
    if (bytes.size() - begin <= most)
        return bytes.size();
    qsizetype end = begin + most;
    for (int i = 0; i < 3 && end - 1 > begin && (bytes[end] & 0xc0) == 0x80; ++i)
        --end;
    qsizetype slash = end;
    while (slash > begin && bytes[slash - 1] == '\\')
        --slash;
    if ((end - slash) % 2 == 1 && end - 1 > begin)
        --end;
    return end;
}

} // namespace gui
