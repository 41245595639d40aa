// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/user.h"

#include "dcs/text.h"
#include "sandbox/consent.h"

#include <QUrl>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = dcs::Identity::Kind;

bool hasBrokenPercent(const Visit &visit)
{
    for (const dcs::Parameter &parameter : visit.call.parameters) {
        if (dcs::brokenPercentAt(parameter.wire) >= 0)
            return true;
    }
    return false;
}

bool refuse(Visit &visit, const CodedError &error)
{
    visit.errors = {error};
    return false;
}

/// The details that the message of a code wants, where a code comes without a cause.
CodedError provokedError(int code, const Visit &visit, const State &state)
{
    QByteArray id = visit.cookieUser;
    for (const dcs::Identity &identity : visit.identities) {
        id = identity.value.toUtf8();
        break;
    }
    if (id.isEmpty())
        id = QByteArray(37, '0') + '1';
    switch (code) {
    case 1:
        return state.error(code, {visit.host});
    case 2:
        return state.error(code, {visit.optionText(u"d_orgid").toUtf8()});
    case 109: {
        const QByteArray referer = visit.referer.isEmpty() ? "https://www.example.com/" : visit.referer;
        return state.error(code, {referer, QByteArray::number(visit.partner ? visit.partner->id : 0)});
    }
    case 301:
        return state.error(code, {"10", "11"});
    case 310:
        return state.error(code, {"123", id});
    default:
        return state.error(code, {id, id, id});
    }
}

