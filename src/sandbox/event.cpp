// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/endpoints.h"
#include "sandbox/macros.h"

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// Whom a served call turned out to be for.
struct Outcome {
    int region = 0; ///< the user's home
    QList<int> traits;
    QList<const Segment *> segments;
};

/// The values of a key: signals, Adobe's own keys, and what the DCS makes of HTTP headers (h_).
QStringList valuesOf(const Visit &visit, const QString &key)
{
    QStringList values;
    for (const dcs::Signal &signal : visit.given) {
        if (signal.key == key)
            values += signal.values;
    }
    if (!values.isEmpty())
        return values;
    if (const QString *value = visit.option(key))
        return {*value};
    if (key.startsWith(u"h_")) {
        const QByteArrayView header = visit.request.header(QStringView(key).sliced(2).toLatin1());
        if (!header.isEmpty())
            values.append(QString::fromUtf8(header));
    }
    return values;
}

/// d_tdpid and d_tdpid_ic restrict evaluation to one data source; nullopt: all.
std::optional<qint64> onlySource(const Visit &visit)
{
    if (const QString *number = visit.option(u"d_tdpid"))
        return number->toLongLong();
    if (const QString *code = visit.option(u"d_tdpid_ic")) {
        const DataSource *source = visit.partner->dataSource(*code);
        return source ? source->id : -1;
    }
    return {};
}

QList<int> realisedTraits(const Visit &visit)
{
    QList<int> realised;
    const std::optional<qint64> source = onlySource(visit);
    const auto values = [&visit](const QString &key) { return valuesOf(visit, key); };
    for (const Trait &trait : visit.partner->traits) {
        if (trait.rule && (!source || trait.dataSource == *source) && trait.rule->holds(values))
            realised.append(trait.id);
    }
    // d_sid names traits that are realised without a rule (Pixel-based Data Transfers).
    const QStringList ids = visit.optionText(u"d_sid").split(u',', Qt::SkipEmptyParts);
    for (const QString &id : ids) {
        const int number = id.trimmed().toInt();
        const auto &traits = visit.partner->traits;
        if (std::any_of(
                traits.begin(), traits.end(), [number](const Trait &trait) { return trait.id == number; }))
            realised.append(number);
    }
    return realised;
}

/// Segments that d_sid names directly: "traits (or segments) by ID".
bool isNamed(const Visit &visit, const Segment &segment)
{
    const QStringList ids = visit.optionText(u"d_sid").split(u',', Qt::SkipEmptyParts);
    return std::any_of(
        ids.begin(), ids.end(), [&](const QString &id) { return id.trimmed().toInt() == segment.id; });
}

/// New traits go to the device, or to the person if the call says that it is logged in; such a call reads
/// both (Visitor Authentication States).
Outcome evaluate(const Visit &visit, State &state, const User &user)
{
    Outcome outcome;
    const QList<int> realised = realisedTraits(visit);
    if (user.isProfileBlocked) {
        outcome.region = visit.moment.region;
        outcome.traits = realised;
    } else {
        Profiles &profiles = state.profiles;
        const QByteArray device = Profiles::uuidName(user.uuid);
        outcome.region = profiles.home(device, visit.moment);
        const auto person = std::find_if(user.customers.begin(), user.customers.end(),
            [](const Customer &customer) { return customer.authenticated; });
        if (person == user.customers.end()) {
            outcome.traits = profiles.realise(device, realised, visit.moment);
        } else {
            outcome.traits = profiles.realise(device, {}, visit.moment)
                + profiles.realise(person->name(), realised, visit.moment);
        }
    }
    auto &traits = outcome.traits;
    std::sort(traits.begin(), traits.end());
    traits.erase(std::unique(traits.begin(), traits.end()), traits.end());
    const auto hasTrait
        = [&traits](int trait) { return std::binary_search(traits.begin(), traits.end(), trait); };
    for (const Segment &segment : visit.partner->segments) {
        if (segment.rule.holds({}, hasTrait) || isNamed(visit, segment))
            outcome.segments.append(&segment);
    }
    return outcome;
}

bool isIn(int segment, const Outcome &outcome)
{
    return std::any_of(outcome.segments.begin(), outcome.segments.end(),
        [segment](const Segment *one) { return one->id == segment; });
}

/// stuff: one element for each cookie destination that has a segment of the user, its values joined by
/// commas.
void appendStuff(QByteArray &out, const Visit &visit, State &state, const User &user, const Outcome &outcome)
{
    out += "\"stuff\":[";
    bool isFirst = true;
    for (const Destination &destination : visit.partner->cookieDestinations) {
        QByteArray value;
        for (const auto &[segment, alias] : destination.mapping) {
            if (!isIn(segment, outcome))
                continue;
            if (!value.isEmpty())
                value += ',';
            value += fillDestination(destination.value, alias, visit, state, user, outcome.region);
        }
        if (value.isEmpty())
            continue;
        out += isFirst ? "{" : ",{";
        isFirst = false;
        appendText(out, "cn", destination.name, visit.isJsonp());
        appendText(out, "cv", value, visit.isJsonp());
        appendNumber(out, "ttl", destination.ttlDays);
        appendText(out, "dmn", destination.domain, visit.isJsonp());
        out += '}';
    }
    out += ']';
}

