// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/identity.h"
#include "dcs/parameter.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace dcs {

class Catalogue;

/// One header line. The list order is the wire order; names keep their case.
struct Header {
    QByteArray name;
    QByteArray value;
    bool sent = true;

    bool operator==(const Header &) const = default;
};

/// The value of the first header of that name, without case; nullopt if there is none.
std::optional<QByteArray> headerValue(const QList<Header> &headers, QByteArrayView name);

enum class Endpoint { Event, Id, Ibs, OptOut, Other };
QString endpointName(Endpoint endpoint); ///< "event", "id", "ibs", "optout", "other"

/// One DCS request as the user thinks of it. Its truth is the ordered list of parameters in their wire form;
/// identities, signals and options are projections over it, never a second copy.
///
/// Properties: decode(encode(call)) == call for a call whose parameters and headers are all sent, and
/// encode(decode(bytes)) == bytes.
struct Call {
    QByteArray method = "GET";
    bool tls = true;
    QByteArray connectHost; ///< where the connection goes, and the name that its certificate must cover
    quint16 port = 443;
    QByteArray path = "/event"; ///< without query; "/ibs:" for syncs, their parameters are Place::Path
    QList<Parameter> parameters; ///< path, then query, then body
    QByteArray fragment; ///< "#…" of a pasted URL; shown, never sent
    QList<Header> headers; ///< in wire order; Content-Length only where the user gave one
    std::optional<QByteArray> opaqueBody; ///< a body that is no form data: sent as it is, not read as parameters

    bool operator==(const Call &) const = default;
};

// Reading a call -----------------------------------------------------------------------------------------------------

Endpoint endpoint(const Call &call);
QByteArray hostHeader(const Call &call); ///< value of Host, or ""
/// The partner's label in Host (else in connectHost), lower case; "" where the host names no partner.
QString alias(const Call &call, const Catalogue &catalogue);
/// ID of the region whose host is connectHost.
std::optional<int> region(const Call &call, const Catalogue &catalogue);
QList<Identity> identities(const Call &call);
QList<Signal> signalsOf(const Call &call, const Catalogue &catalogue);
QList<Option> optionsOf(const Call &call, const Catalogue &catalogue);
std::optional<QString> option(const Call &call, QStringView key); ///< first sent parameter of that decoded key
QByteArray query(const Call &call); ///< sent query parameters joined by '&' (path parameters for /ibs:)
QByteArray body(const Call &call); ///< sent body parameters joined by '&', or the opaque body
QByteArray target(const Call &call); ///< path and query as in the request line
QByteArray url(const Call &call); ///< scheme, connectHost, port unless default, target, fragment
qsizetype requestLineBytes(const Call &call); ///< METHOD SP target SP HTTP/1.1, without CRLF
qsizetype bodyBytes(const Call &call);
/// Who the call is for, to keep one user's calls in series: UUID, else ECID, else customer IDs; "" without any.
QString userKey(const Call &call);

// Changing a call: each function changes only the parameters it must, all others keep their bytes and places ----------

/// A fresh call to `alias` in `regionHost`: GET /event?d_rtbd=json with Host, User-Agent and Accept.
Call newCall(const QByteArray &alias, const QByteArray &regionHost);
void setHostHeader(Call &call, const QByteArray &value); ///< replaces the first Host, or inserts one at the front
void setAlias(Call &call, const QString &alias); ///< Host becomes <alias>.demdex.net
void setConnectHost(Call &call, const QByteArray &host);
/// POST moves the query into the body and adds the form content type; GET moves it back. Bytes stay as they are.
void setMethod(Call &call, const QByteArray &method);
/// First parameter of the key gets the value; without one it is appended. nullopt removes every one of the key.
void setOption(Call &call, const QString &key, const std::optional<QString> &value);
void addIdentity(Call &call, const Identity &identity);
void replaceIdentity(Call &call, int index, const Identity &identity); ///< index into identities(call)
void removeIdentity(Call &call, int index);
Parameter::Place defaultPlace(const Call &call); ///< where a new parameter goes

} // namespace dcs
