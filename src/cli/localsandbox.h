// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/context.h"
#include "dcs/call.h"
#include "dcs/sendoptions.h"
#include "sandbox/server.h"

#include <memory>

namespace cli {

/// The built-in simulator, in this process, on any free port.
dcs::Result<std::unique_ptr<sandbox::Server>> startSandbox(const Context &context);
/// Leads a call to it, in clear text.
void sendToSandbox(const sandbox::Server &server, dcs::Call &call, dcs::SendOptions &options);

} // namespace cli
