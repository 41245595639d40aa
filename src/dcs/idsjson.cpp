// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/idsparts.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

QString textOf(const JsonValue &value)
{
    const QString text = value.text();
    return isAbsent(text) ? QString() : text;
}

QString firstText(const JsonValue &object, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        if (const QString found = textOf(object.member(key)); !found.isNull())
            return found;
    }
    return {};
}

bool hasAny(const JsonValue &object, std::initializer_list<QStringView> keys)
{
    return std::any_of(
        keys.begin(), keys.end(), [&object](QStringView key) { return object.member(key).exists(); });
}

bool isIdAnswer(const JsonValue &root)
{
    return hasAny(root,
        {u"d_mid", u"d_blob", u"id_sync_ttl", u"d_ottl", u"d_optout", u"error_message", u"error_msg",
            u"subdomain"});
}

bool isDcsAnswer(const JsonValue &root)
{
    return hasAny(root,
        {u"uuid", u"u", u"dcs_region", u"d_region", u"stuff", u"dests", u"traits", u"segments", u"errors",
            u"tid"});
}

/// Codes and texts of whatever key the errors stand under (DCS Error Codes; contradiction C18).
QStringList errorWords(const JsonValue &root, bool *optedOut)
{
    QStringList out;
    for (const QStringView key : {u"errors", u"error_message"}) {
        for (JsonValue error = root.member(key).firstChild(); error.exists(); error = error.next()) {
            const QString code = error.member(u"code").text();
            *optedOut = *optedOut || code == QLatin1String("171");
            out.append(
                visible(QStringLiteral("%1 %2").arg(code, error.member(u"msg").string()).trimmed(), 120));
        }
    }
    if (const QString text = root.member(u"error_msg").string(); !text.isEmpty())
        out.append(visible(text, 120));
    return out;
}

void reportRefusal(Ids &ids, const JsonValue &root, const IdsContext &context)
{
    bool optedOut = false;
    const QStringList errors = errorWords(root, &optedOut);
    for (JsonValue value = root.member(u"d_optout").firstChild(); value.exists(); value = value.next())
        optedOut = optedOut || !isAbsent(value.text());
    if (optedOut) {
        addFinding(ids, context, QStringLiteral("opted-out"), QStringLiteral("body"),
            QStringLiteral("The answer says that the user has opted out."),
            QStringLiteral("Stop collecting for this user."));
    }
    if (!errors.isEmpty() && ids.mid.isNull() && ids.uuid.isNull()) {
        addFinding(ids, context, QStringLiteral("ids-none"), QStringLiteral("body"),
            QStringLiteral("The answer names no user, but errors: %1.")
                .arg(errors.join(QStringLiteral("; "))),
            QStringLiteral("Mend the call, or take the IDs from elsewhere."));
    }
}

/// An answer of /id or of the DCS. Only the keys of the outermost object count.
std::optional<Ids> readAnswer(const JsonValue &root, const IdsContext &context)
{
    const bool fromId = isIdAnswer(root);
    if (!fromId && !isDcsAnswer(root))
        return std::nullopt;
    Ids ids;
    ids.source = fromId ? Ids::Source::Id : Ids::Source::Dcs;
    // Older answers of /id have other names for the same things (ID service library).
    ids.mid = firstText(root, {u"d_mid"});
    if (fromId && ids.mid.isNull()) {
        if (const QString old = firstText(root, {u"id", u"visitorID"}); isUserId(old))
            ids.mid = old;
    }
    if (!fromId || ids.mid.isNull())
        ids.uuid = firstText(root, {u"uuid", u"u"});
    ids.blob = firstText(root, {u"d_blob", u"blob"});
    ids.region = root.member(u"dcs_region").integer();
    if (!ids.region)
        ids.region = root.member(u"d_region").integer();
    ids.alias = firstText(root, {u"subdomain"});
    reportRefusal(ids, root, context);
    completeIds(ids, context);
    return ids;
}

/// What this product itself prints: `dcs ids --json`, and `answer` of `dcs send --json`.
std::optional<Ids> readOwnOutput(const JsonValue &root, const IdsContext &context)
{
    const JsonValue answer = root.member(u"answer").exists() ? root.member(u"answer") : root;
    const bool isIds = answer.member(u"regionHost").exists();
    if (!isIds && !(answer.member(u"form").exists() && answer.member(u"idSyncs").exists()))
        return std::nullopt;
    Ids ids;
    ids.mid = firstText(answer, {u"mid"});
    ids.uuid = firstText(answer, {u"uuid"});
    const QString source = answer.member(u"source").string();
    if (source == QLatin1String("id") || (!isIds && !ids.mid.isNull()))
        ids.source = Ids::Source::Id;
    else if (source != QLatin1String("amcv"))
        ids.source = Ids::Source::Dcs;
    ids.region = answer.member(u"region").integer();
    ids.blob = firstText(answer, {u"blob"});
    ids.orgId = firstText(answer, {u"orgId"});
    completeIds(ids, context);
    return ids;
}

bool isAmcvName(QStringView name)
{
    return name.startsWith(u"AMCV_");
}

Ids readNamedCookie(QStringView name, const QString &value, const IdsContext &context)
{
    return readAmcv(value.toUtf8(), orgIdOfCookie(name.toUtf8()), context);
}

