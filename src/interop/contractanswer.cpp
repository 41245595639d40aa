// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/contract.h"
#include "interop/contractmembers.h"

namespace interop {

using dcs::JsonWriter;

namespace {

void writeErrors(JsonWriter &out, const QList<dcs::AnswerError> &errors)
{
    out.key(u"errors").beginArray();
    for (const dcs::AnswerError &error : errors) {
        out.beginObject();
        writeNumber(out, u"code", error.code);
        writeText(out, u"message", error.message);
        writeNonEmpty(out, u"level", error.level);
        writeNonEmpty(out, u"category", error.category);
        writeNonEmpty(out, u"meaning", error.meaning);
        writeNonEmpty(out, u"action", error.action);
        out.endObject();
    }
    out.endArray();
}

void writeDestinations(JsonWriter &out, const QList<dcs::UrlDestination> &destinations)
{
    out.key(u"destinations").beginArray();
    for (const dcs::UrlDestination &destination : destinations) {
        out.beginObject();
        out.key(u"kind").value(u"url");
        writeText(out, u"id", destination.id);
        writeText(out, u"type", destination.type);
        writeText(out, u"url", destination.url);
        writeText(out, u"secureUrl", destination.secureUrl);
        out.endObject();
    }
    out.endArray();
}

void writeCookies(JsonWriter &out, const QList<dcs::CookieDestination> &cookies)
{
    out.key(u"cookies").beginArray();
    for (const dcs::CookieDestination &cookie : cookies) {
        out.beginObject();
        writeText(out, u"name", cookie.name);
        writeText(out, u"value", cookie.value);
        writeNumber(out, u"ttlDays", cookie.ttlDays);
        writeText(out, u"domain", cookie.domain);
        if (cookie.variable)
            out.key(u"variable").value(true);
        out.endObject();
    }
    out.endArray();
}

void writeSyncs(JsonWriter &out, const QList<dcs::IdSync> &syncs)
{
    out.key(u"idSyncs").beginArray();
    for (const dcs::IdSync &sync : syncs) {
        out.beginObject();
        writeText(out, u"id", sync.id);
        writeNumber(out, u"ttlMinutes", sync.ttlMinutes);
        writeTexts(out, u"urls", sync.urls);
        out.endObject();
    }
    out.endArray();
}

// What kind of JSON the body is, for one that has nothing in the DCS's own terms.
void writeContent(JsonWriter &out, const dcs::Answer &answer)
{
    out.key(u"json");
    if (!answer.document) {
        out.null();
        return;
    }
    const dcs::JsonValue root = answer.document->root();
    out.beginObject().key(u"kind").value(dcs::kindName(root.kind()));
    writeNumber(out, u"size", root.isContainer() ? std::optional(root.size()) : std::nullopt);
    out.key(u"values").value(qint64(answer.document->nodeCount()));
    out.key(u"depth").value(qint64(answer.document->depth()));
    out.endObject();
}

} // namespace

void writeAnswer(JsonWriter &out, const dcs::Answer &answer)
{
    out.beginObject();
    out.key(u"form").value(dcs::formName(answer.form));
    writeNonEmpty(out, u"callback", answer.callback);
    out.key(u"valid").value(answer.valid);
    writeNonEmpty(out, u"problem", answer.problem);
    writeText(out, u"uuid", answer.uuid);
    writeNumber(out, u"region", answer.region);
    writeText(out, u"tid", answer.tid);
    writeTexts(out, u"traits", answer.traits);
    writeTexts(out, u"segments", answer.segments);
    writeDestinations(out, answer.destinations);
    writeCookies(out, answer.cookies);
    writeSyncs(out, answer.idSyncs);
    writeText(out, u"mid", answer.mid);
    writeText(out, u"blob", answer.blob);
    writeErrors(out, answer.errors);
    writeTexts(out, u"optOut", answer.optOut);
    writeNumber(out, u"problemOffset", answer.problemOffset);
    writeNumber(
        out, u"problemLine", answer.problemPlace ? std::optional(answer.problemPlace->line) : std::nullopt);
    writeNumber(out, u"problemColumn",
        answer.problemPlace ? std::optional(answer.problemPlace->column) : std::nullopt);
    writeText(out, u"notJson", answer.notJson);
    writeContent(out, answer);
    out.endObject();
}

} // namespace interop
