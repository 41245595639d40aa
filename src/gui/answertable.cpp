// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answertable.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/tablestyle.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace gui {

AnswerTableModel::AnswerTableModel(QStringList columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

void AnswerTableModel::setRows(QList<QStringList> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void AnswerTableModel::setColumns(const QStringList &columns)
{
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

QVariant AnswerTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QStringList &row = m_rows[index.row()];
    if (index.column() >= row.size())
        return {};
    const QString &text = row[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return dcs::visible(text);
    case Qt::ToolTipRole:
        return plainToolTip(text);
    case Qt::UserRole:
        return text;
    default:
        return {};
    }
}

QVariant AnswerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool named = orientation == Qt::Horizontal && role == Qt::DisplayRole && section < m_columns.size();
    return named ? QVariant(m_columns[section]) : QVariant();
}

AnswerTable::AnswerTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new AnswerTableModel({}, this))
{
    setModel(m_model);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setUpTable(*this);
}

QSize AnswerTable::minimumSizeHint() const
{
    return {QTableView::minimumSizeHint().width(), verticalHeader()->defaultSectionSize() + 2 * frameWidth()};
}

void AnswerTable::setColumns(const QStringList &columns)
{
    m_model->setColumns(columns);
    fitColumns(); // an empty table shows its headers whole, too
}

void AnswerTable::setRows(const QList<QStringList> &rows)
{
    if (rows.size() < 1000 && rows == m_model->rows())
        return;
    m_model->setRows(rows);
    fitColumns();
}

// By the first rows: a million of them need not be measured.
void AnswerTable::fitColumns()
{
    constexpr qsizetype looked = 50;
    const QList<QStringList> &rows = m_model->rows();
    const int most = fontMetrics().horizontalAdvance(u'0') * 50;
    for (int column = 0; column + 1 < m_model->columnCount(); ++column) {
        int width = horizontalHeader()->sectionSizeHint(column);
        for (qsizetype row = 0; row < std::min(looked, rows.size()); ++row) {
            if (column < rows[row].size())
                width = std::max(
                    width, fontMetrics().horizontalAdvance(dcs::visible(rows[row][column], 100)) + 16);
        }
        setColumnWidth(column, std::min(width, most));
    }
}

QString AnswerTable::currentText() const
{
    return currentIndex().data(Qt::UserRole).toString();
}

void AnswerTable::copyCell()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentText());
}

void AnswerTable::copyRows()
{
    QModelIndexList selected = selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex &index : selected)
        lines.append(m_model->rows()[index.row()].join(u'\t'));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

// Only what a browser is for: a server must not name files or programs of this machine.
bool AnswerTable::canOpen() const
{
    if (!m_urlColumns.contains(currentIndex().column()))
        return false;
    const QUrl url(currentText(), QUrl::StrictMode);
    return url.isValid()
        && (url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https"));
}

void AnswerTable::openUrl()
{
    if (canOpen())
        QDesktopServices::openUrl(QUrl(currentText(), QUrl::StrictMode));
}

bool AnswerTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void AnswerTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (selectionModel()->selectedRows().size() > 1)
            copyRows();
        else
            copyCell();
        return;
    }
    QTableView::keyPressEvent(event);
}

void AnswerTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    QMenu menu(this);
    menu.addAction(tr("&Copy"), this, &AnswerTable::copyCell);
    menu.addAction(tr("Copy &rows"), this, &AnswerTable::copyRows);
    if (canOpen())
        menu.addAction(tr("&Open in the browser"), this, &AnswerTable::openUrl);
    menu.exec(event->globalPos());
}

} // namespace gui
