// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/savepresetdialog.h"

#include "ui_savepresetdialog.h"

#include <QLineEdit>
#include <QPushButton>

namespace gui {

SavePresetDialog::SavePresetDialog(
    const Prompts::Target &suggestion, const QStringList &files, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SavePresetDialog>())
{
    m_ui->setupUi(this);
    m_ui->nameEdit->setText(suggestion.name);
    m_ui->fileCombo->addItems(files);
    m_ui->fileCombo->setEditText(suggestion.path);
    m_ui->nameEdit->selectAll();
    connect(m_ui->nameEdit, &QLineEdit::textEdited, this, &SavePresetDialog::judge);
    connect(m_ui->fileCombo, &QComboBox::editTextChanged, this, &SavePresetDialog::judge);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    judge();
}

SavePresetDialog::~SavePresetDialog() = default;

Prompts::Target SavePresetDialog::target() const
{
    QString path = m_ui->fileCombo->currentText().trimmed();
    if (!path.endsWith(QLatin1String(".http")) && !path.endsWith(QLatin1String(".rest")))
        path += QLatin1String(".http");
    return {m_ui->nameEdit->text().trimmed(), path};
}

void SavePresetDialog::judge()
{
    const bool named = !m_ui->nameEdit->text().trimmed().isEmpty();
    const bool filed = !m_ui->fileCombo->currentText().trimmed().isEmpty();
    m_ui->problemLabel->setText(!named ? tr("A preset needs a name.")
            : !filed                   ? tr("Choose or type a file name.")
                                       : QString());
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(named && filed);
}

} // namespace gui
