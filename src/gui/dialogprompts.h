// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/prompts.h"

class QWidget;

namespace gui {

/// The real dialogs, over `window`.
class DialogPrompts : public Prompts
{
public:
    explicit DialogPrompts(QWidget &window)
        : m_window(window)
    {
    }

    std::optional<Target> presetTarget(const Target &suggestion, const QStringList &files) override;
    std::optional<QString> text(const QString &title, const QString &label, const QString &value) override;
    bool confirm(const QString &title, const QString &question, const QString &action) override;
    std::optional<QString> openFile(const QString &title, const QString &filter) override;
    std::optional<QString> saveFile(const QString &title, const QString &name) override;
    std::optional<QString> folder(const QString &title, const QString &start) override;
    Choice conflict(const Conflict &conflict) override;

private:
    QWidget *parent() const; ///< over the dialog that asks, if one does

    QWidget &m_window;
};

} // namespace gui
