// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/sendoptions.h"

#include <QNetworkProxy>

namespace transport {

/// The proxy that the options name themselves; NoProxy for none. Always set on a socket, because Qt's own
/// default asks the environment.
QNetworkProxy explicitProxy(const dcs::SendOptions::Proxy &proxy);

/// What the system says for that destination. May block: see SystemQuestion.
QNetworkProxy systemProxy(bool tls, const QString &host, quint16 port);

} // namespace transport
