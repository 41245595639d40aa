// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "gui/rowsmodel.h"

namespace gui {

/// The identities of a call, a projection of its parameters; an edit rewrites only the parameter it came
/// from.
class IdentitiesModel : public RowsModel<dcs::Identity>
{
    Q_OBJECT
public:
    enum Column { KindColumn, NamespaceColumn, ValueColumn, StateColumn, ColumnCount };

    using RowsModel::RowsModel;

    void setCall(const dcs::Call &call);
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

    static QString key(dcs::Identity::Kind kind); ///< wire key, "d_uuid"
    static QString kindText(dcs::Identity::Kind kind); ///< translated: "d_uuid – Audience Manager user"
    static QString stateText(dcs::AuthState state);
    static bool hasNamespace(dcs::Identity::Kind kind);

Q_SIGNALS:
    void callEdited(const dcs::Call &call, const QString &text, const QByteArray &field);

private:
    void edit(const dcs::Call &call, const QString &text, const QByteArray &field = {});

    dcs::Call m_call;
};

} // namespace gui
