// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QTableWidget;

namespace gui {

/// A read-only table of plain text.
QTableWidget *makeAnswerTable(const QString &accessibleName, const QStringList &columns);
void fillAnswerTable(QTableWidget &table, const QList<QStringList> &rows);

} // namespace gui
