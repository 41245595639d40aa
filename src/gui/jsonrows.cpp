// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/jsonrows.h"

#include "dcs/jsonscan.h"

#include <algorithm>

namespace gui {

using dcs::JsonValue;

namespace {

constexpr qsizetype stride = 64;

// Every child takes two words at least: a small subtree cannot hold a container that is worth marking.
bool mayHoldLongContainer(const JsonValue &value, const JsonValue &next)
{
    return value.size() > 0 && (!next.exists() || next.node() - value.node() > 2 * stride);
}

} // namespace

JsonRows::JsonRows(std::shared_ptr<const dcs::JsonDocument> document)
    : m_document(std::move(document))
{
    std::vector<JsonValue> open;
    if (m_document->root().isContainer())
        open.push_back(m_document->root());
    while (!open.empty()) {
        const JsonValue parent = open.back();
        open.pop_back();
        Marks marks;
        qsizetype row = 0;
        JsonValue next;
        for (JsonValue child = parent.firstChild(); child.exists(); child = next, ++row) {
            next = child.next();
            if (row % stride == 0)
                marks.push_back(child.node());
            if (mayHoldLongContainer(child, next))
                open.push_back(child);
        }
        if (row > stride)
            m_marks.insert(parent.node(), std::move(marks));
    }
}

JsonValue JsonRows::child(const JsonValue &parent, qsizetype row) const
{
    if (row < 0 || row >= parent.size())
        return {};
    const auto marks = m_marks.constFind(parent.node());
    if (marks == m_marks.cend())
        return parent.at(row);
    JsonValue child = m_document->value(marks->at(size_t(row / stride)));
    for (qsizetype left = row % stride; left > 0; --left)
        child = child.next();
    return child;
}

qsizetype JsonRows::rowOf(const JsonValue &value) const
{
    const JsonValue parent = value.parent();
    const auto marks = parent.exists() ? m_marks.constFind(parent.node()) : m_marks.cend();
    if (marks == m_marks.cend())
        return value.index();
    const auto mark = std::upper_bound(marks->begin(), marks->end(), value.node()) - 1;
    qsizetype row = (mark - marks->begin()) * stride;
    for (JsonValue child = m_document->value(*mark); child.node() != value.node(); child = child.next())
        ++row;
    return row;
}

qsizetype JsonRows::endOf(const JsonValue &value) const
{
    const JsonValue parent = value.parent();
    if (value.isContainer() || !parent.exists() || m_document->fatalProblem())
        return value.end();
    const char *text = m_document->text().constData();
    const JsonValue next = value.next();
    const char *at = text + parent.end() - 1; // at the bracket
    if (next.exists()) {
        const QByteArrayView key = next.rawKey();
        at = key.isEmpty() ? text + next.begin() : key.data();
        while (at[-1] != ',')
            --at;
        --at; // at the comma
    }
    while (dcs::jsonscan::isSpace(at[-1]))
        --at;
    return at - text;
}

bool JsonRows::covers(const JsonValue &value, qsizetype offset) const
{
    if (offset >= value.begin())
        return offset < endOf(value);
    const QByteArrayView key = value.rawKey();
    return !key.isEmpty() && offset >= key.data() - m_document->text().constData();
}

JsonValue JsonRows::childAround(const JsonValue &parent, qsizetype offset) const
{
    JsonValue child = parent.firstChild();
    if (const auto marks = m_marks.constFind(parent.node()); marks != m_marks.cend()) {
        const auto behind = std::upper_bound(marks->begin(), marks->end(), offset,
            [this](qsizetype at, quint32 node) { return at < m_document->value(node).begin(); });
        if (behind != marks->begin())
            child = m_document->value(*(behind - 1));
    }
    for (JsonValue next = child.next(); next.exists() && next.begin() <= offset; next = child.next())
        child = next;
    if (covers(child, offset))
        return child;
    const JsonValue next = child.next(); // between two values: the next one's key?
    return next.exists() && covers(next, offset) ? next : JsonValue();
}

JsonValue JsonRows::valueAt(qsizetype offset) const
{
    JsonValue value = m_document->root();
    while (value.size() > 0) {
        const JsonValue child = childAround(value, offset);
        if (!child.exists())
            return value;
        value = child;
        if (offset < child.begin())
            return value;
    }
    return value;
}

} // namespace gui
