// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gui {

/// Lets screen readers read RawViews; once for the program.
void installRawAccessible();

} // namespace gui
