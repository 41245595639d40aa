// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/historyview.h"

#include "gui/historymodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gui {

namespace {

/// Cells of a row that starts a day stand below the band.
class BelowBand : public QStyledItemDelegate
{
public:
    explicit BelowBand(HistoryView &view)
        : QStyledItemDelegate(&view)
        , m_view(view)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem below(option);
        if (m_view.startsDay(index.row()))
            below.rect.setTop(below.rect.top() + m_view.bandHeight());
        QStyledItemDelegate::paint(painter, below, index);
    }
    // IDs begin alike.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == HistoryModel::IdentityColumn)
            option->textElideMode = Qt::ElideMiddle;
    }

private:
    HistoryView &m_view;
};

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new BelowBand(*this));
}

int HistoryView::bandHeight() const
{
    return fontMetrics().height() + 8;
}

bool HistoryView::startsDay(int row) const
{
    const auto *history = qobject_cast<const HistoryModel *>(model());
    return history && row < history->rowCount() && history->startsDay(row);
}

void HistoryView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (!qobject_cast<HistoryModel *>(model))
        return;
    connect(
        model, &QAbstractItemModel::modelReset, this, [this] { sizeRows(0, this->model()->rowCount() - 1); });
    connect(model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { sizeRows(first, last + 1); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int) { sizeRows(first, first); });
    connect(static_cast<HistoryModel *>(model), &HistoryModel::loaded, this, &HistoryView::followToEnd);
    sizeRows(0, model->rowCount() - 1);
}

// Up and down, not to the left and right as in a table of cells; and the end of the list is the oldest call,
// not the last one that happens to be read.
void HistoryView::keyPressEvent(QKeyEvent *event)
{
    stopGoing();
    auto *history = qobject_cast<HistoryModel *>(model());
    const bool isEnd = event->key() == Qt::Key_End;
    const bool isHome = event->key() == Qt::Key_Home;
    if (!history || history->rowCount() == 0 || (!isEnd && !isHome)
        || (event->modifiers() & Qt::ShiftModifier))
        return QTableView::keyPressEvent(event);
    m_toEnd = isEnd;
    if (isHome)
        setCurrentIndex(history->index(0, 0));
    else if (history->isComplete())
        followToEnd();
    else
        history->fetchToEnd();
}

void HistoryView::mousePressEvent(QMouseEvent *event)
{
    stopGoing();
    QTableView::mousePressEvent(event);
}

void HistoryView::wheelEvent(QWheelEvent *event)
{
    stopGoing();
    QTableView::wheelEvent(event);
}

void HistoryView::stopGoing()
{
    m_toEnd = false;
    if (auto *history = qobject_cast<HistoryModel *>(model()))
        history->stopFetching();
}

void HistoryView::followToEnd()
{
    const auto *history = static_cast<const HistoryModel *>(model());
    if (!m_toEnd || history->isFetchingToEnd() || history->rowCount() == 0)
        return;
    m_toEnd = false;
    setCurrentIndex(history->index(history->rowCount() - 1, 0));
    scrollToBottom();
}

void HistoryView::sizeRows(int first, int last)
{
    const int plain = verticalHeader()->defaultSectionSize();
    for (int row = first; row <= std::min(last, model()->rowCount() - 1); ++row) {
        const int height = startsDay(row) ? plain + bandHeight() : plain;
        if (rowHeight(row) != height)
            setRowHeight(row, height);
    }
}

void HistoryView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const auto *history = qobject_cast<const HistoryModel *>(model());
    if (!history || history->rowCount() == 0)
        return;
    QPainter painter(viewport());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const int lastVisible = rowAt(viewport()->height() - 1);
    const int last = lastVisible < 0 ? history->rowCount() - 1 : lastVisible;
    for (int row = std::max(0, rowAt(0)); row <= last; ++row) {
        if (!history->startsDay(row))
            continue;
        const QRect band(0, rowViewportPosition(row), viewport()->width(), bandHeight());
        painter.fillRect(band, palette().alternateBase());
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(band.adjusted(6, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft, history->dayText(row));
    }
}

} // namespace gui
