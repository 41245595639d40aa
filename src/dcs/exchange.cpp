// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/exchange.h"

namespace dcs {

QString failureKindName(Failure::Kind kind)
{
    switch (kind) {
    case Failure::Kind::Dns:
        return QStringLiteral("dns");
    case Failure::Kind::Connect:
        return QStringLiteral("connect");
    case Failure::Kind::Proxy:
        return QStringLiteral("proxy");
    case Failure::Kind::Tls:
        return QStringLiteral("tls");
    case Failure::Kind::Timeout:
        return QStringLiteral("timeout");
    case Failure::Kind::Protocol:
        return QStringLiteral("protocol");
    case Failure::Kind::TooLarge:
        return QStringLiteral("too-large");
    case Failure::Kind::Aborted:
        return QStringLiteral("aborted");
    }
    return {};
}

} // namespace dcs
