// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/httpfile.h"
#include "store/workspace.h"

#include <functional>

namespace gui {

// Names and paths of presets, files and folders in a workspace.

QString nameOf(const QString &path);
QString parentOf(const QString &path); ///< "" is the workspace
QString joinPath(const QString &folder, const QString &name);
QString titleOf(const interop::Preset &preset);
/// A name that nobody has: "x copy", "x copy 2" …
QString freeName(const QString &name, const std::function<bool(const QString &)> &isTaken);
/// A path in `folder` for a file or folder of that name, or like it.
QString freePath(const store::Workspace &workspace, const QString &folder, const QString &fileName);

} // namespace gui
