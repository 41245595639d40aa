// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QHash>
#include <QList>

class QMainWindow;
class QMenu;

namespace gui {

enum class ActionMenu { Call, Edit, View, History, Tools, Help, None };

/// One thing a person can do, said once: menus, shortcuts and the key sheet are made from the table.
struct ActionSpec {
    const char *id;
    const char *text; ///< translated in the context "gui::Actions"
    const char *keys; ///< sequences separated by "; ", "" for none
    ActionMenu menu;
    bool separatorBefore = false;
};
const QList<ActionSpec> &actionTable();

/// The actions of one window, by their ID, and its menu bar.
class Actions
{
public:
    explicit Actions(QMainWindow &window);

    QAction &operator[](const char *id) const;
    QMenu &menu(ActionMenu menu) const { return *m_menus.value(menu); }
    /// "Send", "Ctrl+Return, Ctrl+Enter": a row for each action that has keys.
    static QList<QStringList> keySheet();

private:
    QHash<QByteArray, QAction *> m_actions;
    QHash<ActionMenu, QMenu *> m_menus;
};

} // namespace gui
