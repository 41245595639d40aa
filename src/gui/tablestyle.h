// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractItemView;
class QTableView;

namespace gui {

/// What every table of the window has in common: rows as high as the font, a first row that is current once
/// the focus comes in (a view without a current cell shows no focus), Tab leaving the table.
void setUpTable(QTableView &view);
/// The same for the focus alone: lists and trees.
void showFocus(QAbstractItemView &view);

} // namespace gui
