// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/exportcall.h"

#include <functional>

class QMenu;

namespace store {
struct HistoryEntry;
}

namespace gui {

class CallDocument;
class Services;

/// The call of the document, on its way to another program.
interop::ExportedCall exportedCall(const CallDocument &document, const Services &services);
/// A call of the history, with its answer.
dcs::Result<interop::ExportedCall> exportedCall(const store::HistoryEntry &entry);

QString titleOf(const interop::ExportFormat &format); ///< translated

/// Fills the menu with every format and, last, "Save as file…", for which `chosen` gets null.
void fillCopyAsMenu(QMenu &menu, const std::function<void(const interop::ExportFormat *)> &chosen);
/// Puts the text on the clipboard.
dcs::Result<void> copyAs(const interop::ExportFormat &format, const interop::ExportedCall &exported);

} // namespace gui
