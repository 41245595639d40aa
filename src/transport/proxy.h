// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/sendoptions.h"

namespace transport {

/// What the system says for that destination: an HTTP or SOCKS5 proxy, or none. May block: see
/// SystemQuestion.
dcs::SendOptions::Proxy systemProxy(bool tls, const QString &host, quint16 port);

} // namespace transport
