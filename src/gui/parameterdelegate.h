// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace dcs {
class Catalogue;
}

namespace gui {

/// Editors of the parameter table: keys complete with their meaning, values with a fixed set are a drop-down,
/// the wire form is edited byte for byte.
class ParameterDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ParameterDelegate(
        const dcs::Catalogue &catalogue, int keyColumn, int valueColumn, QObject *parent = nullptr);

    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    const dcs::Catalogue &m_catalogue;
    int m_keyColumn;
    int m_valueColumn;
};

} // namespace gui
