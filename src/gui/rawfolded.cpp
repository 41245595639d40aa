// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawfolded.h"

#include <algorithm>
#include <limits>

namespace gui {

using dcs::JsonValue;

namespace {

constexpr qsizetype stride = 256;

/// The next value in the order of the text.
JsonValue following(JsonValue value)
{
    if (value.size() > 0)
        return value.firstChild();
    while (value.exists() && !value.next().exists())
        value = value.parent();
    return value.next();
}

int depthOf(JsonValue value, int most)
{
    int depth = 0;
    while (depth < most && (value = value.parent()).exists())
        ++depth;
    return depth;
}

QByteArray noteOf(qint64 lines)
{
    return " … " + QByteArray::number(lines) + " … ";
}

} // namespace

bool RawFolds::reveal(const JsonValue &innermost, qsizetype offset)
{
    bool changed = false;
    int depth = depthOf(innermost, std::numeric_limits<int>::max());
    for (JsonValue value = innermost; value.exists(); value = value.parent(), --depth) {
        if (value.size() == 0 || value.begin() >= offset || !isFolded(value, depth))
            continue;
        if (!exceptions.remove(value.node()))
            exceptions.insert(value.node());
        changed = true;
    }
    return changed;
}

RawFolded::RawFolded(
    std::unique_ptr<RawText> lines, std::shared_ptr<const JsonRows> rows, const RawFolds &folds)
    : m_lines(std::move(lines))
    , m_rows(std::move(rows))
{
    if (m_lines->lineCount() >= 3)
        markValues();
    fold(folds);
}

void RawFolded::markValues()
{
    auto marks = std::make_shared<std::vector<quint32>>();
    qsizetype count = 0;
    for (JsonValue value = m_rows->document().root(); value.exists(); value = following(value)) {
        if (count++ % stride == 0)
            marks->push_back(value.node());
    }
    m_marks = std::move(marks);
}

std::unique_ptr<RawFolded> RawFolded::with(const RawFolds &folds) const
{
    auto copy = std::unique_ptr<RawFolded>(new RawFolded(*this));
    copy->fold(folds);
    return copy;
}

void RawFolded::fold(const RawFolds &folds)
{
    m_folds = folds;
    m_gaps.clear();
    m_hidden = 0;
    if (m_marks && !m_folds.isEmpty()) {
        addGaps();
        closeGaps();
    }
}

RawFolded::RawFolded(const RawFolded &other)
    : RawText(other)
    , m_lines(other.m_lines->clone())
    , m_rows(other.m_rows)
    , m_marks(other.m_marks)
    , m_folds(other.m_folds)
    , m_gaps(other.m_gaps)
    , m_hidden(other.m_hidden)
{
}

std::unique_ptr<RawText> RawFolded::clone() const
{
    return std::unique_ptr<RawText>(new RawFolded(*this));
}

// A few that were folded by hand are looked up; folding by depth looks at every value down to it.
void RawFolded::addGaps()
{
    const dcs::JsonDocument &document = m_rows->document();
    if (m_folds.foldDepth == RawFolds().foldDepth) {
        for (const quint32 node : m_folds.exceptions)
            addGap(document.value(node));
        return;
    }
    int depth = 0;
    for (JsonValue value = document.root(); value.exists();) {
        const bool folded = value.size() > 0 && m_folds.isFolded(value, depth);
        if (folded)
            addGap(value);
        if (!folded && value.size() > 0) {
            value = value.firstChild();
            ++depth;
            continue;
        }
        for (; value.exists() && !value.next().exists(); --depth)
            value = value.parent();
        value = value.next();
    }
}

void RawFolded::addGap(const JsonValue &value)
{
    if (value.size() == 0)
        return;
    qsizetype first = m_lines->rowAt(value.begin());
    const qint64 line = m_lines->row(first).line;
    qsizetype behind = m_lines->rowAt(value.end() - 1);
    while (behind > 0 && m_lines->row(behind).continues)
        --behind; // the line where it ends is shown from its beginning
    while (first < behind && m_lines->row(first).line == line)
        ++first;
    if (first < behind)
        m_gaps.push_back({first, behind, 0, m_lines->row(behind).line - line - 1});
}

void RawFolded::closeGaps()
{
    std::sort(m_gaps.begin(), m_gaps.end(), [](const Gap &a, const Gap &b) {
        return std::pair(a.first, -a.behind) < std::pair(b.first, -b.behind);
    });
    std::vector<Gap> outermost;
    for (Gap gap : m_gaps) {
        if (!outermost.empty() && gap.first < outermost.back().behind)
            continue;
        gap.before = m_hidden;
        m_hidden += gap.behind - gap.first;
        outermost.push_back(gap);
    }
    m_gaps = std::move(outermost);
}

qsizetype RawFolded::longestRow() const
{
    return m_lines->longestRow() + (m_gaps.empty() ? 0 : 30);
}

qsizetype RawFolded::wholeRow(qsizetype row) const
{
    const auto behind = std::upper_bound(
        m_gaps.begin(), m_gaps.end(), row, [](qsizetype at, const Gap &gap) { return at < gap.shownAt(); });
    if (behind == m_gaps.begin())
        return row;
    const Gap &gap = *(behind - 1);
    return row + gap.before + gap.behind - gap.first;
}

const RawFolded::Gap *RawFolded::gapBehind(qsizetype row) const
{
    const auto gap = std::lower_bound(
        m_gaps.begin(), m_gaps.end(), row + 1, [](const Gap &one, qsizetype at) { return one.first < at; });
    return gap != m_gaps.end() && gap->first == row + 1 ? &*gap : nullptr;
}

bool RawFolded::spansLines(const JsonValue &value) const
{
    return m_lines->row(m_lines->rowAt(value.end() - 1)).line
        > m_lines->row(m_lines->rowAt(value.begin())).line + 1;
}

JsonValue RawFolded::firstFrom(qsizetype offset) const
{
    const dcs::JsonDocument &document = m_rows->document();
    const auto behind = std::lower_bound(m_marks->begin(), m_marks->end(), offset,
        [&document](quint32 node, qsizetype at) { return document.value(node).begin() < at; });
    JsonValue value = document.value(behind == m_marks->begin() ? 0 : *(behind - 1));
    while (value.exists() && value.begin() < offset)
        value = following(value);
    return value;
}

// The first array or object that begins in the row and has lines between its first and its last one.
std::optional<RawFold> RawFolded::foldOf(const RawRow &row) const
{
    if (!m_marks || row.pieces.isEmpty())
        return {};
    const qsizetype begin = row.pieces.front().offset;
    const qsizetype end = begin + row.pieces.front().bytes.size();
    for (JsonValue value = firstFrom(begin); value.exists() && value.begin() < end;
         value = following(value)) {
        if (value.size() > 0 && value.end() > end && spansLines(value))
            return RawFold{value.node(), m_folds.isFolded(value, depthOf(value, m_folds.foldDepth))};
    }
    return {};
}

RawRow RawFolded::row(qsizetype row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const qsizetype whole = wholeRow(row);
    RawRow out = m_lines->row(whole);
    out.fold = foldOf(out);
    if (const Gap *gap = gapBehind(whole)) {
        out.own = noteOf(gap->lines);
        out.pieces.append({out.own, -1, RawKind::Note});
    }
    return out;
}

qsizetype RawFolded::rowAt(qsizetype offset) const
{
    const qsizetype whole = m_lines->rowAt(offset);
    const auto behind = std::upper_bound(
        m_gaps.begin(), m_gaps.end(), whole, [](qsizetype at, const Gap &gap) { return at < gap.first; });
    if (behind == m_gaps.begin())
        return whole;
    const Gap &gap = *(behind - 1);
    if (whole < gap.behind)
        return std::max<qsizetype>(0, gap.shownAt() - 1);
    return whole - gap.before - (gap.behind - gap.first);
}

// What is folded away is copied where the selection goes over it; our note is not the text's.
QByteArray RawFolded::bytes(RawPlace from, RawPlace to) const
{
    const auto whole = [this](RawPlace place) {
        const qsizetype row = wholeRow(place.row);
        return RawPlace{row, std::min(place.byte, m_lines->row(row).size())};
    };
    return m_lines->bytes(whole(from), whole(to));
}

} // namespace gui
