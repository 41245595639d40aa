// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawlines.h"

#include "dcs/jsonscan.h"

#include <algorithm>
#include <cstring>

namespace gui {

namespace {

constexpr qsizetype stride = 64;

// Whether the byte behind `bytes` is within a string, if its first one is or is not.
bool endsInString(QByteArrayView bytes, bool inString)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while ((at = dcs::jsonscan::findMark(at, end)) < end) {
        if (*at == '"') {
            inString = !inString;
            ++at;
        } else {
            at += inString ? 2 : 1;
        }
    }
    return inString;
}

} // namespace

RawLines::RawLines(QByteArray text, const Options &options)
    : m_text(std::move(text))
    , m_options(options)
{
    std::vector<Span> marks;
    Span now = first();
    for (;; now = after(now)) {
        if (m_rowCount++ % stride == 0)
            marks.push_back(now);
        m_longest = std::max(m_longest, now.end - now.begin);
        if (isLast(now))
            break;
    }
    m_lineCount = now.line;
    m_marks = std::make_shared<const std::vector<Span>>(std::move(marks));
}

RawLines::Span RawLines::measured(Span span) const
{
    const qsizetype left = m_text.size() - span.begin;
    const char *from = m_text.constData() + span.begin;
    // One byte more than fits, for the LF, and one for the CR before it.
    const void *feed
        = left > 0 ? std::memchr(from, '\n', size_t(std::min(left, m_options.rowBytes + 2))) : nullptr;
    if (feed) {
        span.next = static_cast<const char *>(feed) - m_text.constData() + 1;
        span.end = span.next - 1;
        if (span.end > span.begin && m_text[span.end - 1] == '\r')
            --span.end;
        if (span.end - span.begin <= m_options.rowBytes)
            return span;
    }
    span.end = span.next = rawBreak(m_text, span.begin, m_options.rowBytes);
    span.breaks = span.end < m_text.size();
    return span;
}

RawLines::Span RawLines::first() const
{
    Span span;
    span.line = 1;
    return measured(span);
}

RawLines::Span RawLines::after(const Span &span) const
{
    Span next;
    next.begin = span.next;
    next.continues = span.breaks;
    next.line = span.line + (span.breaks ? 0 : 1);
    if (span.breaks && m_options.kind == RawKind::Json)
        next.inString
            = endsInString(QByteArrayView(m_text).sliced(span.begin, span.end - span.begin), span.inString);
    return measured(next);
}

const RawLines::Span &RawLines::span(qsizetype row) const
{
    if (m_lastRow < 0 || row < m_lastRow || row - m_lastRow > stride) {
        m_lastRow = row / stride * stride;
        m_last = m_marks->at(size_t(row / stride));
    }
    for (; m_lastRow < row; ++m_lastRow)
        m_last = after(m_last);
    return m_last;
}

RawRow RawLines::row(qsizetype row) const
{
    if (row < 0 || row >= m_rowCount)
        return {};
    const Span &now = span(row);
    RawRow out;
    out.line = now.line;
    out.continues = now.continues;
    out.inString = now.inString;
    const QByteArrayView text(m_text);
    out.pieces.append({text.sliced(now.begin, now.end - now.begin), now.begin, m_options.kind});
    if (m_options.lineEnds && now.next > now.end)
        out.pieces.append({text.sliced(now.end, now.next - now.end), now.end, RawKind::Note});
    return out;
}

qsizetype RawLines::rowAt(qsizetype offset) const
{
    const auto behind = std::upper_bound(m_marks->begin(), m_marks->end(), offset,
        [](qsizetype at, const Span &mark) { return at < mark.begin; });
    qsizetype row = std::max<qsizetype>(0, behind - m_marks->begin() - 1) * stride;
    while (row + 1 < m_rowCount && span(row + 1).begin <= offset)
        ++row;
    return row;
}

QByteArray RawLines::bytes(RawPlace from, RawPlace to) const
{
    if (from.row >= m_rowCount || to < from)
        return {};
    const auto offset = [this](RawPlace place) {
        const Span &now = span(std::min(place.row, m_rowCount - 1));
        return std::min(now.begin + place.byte, m_options.lineEnds ? now.next : now.end);
    };
    const qsizetype begin = offset(from);
    return m_text.mid(begin, offset(to) - begin);
}

} // namespace gui
