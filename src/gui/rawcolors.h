// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/rawtext.h"

#include <QColor>
#include <QPalette>

namespace gui {

bool isDark(const QPalette &palette);
/// Colour of text on the palette's base, with a contrast of 4.5 at least on white and on near black.
QColor rawColor(RawKind kind, const QPalette &palette);
QColor matchColor(const QPalette &palette); ///< behind a match

} // namespace gui
