// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/remembered.h"

#include <QByteArray>
#include <QList>

namespace sandbox {

/// Where and when a call arrived: what is known of a user depends on both.
struct Moment {
    int partner = 0; ///< index of the partner; every partner has its own profiles
    int region = 0;
    qint64 ms = 0;
};

/// Everything that the sandbox remembers about users. Profiles live in the region that first saw the user and
/// become known in the others after a delay (DCS Region IDs, Locations, and Host Names; Data Collection FAQ).
/// Each table is bounded; what was not used for longest is forgotten.
class Profiles
{
public:
    Profiles(qsizetype most, qint64 delayMs);

    // Names of users: 'u' + UUID, 'm' + ECID, 'c' + data source + '\1' + customer ID.
    static QByteArray uuidName(const QByteArray &uuid) { return 'u' + uuid; }
    static QByteArray midName(const QByteArray &mid) { return 'm' + mid; }
    static QByteArray customerName(qint64 dataSource, const QByteArray &id)
    {
        return 'c' + QByteArray::number(dataSource) + '\1' + id;
    }

    /// The device that an ECID or customer ID was last seen with; "" if there is none (here, yet).
    QByteArray device(const QByteArray &name, const Moment &moment);
    void link(const QByteArray &name, const QByteArray &uuid, const Moment &moment);

    /// The region that first saw the user; the moment's region for a user that is unknown there. Makes the
    /// profile.
    int home(const QByteArray &name, const Moment &moment);
    /// Adds to the traits of a profile and returns all that are visible here, in ascending order.
    QList<int> realise(const QByteArray &name, const QList<int> &traits, const Moment &moment);

    /// Customer IDs seen with a device, for the macro %dpid_…%.
    void setCustomer(const QByteArray &uuid, qint64 dataSource, const QByteArray &id, const Moment &moment);
    QByteArray customer(const QByteArray &uuid, qint64 dataSource, const Moment &moment);

    // Opt-outs are kept for each partner and region and do not cross them (Declared IDs).
    void optOut(const QByteArray &name, const Moment &moment);
    void optOutEverywhere(const QByteArray &uuid);
    bool isOptedOut(const QByteArray &name, const Moment &moment) const;
    bool isOptedOutEverywhere(const QByteArray &uuid) const;

    /// Counts a sighting; true once the name was seen more often than `most` within a minute, and from then
    /// on.
    bool isDenied(const QByteArray &name, int most, const Moment &moment);

    qsizetype size() const { return m_profiles.size(); }

private:
    struct Share {
        int region = 0;
        qint64 sinceMs = 0;
        QList<int> traits;
    };
    struct Profile {
        QList<Share> shares; ///< one for each region that had to start anew
        QList<std::pair<qint64, QByteArray>> customers;
    };
    struct Link {
        QByteArray uuid;
        int region = 0;
        qint64 sinceMs = 0;
    };
    struct Sightings {
        qint64 minute = 0;
        int count = 0;
        bool denied = false;
    };

    static QByteArray key(const QByteArray &name, const Moment &moment);
    bool isVisible(int region, qint64 sinceMs, const Moment &moment) const;
    Share &share(Profile &profile, const Moment &moment) const;

    qint64 m_delayMs;
    Remembered<Profile> m_profiles;
    Remembered<Link> m_links;
    Remembered<bool> m_optOuts;
    Remembered<Sightings> m_sightings;
};

} // namespace sandbox
