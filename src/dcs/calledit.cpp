// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/call.h"
#include "dcs/host.h"
#include "dcs/reading.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

constexpr char formType[] = "application/x-www-form-urlencoded";

bool isNamed(const Header &header, QByteArrayView name)
{
    return QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0;
}

/// Behind the last parameter of its place; path, query and body stay in this order.
void insertParameter(Call &call, const Parameter &parameter)
{
    qsizetype at = call.parameters.size();
    while (at > 0 && call.parameters[at - 1].place > parameter.place)
        --at;
    // The piece that stands for a bare '?' gives way to the first real one.
    if (at > 0 && call.parameters[at - 1] == Parameter{QByteArray(), parameter.place, true}
        && (at == 1 || call.parameters[at - 2].place != parameter.place)) {
        call.parameters[at - 1] = parameter;
        return;
    }
    call.parameters.insert(at, parameter);
}

void moveParameters(Call &call, Parameter::Place from, Parameter::Place to)
{
    for (Parameter &parameter : call.parameters) {
        if (parameter.place == from)
            parameter.place = to;
    }
}

QByteArray keyOf(Identity::Kind kind)
{
    switch (kind) {
    case Identity::Kind::Uuid:
        return QByteArrayLiteral("d_uuid");
    case Identity::Kind::Mid:
        return QByteArrayLiteral("d_mid");
    case Identity::Kind::Cid:
        return QByteArrayLiteral("d_cid");
    case Identity::Kind::CidIc:
        return QByteArrayLiteral("d_cid_ic");
    case Identity::Kind::CidNs:
        return QByteArrayLiteral("d_cid_ns");
    case Identity::Kind::Dpuuid:
        break;
    }
    return {};
}

/// One parameter, or two for a legacy pair. On /ibs the pair has no prefix (ID Synchronization).
QList<Parameter> parametersOf(const Identity &identity, Parameter::Place place)
{
    if (identity.kind != Identity::Kind::Dpuuid)
        return {{keyOf(identity.kind) + '=' + identity.wire(), place, true}};
    const QByteArray prefix = place == Parameter::Place::Path ? "" : "d_";
    return {{prefix + "dpid=" + encodeText(identity.nameSpace), place, true},
        {prefix + "dpuuid=" + encodeText(identity.value), place, true}};
}

/// Identities that one parameter carries: more than one only where a value holds several pairs.
QList<int> sharing(const QList<Identity> &all, int parameter)
{
    QList<int> out;
    for (int i = 0; i < all.size(); ++i) {
        if (all[i].parameter == parameter)
            out.append(i);
    }
    return out;
}

/// A value of several pairs becomes one parameter for each, with their bytes, so that one of them can change.
QList<Parameter> splitPairs(const Parameter &parameter)
{
    const CidParts parts = splitCid(parameter.wireValue());
    QList<Parameter> out;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        const QByteArray wire = parameter.wireKey().toByteArray() + '=' + parts[i].toByteArray() + "%01"
            + parts[i + 1].toByteArray();
        out.append({wire, parameter.place, parameter.sent});
    }
    return out;
}

void replaceAt(Call &call, int index, const QList<Parameter> &with)
{
    call.parameters.removeAt(index);
    for (qsizetype i = 0; i < with.size(); ++i)
        call.parameters.insert(index + i, with[i]);
}

/// Puts `with` where the identity stands; an empty list removes it.
void exchangeIdentity(Call &call, const QList<Identity> &all, int index, const QList<Parameter> &with)
{
    const Identity &old = all[index];
    const QList<int> neighbours = sharing(all, old.parameter);
    if (neighbours.size() > 1) {
        QList<Parameter> pieces = splitPairs(call.parameters[old.parameter]);
        const qsizetype piece = neighbours.indexOf(index);
        pieces.removeAt(piece);
        for (qsizetype i = 0; i < with.size(); ++i)
            pieces.insert(piece + i, with[i]);
        replaceAt(call, old.parameter, pieces);
        return;
    }
    if (old.partner >= 0) {
        call.parameters.removeAt(old.partner);
        replaceAt(call, old.parameter - (old.partner < old.parameter ? 1 : 0), with);
    } else {
        replaceAt(call, old.parameter, with);
    }
}

/// A legacy pair that stays one keeps its two places, keys and order; only a half that changes gets new
/// bytes.
void rewritePair(Call &call, const Identity &old, const Identity &identity)
{
    for (const int index : {old.parameter, old.partner}) {
        Parameter &parameter = call.parameters[index];
        const bool isSource = identityRole(parameter.key()) == Role::LegacySource;
        const QString &text = isSource ? identity.nameSpace : identity.value;
        if (parameter.value() != text)
            parameter.wire = parameter.wireKey().toByteArray() + '=' + encodeText(text);
    }
}

} // namespace

