// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace gui {

/// What the window asks a person in a dialog. An interface, so that a test answers without a modal loop.
class Prompts
{
public:
    virtual ~Prompts() = default;

    struct Target {
        QString name;
        QString path; ///< inside the workspace
    };
    /// Name and file of a preset that is saved; `files` are those of the workspace.
    virtual std::optional<Target> presetTarget(const Target &suggestion, const QStringList &files) = 0;
    virtual std::optional<QString> text(const QString &title, const QString &label, const QString &value) = 0;
    /// true: do it; false: cancelled. `action` is the text of the button.
    virtual bool confirm(const QString &title, const QString &question, const QString &action) = 0;
    virtual std::optional<QString> openFile(const QString &title, const QString &filter) = 0;
    virtual std::optional<QString> saveFile(const QString &title, const QString &name) = 0;
    virtual std::optional<QString> folder(const QString &title, const QString &start) = 0;

    /// A preset that somebody else changed or removed since it was opened.
    struct Conflict {
        QString name;
        QString path;
        bool gone = false;
        QByteArray theirs; ///< as it stands in the file now
        QByteArray mine; ///< as it would be saved
    };
    enum class Choice { Nothing, KeepMine, TakeTheirs, SaveAsNew };
    virtual Choice conflict(const Conflict &) { return Choice::Nothing; }
};

} // namespace gui
