// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/contract.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "interop/contractmembers.h"

#include <algorithm>

namespace interop {

using dcs::JsonWriter;

namespace {

QStringView placeName(dcs::Parameter::Place place)
{
    switch (place) {
    case dcs::Parameter::Place::Path:
        return u"path";
    case dcs::Parameter::Place::Query:
        return u"query";
    case dcs::Parameter::Place::Body:
        return u"body";
    }
    return {};
}

void writeIdentities(JsonWriter &out, const dcs::Call &call)
{
    out.key(u"identities").beginArray();
    for (const dcs::Identity &identity : dcs::identities(call)) {
        using Kind = dcs::Identity::Kind;
        out.beginObject();
        out.key(u"kind").value(dcs::kindName(identity.kind));
        if (identity.kind != Kind::Uuid && identity.kind != Kind::Mid)
            out.key(u"namespace").value(identity.nameSpace);
        out.key(u"value").value(identity.value);
        if (identity.authState != dcs::AuthState::Absent)
            out.key(u"authState").value(dcs::authStateName(identity.authState));
        out.endObject();
    }
    out.endArray();
}

void writeSignals(JsonWriter &out, const dcs::Call &call, const dcs::Catalogue &catalogue)
{
    out.key(u"signals").beginArray();
    for (const dcs::Signal &signal : dcs::signalsOf(call, catalogue)) {
        out.beginObject();
        out.key(u"key").value(signal.key);
        writeTexts(out, u"values", signal.values);
        out.endObject();
    }
    out.endArray();
}

void writeOptions(JsonWriter &out, const dcs::Call &call, const dcs::Catalogue &catalogue)
{
    out.key(u"options").beginArray();
    for (const dcs::Option &option : dcs::optionsOf(call, catalogue)) {
        out.beginObject();
        out.key(u"key").value(option.key);
        out.key(u"value").value(option.value);
        out.endObject();
    }
    out.endArray();
}

void writeParameter(JsonWriter &out, const dcs::Parameter &parameter, bool withPlace)
{
    out.beginObject();
    out.key(u"key").value(parameter.key());
    out.key(u"value").value(parameter.value());
    out.key(u"wire").value(dcs::textOfUtf8(parameter.wire));
    // JSON has no bytes: where the text above had to replace some, they stand here.
    if (!dcs::isUtf8(parameter.wire))
        out.key(u"wireBase64").value(QString::fromLatin1(parameter.wire.toBase64()));
    if (withPlace)
        out.key(u"place").value(placeName(parameter.place));
    out.endObject();
}

// Those that are sent are, joined, the query or the body. Place is told where a call uses more than one.
void writeParameters(JsonWriter &out, QStringView key, const dcs::Call &call, bool sent)
{
    const auto &all = call.parameters;
    const bool severalPlaces = std::any_of(all.begin(), all.end(),
        [&all](const dcs::Parameter &parameter) { return parameter.place != all.constFirst().place; });
    out.key(key).beginArray();
    for (const dcs::Parameter &parameter : all) {
        if (parameter.sent == sent)
            writeParameter(out, parameter, severalPlaces);
    }
    out.endArray();
}

// Findings count all parameters of a call; here they point into `parameters`, which has only those that are
// sent.
QList<dcs::Finding> pointingAtSent(QList<dcs::Finding> findings, const dcs::Call &call)
{
    QList<int> places;
    places.reserve(call.parameters.size());
    int sent = 0;
    for (const dcs::Parameter &parameter : call.parameters)
        places.append(parameter.sent ? sent++ : -1);
    for (dcs::Finding &finding : findings)
        finding.parameter = places.value(finding.parameter, -1);
    return findings;
}

} // namespace

void writeFindings(JsonWriter &out, const QList<dcs::Finding> &findings)
{
    out.beginArray();
    for (const dcs::Finding &finding : findings) {
        out.beginObject();
        out.key(u"severity").value(dcs::severityName(finding.severity));
        out.key(u"code").value(finding.code);
        out.key(u"where").value(finding.where);
        out.key(u"message").value(finding.message);
        out.key(u"fix").value(finding.fix);
        writeNumber(
            out, u"parameter", finding.parameter < 0 ? std::nullopt : std::optional(finding.parameter));
        writeNumber(out, u"dcsCode", finding.dcsCode);
        writeNonEmpty(out, u"mend", finding.mend);
        out.endObject();
    }
    out.endArray();
}

void writeCall(JsonWriter &out, const dcs::Call &call, const QList<dcs::Finding> &findings,
    const dcs::Catalogue &catalogue, const QString &preset)
{
    out.beginObject();
    out.key(u"endpoint").value(dcs::endpointName(dcs::endpoint(call)));
    out.key(u"method").value(QString::fromUtf8(call.method));
    out.key(u"scheme").value(call.tls ? u"https" : u"http");
    out.key(u"connectHost").value(dcs::textOfUtf8(call.connectHost));
    out.key(u"port").value(int(call.port));
    writeNonEmpty(out, u"host", dcs::textOfUtf8(dcs::hostHeader(call)));
    writeNonEmpty(out, u"alias", dcs::alias(call, catalogue));
    writeNumber(out, u"region", dcs::region(call, catalogue));
    writeIdentities(out, call);
    writeSignals(out, call, catalogue);
    writeOptions(out, call, catalogue);
    writeParameters(out, u"parameters", call, true);
    writeHeaders(out, u"headers", call.headers);
    out.key(u"requestLineBytes").value(dcs::requestLineBytes(call));
    out.key(u"bodyBytes").value(dcs::bodyBytes(call));
    out.key(u"findings");
    writeFindings(out, pointingAtSent(findings, call));
    writeParameters(out, u"switchedOff", call, false);
    out.key(u"path").value(dcs::textOfUtf8(call.path));
    out.key(u"url").value(dcs::textOfUtf8(dcs::url(call)));
    writeNonEmpty(out, u"preset", preset);
    out.endObject();
}

void writeIds(JsonWriter &out, const dcs::Ids &ids)
{
    out.beginObject();
    out.key(u"source").value(dcs::sourceName(ids.source));
    writeNonEmpty(out, u"mid", ids.mid);
    writeNonEmpty(out, u"uuid", ids.uuid);
    writeNumber(out, u"region", ids.region);
    writeNonEmpty(out, u"regionHost", QString::fromUtf8(ids.regionHost));
    writeNonEmpty(out, u"blob", ids.blob);
    writeNonEmpty(out, u"orgId", ids.orgId);
    writeNonEmpty(out, u"alias", ids.alias);
    out.key(u"findings");
    writeFindings(out, ids.findings);
    out.endObject();
}

} // namespace interop
