// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/finding.h"
#include "gui/rowsmodel.h"

namespace dcs {
class Catalogue;
}

namespace gui {

/// The parameters of a call in wire order, switched-off ones too. Editing key or value rewrites only that
/// part of the wire form; the wire form itself can be edited as it is.
class ParametersModel : public RowsModel<dcs::Parameter>
{
    Q_OBJECT
public:
    enum Column { SentColumn, KeyColumn, ValueColumn, WireColumn, ColumnCount };

    explicit ParametersModel(const dcs::Catalogue &catalogue, QObject *parent = nullptr);

    void setCall(const dcs::Call &call);
    void setFindings(const QList<dcs::Finding> &findings);
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
    void remove(QList<int> rows);
    void duplicate(const QList<int> &rows);
    bool move(int row, int by); ///< false at the ends, and where it would leave its part of the call
    void setWire(int row, const QByteArray &wire, const QString &text);
    void replaceAll(const QList<dcs::Parameter> &parameters);

Q_SIGNALS:
    void callEdited(const dcs::Call &call, const QString &text, const QByteArray &field);

private:
    void edit(const QList<dcs::Parameter> &parameters, const QString &text, const QByteArray &field = {});
    QVariant shown(const dcs::Parameter &parameter, int column) const;
    QVariant editable(const dcs::Parameter &parameter, int column) const;
    QString toolTipOf(int row, int column) const;

    const dcs::Catalogue &m_catalogue;
    dcs::Call m_call;
    QList<dcs::Finding> m_findings;
};

} // namespace gui
