// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/ids.h"

namespace gui {

/// The call for another user: device ID, region and, where known, alias. What the call said about its former
/// user goes or follows: a second device ID, d_blob, d_orgid. Everything else keeps its bytes.
dcs::Call takenOver(const dcs::Call &call, const dcs::Ids &ids);

/// GET /id for a new user of that organization (Direct integration with the Experience Cloud Identity
/// Service).
dcs::Call askForMid(const QString &organization);
/// GET /event without user ID, to the host and alias of that call: the answer names a user (Making
/// Server-to-Server DCS API Calls).
dcs::Call askForUuid(const dcs::Call &like);

} // namespace gui
