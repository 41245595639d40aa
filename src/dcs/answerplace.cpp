// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answerplace.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"

#include <functional>

namespace dcs {

namespace {

bool isCustomerId(const Identity &identity)
{
    return identity.kind != Identity::Kind::Uuid && identity.kind != Identity::Kind::Mid;
}

ErrorPlace placeOfParameter(const Call &call, int parameter)
{
    return {call.parameters.at(parameter).key(), parameter};
}

ErrorPlace firstOfKey(const Call &call, QLatin1String key)
{
    for (qsizetype i = 0; i < call.parameters.size(); ++i) {
        if (call.parameters.at(i).sent && call.parameters.at(i).key() == key)
            return {key, int(i)};
    }
    return {key, -1};
}

ErrorPlace firstBrokenPercent(const Call &call)
{
    for (qsizetype i = 0; i < call.parameters.size(); ++i) {
        if (call.parameters.at(i).sent && brokenPercentAt(call.parameters.at(i).wire) >= 0)
            return placeOfParameter(call, int(i));
    }
    return {};
}

// What the message quotes: the ID, and for some codes the namespace as well.
struct Quoted {
    QString id;
    QString nameSpace;
};

Quoted quotedIn(const AnswerError &error, const Catalogue &catalogue)
{
    const ErrorEntry *entry = error.code ? catalogue.error(*error.code) : nullptr;
    if (!entry)
        return {};
    const QRegularExpressionMatch match = entry->pattern.match(error.message);
    const QStringList groups = entry->pattern.namedCaptureGroups();
    const auto group = [&](const QString &name) {
        return groups.contains(name) ? match.captured(name).trimmed() : QString();
    };
    return {group(QStringLiteral("id")), group(QStringLiteral("namespace"))};
}

// The DCS quotes an ID alone, its data source alone, or both with something between.
bool isQuoted(const Identity &identity, const Quoted &quoted)
{
    if (quoted.id.isEmpty() || (!quoted.nameSpace.isEmpty() && quoted.nameSpace != identity.nameSpace))
        return false;
    if (quoted.id == identity.value || (isCustomerId(identity) && quoted.id == identity.nameSpace))
        return true;
    return isCustomerId(identity) && !identity.value.isEmpty() && quoted.id.startsWith(identity.nameSpace)
        && quoted.id.endsWith(identity.value);
}

ErrorPlace firstIdentity(const Call &call, const std::function<bool(const Identity &)> &wanted)
{
    for (const Identity &identity : identities(call)) {
        if (identity.parameter >= 0 && wanted(identity))
            return placeOfParameter(call, identity.parameter);
    }
    return {};
}

bool isMisshapenDeviceId(const Identity &identity, const Catalogue &catalogue)
{
    const GlobalDataSource *source
        = isCustomerId(identity) ? catalogue.globalDataSource(identity.nameSpace) : nullptr;
    return source && !source->pattern.isEmpty()
        && !QRegularExpression(source->pattern).match(identity.value).hasMatch();
}

// The codes 301 to 312 speak of customer IDs; where the message names none, only a call with a single one is
// plain.
ErrorPlace loneCustomerId(const Call &call)
{
    ErrorPlace found;
    for (const Identity &identity : identities(call)) {
        if (!isCustomerId(identity) || identity.parameter < 0)
            continue;
        const ErrorPlace place = placeOfParameter(call, identity.parameter);
        if (found.where.isEmpty())
            found = place;
        else if (found.parameter != place.parameter)
            found.parameter = -1;
    }
    return found;
}

} // namespace

ErrorPlace placeOf(const AnswerError &error, const Call &call, const Catalogue &catalogue)
{
    const int code = error.code.value_or(-1);
    switch (code) {
    case 1:
    case 100:
        return {QStringLiteral("Host"), -1};
    case 109:
        return {QStringLiteral("Referer"), -1};
    case 2:
        return firstOfKey(call, QLatin1String("d_orgid"));
    case 101:
        return firstOfKey(call, QLatin1String("d_mid"));
    case 102:
        return firstOfKey(call, QLatin1String("d_uuid"));
    case 311:
        return firstBrokenPercent(call);
    case 313:
    case 314:
    case 315:
        return firstOfKey(call, QLatin1String("gdpr_consent"));
    default:
        break;
    }
    const Quoted quoted = quotedIn(error, catalogue);
    ErrorPlace place
        = firstIdentity(call, [&](const Identity &identity) { return isQuoted(identity, quoted); });
    if (place.where.isEmpty() && code == 312)
        place = firstIdentity(
            call, [&](const Identity &identity) { return isMisshapenDeviceId(identity, catalogue); });
    if (place.where.isEmpty() && (code == 104 || (code >= 300 && code < 313)))
        place = loneCustomerId(call);
    return place;
}

} // namespace dcs
