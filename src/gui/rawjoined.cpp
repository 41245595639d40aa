// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawjoined.h"

#include <algorithm>

namespace gui {

void RawJoined::add(const QString &heading, std::unique_ptr<RawText> text)
{
    Section section;
    // The no-break spaces of a language would be shown as oddities of the bytes.
    section.heading = heading.simplified().toUtf8();
    section.row = m_rowCount;
    section.base = m_sections.empty() ? 0 : m_sections.back().base + m_sections.back().size;
    for (const RawPart &part : text->parts())
        section.size += part.bytes.size();
    m_rowCount += 1 + text->rowCount();
    section.text = std::move(text);
    m_sections.push_back(std::move(section));
}

std::unique_ptr<RawText> RawJoined::clone() const
{
    auto copy = std::make_unique<RawJoined>(*this);
    for (Section &section : copy->m_sections)
        section.text = section.text->clone();
    return copy;
}

qsizetype RawJoined::longestRow() const
{
    qsizetype longest = 0;
    for (const Section &section : m_sections)
        longest = std::max({longest, section.heading.size(), section.text->longestRow()});
    return longest;
}

qint64 RawJoined::lineCount() const
{
    qint64 most = 0;
    for (const Section &section : m_sections)
        most = std::max(most, section.text->lineCount());
    return most;
}

RawRow RawJoined::row(qsizetype row) const
{
    const auto behind = std::upper_bound(m_sections.begin(), m_sections.end(), row,
        [](qsizetype at, const Section &section) { return at < section.row; });
    if (row < 0 || row >= m_rowCount || behind == m_sections.begin())
        return {};
    const Section &section = *(behind - 1);
    if (row > section.row) {
        RawRow out = section.text->row(row - section.row - 1);
        for (RawPiece &piece : out.pieces) {
            if (piece.offset >= 0)
                piece.offset += section.base;
        }
        return out;
    }
    RawRow out;
    out.own = section.heading;
    out.pieces.append({out.own, -1, RawKind::Key});
    return out;
}

qsizetype RawJoined::rowAt(qsizetype offset) const
{
    const auto behind = std::upper_bound(m_sections.begin(), m_sections.end(), offset,
        [](qsizetype at, const Section &section) { return at < section.base; });
    if (behind == m_sections.begin())
        return 0;
    const Section &section = *(behind - 1);
    return section.row + 1 + section.text->rowAt(offset - section.base);
}

QList<RawPart> RawJoined::parts() const
{
    QList<RawPart> parts;
    for (const Section &section : m_sections) {
        for (RawPart part : section.text->parts()) {
            part.base += section.base;
            parts.append(part);
        }
    }
    return parts;
}

} // namespace gui
