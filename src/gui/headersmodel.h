// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "gui/rowsmodel.h"

namespace gui {

struct HeaderRow {
    dcs::Header header;
    bool automatic = false; ///< added by encode(): shown, not editable

    bool operator==(const HeaderRow &) const = default;
};

/// Every header line in the order of the wire, the automatic ones too.
class HeadersModel : public RowsModel<HeaderRow>
{
    Q_OBJECT
public:
    enum Column { SentColumn, NameColumn, ValueColumn, NoteColumn, ColumnCount };

    using RowsModel::RowsModel;

    /// `wire`: the header lines of the encoded call, as far as it can be encoded.
    void setCall(const dcs::Call &call, const QList<dcs::Header> &wire);
    const dcs::Call &call() const { return m_call; }

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
    bool move(int row, int by);

Q_SIGNALS:
    void callEdited(const dcs::Call &call, const QString &text, const QByteArray &field);

private:
    void edit(const QList<dcs::Header> &headers, const QString &text, const QByteArray &field = {});
    QString note(const HeaderRow &row) const;

    dcs::Call m_call;
};

} // namespace gui
