// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawpretty.h"

#include <algorithm>

namespace gui {

using dcs::JsonValue;

namespace {

constexpr qsizetype stride = 64;
constexpr int indentStep = 2;
constexpr qsizetype longValue = 1 << 16;
constexpr qsizetype mostIndent = 200; // deeper levels stand below one another

// At least half of a row is for what it shows.
QByteArrayView indentOf(int depth, qsizetype rowBytes)
{
    static const QByteArray blanks(mostIndent, ' ');
    return QByteArrayView(blanks).first(
        std::min({qsizetype(depth) * indentStep, mostIndent, rowBytes / 2 / indentStep * indentStep}));
}

RawKind kindOf(const JsonValue &value)
{
    switch (value.kind()) {
    case JsonValue::Kind::String:
        return RawKind::String;
    case JsonValue::Kind::Number:
        return RawKind::Number;
    case JsonValue::Kind::Array:
    case JsonValue::Kind::Object:
        return RawKind::Mark;
    default:
        return RawKind::Literal;
    }
}

QByteArrayView closing(const JsonValue &value)
{
    return value.kind() == JsonValue::Kind::Object ? "}" : "]";
}

QByteArray foldText(const JsonValue &value)
{
    return " … " + QByteArray::number(value.size()) + ' ';
}

} // namespace

RawPretty::RawPretty(std::shared_ptr<const dcs::JsonDocument> document, const Options &options)
    : m_document(std::move(document))
    , m_options(options)
    , m_ends(std::make_shared<QHash<quint32, qsizetype>>())
{
    keepEnd(m_document->root());
    countRows();
}

qsizetype RawPretty::endOf(const JsonValue &value) const
{
    if (value.isContainer())
        return value.end();
    const auto known = m_ends->constFind(value.node());
    return known == m_ends->cend() ? value.end() : *known;
}

void RawPretty::keepEnd(const JsonValue &value)
{
    if (value.isContainer())
        return;
    if (const qsizetype end = value.end(); end - value.begin() > longValue)
        m_ends->insert(value.node(), end);
}

// Most lines are known to be one row by what lies between their neighbours, without looking for the end of
// each string.
void RawPretty::countRows()
{
    auto marks = std::make_shared<std::vector<Place>>();
    qsizetype offsetBefore = 0;
    Place now = first();
    while (now.where != Where::End) {
        if (m_rowCount++ % stride == 0)
            marks->push_back(now);
        m_lineCount = now.line;
        const Place next = nextLine(now);
        const qsizetype bound = mostIndent + 8 + offsetOf(next) - offsetBefore;
        if (bound > longValue && now.where == Where::Open && now.from == 0)
            keepEnd(now.value);
        if (bound > std::min(m_longest, m_options.rowBytes) || now.from > 0) {
            const qsizetype size = lineSize(now);
            m_longest = std::max(m_longest, std::min(size - now.from, m_options.rowBytes));
            if (size > m_options.rowBytes) {
                step(now);
                continue;
            }
        }
        offsetBefore = offsetOf(now);
        now = next;
    }
    m_marks = std::move(marks);
}

QByteArrayView RawPretty::before() const
{
    return QByteArrayView(m_document->text()).first(m_document->root().begin()).trimmed();
}

QByteArrayView RawPretty::behind() const
{
    return QByteArrayView(m_document->text()).sliced(endOf(m_document->root())).trimmed();
}

RawPretty::Place RawPretty::first() const
{
    Place place;
    place.value = m_document->root();
    place.where = before().isEmpty() ? Where::Open : Where::Before;
    return place;
}

RawPretty::Place RawPretty::nextLine(const Place &place) const
{
    Place next = place;
    ++next.line;
    next.from = 0;
    if (place.where == Where::Before) {
        next.where = Where::Open;
        return next;
    }
    if (place.where == Where::Behind) {
        next.where = Where::End;
        return next;
    }
    if (place.where == Where::Open && place.value.size() > 0
        && !m_options.isFolded(place.value, place.depth)) {
        next.value = place.value.firstChild();
        ++next.depth;
        return next;
    }
    next.value = place.value.next();
    next.where = Where::Open;
    if (!next.value.exists()) {
        next.value = place.value.parent();
        --next.depth;
        next.where = Where::Close;
    }
    if (!next.value.exists()) {
        next.value = m_document->root();
        next.depth = 0;
        next.where = behind().isEmpty() ? Where::End : Where::Behind;
    }
    return next;
}

void RawPretty::step(Place &place) const
{
    if (lineSize(place) > m_options.rowBytes) {
        const Line &line = lineOf(place);
        const qsizetype end = rowEnd(line, place.from);
        if (end < line.size) {
            place.from = end;
            return;
        }
    }
    place = nextLine(place);
}

qsizetype RawPretty::offsetOf(const Place &place) const
{
    switch (place.where) {
    case Where::Before:
        return 0;
    case Where::Open:
        return place.value.begin();
    case Where::Close:
        return place.value.end() - 1;
    case Where::Behind:
        return endOf(place.value);
    case Where::End:
        break;
    }
    return m_document->text().size();
}

qsizetype RawPretty::lineSize(const Place &place) const
{
    if (place.where == Where::Before)
        return before().size();
    if (place.where == Where::Behind)
        return behind().size();
    const JsonValue &value = place.value;
    if (m_linePlace && m_linePlace->where == place.where && m_linePlace->value == value)
        return m_line.size;
    qsizetype size = indentOf(place.depth, m_options.rowBytes).size() + (value.next().exists() ? 1 : 0);
    if (place.where == Where::Close)
        return size + 1;
    if (const QByteArrayView key = value.rawKey(); !key.isEmpty())
        size += key.size() + 2;
    if (!value.isContainer())
        return size + endOf(value) - value.begin();
    if (value.size() == 0)
        return size + 2;
    return m_options.isFolded(value, place.depth) ? size + 2 + foldText(value).size()
                                                  : size - (value.next().exists() ? 1 : 0) + 1;
}

void RawPretty::addOwn(Line &line, QByteArrayView bytes, RawKind kind, qsizetype offset)
{
    line.pieces.append({bytes, offset, kind});
    line.size += bytes.size();
}

void RawPretty::addText(Line &line, qsizetype begin, qsizetype end, RawKind kind) const
{
    line.pieces.append({QByteArrayView(m_document->text()).sliced(begin, end - begin), begin, kind});
    line.size += end - begin;
}

void RawPretty::addOpen(Line &line, const Place &place) const
{
    const JsonValue &value = place.value;
    if (const QByteArrayView key = value.rawKey(); !key.isEmpty()) {
        const qsizetype offset = key.data() - m_document->text().constData();
        addText(line, offset, offset + key.size(), RawKind::Key);
        addOwn(line, ": ", RawKind::Mark);
    }
    if (!value.isContainer()) {
        addText(line, value.begin(), endOf(value), kindOf(value));
        return;
    }
    addText(line, value.begin(), value.begin() + 1, RawKind::Mark);
    if (value.size() == 0) {
        addOwn(line, closing(value), RawKind::Mark, value.end() - 1);
        return;
    }
    const bool folded = m_options.isFolded(value, place.depth);
    line.fold = RawFold{value.node(), folded};
    if (folded) {
        line.own = foldText(value);
        addOwn(line, line.own, RawKind::Note, value.begin() + 1);
        addOwn(line, closing(value), RawKind::Mark, value.end() - 1);
    }
}

RawPretty::Line RawPretty::makeLine(const Place &place) const
{
    Line line;
    const qsizetype size = m_document->text().size();
    const char *text = m_document->text().constData();
    if (place.where == Where::Before || place.where == Where::Behind) {
        const QByteArrayView bytes = place.where == Where::Before ? before() : behind();
        const qsizetype begin = std::min<qsizetype>(bytes.data() - text, size);
        addText(line, begin, begin + bytes.size(), RawKind::Plain);
        return line;
    }
    if (place.depth > 0)
        addOwn(line, indentOf(place.depth, m_options.rowBytes), RawKind::Mark);
    const bool opens = place.where == Where::Open;
    if (opens)
        addOpen(line, place);
    else
        addOwn(line, closing(place.value), RawKind::Mark, place.value.end() - 1);
    const bool complete = !opens || !line.fold || line.fold->folded;
    if (complete && place.value.next().exists())
        addOwn(line, ",", RawKind::Mark);
    return line;
}

const RawPretty::Line &RawPretty::lineOf(const Place &place) const
{
    if (!m_linePlace || m_linePlace->where != place.where || !(m_linePlace->value == place.value)) {
        m_line = makeLine(place);
        m_linePlace = place;
    }
    return m_line;
}

qsizetype RawPretty::rowEnd(const Line &line, qsizetype from) const
{
    const qsizetype wanted = from + m_options.rowBytes;
    if (wanted >= line.size)
        return line.size;
    qsizetype at = 0;
    for (const RawPiece &piece : line.pieces) {
        const qsizetype end = at + piece.bytes.size();
        if (wanted < end) {
            const qsizetype begin = std::max<qsizetype>(from - at, 0);
            return std::max(from + 1, at + rawBreak(piece.bytes, begin, wanted - at - begin));
        }
        at = end;
    }
    return line.size;
}

const RawPretty::Place &RawPretty::placeOf(qsizetype row) const
{
    if (m_lastRow < 0 || row < m_lastRow || row - m_lastRow > stride) {
        m_lastRow = row / stride * stride;
        m_lastPlace = m_marks->at(size_t(row / stride));
    }
    for (; m_lastRow < row; ++m_lastRow)
        step(m_lastPlace);
    return m_lastPlace;
}

RawRow RawPretty::row(qsizetype row) const
{
    if (row < 0 || row >= m_rowCount)
        return {};
    const Place &place = placeOf(row);
    const Line &line = lineOf(place);
    const qsizetype end = rowEnd(line, place.from);
    RawRow out;
    out.own = line.own;
    out.line = place.line;
    out.continues = place.from > 0;
    if (!out.continues)
        out.fold = line.fold;
    qsizetype at = 0;
    for (const RawPiece &piece : line.pieces) {
        const qsizetype first = std::max<qsizetype>(place.from - at, 0);
        const qsizetype last = std::min(end - at, piece.bytes.size());
        if (last > first)
            out.pieces.append({piece.bytes.sliced(first, last - first),
                piece.offset < 0 ? -1 : piece.offset + first, piece.kind});
        at += piece.bytes.size();
    }
    return out;
}

qsizetype RawPretty::rowAt(qsizetype offset) const
{
    const auto behindMark
        = std::upper_bound(m_marks->begin(), m_marks->end(), offset, [this](qsizetype at, const Place &mark) {
              const qsizetype key = mark.value.rawKey().size() + 8;
              return at < offsetOf(mark) - (mark.where == Where::Open ? key : 0) + mark.from;
          });
    qsizetype row = std::max<qsizetype>(0, behindMark - m_marks->begin() - 1) * stride;
    for (qsizetype next = row + 1; next < m_rowCount; ++next) {
        const qsizetype begin = this->row(next).firstOffset();
        if (begin > offset)
            break;
        if (begin >= 0)
            row = next;
    }
    return row;
}

QByteArray RawPretty::noted(const RawRow &row, const RawPiece &piece) const
{
    if (!row.fold)
        return piece.bytes.toByteArray();
    const QByteArrayView whole = m_document->value(row.fold->node).raw();
    return whole.sliced(1, whole.size() - 2).toByteArray();
}

} // namespace gui
