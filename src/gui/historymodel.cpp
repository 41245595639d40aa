// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/historymodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "store/historythread.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace gui {

using namespace Qt::StringLiterals;
using store::HistoryRow;

namespace {

constexpr int firstPage = 200;
constexpr int largestPage = 2000; // while somebody scrolls
constexpr int pageToEnd = 20'000;
constexpr int refreshed = 2000; // rows at the top that follow what others do
constexpr int keptRows = 6000;

// A newer question on a channel interrupts the one that is being answered.
constexpr int listChannel = 1, refreshChannel = 2, rowChannel = 3;

} // namespace

HistoryModel::HistoryModel(store::HistoryThread &history, QObject *parent)
    : QAbstractTableModel(parent)
    , m_history(history)
{
}

void HistoryModel::setFilter(const store::HistoryFilter &filter)
{
    m_filter = filter;
    m_fetching = true;
    m_toEnd = false;
    m_pageSize = firstPage;
    const quint64 question = ++m_question;
    m_history.page(m_filter, std::nullopt, firstPage, listChannel, this,
        [this, question](const dcs::Result<QList<HistoryRow>> &rows) {
            if (question != m_question)
                return;
            m_fetching = false;
            if (rows)
                showFirstPage(*rows);
            else
                Q_EMIT failed(rows.error());
        });
}

void HistoryModel::showFirstPage(const QList<HistoryRow> &rows)
{
    beginResetModel();
    m_places.clear();
    for (const HistoryRow &row : rows)
        m_places.push_back(placeOf(row));
    m_rows.clear();
    remember(rows);
    m_hasMore = rows.size() == firstPage;
    endResetModel();
    Q_EMIT loaded();
}

void HistoryModel::refresh()
{
    if (m_fetching && m_places.empty())
        return; // what comes is fresh
    const int count = std::clamp(rowCount(), firstPage, refreshed);
    m_history.page(m_filter, std::nullopt, count, refreshChannel, this,
        [this, count, question = m_question](const dcs::Result<QList<HistoryRow>> &rows) {
            if (question != m_question)
                return;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            merge(*rows, rows->size() < count);
            Q_EMIT loaded();
        });
}

// Both lists go down by ID, so one walk finds what came and what went.
void HistoryModel::merge(const QList<HistoryRow> &rows, bool isAll)
{
    remember(rows);
    if (m_places.empty())
        m_hasMore = !isAll;
    const auto remove = [this](int from, int to) {
        beginRemoveRows({}, from, to - 1);
        m_places.erase(m_places.begin() + from, m_places.begin() + to);
        endRemoveRows();
    };
    int at = 0;
    for (qsizetype i = 0; i < rows.size();) {
        int gone = at;
        while (gone < rowCount() && id(gone) > rows[i].id)
            ++gone;
        if (gone > at)
            remove(at, gone);
        if (at < rowCount() && id(at) == rows[i].id) {
            ++at;
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < rows.size() && (at == rowCount() || rows[end].id > id(at)))
            ++end;
        beginInsertRows({}, at, at + int(end - i) - 1);
        std::vector<Place> places;
        for (; i < end; ++i)
            places.push_back(placeOf(rows[i]));
        m_places.insert(m_places.begin() + at, places.begin(), places.end());
        endInsertRows();
        at += int(places.size());
    }
    if (isAll && at < rowCount())
        remove(at, rowCount());
    if (isAll)
        m_hasMore = false;
    if (at > 0)
        Q_EMIT dataChanged(index(0, 0), index(at - 1, ColumnCount - 1));
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_fetching && !m_places.empty();
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    const int count = m_toEnd ? pageToEnd : m_pageSize;
    m_pageSize = std::min(m_pageSize * 2, largestPage);
    m_history.page(m_filter, m_places.back().id, count, listChannel, this,
        [this, count, question = m_question](const dcs::Result<QList<HistoryRow>> &rows) {
            if (question != m_question)
                return;
            if (rows)
                append(*rows);
            else
                Q_EMIT failed(rows.error());
            m_fetching = false; // only now: whoever hears of new rows may ask for more
            m_hasMore = rows && rows->size() == count;
            m_toEnd = m_toEnd && m_hasMore;
            Q_EMIT loaded();
            if (m_toEnd)
                fetchMore({});
        });
}

void HistoryModel::append(const QList<HistoryRow> &rows)
{
    if (rows.isEmpty())
        return;
    if (rows.size() <= largestPage)
        remember(rows);
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_places.reserve(m_places.size() + size_t(rows.size()));
    for (const HistoryRow &row : rows)
        m_places.push_back(placeOf(row));
    endInsertRows();
}

void HistoryModel::fetchToEnd()
{
    m_toEnd = m_hasMore;
    fetchMore({});
}

