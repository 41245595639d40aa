// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"
#include "store/history.h"

#include <memory>

namespace cli {

/// The history that calls are recorded in; null with --no-history. What the user must know about opening it
/// is told.
dcs::Result<std::unique_ptr<store::History>> openRecording(
    const Arguments &arguments, const Context &context);

} // namespace cli
