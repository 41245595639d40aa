// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/finding.h"

namespace dcs {

/// What is known from outside the call itself.
struct CheckContext {
    std::optional<int> userRegion; ///< region that the user's last answer named
};

/// Findings on a call, in the order of the parameters, whole-call findings last. None on a correct call.
QList<Finding> check(const Call &call, const Catalogue &catalogue, const CheckContext &context = {});

/// The call after the one-click mend of a finding; the call itself where the finding offers none.
Call applyMend(const Call &call, const Finding &finding, const Catalogue &catalogue);

} // namespace dcs
