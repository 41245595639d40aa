// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/importcalls.h"

#include <QAbstractTableModel>
#include <QList>

namespace gui {

/// Calls that may come in or go out, each with a check box.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, MethodColumn, HostColumn, UrlColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setCalls(const QList<interop::ImportedCall> &calls); ///< all of them checked
    void checkAll(bool checked);
    QList<interop::ImportedCall> checked() const;
    QList<int> checkedRows() const;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_calls.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<interop::ImportedCall> m_calls;
    QList<bool> m_checked;
};

} // namespace gui
