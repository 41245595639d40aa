// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <utility>

namespace dcs {

class Catalogue;

/// The region that a new call goes to until another is chosen; the page's own example of a region's host
/// (Making Server-to-Server DCS API Calls).
inline constexpr char usualRegionHost[] = "usw2.demdex.net";

/// Whether a name without port is demdex.net or stands below it; a trailing dot and letter case do not count.
bool isDcsHost(QByteArrayView name);

/// <label>.demdex.net, a partner's host.
QByteArray aliasHost(QByteArrayView label);

/// What stands before .demdex.net, spelled as it is, "" too (a form's alias that was not typed yet); nullopt
/// for every other name. Without port.
std::optional<QByteArrayView> labelOf(QByteArrayView name);

/// What a host name means to the DCS (Making Server-to-Server DCS API Calls).
struct HostName {
    enum class Kind {
        Alias, ///< <label>.demdex.net of a partner, or dpm
        Region, ///< the host of a cluster: belongs into the connection, not into Host
        Service, ///< www, dcs, fast, dcs-beta: Adobe's own names
        Nested, ///< demdex.net itself, several labels before it, or a label with other characters
        Foreign, ///< outside demdex.net: an address, or a CNAME
    };

    Kind kind = Kind::Foreign;
    QString label; ///< lower case; what stands before .demdex.net, "" for foreign names
};

/// Reads a name without port; a trailing dot and letter case do not count.
HostName hostName(QByteArrayView name, const Catalogue &catalogue);

/// An alias as a person types it: one label of letters, digits, '-' and '_', at most 63 characters (Making
/// Server-to-Server DCS API Calls has the underscore). Errc::Usage says what an alias is.
Result<QString> readAlias(const QString &typed);

/// The label in a path such as /acme/event, which no endpoint has: an alias that belongs into Host. "" for
/// others.
QByteArrayView aliasInPath(QByteArrayView path);

/// "host:port" into host (brackets of an IPv6 address removed) and the text of the port ("" without a colon).
std::pair<QByteArrayView, QByteArrayView> splitPort(QByteArrayView authority);

/// Letters, digits, '-', '_' and '.' in labels that are not empty, at most 253 characters; or an IPv6
/// address.
bool isDiallable(QByteArrayView host);

/// A literal IPv6 address, which a URL puts into brackets.
bool isIpV6(QByteArrayView host);

/// 127.0.0.0/8, ::1, localhost.
bool isLoopback(QByteArrayView host);

} // namespace dcs
