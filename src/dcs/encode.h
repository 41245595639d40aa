// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "dcs/wirerequest.h"

namespace dcs {

/// The wire request of a call. What the user wrote goes out as it is, broken percent sequences included. Refused
/// (Errc::NotSendable) is only what would break the message itself: CR, LF, NUL or blanks in the request line, header
/// names that are no tokens, header values with control characters, no or a second Host, a Content-Length that is not
/// the body's, Transfer-Encoding, Connection, Expect, TE, Upgrade, a method that is not letters, an unresolved
/// {{variable}} (Errc::Unresolved), a host that cannot be dialled.
/// Adds nothing but Content-Length, last, for a POST or a body, unless the call carries it.
Result<WireRequest> encode(const Call &call);

} // namespace dcs
