// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answertablefinder.h"

#include "gui/answertable.h"

#include <QRegularExpression>

namespace gui {

AnswerTableFinder::AnswerTableFinder(QList<AnswerTable *> tables, QObject *parent)
    : QObject(parent)
    , m_tables(std::move(tables))
{
}

AnswerTableFinder::Hits AnswerTableFinder::search(
    const QList<QList<QStringList>> &tables, const RawPattern &pattern)
{
    Hits found;
    const RawFinder finder(pattern);
    found.problem = finder.problem();
    if (!found.problem.isEmpty())
        return found;
    const QRegularExpression regex = finder.regularExpression();
    for (int table = 0; table < tables.size(); ++table) {
        for (int row = 0; row < tables[table].size(); ++row) {
            for (int column = 0; column < tables[table][row].size(); ++column) {
                const QRegularExpressionMatch match = regex.match(tables[table][row][column]);
                if (match.hasMatch() && match.capturedLength() > 0)
                    found.hits.append({table, row, column});
            }
        }
    }
    return found;
}

void AnswerTableFinder::find(const RawPattern &pattern)
{
    m_hits = {};
    m_current = -1;
    m_running = !pattern.isEmpty();
    m_latest.drop();
    if (m_running) {
        QList<QList<QStringList>> rows;
        for (const AnswerTable *table : m_tables)
            rows.append(table->rows());
        m_latest.run([rows, pattern] { return search(rows, pattern); },
            [this](const Hits &hits) {
                m_running = false;
                m_hits = hits;
                if (!m_hits.hits.isEmpty())
                    go(0);
                Q_EMIT foundChanged();
            });
    }
    Q_EMIT foundChanged();
}

void AnswerTableFinder::go(qsizetype hit)
{
    m_current = hit;
    const Hit &place = m_hits.hits[hit];
    AnswerTable *table = m_tables[place.table];
    Q_EMIT shown(table);
    const QModelIndex index = table->model()->index(place.row, place.column);
    table->setCurrentIndex(index);
    table->scrollTo(index);
}

void AnswerTableFinder::findNext(bool backward)
{
    const qsizetype count = m_hits.hits.size();
    if (count == 0)
        return;
    go((m_current + (backward ? count - 1 : 1)) % count);
    Q_EMIT foundChanged();
}

AnswerFound AnswerTableFinder::found() const
{
    return {m_hits.hits.size(), m_current + 1, m_running, m_hits.problem};
}

} // namespace gui
