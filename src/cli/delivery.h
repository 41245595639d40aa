// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"

namespace cli {

/// Standard output, or the file of --out, which must not exist yet: nobody's presets are overwritten.
int deliver(const Arguments &arguments, const Context &context, const QByteArray &bytes);
/// Whether a file can be made anew; tells if not.
bool isFree(const QString &path, const Context &context);

} // namespace cli
