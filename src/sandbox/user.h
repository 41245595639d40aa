// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/simulatorstate.h"
#include "sandbox/visit.h"

#include <QByteArray>
#include <QList>

namespace sandbox {

/// A customer ID that was accepted.
struct Customer {
    qint64 dataSource = 0;
    QByteArray id;
    bool authenticated = false; ///< state 1 at a cross-device source: reads and writes the person's profile

    QByteArray name() const { return Profiles::customerName(dataSource, id); }
};

/// For whom a call is, and whether it counts.
struct User {
    enum class Standing {
        Served, ///< stored and answered
        Withheld, ///< no usable consent string: answered without user, nothing stored
        Refused, ///< a code voids the call: only the codes are answered
    };
    Standing standing = Standing::Served;
    QByteArray uuid;
    QByteArray mid; ///< as sent, or ""
    QList<Customer> customers;
    bool isProfileBlocked = false; ///< 307: neither read nor written
    QByteArray gdpr; ///< what destinations get for ${GDPR} and its string
    QByteArray consent;
};

/// Codes that need no user: host, organization, referer, country, broken percent sequences, provoked voids.
/// False if the call ends there; visit.errors says why.
bool isAdmitted(Visit &visit, State &state);

/// Finds or makes the user; opts out, denies and complains by the rules. Adds to visit.errors.
User identify(Visit &visit, State &state);

/// The customer IDs of the call that count; complaints about the others go to visit.errors.
QList<Customer> acceptCustomers(Visit &visit, State &state);

/// Codes that were asked for on purpose and don't void the call.
void addProvoked(Visit &visit, const State &state);

/// Whether a code ends the call: 0 to 199, 311 and 315.
bool voidsCall(int code);

} // namespace sandbox
