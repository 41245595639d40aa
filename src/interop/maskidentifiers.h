// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/exchange.h"

namespace dcs {
class Catalogue;
}

namespace interop {

// IDs of people made unreadable before something leaves the machine: each letter and digit becomes "x", so
// that lengths, separators and data sources stay as they are, and a call that is sent by mistake names
// nobody. {{variables}} stay.

/// Values of every key that the attribute table calls sensitive, Cookie headers, and the same IDs wherever
/// else they occur.
dcs::Call maskIdentifiers(const dcs::Call &call, const dcs::Catalogue &catalogue);
/// The IDs of the request and those that the answer names, in the request, in head, headers and body.
dcs::Exchange maskIdentifiers(const dcs::Exchange &exchange, const dcs::Catalogue &catalogue);

} // namespace interop
