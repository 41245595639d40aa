// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/user.h"

namespace sandbox {

namespace {

using Kind = dcs::Identity::Kind;

/// Where a customer ID belongs.
struct Source {
    qint64 id = 0;
    bool crossDevice = false;
    const dcs::GlobalDataSource *global = nullptr;
    bool isForeign = false; ///< another partner's
};

bool isCustomer(const dcs::Identity &identity)
{
    return identity.kind != Kind::Uuid && identity.kind != Kind::Mid;
}

bool isNumber(const QString &text)
{
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return !text.isEmpty() && text.size() < 16;
}

const DataSource *ownSource(const Partner &partner, const dcs::Identity &identity)
{
    const bool byNumber = identity.kind == Kind::Cid || identity.kind == Kind::Dpuuid;
    if (!byNumber)
        return partner.dataSource(identity.nameSpace);
    return isNumber(identity.nameSpace) ? partner.dataSource(identity.nameSpace.toLongLong()) : nullptr;
}

std::optional<Source> findSource(const Visit &visit, const State &state, const dcs::Identity &identity)
{
    if (const DataSource *own = ownSource(*visit.partner, identity))
        return Source{own->id, own->crossDevice, nullptr, false};
    // Global data sources: by number in d_cid, by code (DSID_20915) in d_cid_ic.
    if (const dcs::GlobalDataSource *global = state.catalogue.globalDataSource(identity.nameSpace))
        return Source{global->id, false, global, false};
    for (const Partner &other : state.world.partners) {
        if (ownSource(other, identity))
            return Source{0, false, nullptr, true};
    }
    return {};
}

/// What counts as one namespace for the limit: the data source, by whatever name it was given.
QString namespaceName(const Visit &visit, const State &state, const dcs::Identity &identity)
{
    if (visit.partner) {
        const std::optional<Source> source = findSource(visit, state, identity);
        if (source && source->id != 0)
            return QString::number(source->id);
    }
    return identity.nameSpace;
}

/// The text that codes call "customer id".
QByteArray shown(const dcs::Identity &identity)
{
    return (identity.value.isEmpty() ? identity.nameSpace : identity.value).toUtf8();
}

/// DCS Error Codes: at most 3 IDs of one data source (310), then at most 10 in all (301, and a 309 for each).
QList<dcs::Identity> withinLimits(
    const QList<dcs::Identity> &sent, Visit &visit, const State &state, QList<CodedError> &errors)
{
    const dcs::Limits &limits = state.catalogue.limits();
    QHash<QString, int> counts;
    QList<dcs::Identity> left;
    for (const dcs::Identity &identity : sent) {
        const QString name = namespaceName(visit, state, identity);
        if (++counts[name] <= limits.customerIdsPerNamespace)
            left.append(identity);
        else
            errors.append(state.error(310, {name.toUtf8(), shown(identity)}));
    }
    if (left.size() <= limits.customerIds)
        return left;
    errors.append(
        state.error(301, {QByteArray::number(limits.customerIds), QByteArray::number(left.size())}));
    for (qsizetype i = limits.customerIds; i < left.size(); ++i)
        errors.append(state.error(309, {shown(left[i])}));
    left.resize(limits.customerIds);
    return left;
}

bool isGlobalIdValid(State &state, const dcs::GlobalDataSource &global, const QString &id)
{
    // The form of some sources is not documented well enough to reject anything.
    return !global.strict || state.globalIdPattern(global).match(id).hasMatch();
}

bool isDenied(const Visit &visit, State &state, const Source &source, const QByteArray &id)
{
    const QString listed = QString::number(source.id) + u':' + QString::fromUtf8(id);
    if (state.world.deniedCustomers.contains(listed))
        return true;
    const int most = state.world.callsPerIdAndMinute;
    return most > 0 && state.profiles.isDenied(Profiles::customerName(source.id, id), most, visit.moment);
}

/// One ID: accepted, or the codes that say why not.
std::optional<Customer> accept(Visit &visit, State &state, const dcs::Identity &identity)
{
    const QByteArray id = identity.value.toUtf8();
    const auto reject = [&](int code, const QByteArray &detail) {
        visit.errors.append(state.error(code, {detail}));
        return std::optional<Customer>();
    };
    if (identity.nameSpace.isEmpty() || identity.value.trimmed().isEmpty())
        return reject(300, shown(identity));
    const std::optional<Source> source = findSource(visit, state, identity);
    if (!source)
        return reject(300, id);
    if (source->isForeign)
        return reject(302, id);
    if (state.world.deniedDataSources.contains(source->id))
        return reject(304, QByteArray::number(source->id));
    if (source->global && !isGlobalIdValid(state, *source->global, identity.value)) {
        reject(312, {});
        return reject(300, id);
    }
    if (isDenied(visit, state, *source, id))
        return reject(303, id);
    Customer customer{source->id, id, false};
    const bool saysSo = identity.authState == dcs::AuthState::Authenticated
        || (identity.authState == dcs::AuthState::Absent && state.world.authenticatedByDefault);
    customer.authenticated = saysSo && source->crossDevice;
    return customer;
}

} // namespace

QList<Customer> acceptCustomers(Visit &visit, State &state)
{
    QList<dcs::Identity> sent;
    for (const dcs::Identity &identity : std::as_const(visit.identities)) {
        if (isCustomer(identity))
            sent.append(identity);
    }
    QList<Customer> accepted;
    if (sent.isEmpty())
        return accepted;
    QList<CodedError> limitErrors;
    sent = withinLimits(sent, visit, state, limitErrors);
    for (const dcs::Identity &identity : std::as_const(sent)) {
        if (std::optional<Customer> customer = accept(visit, state, identity))
            accepted.append(*std::move(customer));
    }
    visit.errors += limitErrors;
    if (accepted.isEmpty())
        visit.errors.append(state.error(104));
    return accepted;
}

} // namespace sandbox
