// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace store {
class HistoryThread;
}

namespace gui {

/// The history, newest first; the database does the searching. Calls are found page by page as the view comes
/// near the end, and of each only ID and day are kept: what a row shows is read when it is looked at, so that
/// a million rows need no more memory than a screenful.
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
    void reload() { setFilter(m_filter); }
    void refresh(); ///< what came, went and changed near the top; everything else stays where it is
    void reread(const QList<store::ExchangeId> &ids); ///< these have changed
    void drop(const QList<store::ExchangeId> &ids); ///< these are gone
    void fetchToEnd(); ///< all that there is, page after page; loaded() tells of each
    void stopFetching() { m_toEnd = false; }
    bool isFetchingToEnd() const { return m_toEnd; }
    bool isComplete() const { return !m_hasMore; }

    store::ExchangeId id(int row) const { return m_places[size_t(row)].id; }
    const store::HistoryRow *row(int row) const; ///< nullptr until it has been read, which is then asked for
    bool startsDay(int row) const;
    QString dayText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_places.size());
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
    struct Place {
        store::ExchangeId id;
        int day; ///< Julian, local
    };
    static Place placeOf(const store::HistoryRow &row);
    QString text(const store::HistoryRow &row, int column) const;
    void showFirstPage(const QList<store::HistoryRow> &rows);
    void merge(const QList<store::HistoryRow> &rows, bool isAll);
    void append(const QList<store::HistoryRow> &rows);
    void remember(const QList<store::HistoryRow> &rows);
    void readWanted();
    int find(store::ExchangeId id) const; ///< its row, or -1

    store::HistoryThread &m_history;
    store::HistoryFilter m_filter;
    std::vector<Place> m_places;
    QHash<store::ExchangeId, store::HistoryRow> m_rows; ///< those near what is looked at; ID 0: gone
    mutable int m_wanted = -1; ///< row that was asked for and is not there
    mutable int m_lookedAt = 0;
    bool m_hasMore = true;
    bool m_fetching = false;
    bool m_reading = false; ///< rows that were asked for are on their way
    bool m_toEnd = false;
    int m_pageSize = 0; ///< of the next page: it grows with the list
    quint64 m_question = 0; ///< number of the filter: answers to older ones are dropped
};

} // namespace gui
