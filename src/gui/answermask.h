// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/call.h"
#include "dcs/exchange.h"

namespace gui {

/// The exchange with the IDs of people made unreadable: letters and digits of every value that the attribute
/// table calls sensitive, and of the IDs in the answer, become "x". Lengths stay, so that all else still
/// fits.
dcs::Exchange masked(const dcs::Exchange &exchange, const dcs::Call &call, const dcs::Answer &answer);

} // namespace gui
