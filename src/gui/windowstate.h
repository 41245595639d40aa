// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace store {
class Settings;
}
class QWidget;

namespace gui {

/// Saves and restores every splitter and table header below `root`, by the names of the objects that lead to
/// it.
void saveLayoutState(const QWidget &root, store::Settings &settings);
void restoreLayoutState(QWidget &root, store::Settings &settings);

} // namespace gui
