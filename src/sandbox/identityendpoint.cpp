// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/endpoints.h"

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int idSyncTtlSeconds = 604800;
constexpr int optOutTtlSeconds = 7200;

/// First leg of the cookie test: a cookie, and a redirect that shows whether it comes back.
Reply cookieTest(const Visit &visit, State &state, QByteArray &userId)
{
    userId = state.newUuid();
    const qsizetype question = visit.request.target.indexOf('?');
    const QByteArray query = question < 0 ? QByteArray() : visit.request.target.mid(question);
    const QByteArray scheme = visit.arrival.tls ? "https://" : "http://";
    Reply reply = redirect(scheme + visit.request.host + "/id/rd" + query);
    reply.cookies.append(demdexCookie(visit, state, userId));
    return reply;
}

QByteArray idObject(const Visit &visit, State &state, const User &user, int region)
{
    QByteArray out = "{";
    appendText(out, "d_mid", user.mid, false);
    appendNumber(out, "id_sync_ttl", idSyncTtlSeconds);
    appendText(out, "d_blob", state.blob(*visit.partner, user.uuid), false);
    appendNumber(out, "dcs_region", region);
    appendNumber(out, "d_ottl", optOutTtlSeconds);
    if (visit.isCoppa())
        out += ",\"ibs\":[]";
    else
        appendIdSyncs(out, visit, user);
    appendText(out, "subdomain", visit.partner->aliases.first().toUtf8(), false);
    if (!visit.errors.isEmpty()) {
        out += ",\"error_message\":";
        appendJsonErrors(out, visit.errors, visit.isJsonp());
    }
    appendText(out, "tid", visit.tid, false);
    out += '}';
    return out;
}

Reply refuseWith(Visit &visit, const CodedError &error)
{
    visit.errors = {error};
    return refusal(visit);
}

} // namespace

Reply answerId(Visit &visit, State &state, QByteArray &userId)
{
    if (!isAdmitted(visit, state))
        return refusal(visit);
    // Direct integration with the Experience Cloud Identity Service: d_ver=2 is required.
    if (visit.optionText(u"d_ver") != u"2")
        return refuseWith(visit, state.error(0));
    const bool isSecondLeg = visit.path == "/id/rd";
    const bool hasCookie = !visit.cookieUser.isEmpty() || visit.cookieOptedOut;
    if (isSecondLeg && !hasCookie)
        return refuseWith(visit, state.error(172));
    if (!isSecondLeg && !hasCookie && visit.optionText(u"d_verify") == u"1" && !visit.isCoppa())
        return cookieTest(visit, state, userId);

    User user = identify(visit, state);
    if (user.standing != User::Standing::Served)
        return refusal(visit);
    addProvoked(visit, state);
    userId = user.uuid;
    if (user.mid.isEmpty())
        user.mid = state.ecid(*visit.partner, user.uuid);
    // From now on the ECID leads back to this user.
    if (!user.isProfileBlocked)
        state.profiles.link(Profiles::midName(user.mid), user.uuid, visit.moment);
    const int region = user.isProfileBlocked
        ? visit.moment.region
        : state.profiles.home(Profiles::uuidName(user.uuid), visit.moment);
    Reply reply = answer(visit, idObject(visit, state, user, region));
    addCookies(visit, state, user.uuid, reply);
    return reply;
}

Reply answerOptOutStatus(Visit &visit, State &state, QByteArray &userId)
{
    if (!isAdmitted(visit, state))
        return refusal(visit);
    // Read-only: nobody is made, linked or counted.
    const auto isOut = [&](const QByteArray &name) { return state.profiles.isOptedOut(name, visit.moment); };
    const dcs::Identity *uuid = visit.identity(dcs::Identity::Kind::Uuid);
    const dcs::Identity *mid = visit.identity(dcs::Identity::Kind::Mid);
    QByteArray user = uuid ? uuid->value.toUtf8() : visit.cookieUser;
    if (user.isEmpty() && mid)
        user = state.profiles.device(Profiles::midName(mid->value.toUtf8()), visit.moment);
    const bool isGlobal
        = visit.cookieOptedOut || (!user.isEmpty() && state.profiles.isOptedOutEverywhere(user));
    const bool isPartner = (!user.isEmpty() && isOut(Profiles::uuidName(user)))
        || (mid && isOut(Profiles::midName(mid->value.toUtf8())));
    userId = user;
    QByteArray out = "{\"d_optout\":";
    out += isGlobal ? "[\"global\"]" : isPartner ? "[\"partner\"]" : "[]";
    appendNumber(out, "d_ottl", optOutTtlSeconds);
    appendNumber(out, "dcs_region", visit.moment.region);
    appendText(out, "tid", visit.tid, false);
    out += '}';
    return answer(visit, out);
}

} // namespace sandbox