void HistoryModel::reread(const QList<store::ExchangeId> &ids)
{
    for (const store::ExchangeId one : ids) {
        m_rows.remove(one);
        if (const int row = find(one); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void HistoryModel::drop(const QList<store::ExchangeId> &ids)
{
    for (const store::ExchangeId one : ids) {
        const int row = find(one);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_places.erase(m_places.begin() + row);
        endRemoveRows();
    }
    Q_EMIT loaded();
}

int HistoryModel::find(store::ExchangeId wanted) const
{
    const auto at = std::lower_bound(m_places.begin(), m_places.end(), wanted,
        [](const Place &place, store::ExchangeId id) { return place.id > id; });
    return at != m_places.end() && at->id == wanted ? int(at - m_places.begin()) : -1;
}

HistoryModel::Place HistoryModel::placeOf(const HistoryRow &row)
{
    return {row.id, int(row.startedAt.toLocalTime().date().toJulianDay())};
}

// When there are many, only these and those near the view stay.
void HistoryModel::remember(const QList<HistoryRow> &rows)
{
    for (const HistoryRow &row : rows)
        m_rows.insert(row.id, row);
    if (m_rows.size() <= keptRows)
        return;
    QHash<store::ExchangeId, HistoryRow> kept;
    for (const HistoryRow &row : rows)
        kept.insert(row.id, row);
    for (int at = std::max(0, m_lookedAt - firstPage); at < std::min(rowCount(), m_lookedAt + firstPage);
         ++at) {
        if (const auto known = m_rows.constFind(id(at)); known != m_rows.constEnd())
            kept.insert(id(at), *known);
    }
    m_rows = std::move(kept);
}

const HistoryRow *HistoryModel::row(int row) const
{
    m_lookedAt = row;
    const auto found = m_rows.constFind(id(row));
    if (found != m_rows.constEnd())
        return found->id ? &*found : nullptr;
    if (std::exchange(m_wanted, row) < 0 && !m_reading)
        QMetaObject::invokeMethod(
            const_cast<HistoryModel *>(this), &HistoryModel::readWanted, Qt::QueuedConnection);
    return nullptr;
}

void HistoryModel::readWanted()
{
    const int wanted = std::exchange(m_wanted, -1);
    if (wanted < 0 || wanted >= rowCount() || m_rows.contains(id(wanted)))
        return;
    m_reading = true;
    const int first = std::max(0, wanted - firstPage / 2);
    const int last = std::min(rowCount(), first + firstPage) - 1;
    m_history.page(m_filter, id(first) + 1, last - first + 1, rowChannel, this,
        [this, newest = id(first), oldest = id(last)](const dcs::Result<QList<HistoryRow>> &rows) {
            m_reading = false;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            remember(*rows);
            const int from = find(newest);
            const int to = find(oldest);
            if (from < 0 || to < 0)
                return; // the list has changed; what is seen of it asks again
            for (int row = from; row <= to; ++row) {
                if (!m_rows.contains(id(row)))
                    m_rows.insert(id(row), {}); // somebody has deleted it
            }
            Q_EMIT dataChanged(index(from, 0), index(to, ColumnCount - 1));
            Q_EMIT loaded();
            readWanted(); // another one, asked for meanwhile
        });
}

bool HistoryModel::startsDay(int row) const
{
    return row == 0 || m_places[size_t(row)].day != m_places[size_t(row) - 1].day;
}

QString HistoryModel::dayText(int row) const
{
    const QDate day = QDate::fromJulianDay(m_places[size_t(row)].day);
    const QDate today = QDate::currentDate();
    if (day == today)
        return tr("Today");
    if (day == today.addDays(-1))
        return tr("Yesterday");
    return QLocale().toString(day, day.year() == today.year() ? u"ddd d MMMM"_s : u"ddd d MMMM yyyy"_s);
}

QString HistoryModel::statusText(const HistoryRow &row)
{
    switch (row.outcome) {
    case store::Outcome::InFlight:
        return tr("sending");
    case store::Outcome::Unknown:
        return tr("unknown");
    case store::Outcome::Failed:
        return row.failure;
    case store::Outcome::Done:
        break;
    }
    const QString status = QString::number(row.status);
    return row.errorCodes.isEmpty() ? status
                                    : u"%1 · %2"_s.arg(status, QString::number(row.errorCodes.first()));
}

QString HistoryModel::text(const HistoryRow &row, int column) const
{
    switch (column) {
    case TimeColumn:
        return (row.pinned ? u"★ "_s : QString()) + (row.note.isEmpty() ? QString() : u"✎ "_s)
            + row.startedAt.toLocalTime().toString(u"HH:mm"_s);
    case StatusColumn:
        return statusText(row);
    case AliasColumn:
        return row.alias;
    case IdentityColumn:
        // Most are of this kind, and the room is little.
        return row.firstIdentity.startsWith(u"uuid "_s) ? row.firstIdentity.sliced(5) : row.firstIdentity;
    case RegionColumn:
        return row.region ? QString::number(*row.region) : QString();
    default:
        return row.outcome == store::Outcome::Done || row.outcome == store::Outcome::Failed
            ? tr("%1 ms").arg(QLocale().toString(row.totalMs, 'f', row.totalMs < 10 ? 1 : 0))
            : QString();
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == DurationColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const HistoryRow *found = row(index.row());
    if (!found)
        return role != Qt::ToolTipRole && index.column() == TimeColumn ? QVariant(u"…"_s) : QVariant();
    const HistoryRow &row = *found;
    switch (role) {
    case Qt::DisplayRole:
        return dcs::visible(text(row, index.column()), 200);
    case Qt::AccessibleTextRole:
        return index.column() == TimeColumn ? dayText(index.row()) + u' ' + text(row, TimeColumn)
                                            : dcs::visible(text(row, index.column()), 200);
    case Qt::ToolTipRole:
        return plainToolTip(QLocale().toString(row.startedAt.toLocalTime(), QLocale::ShortFormat) + u'\n'
            + QString::fromLatin1(row.method) + u' ' + row.url
            + (row.firstIdentity.isEmpty() ? QString() : u'\n' + row.firstIdentity)
            + (row.note.isEmpty() ? QString() : u'\n' + row.note));
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static const char *const titles[] = {QT_TR_NOOP("Time"), QT_TR_NOOP("Status"), QT_TR_NOOP("Alias"),
        QT_TR_NOOP("User ID"), QT_TR_NOOP("Region"), QT_TR_NOOP("Took")};
    return tr(titles[section]);
}

} // namespace gui
