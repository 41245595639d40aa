// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "sandbox/httprequest.h"
#include "sandbox/profiles.h"
#include "sandbox/reply.h"
#include "sandbox/simulator.h"
#include "sandbox/world.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace sandbox {

/// One request on its way through the simulator: what it says, and what was found out about it so far.
struct Visit {
    Visit(const HttpRequest &asked, const Simulator::Arrival &how)
        : request(asked)
        , arrival(how)
    {
    }

    const HttpRequest &request;
    const Simulator::Arrival &arrival;

    QByteArray path; ///< "/event", "/ibs:"
    dcs::Call call; ///< method, path, parameters and headers of the request
    QList<dcs::Identity> identities;
    QList<dcs::Option> options;
    QList<dcs::Signal> given; ///< the signals

    QByteArray host; ///< lower case, without port and final dot
    QByteArray label; ///< the part of `host` before ".demdex.net"; "" for other hosts
    const Partner *partner = nullptr;
    Moment moment;
    QByteArray regionLabel;

    QByteArray cookieUser; ///< UUID of the demdex cookie, "" without a well-formed one
    bool cookieOptedOut = false; ///< demdex=NOTARGET
    bool isBrowser = false; ///< carries what only browsers send
    QByteArray origin;
    QByteArray referer;
    QString country;

    bool wantsJson = false;
    QByteArray callback; ///< "" unless a well-formed d_cb asks for JSONP
    QByteArray tid;

    QList<CodedError> errors;
    QList<int> provoked;
    QString fault;

    const QString *option(QStringView key) const; ///< the first counts
    QString optionText(QStringView key) const; ///< "" where it is missing
    bool isJsonp() const { return !callback.isEmpty(); }
    bool isCoppa() const; ///< COPPA support: no cookie is set or used
    const dcs::Identity *identity(dcs::Identity::Kind kind) const; ///< the first of that kind
};

struct State;

/// Reads what a request says; a Visit is only as good as the request and arrival that it refers to.
Visit readVisit(const HttpRequest &request, const Simulator::Arrival &arrival, State &state);

/// 38 decimal digits, the form of a UUID and of an ECID (Index of IDs in Audience Manager).
bool isUserId(QByteArrayView text);
} // namespace sandbox
