// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/parameterdelegate.h"

#include "dcs/catalogue.h"
#include "gui/wireedit.h"

#include <QComboBox>
#include <QCompleter>

namespace gui {

ParameterDelegate::ParameterDelegate(
    const dcs::Catalogue &catalogue, int keyColumn, int valueColumn, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_catalogue(catalogue)
    , m_keyColumn(keyColumn)
    , m_valueColumn(valueColumn)
{
}

QWidget *ParameterDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() == m_valueColumn) {
        const QString key = index.siblingAtColumn(m_keyColumn).data(Qt::EditRole).toString();
        const dcs::Attribute *attribute = m_catalogue.attribute(key);
        if (attribute && !attribute->allowed.isEmpty() && !attribute->commaList) {
            auto *combo = new QComboBox(parent);
            combo->setEditable(true);
            combo->lineEdit()->setMaxLength(1 << 24);
            combo->addItems(attribute->allowed);
            combo->setAccessibleName(key);
            return combo;
        }
    }
    auto *edit = new WireEdit(parent);
    edit->setFrame(false);
    edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    if (index.column() == m_keyColumn)
        edit->setCompleter(keyCompleter(m_catalogue, edit));
    return edit;
}

void ParameterDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentText(text);
    else if (auto *edit = qobject_cast<QLineEdit *>(editor); edit && edit->text() != text)
        edit->setText(text);
}

void ParameterDelegate::setModelData(
    QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        model->setData(index, combo->currentText());
    else if (auto *edit = qobject_cast<QLineEdit *>(editor))
        model->setData(index, edit->text());
}

} // namespace gui
