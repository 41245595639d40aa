// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

class QComboBox;

namespace dcs {
class Catalogue;
}

namespace gui {

/// Editors of the user ID table: kinds and authentication states are drop-downs, namespaces complete with the
/// global data sources.
class IdentityDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit IdentityDelegate(const dcs::Catalogue &catalogue, QObject *parent = nullptr);

    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    QWidget *kindEditor(QWidget *parent) const;
    QWidget *stateEditor(QWidget *parent) const;
    QWidget *namespaceEditor(QWidget *parent) const;
    QComboBox *combo(QWidget *parent) const;

    const dcs::Catalogue &m_catalogue;
};

} // namespace gui
