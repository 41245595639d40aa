// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/historymodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "store/historythread.h"

#include <QLocale>

namespace gui {

using namespace Qt::StringLiterals;
using store::HistoryRow;

namespace {

constexpr int pageSize = 200;
constexpr int listChannel = 1; // a newer question interrupts the one that is being answered

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
    const quint64 question = ++m_question;
    m_history.page(m_filter, std::nullopt, pageSize, listChannel, this,
        [this, question](const dcs::Result<QList<HistoryRow>> &rows) {
            if (question != m_question)
                return;
            m_fetching = false;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            showFirstPage(*rows, true);
        });
}

void HistoryModel::refresh()
{
    if (m_rows.isEmpty())
        return setFilter(m_filter);
    const quint64 question = ++m_question;
    m_fetching = false;
    m_history.page(m_filter, std::nullopt, pageSize, listChannel, this,
        [this, question](const dcs::Result<QList<HistoryRow>> &rows) {
            if (question != m_question)
                return;
            if (rows)
                showFirstPage(*rows, false);
            else
                Q_EMIT failed(rows.error());
        });
}

void HistoryModel::showFirstPage(const QList<HistoryRow> &rows, bool afresh)
{
    // New calls stand in front of those that are shown; rows that went in the middle need a new start.
    qsizetype added = 0;
    while (!afresh && added < rows.size() && !m_rows.isEmpty() && rows[added].id > m_rows.first().id)
        ++added;
    const qsizetype same = std::min(rows.size() - added, m_rows.size());
    bool extends = !afresh && added + same == rows.size();
    for (qsizetype i = 0; extends && i < same; ++i)
        extends = rows[added + i].id == m_rows[i].id;
    if (extends && rows.size() < pageSize && rows.size() - added < m_rows.size())
        extends = false;
    if (!extends) {
        beginResetModel();
        m_rows = rows;
        m_hasMore = rows.size() == pageSize;
        endResetModel();
    } else {
        if (added > 0) {
            beginInsertRows({}, 0, int(added) - 1);
            m_rows = rows.first(added) + m_rows;
            endInsertRows();
        }
        for (qsizetype i = 0; i < same; ++i)
            m_rows[added + i] = rows[added + i];
        if (same > 0)
            Q_EMIT dataChanged(index(int(added), 0), index(int(added + same) - 1, ColumnCount - 1));
    }
    Q_EMIT loaded();
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_fetching && !m_rows.isEmpty();
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    const quint64 question = ++m_question;
    m_history.page(m_filter, m_rows.last().id, pageSize, listChannel, this,
        [this, question](const dcs::Result<QList<HistoryRow>> &rows) {
            if (question != m_question)
                return;
            m_fetching = false;
            if (!rows) {
                m_hasMore = false;
                Q_EMIT failed(rows.error());
                return;
            }
            m_hasMore = rows->size() == pageSize;
            if (rows->isEmpty())
                return;
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows->size()) - 1);
            m_rows += *rows;
            endInsertRows();
            Q_EMIT loaded();
        });
}

bool HistoryModel::startsDay(int row) const
{
    return row == 0
        || m_rows[row].startedAt.toLocalTime().date() != m_rows[row - 1].startedAt.toLocalTime().date();
}

QString HistoryModel::dayText(int row) const
{
    const QDate day = m_rows[row].startedAt.toLocalTime().date();
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
        return (row.pinned ? u"★ "_s : QString()) + row.startedAt.toLocalTime().toString(u"HH:mm"_s);
    case StatusColumn:
        return statusText(row);
    case AliasColumn:
        return row.alias;
    case IdentityColumn:
        return row.firstIdentity;
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
    const HistoryRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return dcs::visible(text(row, index.column()), 200);
    case Qt::AccessibleTextRole:
        return index.column() == TimeColumn ? dayText(index.row()) + u' ' + text(row, TimeColumn)
                                            : dcs::visible(text(row, index.column()), 200);
    case Qt::ToolTipRole:
        return plainToolTip(QLocale().toString(row.startedAt.toLocalTime(), QLocale::ShortFormat) + u'\n'
            + QString::fromLatin1(row.method) + u' ' + row.url
            + (row.note.isEmpty() ? QString() : u'\n' + row.note));
    case Qt::TextAlignmentRole:
        return index.column() == DurationColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
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
