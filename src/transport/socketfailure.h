// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"

#include <QAbstractSocket>

namespace transport {

/// A connection that did not come about. `where` is "address:port" as dialled; `proxy`: it is the proxy's.
dcs::Failure connectFailure(
    QAbstractSocket::SocketError error, const QString &systemText, const QString &where, bool proxy);

} // namespace transport
