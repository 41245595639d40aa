// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/text.h"
#include "sandbox/endpoints.h"

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = dcs::Identity::Kind;

/// The partner that owns a customer ID's data source; of a global source the first partner.
const Partner *ownerOf(const dcs::Identity &identity, const State &state)
{
    for (const Partner &partner : state.world.partners) {
        const bool owns = identity.kind == Kind::CidIc
            ? partner.dataSource(identity.nameSpace) != nullptr
            : partner.dataSource(identity.nameSpace.toLongLong()) != nullptr;
        if (owns)
            return &partner;
    }
    const bool isGlobal = state.catalogue.globalDataSource(identity.nameSpace) != nullptr;
    return isGlobal && !state.world.partners.empty() ? &state.world.partners.front() : nullptr;
}

const dcs::Identity *customer(const Visit &visit)
{
    for (const dcs::Identity &identity : visit.identities) {
        if (identity.kind != Kind::Uuid && identity.kind != Kind::Mid)
            return &identity;
    }
    return nullptr;
}

/// The bytes of the parameters, for the second leg of the cookie test to repeat.
QByteArray parameterBytes(const Visit &visit)
{
    QByteArrayList pieces;
    for (const dcs::Parameter &parameter : visit.call.parameters)
        pieces.append(parameter.wire);
    return pieces.join('&');
}

Reply cookieTest(const Visit &visit, State &state, QByteArray &userId)
{
    userId = state.newUuid();
    const QByteArray scheme = visit.arrival.tls ? "https://" : "http://";
    Reply reply
        = redirect(scheme + visit.request.host + "/demconf.jpg?et:ibs%7cdata:" + parameterBytes(visit));
    reply.cookies.append(demdexCookie(visit, state, userId));
    return reply;
}

bool isWebUrl(const QByteArray &url)
{
    const QByteArray lower = url.first(qMin(url.size(), qsizetype(8))).toLower();
    return lower.startsWith("http://") || lower.startsWith("https://");
}

/// Where a sync leads to; "" if it leads nowhere.
QByteArray redirectTarget(const Visit &visit, const QByteArray &uuid)
{
    QByteArray target = visit.optionText(u"redir").toUtf8();
    if (!isWebUrl(target))
        return {};
    return target.replace("${DD_UUID}", uuid);
}

/// An answer without a body and without a type, which is what syncs get.
Reply done(const Visit &visit, State &state, const QByteArray &uuid)
{
    const QByteArray target = redirectTarget(visit, uuid);
    Reply reply = target.isEmpty() ? Reply() : redirect(target);
    addCookies(visit, state, uuid, reply);
    return reply;
}

} // namespace

Reply answerSync(Visit &visit, State &state, QByteArray &userId)
{
    const dcs::Identity *synced = customer(visit);
    // On dpm the data source tells the partner.
    if (synced && !visit.partner && visit.label == "dpm") {
        visit.partner = ownerOf(*synced, state);
        visit.moment.partner = visit.partner ? int(visit.partner - state.world.partners.data()) : -1;
    }
    // A data source that nobody has: nothing happens.
    const bool isKnownHost = visit.label == "dpm" || visit.partner;
    if (!visit.partner && isKnownHost && visit.provoked.isEmpty()) {
        for (const dcs::Parameter &parameter : std::as_const(visit.call.parameters)) {
            if (dcs::brokenPercentAt(parameter.wire) >= 0)
                visit.errors = {state.error(311)};
        }
        return Reply();
    }
    if (!isAdmitted(visit, state))
        return Reply();
    const bool isSecondLeg = visit.path == "/demconf.jpg";
    const bool isKnown = !visit.cookieUser.isEmpty() || visit.cookieOptedOut || visit.identity(Kind::Uuid);
    if (!isKnown && isSecondLeg) {
        visit.errors = {state.error(172)};
        return Reply();
    }
    if (!isKnown && !visit.isCoppa())
        return cookieTest(visit, state, userId);
    const bool isOptedOut = visit.cookieOptedOut;
    User user;
    // The browser's own user is the one to sync, whatever device the customer ID was seen with before.
    const QByteArray cookieUser = visit.cookieUser;
    user = identify(visit, state);
    if (user.standing != User::Standing::Served)
        return isOptedOut ? done(visit, state, {}) : Reply();
    if (!visit.identity(Kind::Uuid) && !cookieUser.isEmpty() && !user.isProfileBlocked) {
        user.uuid = cookieUser;
        for (const Customer &customer : std::as_const(user.customers)) {
            state.profiles.link(customer.name(), cookieUser, visit.moment);
            state.profiles.setCustomer(cookieUser, customer.dataSource, customer.id, visit.moment);
        }
    }
    addProvoked(visit, state);
    userId = user.uuid;
    return done(visit, state, user.uuid);
}

} // namespace sandbox
