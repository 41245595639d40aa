// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "gui/rowsmodel.h"

namespace dcs {
class Catalogue;
}

namespace gui {

struct SignalRow {
    QString key;
    QString values; ///< joined by commas, each percent-encoded only where it has a comma itself
    int parameter = -1;

    bool operator==(const SignalRow &) const = default;
};

/// The partner's own signals of a call; values are separated by commas.
class SignalsModel : public RowsModel<SignalRow>
{
    Q_OBJECT
public:
    enum Column { KeyColumn, ValuesColumn, ColumnCount };

    explicit SignalsModel(const dcs::Catalogue &catalogue, QObject *parent = nullptr);

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

Q_SIGNALS:
    void callEdited(const dcs::Call &call, const QString &text, const QByteArray &field);

private:
    void edit(const dcs::Call &call, const QString &text, const QByteArray &field = {});

    const dcs::Catalogue &m_catalogue;
    dcs::Call m_call;
};

} // namespace gui
