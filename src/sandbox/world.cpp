// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/world.h"

#include "sandbox/faults.h"
#include "sandbox/worldreader.h"

#include <limits>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int greatestId = std::numeric_limits<int>::max();
constexpr qint64 greatestSource = qint64(1) << 53; // what a JSON number holds exactly

TraitRule readRule(ObjectReader &reader, const QString &key, const QString &text, TraitRule::Terms terms)
{
    auto rule = TraitRule::parse(text, terms);
    if (rule)
        return *std::move(rule);
    reader.wrong(key, u"is no rule: "_s + rule.error().message);
    return {};
}

Trait readTrait(ObjectReader &reader)
{
    Trait trait;
    trait.id = int(reader.number(u"id"_s, 0, 1, greatestId));
    trait.dataSource = reader.number(u"dataSource"_s, 0, 0, greatestSource);
    if (reader.has(u"rule"_s))
        trait.rule = readRule(reader, u"rule"_s, reader.text(u"rule"_s), TraitRule::Terms::Signals);
    if (trait.id == 0)
        reader.wrong(u"id"_s, u"is missing"_s);
    return trait;
}

Segment readSegment(ObjectReader &reader)
{
    Segment segment;
    segment.id = int(reader.number(u"id"_s, 0, 1, greatestId));
    segment.legacyId = int(reader.number(u"legacyId"_s, 0, 0, greatestId));
    segment.rule = readRule(reader, u"rule"_s, reader.text(u"rule"_s), TraitRule::Terms::Traits);
    if (segment.id == 0)
        reader.wrong(u"id"_s, u"is missing"_s);
    return segment;
}

DataSource readDataSource(ObjectReader &reader)
{
    DataSource source;
    source.id = reader.number(u"id"_s, 0, 1, greatestSource);
    source.code = reader.text(u"code"_s);
    const QString kind = reader.text(u"kind"_s, u"device"_s);
    source.crossDevice = kind == u"cross-device";
    if (!source.crossDevice && kind != u"device")
        reader.wrong(u"kind"_s, u"must be \"cross-device\" or \"device\""_s);
    if (source.id == 0)
        reader.wrong(u"id"_s, u"is missing"_s);
    return source;
}

void readDestination(ObjectReader &reader, Partner &partner)
{
    Destination destination;
    const QString kind = reader.text(u"kind"_s);
    const bool isCookie = kind == u"cookie";
    if (isCookie) {
        destination.name = reader.bytes(u"name"_s);
        destination.value = reader.bytes(u"value"_s, "%alias%");
        destination.domain = reader.bytes(u"domain"_s);
        destination.ttlDays = int(reader.number(u"ttlDays"_s, 30, 0, greatestId));
    } else if (kind == u"url") {
        destination.id = reader.bytes(u"id"_s);
        destination.url = reader.bytes(u"url"_s);
        destination.secureUrl = reader.bytes(u"secureUrl"_s);
        destination.type = reader.bytes(u"type"_s, "img");
    } else {
        reader.wrong(u"kind"_s, u"must be \"cookie\" or \"url\""_s);
    }
    reader.object(u"segments"_s, [&](ObjectReader &mapping) {
        const auto pairs = mapping.allTexts();
        for (const auto &[segment, alias] : pairs) {
            bool ok = false;
            destination.mapping.append({segment.toInt(&ok), alias.toUtf8()});
            if (!ok)
                mapping.wrong(segment, u"must be the ID of a segment"_s);
        }
    });
    (isCookie ? partner.cookieDestinations : partner.urlDestinations).append(destination);
}

IdSync readIdSync(ObjectReader &reader)
{
    IdSync sync;
    sync.id = reader.bytes(u"id"_s);
    sync.ttlMinutes = int(reader.number(u"ttlMinutes"_s, 10080, 0, greatestId));
    sync.tag = reader.bytes(u"tag"_s, "img");
    sync.container = reader.text(u"container"_s, u"0"_s);
    const QStringList urls = reader.texts(u"urls"_s);
    for (const QString &url : urls)
        sync.urls.append(url.toUtf8());
    return sync;
}

Partner readPartner(ObjectReader &reader)
{
    Partner partner;
    partner.id = int(reader.number(u"id"_s, 0, 0, greatestId));
    const QStringList aliases = reader.texts(u"aliases"_s);
    for (const QString &alias : aliases)
        partner.aliases.append(alias.toLower());
    partner.organization = reader.text(u"organization"_s);
    partner.cts = reader.flag(u"cts"_s, true);
    if (reader.has(u"allowedReferers"_s))
        partner.allowedReferers = reader.texts(u"allowedReferers"_s);
    partner.blockedCountries = reader.texts(u"blockedCountries"_s);
    partner.vendorId = reader.text(u"vendorId"_s);
    reader.each(
        u"dataSources"_s, [&](ObjectReader &one) { partner.dataSources.append(readDataSource(one)); });
    reader.each(u"traits"_s, [&](ObjectReader &one) { partner.traits.push_back(readTrait(one)); });
    reader.each(u"segments"_s, [&](ObjectReader &one) { partner.segments.push_back(readSegment(one)); });
    reader.each(u"destinations"_s, [&](ObjectReader &one) { readDestination(one, partner); });
    reader.each(u"idSyncs"_s, [&](ObjectReader &one) { partner.idSyncs.append(readIdSync(one)); });
    if (partner.aliases.isEmpty())
        reader.wrong(u"aliases"_s, u"must name one alias at least"_s);
    return partner;
}

