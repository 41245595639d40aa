// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/httpfile.h"
#include "store/workspace.h"

namespace gui {

/// An `.http` file of a workspace, read: its bytes as they are on disk and its requests.
struct OpenFile {
    store::FileSnapshot snapshot;
    interop::HttpFile file;

    static dcs::Result<OpenFile> read(const store::Workspace &workspace, const QString &path);
    /// An empty one, to be written anew, where there is none.
    static dcs::Result<OpenFile> readOrNew(const store::Workspace &workspace, const QString &path);
    bool has(int index) const { return index >= 0 && index < file.presets().size(); }
};

dcs::Error noSuchPreset(const QString &path);

} // namespace gui
