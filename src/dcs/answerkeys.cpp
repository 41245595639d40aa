// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answerkeys.h"

#include "dcs/catalogue.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>

namespace dcs {

namespace {

using Kind = JsonValue::Kind;

// The members of these names, in one walk: look-ups one by one would each walk over an answer of any length.
template <size_t Count>
std::array<JsonValue, Count> membersOf(JsonValue object, const std::array<QByteArrayView, Count> &names)
{
    std::array<JsonValue, Count> members;
    for (JsonValue child = object.firstChild(); child.exists(); child = child.next()) {
        const QByteArrayView quoted = child.rawKey();
        const bool escaped = quoted.contains('\\');
        const QByteArray key = escaped ? child.key().toUtf8() : QByteArray();
        const QByteArrayView name = escaped ? QByteArrayView(key) : quoted.sliced(1, quoted.size() - 2);
        for (size_t i = 0; i < Count; ++i) {
            if (name.size() == names[i].size() && name[0] == names[i][0] && name == names[i])
                members[i] = child; // of equal keys the last (16.2.3)
        }
    }
    return members;
}

// A String's or a Number's characters; null for anything else.
QString scalarText(JsonValue value)
{
    if (value.kind() != Kind::String && value.kind() != Kind::Number)
        return {};
    const QString text = value.text();
    return text.isNull() ? QStringLiteral("") : text;
}

QString stringOrNull(JsonValue value)
{
    return value.kind() == Kind::String ? scalarText(value) : QString();
}

// An ID of no characters is none.
QString idText(JsonValue value)
{
    const QString text = scalarText(value);
    return text.isEmpty() ? QString() : text;
}

QString firstId(std::initializer_list<JsonValue> values)
{
    for (const JsonValue value : values) {
        if (const QString id = idText(value); !id.isNull())
            return id;
    }
    return {};
}

QStringList idTexts(JsonValue array)
{
    QStringList ids;
    if (array.kind() != Kind::Array)
        return ids;
    ids.reserve(array.size());
    for (JsonValue child = array.firstChild(); child.exists(); child = child.next()) {
        if (const QString id = idText(child); !id.isNull())
            ids += id;
    }
    return ids;
}

// Each object of an array; nothing if it is something else.
template <typename Read>
void forEachObject(JsonValue array, Read read)
{
    if (array.kind() != Kind::Array)
        return;
    for (JsonValue child = array.firstChild(); child.exists(); child = child.next()) {
        if (child.kind() == Kind::Object)
            read(child);
    }
}

UrlDestination readDestination(JsonValue object)
{
    const auto [id, type, url, secureUrl] = membersOf<4>(object, {"id", "y", "c", "e"});
    return {scalarText(id), stringOrNull(type), stringOrNull(url), stringOrNull(secureUrl)};
}

CookieDestination readCookie(JsonValue object)
{
    const auto [name, value, days, domain, type] = membersOf<5>(object, {"cn", "cv", "ttl", "dmn", "type"});
    const bool truth = value.kind() == Kind::True || value.kind() == Kind::False;
    CookieDestination cookie;
    cookie.name = scalarText(name);
    cookie.value = truth ? QString::fromLatin1(value.raw()) : scalarText(value);
    cookie.domain = stringOrNull(domain);
    cookie.ttlDays = days.integer();
    cookie.variable = type.string() == QLatin1String("var");
    return cookie;
}

IdSync readSync(JsonValue object)
{
    const auto [id, minutes, urls] = membersOf<3>(object, {"id", "ttl", "url"});
    IdSync sync;
    sync.id = scalarText(id);
    sync.ttlMinutes = minutes.integer();
    if (urls.kind() == Kind::String)
        sync.urls += urls.string();
    for (JsonValue url = urls.firstChild(); urls.kind() == Kind::Array && url.exists(); url = url.next()) {
        if (url.kind() == Kind::String)
            sync.urls += url.string();
    }
    return sync;
}

// Without a code the message may still tell which one it is: texts vary, patterns do not (DCS Error Codes).
const ErrorEntry *entryFor(const std::optional<int> &code, const QString &message, const Catalogue &catalogue)
{
    if (code)
        return catalogue.error(*code);
    const QList<ErrorEntry> &entries = catalogue.errors();
    const auto found = std::find_if(entries.begin(), entries.end(),
        [&message](const ErrorEntry &entry) { return entry.pattern.match(message).hasMatch(); });
    return found == entries.end() ? nullptr : &*found;
}

AnswerError explained(std::optional<int> code, const QString &message, const Catalogue &catalogue)
{
    AnswerError error;
    error.code = code;
    error.message = message;
    if (const ErrorEntry *entry = entryFor(code, message, catalogue)) {
        error.level = entry->level;
        error.category = entry->category;
        error.meaning = entry->meaning;
        error.action = entry->action;
    } else {
        error.level = code && *code >= 300 ? QStringLiteral("warning") : QStringLiteral("error");
        error.category = QStringLiteral("unknown");
    }
    return error;
}

std::optional<int> asCode(std::optional<qint64> number)
{
    const bool fits
        = number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max();
    return fits ? std::optional(int(*number)) : std::nullopt;
}

// A list of {code, msg}, or a text alone: /event has the first under `errors`, /id either under two other
// keys.
void readErrors(Answer &answer, JsonValue value, const Catalogue &catalogue)
{
    if (value.kind() == Kind::String && !value.string().isEmpty())
        answer.errors += explained({}, value.string(), catalogue);
    forEachObject(value, [&](JsonValue object) {
        const auto [number, text] = membersOf<2>(object, {"code", "msg"});
        const std::optional<int> code = asCode(number.integer());
        const QString message = scalarText(text);
        if (code || !message.isNull())
            answer.errors += explained(code, message, catalogue);
    });
}

bool hasCode(const Answer &answer, int code)
{
    return std::any_of(answer.errors.begin(), answer.errors.end(),
        [code](const AnswerError &error) { return error.code == code; });
}

} // namespace

void readKeys(Answer &answer, JsonValue root, const Catalogue &catalogue)
{
    if (root.kind() != Kind::Object)
        return;
    // blob and d_region are the names of old answers.
    const auto [uuid, u, mid, tid, blob, oldBlob, region, oldRegion, traits, segments, optOut, dests, stuff,
        ibs, errors, errorMessage, errorText]
        = membersOf<17>(root,
            {"uuid", "u", "d_mid", "tid", "d_blob", "blob", "dcs_region", "d_region", "traits", "segments",
                "d_optout", "dests", "stuff", "ibs", "errors", "error_message", "error_msg"});
    answer.uuid = firstId({uuid, u});
    answer.mid = idText(mid);
    answer.tid = idText(tid);
    answer.blob = firstId({blob, oldBlob});
    answer.region = region.integer() ? region.integer() : oldRegion.integer();
    answer.traits = idTexts(traits);
    answer.segments = idTexts(segments);
    answer.optOut = idTexts(optOut);
    forEachObject(dests, [&](JsonValue object) { answer.destinations += readDestination(object); });
    forEachObject(stuff, [&](JsonValue object) { answer.cookies += readCookie(object); });
    forEachObject(ibs, [&](JsonValue object) { answer.idSyncs += readSync(object); });
    for (const JsonValue value : {errors, errorMessage, errorText})
        readErrors(answer, value, catalogue);
}

void readHeaders(Answer &answer, const QList<Header> &headers, const Catalogue &catalogue)
{
    if (answer.tid.isNull()) {
        const QByteArray tid = headerValue(headers, "X-TID").value_or(QByteArray()).trimmed();
        answer.tid = tid.isEmpty() ? QString() : QString::fromUtf8(tid);
    }
    for (const Header &header : headers) {
        if (header.name.compare("X-Error", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &piece : header.value.split(',')) {
            bool ok = false;
            const int code = piece.trimmed().toInt(&ok);
            if (ok && !hasCode(answer, code))
                answer.errors += explained(code, QString(), catalogue);
        }
    }
}

} // namespace dcs