bool isRefererAllowed(const Visit &visit)
{
    if (visit.referer.isEmpty() || !visit.partner->allowedReferers)
        return true;
    const QString host = QUrl(QString::fromUtf8(visit.referer)).host();
    for (const QString &allowed : *visit.partner->allowedReferers) {
        if (host.compare(allowed, Qt::CaseInsensitive) == 0
            || host.endsWith(u'.' + allowed, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// Countries that no partner is served from (DCS Error Codes: 199).
bool isCountryForbidden(const QString &country)
{
    static const QStringList forbidden{u"CU"_s, u"IR"_s, u"KP"_s, u"SD"_s, u"SY"_s};
    return forbidden.contains(country);
}

/// 101 and 102. An ID that is malformed ends the call, whatever else it carries.
bool readDeviceIds(Visit &visit, State &state, User &user)
{
    if (const dcs::Identity *mid = visit.identity(Kind::Mid)) {
        user.mid = mid->value.toUtf8();
        if (!isUserId(user.mid))
            visit.errors.append(state.error(101, {user.mid}));
    }
    if (const dcs::Identity *uuid = visit.identity(Kind::Uuid)) {
        user.uuid = uuid->value.toUtf8();
        if (!isUserId(user.uuid))
            visit.errors.append(state.error(102, {user.uuid}));
    }
    return visit.errors.isEmpty();
}

/// 306: the ID is not used any more. ID Monitoring and Denylisting.
void dropDenied(QByteArray &id, const QByteArray &name, Visit &visit, State &state)
{
    if (id.isEmpty())
        return;
    const int most = state.world.callsPerIdAndMinute;
    const bool isDenied = state.world.deniedDevices.contains(QString::fromLatin1(id))
        || (most > 0 && state.profiles.isDenied(name, most, visit.moment));
    if (!isDenied)
        return;
    visit.errors.append(state.error(306, {id}));
    id.clear();
}

/// The ID under which the user is opted out; "" for one who is not.
QByteArray optedOutId(const Visit &visit, State &state, const User &user)
{
    const auto isOut = [&](const QByteArray &name) { return state.profiles.isOptedOut(name, visit.moment); };
    const auto isUuidOut = [&](const QByteArray &uuid) {
        return !uuid.isEmpty()
            && (state.profiles.isOptedOutEverywhere(uuid) || isOut(Profiles::uuidName(uuid)));
    };
    if (visit.cookieOptedOut && !visit.isCoppa())
        return "NOTARGET";
    if (isUuidOut(user.uuid))
        return user.uuid;
    if (!user.mid.isEmpty()) {
        const QByteArray name = Profiles::midName(user.mid);
        if (isOut(name) || isUuidOut(state.profiles.device(name, visit.moment)))
            return user.mid;
    }
    for (const Customer &customer : user.customers) {
        if (isOut(customer.name()))
            return customer.id;
    }
    return {};
}

/// d_uuid, else d_mid, else the device last seen with a customer ID, else the cookie, else a new one.
void resolveDevice(Visit &visit, State &state, User &user)
{
    Profiles &profiles = state.profiles;
    if (user.uuid.isEmpty() && !user.mid.isEmpty()) {
        user.uuid = profiles.device(Profiles::midName(user.mid), visit.moment);
        if (user.uuid.isEmpty())
            user.uuid = state.newUuid();
    }
    for (auto customer = user.customers.cbegin(); user.uuid.isEmpty() && customer != user.customers.cend();
         ++customer)
        user.uuid = profiles.device(customer->name(), visit.moment);
    if (user.uuid.isEmpty() && !visit.isCoppa())
        user.uuid = visit.cookieUser;
    if (user.uuid.isEmpty())
        user.uuid = state.newUuid();
}

void storeLinks(const Visit &visit, State &state, const User &user)
{
    if (!user.mid.isEmpty())
        state.profiles.link(Profiles::midName(user.mid), user.uuid, visit.moment);
    for (const Customer &customer : user.customers) {
        state.profiles.link(customer.name(), user.uuid, visit.moment);
        state.profiles.setCustomer(user.uuid, customer.dataSource, customer.id, visit.moment);
    }
}

void optOut(const Visit &visit, State &state, const User &user)
{
    Profiles &profiles = state.profiles;
    const auto device = [&](const QByteArray &uuid) {
        if (!uuid.isEmpty())
            profiles.optOut(Profiles::uuidName(uuid), visit.moment);
    };
    device(user.uuid);
    if (!user.mid.isEmpty()) {
        const QByteArray name = Profiles::midName(user.mid);
        profiles.optOut(name, visit.moment);
        device(profiles.device(name, visit.moment));
    }
    for (const Customer &customer : user.customers) {
        profiles.optOut(customer.name(), visit.moment);
        device(profiles.device(customer.name(), visit.moment));
    }
    if (user.uuid.isEmpty() && user.mid.isEmpty() && user.customers.isEmpty())
        device(visit.cookieUser);
}

/// Audience Manager Plug-in for IAB TCF. False if the call ends there.
bool checkConsent(Visit &visit, State &state, User &user)
{
    if (visit.optionText(u"gdpr") != u"1")
        return true;
    const QByteArray text = visit.optionText(u"gdpr_consent").toUtf8();
    const std::optional<Consent> consent = Consent::decode(text);
    if (!consent) {
        user.standing = User::Standing::Withheld;
        return false;
    }
    // A string of a platform that does not count is ignored: destinations see no consent macros either.
    if (state.world.deletedCmps.contains(consent->cmp) || consent->cmp > state.world.greatestCmp) {
        const int code = state.world.deletedCmps.contains(consent->cmp) ? 314 : 313;
        visit.errors.append(state.error(code));
        user.gdpr = "0";
        return true;
    }
    user.gdpr = "1";
    user.consent = text;
    if (consent->given)
        return true;
    optOut(visit, state, user);
    visit.errors.append(state.error(315));
    user.standing = User::Standing::Refused;
    return false;
}

} // namespace

bool voidsCall(int code)
{
    return code < 200 || code == 311 || code == 315;
}

bool isAdmitted(Visit &visit, State &state)
{
    for (const int code : std::as_const(visit.provoked)) {
        if (voidsCall(code))
            visit.errors.append(provokedError(code, visit, state));
    }
    if (!visit.errors.isEmpty())
        return false;
    if (!visit.request.hasHost || visit.host.isEmpty())
        return refuse(visit, state.error(100));
    const QString organization = visit.optionText(u"d_orgid");
    if (visit.label == "dpm" && !visit.partner && (!organization.isEmpty() || visit.path != "/event"))
        return hasBrokenPercent(visit) ? refuse(visit, state.error(311))
                                       : refuse(visit, state.error(2, {organization.toUtf8()}));
    if (!visit.partner)
        return refuse(visit, state.error(1, {visit.host}));
    if (hasBrokenPercent(visit))
        return refuse(visit, state.error(311));
    if (!organization.isEmpty() && !state.world.partnerByOrganization(organization))
        return refuse(visit, state.error(2, {organization.toUtf8()}));
    if (isCountryForbidden(visit.country))
        return refuse(visit, state.error(199));
    if (visit.partner->blockedCountries.contains(visit.country, Qt::CaseInsensitive))
        return refuse(visit, state.error(198));
    if (!isRefererAllowed(visit)) {
        return refuse(visit, state.error(109, {visit.referer, QByteArray::number(visit.partner->id)}));
    }
    return true;
}

void addProvoked(Visit &visit, const State &state)
{
    for (const int code : std::as_const(visit.provoked)) {
        if (!voidsCall(code))
            visit.errors.append(provokedError(code, visit, state));
    }
}

User identify(Visit &visit, State &state)
{
    User user;
    if (!readDeviceIds(visit, state, user)) {
        user.standing = User::Standing::Refused;
        return user;
    }
    const bool namedDevice = !user.uuid.isEmpty() || !user.mid.isEmpty();
    dropDenied(user.uuid, Profiles::uuidName(user.uuid), visit, state);
    dropDenied(user.mid, Profiles::midName(user.mid), visit, state);
    user.customers = acceptCustomers(visit, state);

    const QByteArray optedOut = optedOutId(visit, state, user);
    if (!optedOut.isEmpty()) {
        visit.errors = {state.error(171, {optedOut})};
        user.standing = User::Standing::Refused;
        return user;
    }
    if (!checkConsent(visit, state, user))
        return user;
    // IDs were sent and none is left: the call is void (ID Monitoring and Denylisting).
    const bool sentIds = !visit.identities.isEmpty();
    const bool hasId = !user.uuid.isEmpty() || !user.mid.isEmpty() || !user.customers.isEmpty()
        || (!namedDevice && !visit.cookieUser.isEmpty() && !visit.isCoppa());
    if (sentIds && !hasId) {
        user.standing = User::Standing::Refused;
        return user;
    }
    resolveDevice(visit, state, user);
    const QString uuid = QString::fromLatin1(user.uuid);
    if (state.profiles.isOptedOutEverywhere(user.uuid)
        || state.profiles.isOptedOut(Profiles::uuidName(user.uuid), visit.moment)) {
        visit.errors = {state.error(171, {user.uuid})};
        user.standing = User::Standing::Refused;
        return user;
    }
    if (state.world.deniedProfiles.contains(uuid)) {
        visit.errors.append(state.error(307, {user.uuid}));
        user.isProfileBlocked = true;
        return user;
    }
    storeLinks(visit, state, user);
    return user;
}

} // namespace sandbox