/// dests: missing unless d_dst=1 asks for it and there is at least one.
void appendDests(QByteArray &out, const Visit &visit, State &state, const User &user, const Outcome &outcome)
{
    if (visit.optionText(u"d_dst") != u"1")
        return;
    QByteArray dests;
    for (const Destination &destination : visit.partner->urlDestinations) {
        for (const auto &[segment, alias] : destination.mapping) {
            if (!isIn(segment, outcome))
                continue;
            dests += dests.isEmpty() ? "{" : ",{";
            appendText(dests, "id", destination.id + '-' + QByteArray::number(segment), visit.isJsonp());
            appendText(dests, "y", destination.type, visit.isJsonp());
            if (!destination.url.isEmpty())
                appendText(dests, "c",
                    fillDestination(destination.url, alias, visit, state, user, outcome.region),
                    visit.isJsonp());
            if (!destination.secureUrl.isEmpty())
                appendText(dests, "e",
                    fillDestination(destination.secureUrl, alias, visit, state, user, outcome.region),
                    visit.isJsonp());
            dests += '}';
        }
    }
    if (!dests.isEmpty())
        out += ",\"dests\":[" + dests + ']';
}

/// traits and segments: d_cts=1 gives legacy segment IDs, 2 segment IDs; only for partners that have it
/// enabled.
void appendTraits(QByteArray &out, const Visit &visit, const Outcome &outcome)
{
    const QString cts = visit.optionText(u"d_cts");
    if (!visit.partner->cts || (cts != u"1" && cts != u"2"))
        return;
    out += ",\"traits\":[";
    for (qsizetype i = 0; i < outcome.traits.size(); ++i)
        out += (i > 0 ? "," : "") + QByteArray::number(outcome.traits[i]);
    out += "],\"segments\":[";
    bool isFirst = true;
    for (const Segment *segment : outcome.segments) {
        const int id = cts == u"1" ? segment->legacyId : segment->id;
        if (id == 0)
            continue;
        out += (isFirst ? "" : ",") + QByteArray::number(id);
        isFirst = false;
    }
    out += ']';
}

QByteArray eventObject(const Visit &visit, State &state, const User &user, const Outcome &outcome)
{
    QByteArray out = "{";
    appendStuff(out, visit, state, user, outcome);
    appendDests(out, visit, state, user, outcome);
    appendText(out, "uuid", user.uuid, false);
    appendNumber(out, "dcs_region", outcome.region);
    appendTraits(out, visit, outcome);
    // d_jsonv=0 switches ID syncs off, child protection forbids them.
    const bool syncs
        = !visit.partner->idSyncs.isEmpty() && visit.optionText(u"d_jsonv") != u"0" && !visit.isCoppa();
    if (syncs)
        appendIdSyncs(out, visit, user);
    if (!visit.errors.isEmpty()) {
        out += ",\"errors\":";
        appendJsonErrors(out, visit.errors, visit.isJsonp());
    }
    appendText(out, "tid", visit.tid, false);
    out += '}';
    return out;
}

/// gdpr=1 without a usable string: nothing is stored, and nobody is named.
Reply withheld(const Visit &visit)
{
    QByteArray out = "{\"stuff\":[]";
    appendNumber(out, "dcs_region", visit.moment.region);
    if (!visit.errors.isEmpty()) {
        out += ",\"errors\":";
        appendJsonErrors(out, visit.errors, visit.isJsonp());
    }
    appendText(out, "tid", visit.tid, false);
    out += '}';
    return answer(visit, out);
}

} // namespace

Reply answerEvent(Visit &visit, State &state, QByteArray &userId)
{
    if (!isAdmitted(visit, state))
        return refusal(visit);
    const User user = identify(visit, state);
    if (user.standing == User::Standing::Refused)
        return refusal(visit);
    addProvoked(visit, state);
    if (user.standing == User::Standing::Withheld)
        return withheld(visit);
    userId = user.uuid;
    const Outcome outcome = evaluate(visit, state, user);

    const bool isClick = visit.optionText(u"d_event") == u"click" && visit.option(u"d_rd");
    const QByteArray target = isClick ? clickTarget(visit, state, user, outcome.region) : QByteArray();
    Reply reply;
    if (!target.isEmpty())
        reply = redirect(target);
    else if (visit.wantsJson)
        reply = answer(visit, eventObject(visit, state, user, outcome));
    else
        reply = answer(visit, {});
    addCookies(visit, state, user.uuid, reply);
    return reply;
}

} // namespace sandbox
