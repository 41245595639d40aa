// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/jsonfilter.h"

#include "dcs/jsonpath.h"
#include "gui/rawfinder.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using dcs::JsonValue;

namespace {

// A server may write a slash, a quote or a letter beyond ASCII as an escape.
QString escaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'/' || c == u'"' || c == u'\\')
            out += u'\\' + QString(c);
        else if (c.unicode() >= 0x80)
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

qsizetype keyBegin(const JsonRows &rows, const JsonValue &value)
{
    const QByteArrayView key = value.rawKey();
    return key.isEmpty() ? value.begin() : key.data() - rows.document().text().constData();
}

/// Values with matches in their key or, if they are no containers, in their text; each once.
void collect(
    JsonFilter &filter, const JsonRows &rows, const QString &text, const JsonFilter::Stopped &stopped)
{
    RawFinder finder(RawPattern{text, false, false});
    quint32 last = ~0U;
    qsizetype lastEnd = 0;
    finder.find(
        rows.document().text(),
        [&](const RawMatch &match) {
            if (match.begin < lastEnd) // a second one within the same value
                return true;
            const JsonValue value = rows.valueAt(match.begin);
            const bool inKey = match.begin < value.begin() && match.begin >= keyBegin(rows, value);
            if ((value.isContainer() && !inKey) || match.begin >= rows.endOf(value) || value.node() == last)
                return true;
            last = value.node();
            lastEnd = value.isContainer() ? value.begin() : rows.endOf(value);
            ++filter.count;
            if (filter.found.size() < JsonFilter::mostFound)
                filter.found.push_back(value.node());
            return (filter.count & 0xff) != 0 || !stopped || !stopped();
        },
        stopped);
}

void addAncestors(JsonFilter &filter, const JsonRows &rows)
{
    QSet<quint32> shown;
    for (const quint32 node : filter.found) {
        for (JsonValue value = rows.document().value(node); value.exists(); value = value.parent()) {
            if (shown.contains(value.node()))
                break;
            shown.insert(value.node());
            if (value.parent().exists())
                filter.children[value.parent().node()].push_back(value.node());
        }
    }
    for (std::vector<quint32> &nodes : filter.children)
        std::sort(nodes.begin(), nodes.end());
}

} // namespace

std::shared_ptr<const JsonFilter> JsonFilter::of(
    const JsonRows &rows, const QString &text, const Stopped &stopped)
{
    auto filter = std::make_shared<JsonFilter>();
    if (text.startsWith(u'$')) {
        const dcs::JsonPath path = dcs::JsonPath::parse(text);
        const JsonValue value = path.problem() ? JsonValue() : path.find(rows.document().root());
        if (path.problem())
            filter->problem = QCoreApplication::translate("gui::JsonFilter", "Character %1: %2.")
                                  .arg(QString::number(path.problem()->offset + 1), path.problem()->message);
        if (value.exists()) {
            filter->found.push_back(value.node());
            filter->count = 1;
        }
    } else {
        collect(*filter, rows, text, stopped);
        if (const QString other = escaped(text); other != text) {
            collect(*filter, rows, other, stopped);
            std::sort(filter->found.begin(), filter->found.end());
            filter->found.erase(std::unique(filter->found.begin(), filter->found.end()), filter->found.end());
        }
    }
    addAncestors(*filter, rows);
    return filter;
}

} // namespace gui
