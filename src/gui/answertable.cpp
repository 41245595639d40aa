// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answertable.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/tablestyle.h"

#include <QHeaderView>
#include <QTableWidget>

namespace gui {

QTableWidget *makeAnswerTable(const QString &accessibleName, const QStringList &columns)
{
    auto *table = new QTableWidget;
    table->setAccessibleName(accessibleName);
    table->setColumnCount(int(columns.size()));
    table->setHorizontalHeaderLabels(columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->setShowGrid(false);
    table->setCornerButtonEnabled(false);
    setUpTable(*table);
    return table;
}

void fillAnswerTable(QTableWidget &table, const QList<QStringList> &rows)
{
    table.setRowCount(int(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            auto *item = new QTableWidgetItem(dcs::visible(rows[row][column]));
            item->setToolTip(plainToolTip(rows[row][column]));
            table.setItem(row, column, item);
        }
    }
    for (int column = 0; column + 1 < table.columnCount(); ++column) {
        const int most = table.fontMetrics().horizontalAdvance(u'0') * 50;
        table.resizeColumnToContents(column);
        table.setColumnWidth(column, std::min(table.columnWidth(column) + 12, most));
    }
}

} // namespace gui
