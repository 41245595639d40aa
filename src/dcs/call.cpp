// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/call.h"

#include "dcs/catalogue.h"
#include "dcs/host.h"
#include "dcs/reading.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

void appendJoined(QByteArray &out, const QList<Parameter> &parameters, Parameter::Place place, bool *any)
{
    for (const Parameter &parameter : parameters) {
        if (!parameter.sent || parameter.place != place)
            continue;
        if (*any)
            out += '&';
        out += parameter.wire;
        *any = true;
    }
}

/// Length of what appendJoined() writes, or -1 where it finds no parameter at all.
qsizetype joinedBytes(const QList<Parameter> &parameters, Parameter::Place place)
{
    qsizetype bytes = -1;
    for (const Parameter &parameter : parameters) {
        if (parameter.sent && parameter.place == place)
            bytes += parameter.wire.size() + 1;
    }
    return bytes;
}

AuthState authStateOf(QByteArrayView wirePart)
{
    const QByteArray text = percentDecode(wirePart);
    if (text == "0")
        return AuthState::Unknown;
    if (text == "1")
        return AuthState::Authenticated;
    if (text == "2")
        return AuthState::LoggedOut;
    return AuthState::Absent;
}

/// Visitor Authentication States in Audience Manager gives the third part; Supported Attributes for DCS API
/// Calls describes several pairs in one value.
void appendCustomerIds(QList<Identity> &out, Identity::Kind kind, QByteArrayView wireValue, int parameter)
{
    const CidParts parts = splitCid(wireValue);
    const auto text
        = [&parts](qsizetype i) { return i < parts.size() ? percentDecodeText(parts[i]) : QString(); };
    if (parts.size() >= 4 && parts.size() % 2 == 0) {
        for (qsizetype i = 0; i < parts.size(); i += 2)
            out.append({kind, text(i), text(i + 1), AuthState::Absent, parameter, -1});
        return;
    }
    const AuthState state = parts.size() == 3 ? authStateOf(parts[2]) : AuthState::Absent;
    out.append({kind, text(0), text(1), state, parameter, -1});
}

/// Joins the halves of legacy pairs: the n-th data source belongs to the n-th ID, wherever they stand.
class LegacyPairs
{
public:
    void add(QList<Identity> &out, Role role, const QString &value, int parameter)
    {
        const qsizetype turn = role == Role::LegacySource ? m_sources++ : m_ids++;
        const bool isFirst = turn == m_places.size();
        if (isFirst) {
            m_places.append(out.size());
            out.append({Identity::Kind::Dpuuid, {}, {}, AuthState::Absent, parameter, -1});
        }
        Identity &pair = out[m_places[turn]];
        (role == Role::LegacySource ? pair.nameSpace : pair.value) = value;
        if (!isFirst)
            pair.partner = parameter;
    }

private:
    QVarLengthArray<qsizetype, 4> m_places;
    qsizetype m_sources = 0;
    qsizetype m_ids = 0;
};

} // namespace

