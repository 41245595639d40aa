// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/prompts.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ConflictDialog;
}

namespace gui {

/// A preset that two changed: what stands in the file beside what would be saved, line by line, and the
/// choice.
class ConflictDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConflictDialog(const Prompts::Conflict &conflict, QWidget *parent = nullptr);
    ~ConflictDialog() override;

    Prompts::Choice choice() const { return m_choice; }

private:
    void showLines(const Prompts::Conflict &conflict);
    void choose(Prompts::Choice choice);

    std::unique_ptr<Ui::ConflictDialog> m_ui;
    Prompts::Choice m_choice = Prompts::Choice::Nothing;
};

} // namespace gui
