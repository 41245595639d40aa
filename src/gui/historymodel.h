// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"

#include <QAbstractTableModel>

namespace store {
class HistoryThread;
}

namespace gui {

/// The history, newest first, in pages that are fetched as the view comes near them; the database does the
/// searching.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        StatusColumn,
        AliasColumn,
        IdentityColumn,
        RegionColumn,
        DurationColumn,
        ColumnCount
    };

    explicit HistoryModel(store::HistoryThread &history, QObject *parent = nullptr);

    void setFilter(const store::HistoryFilter &filter);
    void refresh(); ///< what is new at the top, and what changed there
    const store::HistoryRow &row(int row) const { return m_rows[row]; }
    bool startsDay(int row) const;
    QString dayText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static QString statusText(const store::HistoryRow &row);

Q_SIGNALS:
    void failed(const dcs::Error &error);
    void loaded(); ///< a page has come, be it empty

private:
    QString text(const store::HistoryRow &row, int column) const;
    void showFirstPage(const QList<store::HistoryRow> &rows, bool afresh);

    store::HistoryThread &m_history;
    store::HistoryFilter m_filter;
    QList<store::HistoryRow> m_rows;
    bool m_hasMore = true;
    bool m_fetching = false;
    quint64 m_question = 0; ///< answers to older ones are dropped
};

} // namespace gui