template <typename To>
QSet<To> toSet(const QList<qint64> &numbers)
{
    QSet<To> out;
    for (const qint64 number : numbers)
        out.insert(To(number));
    return out;
}

QSet<QString> toSet(const QStringList &texts)
{
    return QSet<QString>(texts.begin(), texts.end());
}

void readDenyList(ObjectReader &reader, World &world)
{
    world.callsPerIdAndMinute = int(reader.number(u"callsPerIdAndMinute"_s, 0, 0, greatestId));
    world.deniedCustomers = toSet(reader.texts(u"customerIds"_s));
    world.deniedDataSources = toSet<qint64>(reader.numbers(u"dataSources"_s, greatestSource));
    world.deniedDevices = toSet(reader.texts(u"devices"_s));
    world.deniedProfiles = toSet(reader.texts(u"profiles"_s));
}

void readWorld(ObjectReader &reader, World &world)
{
    world.region = int(reader.number(u"region"_s, 9, 0, 999));
    world.profileDelayMs = 1000 * reader.number(u"profileDelaySeconds"_s, 0, 0, greatestId);
    world.authenticatedByDefault = reader.number(u"defaultAuthState"_s, 0, 0, 1) == 1;
    world.callsPerSecond = int(reader.number(u"callsPerSecond"_s, 0, 0, greatestId));
    world.users = int(reader.number(u"users"_s, 100000, 2, 10000000));
    world.latencyMs = int(reader.number(u"latencyMs"_s, 0, 0, 600000));
    world.country = reader.text(u"country"_s);
    world.fault = reader.text(u"fault"_s);
    world.optedOut = reader.texts(u"optedOut"_s);
    const QString cookies = reader.text(u"cookies"_s, u"documented"_s);
    if (cookies == u"always")
        world.cookies = CookieRule::Always;
    else if (cookies == u"never")
        world.cookies = CookieRule::Never;
    else if (cookies != u"documented")
        reader.wrong(u"cookies"_s, u"must be \"documented\", \"always\" or \"never\""_s);
    const QList<qint64> provoked = reader.numbers(u"provoke"_s, 99999);
    for (const qint64 code : provoked)
        world.provoked.append(int(code));
    if (!world.fault.isEmpty() && !isFaultKind(world.fault))
        reader.wrong(u"fault"_s, u"is no kind of fault that is known"_s);
    reader.object(u"consent"_s, [&](ObjectReader &consent) {
        world.greatestCmp = int(consent.number(u"greatestCmp"_s, 500, 0, 4095));
        world.deletedCmps = toSet<int>(consent.numbers(u"deletedCmps"_s, 4095));
    });
    reader.object(u"denyList"_s, [&](ObjectReader &list) { readDenyList(list, world); });
    reader.each(u"partners"_s, [&](ObjectReader &one) { world.partners.push_back(readPartner(one)); });
}

} // namespace

const DataSource *Partner::dataSource(qint64 number) const
{
    for (const DataSource &source : dataSources) {
        if (source.id == number)
            return &source;
    }
    return nullptr;
}

const DataSource *Partner::dataSource(const QString &code) const
{
    for (const DataSource &source : dataSources) {
        if (!source.code.isEmpty() && source.code == code)
            return &source;
    }
    return nullptr;
}

dcs::Result<World> World::read(const QJsonObject &json)
{
    World world;
    QString problem;
    {
        ObjectReader reader(json, {}, problem);
        readWorld(reader, world);
    }
    if (!problem.isEmpty()) {
        return dcs::Error{dcs::Errc::InvalidInput, u"The sandbox configuration is wrong: %1."_s.arg(problem),
            u"docs/sandbox.md describes the file."_s, {}};
    }
    return world;
}

const Partner *World::partnerByAlias(QStringView alias) const
{
    for (const Partner &partner : partners) {
        for (const QString &own : partner.aliases) {
            if (own == alias)
                return &partner;
        }
    }
    return nullptr;
}

const Partner *World::partnerByOrganization(QStringView organization) const
{
    for (const Partner &partner : partners) {
        if (!partner.organization.isEmpty() && partner.organization == organization)
            return &partner;
    }
    return nullptr;
}

} // namespace sandbox