Call newCall(const QByteArray &alias, const QByteArray &regionHost)
{
    Call call;
    const QByteArray host = aliasHost(alias);
    call.connectHost = regionHost.isEmpty() ? host : regionHost;
    call.parameters = {{QByteArrayLiteral("d_rtbd=json"), Parameter::Place::Query, true}};
    call.headers = {{QByteArrayLiteral("Host"), host, true},
        {QByteArrayLiteral("User-Agent"), QByteArrayLiteral("dcs-workbench/" DCS_VERSION), true},
        {QByteArrayLiteral("Accept"), QByteArrayLiteral("*/*"), true}};
    return call;
}

void setHostHeader(Call &call, const QByteArray &value)
{
    for (Header &header : call.headers) {
        if (isNamed(header, "Host")) {
            header.value = value;
            header.sent = true;
            return;
        }
    }
    call.headers.prepend({QByteArrayLiteral("Host"), value, true});
}

void setAlias(Call &call, const QString &alias)
{
    setHostHeader(call, aliasHost(alias.toUtf8()));
}

void setConnectHost(Call &call, const QByteArray &host)
{
    call.connectHost = host;
}

void setMethod(Call &call, const QByteArray &method)
{
    if (call.method == method)
        return;
    const bool toPost = method == "POST";
    const bool toGet = method == "GET";
    call.method = method;
    if (call.opaqueBody)
        return;
    if (toPost) {
        moveParameters(call, Parameter::Place::Query, Parameter::Place::Body);
        const auto isContentType
            = [](const Header &header) { return header.sent && isNamed(header, "Content-Type"); };
        if (std::none_of(call.headers.begin(), call.headers.end(), isContentType))
            call.headers.append({QByteArrayLiteral("Content-Type"), QByteArray(formType), true});
    } else if (toGet) {
        moveParameters(call, Parameter::Place::Body, Parameter::Place::Query);
        call.headers.removeIf([](const Header &header) {
            return isNamed(header, "Content-Length")
                || (isNamed(header, "Content-Type") && header.value == formType);
        });
    }
}

Parameter::Place defaultPlace(const Call &call)
{
    if (endpoint(call) == Endpoint::Ibs)
        return Parameter::Place::Path;
    return call.method == "POST" && !call.opaqueBody ? Parameter::Place::Body : Parameter::Place::Query;
}

void setOption(Call &call, const QString &key, const std::optional<QString> &value)
{
    const auto hasKey
        = [&key](const Parameter &parameter) { return DecodedText(parameter.wireKey()).view() == key; };
    if (!value) {
        call.parameters.removeIf(hasKey);
        return;
    }
    const auto begin = call.parameters.begin();
    const auto end = call.parameters.end();
    auto found = std::find_if(begin, end, [&](const Parameter &one) { return one.sent && hasKey(one); });
    if (found == end)
        found = std::find_if(begin, end, hasKey);
    if (found == end) {
        insertParameter(call, Parameter::fromText(key, *value, defaultPlace(call)));
        return;
    }
    found->sent = true;
    if (!found->hasEquals() || found->value() != *value)
        found->wire = found->wireKey().toByteArray() + '=' + encodeText(*value);
}

void addIdentity(Call &call, const Identity &identity)
{
    for (const Parameter &parameter : parametersOf(identity, defaultPlace(call)))
        insertParameter(call, parameter);
}

void replaceIdentity(Call &call, int index, const Identity &identity)
{
    const QList<Identity> all = identities(call);
    if (index < 0 || index >= all.size() || all[index] == identity)
        return;
    const Identity &old = all[index];
    if (old.kind == Identity::Kind::Dpuuid && identity.kind == old.kind && old.partner >= 0) {
        rewritePair(call, old, identity);
        return;
    }
    const Parameter &parameter = call.parameters[old.parameter];
    QList<Parameter> with = parametersOf(identity, parameter.place);
    if (old.kind == identity.kind && with.size() == 1)
        with[0].wire = parameter.wireKey().toByteArray() + '=' + identity.wire();
    exchangeIdentity(call, all, index, with);
}

void removeIdentity(Call &call, int index)
{
    const QList<Identity> all = identities(call);
    if (index >= 0 && index < all.size())
        exchangeIdentity(call, all, index, {});
}

} // namespace dcs
