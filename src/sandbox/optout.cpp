// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/endpoints.h"

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = dcs::Identity::Kind;

/// 200 with a pixel; with d_rtbd=json the 171 that later calls will get as well (Declared IDs).
Reply confirmation(Visit &visit, State &state, const QByteArray &id)
{
    visit.errors.append(state.error(171, {id}));
    if (visit.wantsJson)
        return refusal(visit);
    visit.errors.clear();
    return answer(visit, {});
}

/// www.demdex.net/demoptout.jpg: all partners, all regions, and cookies that say so for ten years (Data
/// Privacy Requests).
Reply optOutEverywhere(Visit &visit, State &state, QByteArray &userId)
{
    userId = visit.cookieUser;
    if (!userId.isEmpty())
        state.profiles.optOutEverywhere(userId);
    Reply reply = confirmation(visit, state, userId.isEmpty() ? QByteArray("NOTARGET") : userId);
    for (const QByteArray &name : {QByteArray("demdex"), QByteArray("dextp")})
        reply.cookies.append(optedOutCookie(visit, state, name));
    return reply;
}

} // namespace

Reply answerOptOut(Visit &visit, State &state, QByteArray &userId)
{
    if (visit.label == "www" && visit.provoked.isEmpty())
        return optOutEverywhere(visit, state, userId);
    if (!isAdmitted(visit, state))
        return refusal(visit);
    Profiles &profiles = state.profiles;
    const dcs::Identity *uuid = visit.identity(Kind::Uuid);
    const dcs::Identity *mid = visit.identity(Kind::Mid);
    if (mid && !isUserId(mid->value.toUtf8()))
        visit.errors.append(state.error(101, {mid->value.toUtf8()}));
    if (uuid && !isUserId(uuid->value.toUtf8()))
        visit.errors.append(state.error(102, {uuid->value.toUtf8()}));
    // Declared IDs and Data Privacy Requests: an ECID means something within its organization only.
    if (mid && !visit.option(u"d_orgid"))
        visit.errors = {state.error(2, {QByteArray()})};
    if (!visit.errors.isEmpty())
        return refusal(visit);

    QByteArray first;
    const auto optOut = [&](const QByteArray &name, const QByteArray &id) {
        profiles.optOut(name, visit.moment);
        if (first.isEmpty())
            first = id;
    };
    if (uuid)
        optOut(Profiles::uuidName(uuid->value.toUtf8()), uuid->value.toUtf8());
    if (mid) {
        const QByteArray name = Profiles::midName(mid->value.toUtf8());
        optOut(name, mid->value.toUtf8());
        if (const QByteArray device = profiles.device(name, visit.moment); !device.isEmpty())
            optOut(Profiles::uuidName(device), device);
    }
    const QList<Customer> customers = acceptCustomers(visit, state);
    for (const Customer &customer : customers) {
        optOut(customer.name(), customer.id);
        const QByteArray device = profiles.device(customer.name(), visit.moment);
        if (!device.isEmpty() && !uuid)
            optOut(Profiles::uuidName(device), device);
    }
    if (first.isEmpty() && !visit.identities.isEmpty())
        return refusal(visit);
    // Without any ID it is the cookie's device; without a cookie a new one, which nobody will ever see again.
    if (first.isEmpty()) {
        const QByteArray device = visit.cookieUser.isEmpty() ? state.newUuid() : visit.cookieUser;
        optOut(Profiles::uuidName(device), device);
    }
    userId = first;
    return confirmation(visit, state, first);
}

} // namespace sandbox
