// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"

#include <optional>

namespace store {
class History;
}

namespace cli {

/// `dcs history pin|unpin|note|delete|undelete ID…`; nullopt where the first operand is none of these.
std::optional<int> changeHistory(store::History &history, const Arguments &arguments, const Context &context);

} // namespace cli
