// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answerkeys.h"

#include "dcs/catalogue.h"

#include <QHash>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace dcs {

namespace {

using Kind = JsonValue::Kind;

// The outermost members by key, in one walk, since look-ups one by one would each walk over an answer of any
// length.
class Members
{
public:
    explicit Members(JsonValue object)
    {
        // The longest key of any answer, spelt in escapes.
        constexpr qsizetype longestKey = 120;
        for (JsonValue child = object.firstChild(); child.exists(); child = child.next()) {
            if (child.rawKey().size() <= longestKey)
                m_values.insert(child.key(), child); // of equal keys the last (16.2.3)
        }
    }
    JsonValue operator[](QLatin1String key) const { return m_values.value(QString(key)); }

private:
    QHash<QString, JsonValue> m_values;
};

// A String's or a Number's characters; null for anything else.
QString scalarText(JsonValue value)
{
    const bool scalar = value.kind() == Kind::String || value.kind() == Kind::Number;
    const QString text = value.text();
    return scalar && text.isNull() ? QStringLiteral("") : scalar ? text : QString();
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
    for (JsonValue child = array.firstChild(); child.exists(); child = child.next()) {
        if (const QString id = idText(child); !id.isNull())
            ids += id;
    }
    return ids;
}

// The objects of an array; none if it is something else.
QList<JsonValue> objectsOf(JsonValue array)
{
    QList<JsonValue> objects;
    if (array.kind() != Kind::Array)
        return objects;
    for (JsonValue child = array.firstChild(); child.exists(); child = child.next()) {
        if (child.kind() == Kind::Object)
            objects += child;
    }
    return objects;
}

UrlDestination readDestination(JsonValue object)
{
    return {scalarText(object.member(u"id")), stringOrNull(object.member(u"y")),
        stringOrNull(object.member(u"c")), stringOrNull(object.member(u"e"))};
}

CookieDestination readCookie(JsonValue object)
{
    CookieDestination cookie;
    cookie.name = scalarText(object.member(u"cn"));
    const JsonValue value = object.member(u"cv");
    const bool truth = value.kind() == Kind::True || value.kind() == Kind::False;
    cookie.value = truth ? QString::fromLatin1(value.raw()) : scalarText(value);
    cookie.domain = stringOrNull(object.member(u"dmn"));
    cookie.ttlDays = object.member(u"ttl").integer();
    cookie.variable = object.member(u"type").string() == QLatin1String("var");
    return cookie;
}

IdSync readSync(JsonValue object)
{
    IdSync sync;
    sync.id = scalarText(object.member(u"id"));
    sync.ttlMinutes = object.member(u"ttl").integer();
    const JsonValue urls = object.member(u"url");
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
    for (const JsonValue object : objectsOf(value)) {
        const std::optional<int> code = asCode(object.member(u"code").integer());
        const QString message = scalarText(object.member(u"msg"));
        if (code || !message.isNull())
            answer.errors += explained(code, message, catalogue);
    }
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
    const Members members(root);
    answer.uuid = firstId({members[QLatin1String("uuid")], members[QLatin1String("u")]});
    answer.mid = idText(members[QLatin1String("d_mid")]);
    answer.tid = idText(members[QLatin1String("tid")]);
    answer.blob = firstId({members[QLatin1String("d_blob")], members[QLatin1String("blob")]});
    answer.region = members[QLatin1String("dcs_region")].integer();
    if (!answer.region)
        answer.region = members[QLatin1String("d_region")].integer();
    answer.traits = idTexts(members[QLatin1String("traits")]);
    answer.segments = idTexts(members[QLatin1String("segments")]);
    answer.optOut = idTexts(members[QLatin1String("d_optout")]);
    for (const JsonValue object : objectsOf(members[QLatin1String("dests")]))
        answer.destinations += readDestination(object);
    for (const JsonValue object : objectsOf(members[QLatin1String("stuff")]))
        answer.cookies += readCookie(object);
    for (const JsonValue object : objectsOf(members[QLatin1String("ibs")]))
        answer.idSyncs += readSync(object);
    for (const QLatin1String key :
        {QLatin1String("errors"), QLatin1String("error_message"), QLatin1String("error_msg")})
        readErrors(answer, members[key], catalogue);
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
