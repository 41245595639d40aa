// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/idsparts.h"
#include "dcs/text.h"

#include <QHash>

#include <algorithm>

namespace dcs {

namespace {

/// One value of an AMCV cookie and when it runs out.
struct Field {
    QString value;
    std::optional<qint64> expiresAt;
};
using Fields = QHash<QString, Field>;

/// Cookies are percent-encoded, not form-encoded: a plus is a plus.
QByteArray decodeCookie(QByteArrayView wire)
{
    QByteArray text = wire.toByteArray();
    text.replace('+', "%2B");
    return percentDecode(text);
}

/// Decodes until the separator shows: pastes out of logs and URLs are often encoded twice.
QByteArray decodeUntil(QByteArrayView wire, char separator)
{
    QByteArray text = wire.toByteArray();
    for (int i = 0; i < 3 && !text.contains(separator) && text.contains('%'); ++i)
        text = decodeCookie(text);
    return text;
}

bool isInteger(QByteArrayView text)
{
    if (text.startsWith('-'))
        text = text.sliced(1);
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Other pages and Analytics hits call the fields by other names (Server-to-Server calls, ID service; regions
/// page).
QString fieldName(const QString &key)
{
    static const QHash<QString, QString> others{
        {QStringLiteral("mid"), QStringLiteral("MCMID")},
        {QStringLiteral("aamlh"), QStringLiteral("MCAAMLH")},
        {QStringLiteral("aamb"), QStringLiteral("MCAAMB")},
        {QStringLiteral("mcorgid"), QStringLiteral("MCORGID")},
    };
    return others.value(key, key);
}

/// "MCAAMLH-1767873600s" is MCAAMLH until that second.
void addField(Fields &fields, const QString &key, const QString &value)
{
    const qsizetype hyphen = key.indexOf(u'-');
    Field field{value, std::nullopt};
    if (hyphen >= 0) {
        QString expiry = key.mid(hyphen + 1);
        if (expiry.endsWith(u's'))
            expiry.chop(1);
        bool ok = false;
        const qint64 seconds = expiry.toLongLong(&ok);
        if (ok && seconds > 0)
            field.expiresAt = seconds;
    }
    fields.insert(fieldName(hyphen < 0 ? key : key.first(hyphen)), field);
}

/// An optional number in front, then KEY|VALUE pairs; an odd one at the end is dropped (Cookies and the ID
/// service).
Fields splitAmcv(const QByteArray &text)
{
    QList<QByteArray> parts = text.split('|');
    if (isInteger(parts.first()))
        parts.removeFirst();
    Fields fields;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
        addField(fields, QString::fromUtf8(parts[i].trimmed()), QString::fromUtf8(parts[i + 1].trimmed()));
    return fields;
}

void takeRegion(Ids &ids, const QString &text)
{
    bool ok = false;
    const qint64 id = text.toLongLong(&ok);
    if (ok)
        ids.region = id;
}

bool isExpired(const Field &field, qint64 now)
{
    return field.expiresAt && *field.expiresAt <= now;
}

void reportExpiry(Ids &ids, const Fields &fields, const IdsContext &context)
{
    if (ids.region && isExpired(fields.value(QStringLiteral("MCAAMLH")), context.nowSeconds)) {
        addFinding(ids, context, QStringLiteral("region-expired"), QStringLiteral("MCAAMLH"),
            QStringLiteral("The cookie's region is past its date."),
            QStringLiteral("Use it for now, and take the region of the next answer."));
    }
    if (!ids.blob.isNull() && isExpired(fields.value(QStringLiteral("MCAAMB")), context.nowSeconds)) {
        addFinding(ids, context, QStringLiteral("blob-expired"), QStringLiteral("MCAAMB"),
            QStringLiteral("The cookie's blob is past its date."),
            QStringLiteral("Leave d_blob out, or ask /id for a fresh one."));
    }
    const QString optOut = fields.value(QStringLiteral("MCOPTOUT")).value;
    if (!isAbsent(optOut)) {
        addFinding(ids, context, QStringLiteral("opted-out"), QStringLiteral("MCOPTOUT"),
            QStringLiteral("The cookie says that the user has opted out (%1).").arg(visible(optOut, 40)),
            QStringLiteral("Stop collecting for this user."));
    }
}

Ids idsOfFields(const Fields &fields, const QString &orgId, const IdsContext &context)
{
    Ids ids;
    ids.orgId = orgId;
    const auto take = [&fields](const QString &key) {
        const QString value = fields.value(key).value;
        return isAbsent(value) ? QString() : value;
    };
    ids.mid = take(QStringLiteral("MCMID"));
    ids.blob = take(QStringLiteral("MCAAMB"));
    takeRegion(ids, take(QStringLiteral("MCAAMLH")));
    if (const QString org = take(QStringLiteral("MCORGID")); !org.isNull() && orgId.isEmpty())
        ids.orgId = QString::fromUtf8(decodeUntil(org.toUtf8(), '@'));
    reportExpiry(ids, fields, context);
    completeIds(ids, context);
    return ids;
}

bool isNameByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '%' || c == '@'
        || c == '_' || c == '-' || c == '.';
}

bool endsValue(char c)
{
    return c == ';' || c == '"' || c == '\'' || c == '&' || c == ',' || static_cast<unsigned char>(c) <= ' ';
}

qsizetype skipWhile(QByteArrayView text, qsizetype from, bool (*belongs)(char))
{
    while (from < text.size() && belongs(text[from]))
        ++from;
    return from;
}

bool isGap(char c)
{
    return c == ' ' || c == '\t' || c == '"' || c == '\'';
}

/// What stands between a name and its value: = in cookies, a tab in tables of cookies, a colon in listings.
/// Returns where the value begins, or -1.
qsizetype behindSeparator(QByteArrayView text, qsizetype at)
{
    const qsizetype from = at;
    at = skipWhile(text, at, isGap);
    if (at < text.size() && (text[at] == '=' || text[at] == ':'))
        return skipWhile(text, at + 1, isGap);
    return text.sliced(from, at - from).contains('\t') ? at : -1;
}

QByteArrayView valueAt(QByteArrayView text, qsizetype from)
{
    const qsizetype end = skipWhile(text, from, [](char c) { return !endsValue(c); });
    return text.sliced(from, end - from);
}

QList<Ids> readCookies(QByteArrayView text, const IdsContext &context)
{
    static constexpr QByteArrayView prefix("AMCV_");
    QList<Ids> out;
    qsizetype at = text.indexOf(prefix);
    while (at >= 0) {
        qsizetype end = skipWhile(text, at, isNameByte);
        const QByteArrayView name = text.sliced(at, end - at);
        const qsizetype from = behindSeparator(text, end);
        if (from >= 0) {
            const QByteArrayView value = valueAt(text, from);
            out.append(readAmcv(value, orgIdOfCookie(name), context));
            end = from + value.size();
        }
        at = text.indexOf(prefix, end);
    }
    return out;
}

enum class Bar { EndsValue, BelongsToValue };

/// The value of a key of a query, a hit or a listing: key, then = : or |, up to the end of the value. The key
/// must not be the end of a longer one.
std::optional<QByteArray> valueOfKey(QByteArrayView text, QByteArrayView key, Bar barMeans = Bar::EndsValue)
{
    for (qsizetype at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
        if (at > 0 && isNameByte(text[at - 1]))
            continue;
        qsizetype from = skipWhile(text, at + key.size(), isGap);
        if (from >= text.size() || (text[from] != '=' && text[from] != ':' && text[from] != '|'))
            continue;
        from = skipWhile(text, from + 1, isGap);
        const QByteArrayView value = valueAt(text, from);
        const qsizetype bar = barMeans == Bar::EndsValue ? value.indexOf('|') : -1;
        return (bar < 0 ? value : value.first(bar)).toByteArray();
    }
    return std::nullopt;
}

/// The ECID that a link carries to another site: TS=…|MCMID=…|MCORGID=… (appendVisitorIDsTo).
std::optional<Ids> readLinkIds(QByteArrayView text, const IdsContext &context)
{
    QByteArray value;
    if (const auto found = valueOfKey(text, "adobe_mc", Bar::BelongsToValue)) {
        value = decodeUntil(*found, '|');
    } else if (text.contains("MCMID=") || text.contains("MCMID%3D")) {
        value = decodeUntil(text, '|');
    } else {
        return std::nullopt;
    }
    Fields fields;
    for (const QByteArray &pair : value.split('|')) {
        const QByteArray plain = decodeUntil(pair, '=');
        const qsizetype equals = plain.indexOf('=');
        if (equals > 0)
            addField(fields, QString::fromUtf8(plain.first(equals).trimmed()),
                QString::fromUtf8(plain.sliced(equals + 1).trimmed()));
    }
    if (!fields.contains(QStringLiteral("MCMID")) && !fields.contains(QStringLiteral("MCORGID")))
        return std::nullopt;
    return idsOfFields(fields, {}, context);
}

QString decodedText(const std::optional<QByteArray> &value)
{
    if (!value)
        return {};
    const QString text = QString::fromUtf8(decodeCookie(*value));
    return isAbsent(text) ? QString() : text;
}

/// mid=, aamlh=, aamb= of an Analytics hit; pages write them with a colon or a bar as well (contradiction
/// C20).
std::optional<Ids> readHit(QByteArrayView text, const IdsContext &context)
{
    Ids ids;
    const auto mid = valueOfKey(text, "mid");
    const auto hint = valueOfKey(text, "aamlh");
    if (!mid && !hint)
        return std::nullopt;
    ids.mid = decodedText(mid);
    if (!ids.mid.isNull() && !isUserId(ids.mid) && (context.strict || !isInteger(ids.mid.toUtf8())))
        return std::nullopt;
    takeRegion(ids, decodedText(hint));
    if (ids.mid.isNull() && !ids.region && context.strict)
        return std::nullopt;
    ids.blob = decodedText(valueOfKey(text, "aamb"));
    ids.orgId = decodedText(valueOfKey(text, "mcorgid"));
    completeIds(ids, context);
    return ids;
}

/// A DCS call names its user too: d_mid, d_uuid, dcs_region, d_blob, d_orgid.
std::optional<Ids> readCall(QByteArrayView text, const IdsContext &context)
{
    Ids ids;
    ids.mid = decodedText(valueOfKey(text, "d_mid"));
    ids.uuid = decodedText(valueOfKey(text, "d_uuid"));
    if (!isUserId(ids.mid) && !isUserId(ids.uuid))
        return std::nullopt;
    ids.source = ids.uuid.isNull() ? Ids::Source::Id : Ids::Source::Dcs;
    takeRegion(ids, decodedText(valueOfKey(text, "dcs_region")));
    ids.blob = decodedText(valueOfKey(text, "d_blob"));
    ids.orgId = decodedText(valueOfKey(text, "d_orgid"));
    completeIds(ids, context);
    return ids;
}

/// The DCS's own cookie, for want of anything better (Audience Manager cookies).
std::optional<Ids> readDemdex(QByteArrayView text, const IdsContext &context)
{
    const QString uuid = decodedText(valueOfKey(text, "demdex"));
    const bool optedOut = uuid == QLatin1String("NOTARGET");
    if (!isUserId(uuid) && !optedOut)
        return std::nullopt;
    Ids ids;
    ids.source = Ids::Source::Dcs;
    ids.uuid = uuid;
    completeIds(ids, context);
    return ids;
}

} // namespace

QString orgIdOfCookie(QByteArrayView name)
{
    const QByteArray org = decodeUntil(name.sliced(qMin(name.size(), qsizetype(5))), '@');
    return org.isEmpty() ? QString() : QString::fromUtf8(org);
}

bool looksLikeAmcv(QByteArrayView value)
{
    const QByteArray text = decodeUntil(value.trimmed(), '|');
    if (text == "T")
        return true;
    if (!text.contains('|') || text.contains('='))
        return false;
    const Fields fields = splitAmcv(text);
    return std::any_of(fields.keyBegin(), fields.keyEnd(), [](const QString &key) {
        return key.startsWith(QLatin1String("MC")) || key == QLatin1String("vVersion");
    });
}

Ids readAmcv(QByteArrayView value, const QString &orgId, const IdsContext &context)
{
    return idsOfFields(splitAmcv(decodeUntil(value.trimmed(), '|')), orgId, context);
}

QList<Ids> readIdsInText(QByteArrayView text, const IdsContext &context)
{
    QByteArray plain = text.toByteArray();
    QList<Ids> out;
    for (int i = 0; i < 3; ++i) {
        out = readCookies(plain, context);
        if (const auto link = readLinkIds(plain, context))
            out.append(*link);
        if (const auto call = readCall(plain, context))
            out.append(*call);
        if (out.isEmpty()) {
            if (const auto hit = readHit(plain, context))
                out.append(*hit);
        }
        if (!out.isEmpty() || context.strict || !plain.contains('%'))
            break;
        plain = decodeCookie(plain);
    }
    const bool named = std::any_of(
        out.cbegin(), out.cend(), [](const Ids &ids) { return !ids.mid.isNull() || !ids.uuid.isNull(); });
    if (!named) {
        if (const auto demdex = readDemdex(text, context))
            out.append(*demdex);
    }
    return out;
}

} // namespace dcs
