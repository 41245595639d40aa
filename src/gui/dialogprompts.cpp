// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogprompts.h"

#include "dcs/text.h"
#include "gui/conflictdialog.h"
#include "gui/savepresetdialog.h"

#include <QApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace gui {

QWidget *DialogPrompts::parent() const
{
    QWidget *modal = QApplication::activeModalWidget();
    return modal ? modal : &m_window;
}

std::optional<Prompts::Target> DialogPrompts::presetTarget(const Target &suggestion, const QStringList &files)
{
    SavePresetDialog dialog(suggestion, files, parent());
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.target();
}

std::optional<QString> DialogPrompts::text(const QString &title, const QString &label, const QString &value)
{
    QInputDialog dialog(parent());
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
    QMessageBox box(parent());
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
    const QString name = QFileDialog::getOpenFileName(parent(), title, {}, filter);
    return name.isEmpty() ? std::nullopt : std::optional(name);
}

std::optional<QString> DialogPrompts::saveFile(const QString &title, const QString &name)
{
    const QString chosen = QFileDialog::getSaveFileName(parent(), title, name);
    return chosen.isEmpty() ? std::nullopt : std::optional(chosen);
}

std::optional<QString> DialogPrompts::folder(const QString &title, const QString &start)
{
    const QString chosen = QFileDialog::getExistingDirectory(parent(), title, start);
    return chosen.isEmpty() ? std::nullopt : std::optional(chosen);
}

Prompts::Choice DialogPrompts::conflict(const Conflict &conflict)
{
    ConflictDialog dialog(conflict, &m_window);
    dialog.exec();
    return dialog.choice();
}

} // namespace gui
