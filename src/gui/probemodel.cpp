// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/probemodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

bool isMeasured(const dcs::Exchange &exchange)
{
    return exchange.failure || exchange.status > 0;
}

QString milliseconds(double value)
{
    return ProbeModel::tr("%1 ms").arg(QLocale().toString(value, 'f', 1));
}

} // namespace

void ProbeModel::setRows(const QList<batch::RegionProbe::Row> &rows, const Marks &marks)
{
    const bool same = rows.size() == m_rows.size();
    if (!same)
        beginResetModel();
    m_rows = rows;
    m_marks = marks;
    if (!same)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QVariant ProbeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool number = index.column() >= ConnectColumn && index.column() <= TotalColumn;
    switch (role) {
    case Qt::DisplayRole:
        return dcs::visible(text(index.row(), index.column()));
    case Qt::ToolTipRole:
        return plainToolTip(text(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return number ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case ShareRole:
        return index.column() == RemarkColumn ? share(index.row()) : QVariant();
    default:
        return {};
    }
}

QString ProbeModel::text(int row, int column) const
{
    const dcs::Region &region = m_rows[row].region;
    const dcs::Exchange &exchange = m_rows[row].exchange;
    if (column == RegionColumn)
        return u"%1 · %2"_s.arg(region.name, QString::number(region.id));
    if (column == HostColumn)
        return QString::fromUtf8(region.host);
    if (column == RemarkColumn)
        return remark(row);
    if (!isMeasured(exchange) || exchange.failure)
        return u"–"_s;
    switch (column) {
    case ConnectColumn:
        return milliseconds(exchange.timings.connect);
    case TlsColumn:
        return milliseconds(exchange.timings.tls);
    case AnswerColumn:
        return milliseconds(exchange.timings.wait);
    default:
        return milliseconds(exchange.timings.total);
    }
}

QString ProbeModel::remark(int row) const
{
    const int id = m_rows[row].region.id;
    const dcs::Exchange &exchange = m_rows[row].exchange;
    QStringList remarks;
    if (m_marks.nearest == row)
        remarks.append(tr("nearest"));
    if (m_marks.home == id)
        remarks.append(tr("the user's home"));
    if (m_marks.current == id)
        remarks.append(tr("region of the call"));
    if (exchange.failure)
        remarks.append(exchange.failure->message);
    else if (!isMeasured(exchange))
        remarks.append(tr("measuring…"));
    return remarks.join(u", "_s);
}

QVariant ProbeModel::share(int row) const
{
    double longest = 0;
    for (const batch::RegionProbe::Row &one : m_rows) {
        if (!one.exchange.failure)
            longest = std::max(longest, one.exchange.timings.total);
    }
    const dcs::Exchange &exchange = m_rows[row].exchange;
    return longest > 0 && isMeasured(exchange) && !exchange.failure
        ? QVariant(exchange.timings.total / longest)
        : QVariant();
}

QVariant ProbeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{
        tr("Region"), tr("Host"), tr("Connect"), tr("TLS"), tr("Answer"), tr("Total"), tr("Remark")};
    return names.value(section);
}

// The bar is under the text, in a strip of its own height, so that both stay readable in every palette.
void ProbeBar::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(ShareRole);
    if (!share.isValid())
        return;
    const bool selected = option.state & QStyle::State_Selected;
    const int height = std::max(3, option.rect.height() / 6);
    const int width = std::max(1, int(option.rect.width() * share.toDouble()) - 6);
    painter->fillRect(QRect(option.rect.left() + 3, option.rect.bottom() - height, width, height),
        option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
}

} // namespace gui
