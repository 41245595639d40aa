// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"
#include "store/history.h"

#include <memory>

namespace batch {
class CookieFile;
}

namespace cli {

/// The history that calls are recorded in; null with --no-history. What the user must know about opening it
/// is told.
dcs::Result<std::unique_ptr<store::History>> openRecording(
    const Arguments &arguments, const Context &context);

/// What a program ends with once the jar has been written: `code`, or that it could not be, which is told.
int afterCookies(batch::CookieFile &cookies, Context &context, int code);

} // namespace cli
