// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/workspacechange.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace gui {

/// An entry of the tree of presets: a workspace, a folder, a file or a request of one.
struct PresetRef {
    QString folder; ///< of the workspace
    QString path; ///< "" is the workspace itself
    int preset = -1; ///< request of the file

    bool isRequest() const { return preset >= 0; }
    bool isFile() const;
    bool isWorkspace() const { return path.isEmpty(); }
    bool operator==(const PresetRef &) const = default;
};

/// A step that was taken in the files, as one thing to undo.
struct PresetEdit {
    struct Moved {
        PresetRef from;
        PresetRef to;
    };

    QString text; ///< "Delete “login”"
    QList<store::WorkspaceChange> changes;
    QList<Moved> moved; ///< requests; files and folders follow from the changes
    QList<PresetRef> removed; ///< requests that are nowhere now
    PresetRef select; ///< what to look at now
    QString notice; ///< something worth knowing, or ""
};

/// Where something is put: into a file before one of its requests, at its end, or into a folder.
struct PresetTarget {
    PresetRef into;
    int before = -1; ///< request of the file; -1: the end
};

// What a person does in the tree of presets. Each rewrites what it must and no byte more, overwrites nothing,
// and says how to take it back. Files are read and written: not for the window's thread.

dcs::Result<PresetEdit> renameEntry(const PresetRef &entry, const QString &name);
/// Beside itself, with a name of its own.
dcs::Result<PresetEdit> duplicateEntries(const QList<PresetRef> &entries);
/// Requests leave their file; a file with its last one, files and folders go to the bin.
dcs::Result<PresetEdit> deleteEntries(const QList<PresetRef> &entries);
dcs::Result<PresetEdit> moveEntries(const QList<PresetRef> &entries, const PresetTarget &target);
dcs::Result<PresetEdit> copyEntries(const QList<PresetRef> &entries, const PresetTarget &target);
dcs::Result<PresetEdit> makeFolder(const PresetRef &in, const QString &name);
/// Copies files from anywhere into a folder.
dcs::Result<PresetEdit> bringFiles(const QStringList &fileNames, const PresetRef &into);
/// Does the opposite of a step.
dcs::Result<PresetEdit> takeBack(const PresetEdit &edit);

} // namespace gui

Q_DECLARE_METATYPE(gui::PresetRef)
