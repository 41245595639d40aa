// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"

#include <optional>

namespace transport {

/// Whether the answer sends the client elsewhere: a redirect status with a Location.
bool isRedirect(const dcs::Exchange &exchange);

/// Whether SendOptions::connectTo holds for the hop as well: it stands for the DCS, wherever the DCS leads;
/// other hosts are dialled themselves.
bool keepsAddress(const dcs::WireRequest &from, const dcs::WireRequest &to);

struct NextHop {
    std::optional<dcs::WireRequest> request;
    QString reason; ///< why there is none
};
/// The request that follows a redirect: GET (HEAD stays HEAD) without a body, Host of the new URL, no
/// credentials for another host. A redirect that keeps its sender's host keeps the region it is connected to.
NextHop nextHop(const dcs::Exchange &exchange);

} // namespace transport
