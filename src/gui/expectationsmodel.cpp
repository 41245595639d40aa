// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/expectationsmodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"

namespace gui {

void ExpectationsModel::setLines(const QStringList &lines)
{
    if (lines == this->lines())
        return;
    QList<ExpectationRow> rows;
    for (const QString &line : lines)
        rows.append({line, {}, {}});
    showRows(rows);
}

QStringList ExpectationsModel::lines() const
{
    QStringList lines;
    for (const ExpectationRow &row : m_rows)
        lines.append(row.line);
    return lines;
}

void ExpectationsModel::setOutcomes(const QList<dcs::ExpectationOutcome> &outcomes)
{
    QList<ExpectationRow> rows = m_rows;
    for (ExpectationRow &row : rows) {
        row.held.reset();
        row.actual.clear();
        for (const dcs::ExpectationOutcome &outcome : outcomes) {
            if (outcome.expression == row.line) {
                row.held = outcome.held;
                row.actual = outcome.actual;
            }
        }
    }
    showRows(rows);
}

QString ExpectationsModel::result(const ExpectationRow &row) const
{
    if (const auto parsed = dcs::Expectation::parse(row.line); !parsed)
        return tr("cannot be read");
    if (!row.held)
        return tr("not tried yet");
    return *row.held ? tr("✓ held") : tr("✗ failed");
}

QVariant ExpectationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ExpectationRow &row = m_rows[index.row()];
    if (role == Qt::EditRole && index.column() == LineColumn)
        return row.line;
    if (role == Qt::ToolTipRole && index.column() != ActualColumn) {
        const auto parsed = dcs::Expectation::parse(row.line);
        return plainToolTip(parsed ? row.line : parsed.error().message + u'\n' + parsed.error().remedy);
    }
    if (role == Qt::ToolTipRole)
        return plainToolTip(row.actual);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case LineColumn:
        return dcs::visible(row.line);
    case ResultColumn:
        return result(row);
    default:
        return dcs::visible(row.actual);
    }
}

QVariant ExpectationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Expectation");
    case ResultColumn:
        return tr("Result");
    case ActualColumn:
        return tr("Found");
    default:
        return {};
    }
}

Qt::ItemFlags ExpectationsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == LineColumn ? flags | Qt::ItemIsEditable : flags;
}

bool ExpectationsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != LineColumn)
        return false;
    const QString line = value.toString().simplified();
    if (line == m_rows[index.row()].line)
        return false;
    QList<ExpectationRow> rows = m_rows;
    rows[index.row()] = {line, {}, {}};
    showRows(rows);
    Q_EMIT linesEdited(lines());
    return true;
}

int ExpectationsModel::add()
{
    QList<ExpectationRow> rows = m_rows;
    rows.append({QStringLiteral("status == 200"), {}, {}});
    showRows(rows);
    Q_EMIT linesEdited(lines());
    return int(m_rows.size()) - 1;
}

void ExpectationsModel::remove(int row)
{
    QList<ExpectationRow> rows = m_rows;
    rows.removeAt(row);
    showRows(rows);
    Q_EMIT linesEdited(lines());
}

} // namespace gui
