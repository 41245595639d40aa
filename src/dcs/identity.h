// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace dcs {

/// Authentication state of a customer ID (Visitor Authentication States in Audience Manager). Absent stays absent.
enum class AuthState { Absent, Unknown, Authenticated, LoggedOut };

/// A user or device ID as a call names it: a projection of one parameter (of two for a legacy pair).
struct Identity {
    enum class Kind {
        Uuid, ///< d_uuid
        Mid, ///< d_mid, the Experience Cloud ID
        Cid, ///< d_cid: data source %01 ID [%01 state]
        CidIc, ///< d_cid_ic: integration code %01 ID [%01 state]
        CidNs, ///< d_cid_ns: namespace %01 ID [%01 state]
        Dpuuid, ///< deprecated d_dpid + d_dpuuid (or dpid + dpuuid)
    };

    Kind kind = Kind::Uuid;
    QString nameSpace; ///< data source, integration code or namespace; empty for uuid and mid
    QString value; ///< decoded once
    AuthState authState = AuthState::Absent;
    int parameter = -1; ///< index into Call::parameters of the (first) parameter it came from; -1: not from a call
    int partner = -1; ///< legacy pair: index of the other half, or -1

    /// What the person typed: kind, namespace, value and state; where it came from does not count.
    bool operator==(const Identity &other) const
    {
        return kind == other.kind && nameSpace == other.nameSpace && value == other.value && authState == other.authState;
    }

    /// Parts encoded first, then joined by the three characters %01 (CID Replaces DPID and DPUUID).
    QByteArray wire() const;
};

QString kindName(Identity::Kind kind); ///< "uuid", "mid", "cid", "cid_ic", "cid_ns", "dpuuid": the contract's words
QString authStateName(AuthState state); ///< "unknown", "authenticated", "loggedOut", or "" for Absent

/// A customer ID as a person types it: DPID:ID[:STATE] or CODE:ID[:STATE]. Errc::Usage says how it is written.
Result<Identity> readCustomerId(const QString &typed, Identity::Kind kind);

/// One signal key with its serialised values (split at the wire comma, each decoded once).
struct Signal {
    QString key;
    QStringList values;
    int parameter = -1;
};

/// One of Adobe's own keys and its decoded value.
struct Option {
    QString key;
    QString value;
    int parameter = -1;
};

} // namespace dcs