std::optional<QByteArray> headerValue(const QList<Header> &headers, QByteArrayView name)
{
    for (const Header &header : headers) {
        if (header.sent && QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return std::nullopt;
}

QString endpointName(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Event:
        return QStringLiteral("event");
    case Endpoint::Id:
        return QStringLiteral("id");
    case Endpoint::Ibs:
        return QStringLiteral("ibs");
    case Endpoint::OptOut:
        return QStringLiteral("optout");
    case Endpoint::Other:
        return QStringLiteral("other");
    }
    return {};
}

Endpoint endpoint(const Call &call)
{
    if (call.path == "/event")
        return Endpoint::Event;
    if (call.path == "/id" || call.path == "/id/rd")
        return Endpoint::Id;
    if (call.path.startsWith("/ibs:"))
        return Endpoint::Ibs;
    if (call.path == "/demoptout" || call.path == "/demoptout.jpg")
        return Endpoint::OptOut;
    return Endpoint::Other;
}

QByteArray hostHeader(const Call &call)
{
    return headerValue(call.headers, "Host").value_or(QByteArray());
}

QString alias(const Call &call, const Catalogue &catalogue)
{
    const std::optional<QByteArray> header = headerValue(call.headers, "Host");
    const HostName name = hostName(
        header ? splitPort(QByteArrayView(*header).trimmed()).first : QByteArrayView(call.connectHost),
        catalogue);
    return name.kind == HostName::Kind::Alias ? name.label : QString();
}

std::optional<int> region(const Call &call, const Catalogue &catalogue)
{
    const Region *found = catalogue.regionByHost(call.connectHost);
    return found ? std::optional(found->id) : std::nullopt;
}

QList<Identity> identities(const Call &call)
{
    QList<Identity> out;
    LegacyPairs pairs;
    for (int i = 0; i < call.parameters.size(); ++i) {
        const Parameter &parameter = call.parameters[i];
        if (!parameter.sent)
            continue;
        const Role role = identityRole(DecodedText(parameter.wireKey()).view());
        if (role == Role::Uuid || role == Role::Mid) {
            const auto kind = role == Role::Uuid ? Identity::Kind::Uuid : Identity::Kind::Mid;
            out.append({kind, {}, parameter.value(), AuthState::Absent, i, -1});
        } else if (isCid(role)) {
            const auto kind = role == Role::Cid ? Identity::Kind::Cid
                : role == Role::CidIc           ? Identity::Kind::CidIc
                                                : Identity::Kind::CidNs;
            appendCustomerIds(out, kind, parameter.wireValue(), i);
        } else if (isIdentity(role)) {
            pairs.add(out, role, parameter.value(), i);
        }
    }
    return out;
}

QList<Signal> signalsOf(const Call &call, const Catalogue &catalogue)
{
    QList<Signal> out;
    for (int i = 0; i < call.parameters.size(); ++i) {
        const Parameter &parameter = call.parameters[i];
        if (!parameter.sent)
            continue;
        const DecodedText key(parameter.wireKey());
        if (roleOf(key.view(), catalogue) != Role::Signal)
            continue;
        // A raw comma joins several values of one key; %2C is data (Formatting Key-Value Pairs in DCS Calls).
        QStringList values;
        QByteArrayView rest = parameter.wireValue();
        for (qsizetype comma = rest.indexOf(','); comma >= 0; comma = rest.indexOf(',')) {
            values.append(percentDecodeText(rest.first(comma)));
            rest = rest.sliced(comma + 1);
        }
        values.append(percentDecodeText(rest));
        out.append({key.view().toString(), values, i});
    }
    return out;
}

QList<Option> optionsOf(const Call &call, const Catalogue &catalogue)
{
    QList<Option> out;
    for (int i = 0; i < call.parameters.size(); ++i) {
        const Parameter &parameter = call.parameters[i];
        if (!parameter.sent)
            continue;
        const DecodedText key(parameter.wireKey());
        if (roleOf(key.view(), catalogue) == Role::Option)
            out.append({key.view().toString(), parameter.value(), i});
    }
    return out;
}

std::optional<QString> option(const Call &call, QStringView key)
{
    for (const Parameter &parameter : call.parameters) {
        if (parameter.sent && DecodedText(parameter.wireKey()).view() == key)
            return parameter.value();
    }
    return std::nullopt;
}

QByteArray query(const Call &call)
{
    QByteArray out;
    bool any = false;
    appendJoined(out, call.parameters, Parameter::Place::Path, &any);
    appendJoined(out, call.parameters, Parameter::Place::Query, &any);
    return out;
}

QByteArray body(const Call &call)
{
    if (call.opaqueBody)
        return *call.opaqueBody;
    QByteArray out;
    bool any = false;
    appendJoined(out, call.parameters, Parameter::Place::Body, &any);
    return out;
}

QByteArray target(const Call &call)
{
    QByteArray out = call.path.isEmpty() ? QByteArray("/") : call.path;
    bool any = false;
    appendJoined(out, call.parameters, Parameter::Place::Path, &any);
    QByteArray queryPart;
    any = false;
    appendJoined(queryPart, call.parameters, Parameter::Place::Query, &any);
    return any ? out + '?' + queryPart : out;
}

QByteArray url(const Call &call)
{
    QByteArray out = call.tls ? "https://" : "http://";
    out += isIpV6(call.connectHost) ? '[' + call.connectHost + ']' : call.connectHost;
    if (call.port != (call.tls ? 443 : 80))
        out += ':' + QByteArray::number(call.port);
    QByteArray path = target(call);
    if (call.path.isEmpty())
        path.remove(0, 1);
    return out + path + call.fragment;
}

qsizetype requestLineBytes(const Call &call)
{
    const qsizetype queryBytes = joinedBytes(call.parameters, Parameter::Place::Query);
    const qsizetype pathBytes = qMax(qsizetype(0), joinedBytes(call.parameters, Parameter::Place::Path));
    const qsizetype targetBytes
        = qMax(qsizetype(1), call.path.size()) + pathBytes + (queryBytes < 0 ? 0 : queryBytes + 1);
    return call.method.size() + 1 + targetBytes + qsizetype(sizeof(" HTTP/1.1") - 1);
}

qsizetype bodyBytes(const Call &call)
{
    return call.opaqueBody ? call.opaqueBody->size()
                           : qMax(qsizetype(0), joinedBytes(call.parameters, Parameter::Place::Body));
}

QString userKey(const Call &call)
{
    // Race Conditions, Rate Limiting, and Error Handling: one user, one call at a time.
    QStringList customers;
    QString mid;
    const QList<Identity> ids = identities(call);
    for (const Identity &id : ids) {
        if (id.value.isEmpty())
            continue;
        if (id.kind == Identity::Kind::Uuid)
            return QStringLiteral("uuid ") + id.value;
        if (id.kind == Identity::Kind::Mid && mid.isEmpty())
            mid = QStringLiteral("mid ") + id.value;
        else if (id.kind != Identity::Kind::Mid)
            customers.append(id.nameSpace + QChar(1) + id.value);
    }
    if (!mid.isEmpty())
        return mid;
    if (customers.isEmpty())
        return {};
    std::sort(customers.begin(), customers.end());
    return QStringLiteral("cid ") + customers.join(QChar(2));
}

} // namespace dcs
