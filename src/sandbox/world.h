// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "sandbox/traitrule.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sandbox {

struct DataSource {
    qint64 id = 0;
    QString code; ///< integration code, or ""
    bool crossDevice = false; ///< its IDs stand for people: state 1 reads and writes their profile
};

struct Trait {
    int id = 0;
    std::optional<TraitRule> rule; ///< without one only d_sid realises it
    qint64 dataSource = 0; ///< 0: none
};

struct Segment {
    int id = 0;
    int legacyId = 0; ///< 0: none
    TraitRule rule;
};

/// Cookie destinations come as `stuff`, URL destinations as `dests`.
struct Destination {
    QByteArray id; ///< URL: first half of dests[].id
    QByteArray name; ///< cookie
    QByteArray value; ///< cookie: a template of the value
    QByteArray domain;
    int ttlDays = 30;
    QByteArray url; ///< URL: templates
    QByteArray secureUrl;
    QByteArray type = "img";
    QList<std::pair<int, QByteArray>> mapping; ///< segment and what %alias% becomes
};

struct IdSync {
    QByteArray id;
    int ttlMinutes = 10080;
    QByteArray tag = "img";
    QList<QByteArray> urls;
    QString container = QStringLiteral("0");
};

struct Partner {
    int id = 0;
    QStringList aliases; ///< lower case; the first is the one that answers name
    QString organization;
    bool cts = false;
    std::optional<QStringList> allowedReferers; ///< hosts; absent: all
    QStringList blockedCountries;
    QString vendorId; ///< the XXXX of ${GDPR_CONSENT_XXXX}; "" matches every number
    QList<DataSource> dataSources;
    std::vector<Trait> traits;
    std::vector<Segment> segments;
    QList<Destination> cookieDestinations;
    QList<Destination> urlDestinations;
    QList<IdSync> idSyncs;

    const DataSource *dataSource(qint64 number) const;
    const DataSource *dataSource(const QString &code) const;
};

enum class CookieRule { Documented, Always, Never };

/// The sandbox's whole configuration, read and checked. docs/sandbox.md describes the file.
struct World {
    int region = 9;
    qint64 profileDelayMs = 0; ///< until another region knows a user
    bool authenticatedByDefault = false; ///< what a missing state means
    int callsPerSecond = 0; ///< 0: no limit
    int callsPerIdAndMinute = 0; ///< 0: no deny list by count
    int users = 100000; ///< remembered at most
    int latencyMs = 0; ///< before each answer
    QString country; ///< where callers seem to be
    CookieRule cookies = CookieRule::Documented;
    int greatestCmp = 500; ///< consent platforms above are unknown: 313
    QSet<int> deletedCmps; ///< 314
    QList<int> provoked; ///< codes that every answer carries
    QString fault;
    QSet<QString> deniedCustomers; ///< "123:ID" -> 303
    QSet<qint64> deniedDataSources; ///< 304
    QSet<QString> deniedDevices; ///< UUID or ECID -> 306
    QSet<QString> deniedProfiles; ///< UUID -> 307
    QStringList optedOut; ///< UUIDs that are opted out from the start, everywhere -> 171
    std::vector<Partner> partners;

    static dcs::Result<World> read(const QJsonObject &json);

    const Partner *partnerByAlias(QStringView alias) const;
    const Partner *partnerByOrganization(QStringView organization) const;
};

} // namespace sandbox
