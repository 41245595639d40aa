// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogprompts.h"

#include "dcs/text.h"
#include "gui/conflictdialog.h"
#include "gui/savepresetdialog.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace gui {

std::optional<Prompts::Target> DialogPrompts::presetTarget(const Target &suggestion, const QStringList &files)
{
    SavePresetDialog dialog(suggestion, files, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.target();
}

std::optional<QString> DialogPrompts::text(const QString &title, const QString &label, const QString &value)
{
    QInputDialog dialog(&m_window);
    dialog.setWindowTitle(title);
    dialog.setLabelText(dcs::visible(label));
    dialog.setTextValue(value);
    for (QLabel *inner : dialog.findChildren<QLabel *>())
        inner->setTextFormat(Qt::PlainText);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.textValue();
}

bool DialogPrompts::confirm(const QString &title, const QString &question, const QString &action)
{
    QMessageBox box(&m_window);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(dcs::visible(question));
    QPushButton *go = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == go;
}

std::optional<QString> DialogPrompts::openFile(const QString &title, const QString &filter)
{
    const QString name = QFileDialog::getOpenFileName(&m_window, title, {}, filter);
    return name.isEmpty() ? std::nullopt : std::optional(name);
}

std::optional<QString> DialogPrompts::saveFile(const QString &title, const QString &name)
{
    const QString chosen = QFileDialog::getSaveFileName(&m_window, title, name);
    return chosen.isEmpty() ? std::nullopt : std::optional(chosen);
}

std::optional<QString> DialogPrompts::folder(const QString &title, const QString &start)
{
    const QString chosen = QFileDialog::getExistingDirectory(&m_window, title, start);
    return chosen.isEmpty() ? std::nullopt : std::optional(chosen);
}

Prompts::Choice DialogPrompts::conflict(const Conflict &conflict)
{
    ConflictDialog dialog(conflict, &m_window);
    dialog.exec();
    return dialog.choice();
}

} // namespace gui
