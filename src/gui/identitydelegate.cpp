// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/identitydelegate.h"

#include "dcs/catalogue.h"
#include "gui/identitiesmodel.h"
#include "gui/wireedit.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QStandardItemModel>

namespace gui {

using dcs::Identity;

IdentityDelegate::IdentityDelegate(const dcs::Catalogue &catalogue, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_catalogue(catalogue)
{
}

QComboBox *IdentityDelegate::combo(QWidget *parent) const
{
    auto *combo = new QComboBox(parent);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *self = const_cast<IdentityDelegate *>(this);
    connect(combo, &QComboBox::activated, self, [self, combo] {
        Q_EMIT self->commitData(combo);
        Q_EMIT self->closeEditor(combo);
    });
    return combo;
}

QWidget *IdentityDelegate::kindEditor(QWidget *parent) const
{
    QComboBox *kinds = combo(parent);
    for (const auto kind : {Identity::Kind::Uuid, Identity::Kind::Mid, Identity::Kind::Cid,
             Identity::Kind::CidIc, Identity::Kind::CidNs, Identity::Kind::Dpuuid})
        kinds->addItem(IdentitiesModel::kindText(kind), int(kind));
    return kinds;
}

QWidget *IdentityDelegate::stateEditor(QWidget *parent) const
{
    QComboBox *states = combo(parent);
    for (const auto state : {dcs::AuthState::Absent, dcs::AuthState::Unknown, dcs::AuthState::Authenticated,
             dcs::AuthState::LoggedOut})
        states->addItem(IdentitiesModel::stateText(state), int(state));
    return states;
}

QWidget *IdentityDelegate::namespaceEditor(QWidget *parent) const
{
    auto *edit = new WireEdit(parent);
    auto *completer = new QCompleter(edit);
    auto *model = new QStandardItemModel(completer);
    for (const dcs::GlobalDataSource &source : m_catalogue.globalDataSources()) {
        for (const QString &name : {QString::number(source.id), source.integrationCode}) {
            if (name.isEmpty())
                continue;
            auto *item = new QStandardItem(name + QStringLiteral("  ·  ") + source.name);
            item->setData(name, Qt::UserRole);
            model->appendRow(item);
        }
    }
    completer->setModel(model);
    completer->setCompletionRole(Qt::UserRole);
    completer->popup()->setMinimumWidth(360);
    edit->setCompleter(completer);
    return edit;
}

QWidget *IdentityDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    QWidget *editor = index.column() == IdentitiesModel::KindColumn ? kindEditor(parent)
        : index.column() == IdentitiesModel::StateColumn            ? stateEditor(parent)
        : index.column() == IdentitiesModel::NamespaceColumn        ? namespaceEditor(parent)
                                                                    : new WireEdit(parent);
    if (auto *edit = qobject_cast<QLineEdit *>(editor))
        edit->setFrame(false);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

void IdentityDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(box->findData(value));
    else if (auto *edit = qobject_cast<QLineEdit *>(editor); edit && edit->text() != value.toString())
        edit->setText(value.toString());
}

void IdentityDelegate::setModelData(
    QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentData());
    else if (auto *edit = qobject_cast<QLineEdit *>(editor))
        model->setData(index, edit->text());
}

} // namespace gui