/// Cookies as objects with name and value: HAR, and what browsers' extensions export.
void readCookieList(const JsonValue &cookies, const IdsContext &context, QList<Ids> &out)
{
    for (JsonValue cookie = cookies.firstChild(); cookie.exists(); cookie = cookie.next()) {
        const QString name = cookie.member(u"name").string();
        if (isAmcvName(name))
            out.append(readNamedCookie(name, cookie.member(u"value").string(), context));
    }
}

void readHeaders(const JsonValue &headers, const IdsContext &context, QList<Ids> &out)
{
    for (JsonValue header = headers.firstChild(); header.exists(); header = header.next()) {
        if (header.member(u"name").string().endsWith(QLatin1String("cookie"), Qt::CaseInsensitive))
            out += readIdsInText(header.member(u"value").string().toUtf8(), context);
    }
}

void readContent(const JsonValue &content, const IdsContext &context, QList<Ids> &out)
{
    QByteArray text = content.member(u"text").string().toUtf8();
    if (content.member(u"encoding").string() == QLatin1String("base64"))
        text = QByteArray::fromBase64(text);
    // Cheap before dear: a HAR is full of bodies that have nothing to do with us.
    if (!text.contains("\"dcs_region\"") && !text.contains("\"d_mid\""))
        return;
    const qsizetype from = jsonStart(text);
    if (from < 0)
        return;
    JsonDocument::Options options;
    options.from = from;
    options.allowTrailing = true;
    const JsonDocument body = JsonDocument::parse(text, options);
    if (const auto found = readAnswer(body.root(), context))
        out.append(*found);
}

QList<Ids> readHar(const JsonValue &entries, IdsContext context)
{
    context.strict = true;
    QList<Ids> out;
    for (JsonValue entry = entries.firstChild(); entry.exists(); entry = entry.next()) {
        const JsonValue request = entry.member(u"request");
        const JsonValue response = entry.member(u"response");
        readCookieList(request.member(u"cookies"), context, out);
        readHeaders(request.member(u"headers"), context, out);
        out += readIdsInText(request.member(u"url").string().toUtf8(), context);
        out += readIdsInText(request.member(u"postData").member(u"text").string().toUtf8(), context);
        readCookieList(response.member(u"cookies"), context, out);
        readHeaders(response.member(u"headers"), context, out);
        readContent(response.member(u"content"), context, out);
    }
    return out;
}

/// The next value in the order of the text, or a missing one behind the last.
JsonValue following(const JsonValue &value)
{
    if (const JsonValue child = value.firstChild(); child.exists())
        return child;
    JsonValue at = value;
    while (at.exists() && !at.next().exists())
        at = at.parent();
    return at.next();
}

/// AMCV cookies anywhere in a document: {"name": "AMCV_…", "value": "…"} or {"AMCV_…": "…"}.
QList<Ids> readCookiesAnywhere(const JsonValue &root, const IdsContext &context)
{
    QList<Ids> out;
    for (JsonValue value = root; value.exists(); value = following(value)) {
        if (value.kind() != JsonValue::Kind::String)
            continue;
        const QString key = value.key();
        if (isAmcvName(key))
            out.append(readNamedCookie(key, value.string(), context));
        else if (key == QLatin1String("name") && isAmcvName(value.string()))
            out.append(readNamedCookie(value.string(), value.parent().member(u"value").string(), context));
    }
    return out;
}

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '$'
        || c == '.' || c == '[' || c == ']' || c == '"' || c == '\'';
}

qsizetype skipSpaceAndComments(QByteArrayView text, qsizetype at)
{
    while (at < text.size()) {
        const QByteArrayView rest = text.sliced(at);
        if (static_cast<unsigned char>(text[at]) <= ' ') {
            ++at;
        } else if (rest.startsWith("/*")) {
            const qsizetype end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.size() : end + 2;
        } else if (rest.startsWith("//")) {
            const qsizetype end = text.indexOf('\n', at);
            at = end < 0 ? text.size() : end + 1;
        } else {
            break;
        }
    }
    return at;
}

bool beginsJson(QByteArrayView text, qsizetype at)
{
    return at < text.size() && (text[at] == '{' || text[at] == '[');
}

} // namespace

qsizetype jsonStart(QByteArrayView text)
{
    qsizetype at = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    at = skipSpaceAndComments(text, at);
    if (beginsJson(text, at))
        return at;
    const qsizetype name = at;
    while (at < text.size() && isNameCharacter(text[at]))
        ++at;
    const bool named = at > name;
    at = skipSpaceAndComments(text, at);
    if (!named || at >= text.size() || text[at] != '(')
        return -1;
    at = skipSpaceAndComments(text, at + 1);
    return beginsJson(text, at) ? at : -1;
}

QList<Ids> readIdsInJson(const JsonDocument &document, const IdsContext &context)
{
    const JsonValue root = document.root();
    if (const JsonValue entries = root.member(u"log").member(u"entries"); entries.exists())
        return readHar(entries, context);
    if (const auto own = readOwnOutput(root, context))
        return {*own};
    if (const auto answer = readAnswer(root, context))
        return {*answer};
    return readCookiesAnywhere(root, context);
}

} // namespace dcs
