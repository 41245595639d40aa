// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/draft.h"
#include "store/workspace.h"

namespace gui {

struct LoadedPreset {
    Draft draft;
    PresetPlace place;
};

// Presets in the files of a workspace: what the window does with them, in terms of interop's blocks and
// store's files.

dcs::Result<LoadedPreset> loadPreset(const store::Workspace &workspace, const QString &path, int index);
/// Rewrites the lines that differ. Errc::Conflict where the file changed since it was opened.
dcs::Result<PresetPlace> savePreset(
    const store::Workspace &workspace, const PresetPlace &place, const Draft &draft);
/// Appends to an existing file or makes a new one.
dcs::Result<PresetPlace> addPreset(
    const store::Workspace &workspace, const QString &path, const QString &name, const Draft &draft);
dcs::Result<void> renamePreset(
    const store::Workspace &workspace, const QString &path, int index, const QString &name);

struct RemovedPreset {
    QString path;
    QByteArray before; ///< the file, to bring it back
    QByteArray sha256; ///< of the file after; "" where it went to the trash
};
/// The last request of a file takes the file with it, to the trash.
dcs::Result<RemovedPreset> removePreset(const store::Workspace &workspace, const QString &path, int index);
dcs::Result<void> restorePreset(const store::Workspace &workspace, const RemovedPreset &removed);

} // namespace gui
