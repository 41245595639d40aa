// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/settings.h"

namespace gui::settings {

inline const store::Setting<QStringList> workspaceFolders{"workspace/folders", {}};
/// Of versions that knew only one.
inline const store::Setting<QString> workspaceFolder{"workspace/folder", {}};
inline const store::Setting<QString> environment{"workspace/environment", {}};
inline const store::Setting<QByteArray> geometry{"window/geometry", {}};
inline const store::Setting<QByteArray> docks{"window/docks", {}};
inline const store::Setting<int> sidebarTab{"window/sidebarTab", 1};

} // namespace gui::settings
