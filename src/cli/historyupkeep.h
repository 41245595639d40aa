// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"

namespace store {
class History;
}

namespace cli {

/// `dcs history prune`: shows what would go, and takes it off with --yes.
int pruneHistory(store::History &history, const Arguments &arguments, const Context &context);
/// `dcs history mask [on | off | earlier]`
int maskHistory(store::History &history, const Arguments &arguments, const Context &context);

} // namespace cli
