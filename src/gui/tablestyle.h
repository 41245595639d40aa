// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>

class QAbstractItemView;
class QTableView;

namespace gui {

/// What every table of the window has in common: rows as high as the font, a first row that is current once
/// the focus comes in (a view without a current cell shows no focus), Tab leaving the table.
void setUpTable(QTableView &view);
/// The first columns as wide as that many digits, and never narrower than their titles in the user's language.
void setColumnWidths(QTableView &view, std::initializer_list<int> digits);
/// The same for the focus alone: lists and trees.
void showFocus(QAbstractItemView &view);

} // namespace gui
