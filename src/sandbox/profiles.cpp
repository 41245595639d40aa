// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/profiles.h"

#include <algorithm>

namespace sandbox {

namespace {

constexpr int maxCustomersOfDevice = 50;

QByteArray optOutKey(const QByteArray &name, const Moment &moment)
{
    return QByteArray::number(moment.partner) + '/' + QByteArray::number(moment.region) + '/' + name;
}

QByteArray everywhereKey(const QByteArray &uuid)
{
    return '*' + uuid;
}

} // namespace

Profiles::Profiles(qsizetype most, qint64 delayMs)
    : m_delayMs(delayMs)
    , m_profiles(most)
    , m_links(most)
    , m_optOuts(most)
    , m_sightings(most)
{
}

QByteArray Profiles::key(const QByteArray &name, const Moment &moment)
{
    return QByteArray::number(moment.partner) + '/' + name;
}

bool Profiles::isVisible(int region, qint64 sinceMs, const Moment &moment) const
{
    return region == moment.region || sinceMs + m_delayMs <= moment.ms;
}

QByteArray Profiles::device(const QByteArray &name, const Moment &moment)
{
    const Link *found = m_links.find(key(name, moment));
    return found && isVisible(found->region, found->sinceMs, moment) ? found->uuid : QByteArray();
}

void Profiles::link(const QByteArray &name, const QByteArray &uuid, const Moment &moment)
{
    Link &entry = m_links.at(key(name, moment));
    if (entry.uuid != uuid)
        entry = {uuid, moment.region, moment.ms};
}

/// The oldest share that is visible here; a new one if there is none.
Profiles::Share &Profiles::share(Profile &profile, const Moment &moment) const
{
    for (Share &one : profile.shares) {
        if (isVisible(one.region, one.sinceMs, moment))
            return one;
    }
    return profile.shares.emplaceBack(Share{moment.region, moment.ms, {}});
}

int Profiles::home(const QByteArray &name, const Moment &moment)
{
    return share(m_profiles.at(key(name, moment)), moment).region;
}

QList<int> Profiles::realise(const QByteArray &name, const QList<int> &traits, const Moment &moment)
{
    Profile &profile = m_profiles.at(key(name, moment));
    Share &here = share(profile, moment);
    for (const int trait : traits) {
        const auto place = std::lower_bound(here.traits.begin(), here.traits.end(), trait);
        if (place == here.traits.end() || *place != trait)
            here.traits.insert(place, trait);
    }
    if (profile.shares.size() == 1)
        return here.traits;
    QList<int> all;
    for (const Share &one : std::as_const(profile.shares)) {
        if (isVisible(one.region, one.sinceMs, moment))
            all.append(one.traits);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void Profiles::setCustomer(
    const QByteArray &uuid, qint64 dataSource, const QByteArray &id, const Moment &moment)
{
    auto &customers = m_profiles.at(key(uuidName(uuid), moment)).customers;
    for (auto &[source, known] : customers) {
        if (source == dataSource) {
            known = id;
            return;
        }
    }
    if (customers.size() < maxCustomersOfDevice)
        customers.append({dataSource, id});
}

QByteArray Profiles::customer(const QByteArray &uuid, qint64 dataSource, const Moment &moment)
{
    const Profile *profile = m_profiles.find(key(uuidName(uuid), moment));
    if (!profile)
        return {};
    for (const auto &[source, id] : profile->customers) {
        if (source == dataSource)
            return id;
    }
    return {};
}

void Profiles::optOut(const QByteArray &name, const Moment &moment)
{
    m_optOuts.at(optOutKey(name, moment)) = true;
}

void Profiles::optOutEverywhere(const QByteArray &uuid)
{
    m_optOuts.at(everywhereKey(uuid)) = true;
}

bool Profiles::isOptedOut(const QByteArray &name, const Moment &moment) const
{
    return m_optOuts.contains(optOutKey(name, moment));
}

bool Profiles::isOptedOutEverywhere(const QByteArray &uuid) const
{
    return m_optOuts.contains(everywhereKey(uuid));
}

bool Profiles::isDenied(const QByteArray &name, int most, const Moment &moment)
{
    Sightings &seen = m_sightings.at(key(name, moment));
    const qint64 minute = moment.ms / 60000;
    if (seen.minute != minute) {
        seen.minute = minute;
        seen.count = 0;
    }
    ++seen.count;
    seen.denied = seen.denied || seen.count > most;
    return seen.denied;
}

} // namespace sandbox
