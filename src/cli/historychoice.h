// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/historyexport.h"
#include "cli/arguments.h"
#include "cli/context.h"

namespace cli {

/// Which calls are meant: the search line out of words and options, and --limit. The words, from operand
/// `firstWord` on, are a search line themselves.
dcs::Result<batch::HistoryChoice> readHistoryChoice(
    const Arguments &arguments, qsizetype firstWord, qint64 otherwise);

/// `dcs history export FORMAT [WORDS]`
int exportCalls(const store::History &history, const Arguments &arguments, const Context &context);
void tellUnreadable(const Context &context, const batch::HistoryExported &exported);

} // namespace cli
