// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/finding.h"
#include "gui/rowsmodel.h"

namespace gui {

/// Findings on a call, in the order check() gives them.
class FindingsModel : public RowsModel<dcs::Finding>
{
    Q_OBJECT
public:
    enum Column { SeverityColumn, WhereColumn, MessageColumn, ColumnCount };

    using RowsModel::RowsModel;

    void setFindings(const QList<dcs::Finding> &findings) { showRows(findings); }

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace gui
