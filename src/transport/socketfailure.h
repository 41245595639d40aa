// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"

#include <QAbstractSocket>

namespace transport {

/// Whether the error speaks of the proxy, not of the server behind it.
bool isProxyError(QAbstractSocket::SocketError error);
/// A connection that did not come about. `where` is "host:port" or "address:port" as dialled.
dcs::Failure connectFailure(
    QAbstractSocket::SocketError error, const QString &libraryText, const QString &where, bool behindProxy);
dcs::Failure proxyFailure(
    QAbstractSocket::SocketError error, const QString &libraryText, const QString &proxy);

} // namespace transport
