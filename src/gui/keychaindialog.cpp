// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/keychaindialog.h"

#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "interop/secretmark.h"
#include "store/keychain.h"
#include "ui_keychaindialog.h"

#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

KeychainDialog::KeychainDialog(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::KeychainDialog>())
    , m_services(services)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_ui->secrets->setColumns({tr("Name"), tr("In presets and environments")});
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &KeychainDialog::updateButtons);
    connect(m_ui->valueEdit, &QLineEdit::textChanged, this, &KeychainDialog::updateButtons);
    connect(m_ui->storeButton, &QPushButton::clicked, this, &KeychainDialog::store);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &KeychainDialog::remove);
    connect(m_ui->secrets->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &KeychainDialog::updateButtons);
    showNames();
}

KeychainDialog::~KeychainDialog() = default;

void KeychainDialog::showNames()
{
    QList<QStringList> rows;
    for (const QString &name : m_services.keychain().names())
        rows.append({name, u"{{$keychain %1}}"_s.arg(name)});
    m_ui->secrets->setRows(rows);
    updateButtons();
}

QString KeychainDialog::chosen() const
{
    const QModelIndex current = m_ui->secrets->currentIndex();
    return current.isValid() ? current.siblingAtColumn(0).data().toString() : QString();
}

void KeychainDialog::store()
{
    const QString name = m_ui->nameEdit->text().trimmed();
    if (!interop::isSecretName(name))
        return finish(interop::noSecretName(name), {});
    setBusy(true);
    m_services.keychain().write(
        name, m_ui->valueEdit->text(), this, [this, name](const dcs::Result<void> &stored) {
            if (stored) {
                m_ui->nameEdit->clear();
                m_ui->valueEdit->clear();
            }
            finish(stored, tr("Stored as “%1”.").arg(name));
        });
}

void KeychainDialog::remove()
{
    const QString name = chosen();
    if (!m_services.prompts().confirm(tr("Remove a secret"),
            tr("This removes “%1” from the keychain. Calls that name it can then not be sent.").arg(name),
            tr("Remove")))
        return;
    setBusy(true);
    m_services.keychain().remove(name, this, [this, name](const dcs::Result<void> &removed) {
        finish(removed, tr("“%1” is removed.").arg(name));
    });
}

void KeychainDialog::finish(const dcs::Result<void> &result, const QString &text)
{
    setBusy(false);
    showNames();
    setPlainText(*m_ui->messageLabel, result ? text : result.error().message + u' ' + result.error().remedy);
}

void KeychainDialog::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        setPlainText(*m_ui->messageLabel, tr("Asking the keychain…"));
    updateButtons();
}

void KeychainDialog::updateButtons()
{
    m_ui->storeButton->setEnabled(
        !m_busy && !m_ui->nameEdit->text().isEmpty() && !m_ui->valueEdit->text().isEmpty());
    m_ui->removeButton->setEnabled(!m_busy && !chosen().isEmpty());
}

} // namespace gui
