// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/prompts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SavePresetDialog;
}

namespace gui {

/// Asks for the name of a preset and the file that it goes into.
class SavePresetDialog : public QDialog
{
    Q_OBJECT
public:
    SavePresetDialog(const Prompts::Target &suggestion, const QStringList &files, QWidget *parent = nullptr);
    ~SavePresetDialog() override;

    Prompts::Target target() const;

private:
    void judge();

    std::unique_ptr<Ui::SavePresetDialog> m_ui;
};

} // namespace gui
