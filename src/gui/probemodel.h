// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/regionprobe.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include <optional>

namespace gui {

/// Share of the slowest region's time, 0 to 1, for the bar; invalid where there is none.
inline constexpr int ShareRole = Qt::UserRole + 1;

/// What was measured so far: times in milliseconds, and what is remarkable in words.
class ProbeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        RegionColumn,
        HostColumn,
        ConnectColumn,
        TlsColumn,
        AnswerColumn,
        TotalColumn,
        RemarkColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    struct Marks {
        std::optional<int> nearest; ///< row
        std::optional<int> home; ///< region ID
        std::optional<int> current; ///< region ID of the call
    };
    void setRows(const QList<batch::RegionProbe::Row> &rows, const Marks &marks); ///< the same regions
    const QList<batch::RegionProbe::Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;
    QString remark(int row) const;
    QVariant share(int row) const;

    QList<batch::RegionProbe::Row> m_rows;
    Marks m_marks;
};

/// A bar behind the remark, as long as the region is far.
class ProbeBar : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gui
