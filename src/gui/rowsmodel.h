// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>

namespace gui {

/// Wire key that F1 explains for a row.
inline constexpr int HelpKeyRole = Qt::UserRole + 100;

/// A table over a list of values. Showing another list touches only the rows that differ, so that selection,
/// current cell and an open editor survive the round trip through the document.
template <typename Row>
class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    const QList<Row> &rows() const { return m_rows; }

protected:
    void showRows(const QList<Row> &now)
    {
        const qsizetype most = std::min(m_rows.size(), now.size());
        qsizetype front = 0;
        while (front < most && m_rows[front] == now[front])
            ++front;
        qsizetype back = 0;
        while (back < most - front && m_rows[m_rows.size() - 1 - back] == now[now.size() - 1 - back])
            ++back;
        const qsizetype before = m_rows.size() - front - back;
        const qsizetype after = now.size() - front - back;
        const qsizetype both = std::min(before, after);
        for (qsizetype i = front; i < front + both; ++i)
            m_rows[i] = now[i];
        if (both > 0)
            Q_EMIT dataChanged(index(int(front), 0), index(int(front + both) - 1, columnCount() - 1));
        if (after > before) {
            beginInsertRows({}, int(front + both), int(front + after) - 1);
            for (qsizetype i = front + both; i < front + after; ++i)
                m_rows.insert(i, now[i]);
            endInsertRows();
        } else if (before > after) {
            beginRemoveRows({}, int(front + both), int(front + before) - 1);
            m_rows.remove(front + both, before - after);
            endRemoveRows();
        }
    }

    QList<Row> m_rows;
};

} // namespace gui
