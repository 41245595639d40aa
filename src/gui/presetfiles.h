// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/draft.h"
#include "gui/presetedits.h"
#include "store/workspace.h"

namespace gui {

struct LoadedPreset {
    Draft draft;
    PresetPlace place;
};

/// A preset and what became of it in its file since it was read.
struct FoundPreset {
    enum class State {
        Same, ///< perhaps at another place in the file
        Changed, ///< `now` is what stands there
        Gone, ///< the request, or the whole file
    };

    State state = State::Gone;
    LoadedPreset now; ///< of Same and Changed
    QByteArray theirs; ///< text of the request now
};

// Presets in the files of workspaces: what the window does with them, in terms of interop's blocks and
// store's files. All of it reads or writes files: not for the window's thread.

dcs::Result<LoadedPreset> loadPreset(const store::Workspace &workspace, const QString &path, int index);
/// Looks for the preset by its text, then by its name, then by its place. An error where the file cannot be
/// read.
dcs::Result<FoundPreset> findPreset(const PresetPlace &place);
/// Rewrites the lines that differ. What others changed elsewhere in the file stays. Errc::Conflict where the
/// request itself changed or went since it was read.
dcs::Result<PresetPlace> savePreset(const PresetPlace &place, const Draft &draft);
/// Writes the request over what stands there now, or appends it if it is gone.
dcs::Result<PresetPlace> saveOver(const PresetPlace &place, const Draft &draft);
/// Appends to an existing file or makes a new one. `edit`: what takes it back.
dcs::Result<PresetPlace> addPreset(const store::Workspace &workspace, const QString &path,
    const QString &name, const Draft &draft, PresetEdit *edit = nullptr);
/// The request as savePreset() would write it, to show beside what stands there.
QByteArray textToSave(const PresetPlace &place, const Draft &draft);

} // namespace gui
