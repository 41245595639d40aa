// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/simulatorstate.h"
#include "sandbox/user.h"
#include "sandbox/visit.h"

#include <QByteArray>

namespace sandbox {

/// A destination's template for one segment (Destination Macros Defined). Unknown macros stay as they are.
QByteArray fillDestination(const QByteArray &pattern, const QByteArray &alias, const Visit &visit,
    State &state, const User &user, int region);

/// The target of a click: d_rd, decoded once or twice, its macros filled (Capturing Campaign Click Data via
/// Pixel Calls). "" if it is no http or https URL.
QByteArray clickTarget(const Visit &visit, State &state, const User &user, int region);

} // namespace sandbox
