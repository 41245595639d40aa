// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/recordedsend.h"
#include "cli/context.h"
#include "dcs/answer.h"
#include "dcs/call.h"
#include "dcs/expectation.h"

namespace cli {

/// What a person should know before the call leaves; hints would be noise here. `name`: of the call, where
/// there are several.
void warnBefore(const Context &context, const dcs::Call &call, const QString &name = {});
void warnOfInsecure(const Context &context);

/// What the end of a call means for the end of the program.
int exitCodeOf(const batch::RecordedSend::Outcome &outcome, const dcs::Answer &answer,
    const QList<dcs::ExpectationOutcome> &expectations);

} // namespace cli
