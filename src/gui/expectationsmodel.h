// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/expectation.h"
#include "gui/rowsmodel.h"

#include <optional>

namespace gui {

struct ExpectationRow {
    QString line;
    std::optional<bool> held; ///< of the latest answer
    QString actual;

    bool operator==(const ExpectationRow &) const = default;
};

/// Expectation lines with what the latest answer made of them.
class ExpectationsModel : public RowsModel<ExpectationRow>
{
    Q_OBJECT
public:
    enum Column { LineColumn, ResultColumn, ActualColumn, ColumnCount };

    using RowsModel::RowsModel;

    void setLines(const QStringList &lines);
    QStringList lines() const;
    void setOutcomes(const QList<dcs::ExpectationOutcome> &outcomes);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    int add(); ///< its row
    void remove(int row);

Q_SIGNALS:
    void linesEdited(const QStringList &lines);

private:
    QString result(const ExpectationRow &row) const;
};

} // namespace gui
