// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"

namespace cli {

/// `dcs send FILE.http --all`: every request of the file, in order, each with what the ones before it
/// captured. The exit code is that of the first call that was not as it should be.
int sendAll(const Arguments &arguments, Context &context);

} // namespace cli
