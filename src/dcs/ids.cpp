// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/ids.h"

#include "dcs/idsparts.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

bool hasId(const Ids &ids)
{
    return !ids.mid.isNull() || !ids.uuid.isNull();
}

bool sameIds(const Ids &a, const Ids &b)
{
    return a.source == b.source && a.mid == b.mid && a.uuid == b.uuid && a.region == b.region
        && a.blob == b.blob && a.orgId == b.orgId;
}

/// The same cookie travels with every call of a HAR: say it once. Those with an ID first, the order kept
/// otherwise.
QList<Ids> inOrder(const QList<Ids> &found)
{
    QList<Ids> out;
    for (const Ids &ids : found) {
        if (std::none_of(out.cbegin(), out.cend(), [&ids](const Ids &other) { return sameIds(ids, other); }))
            out.append(ids);
    }
    std::stable_partition(out.begin(), out.end(), hasId);
    return out;
}

Error notRecognised(QByteArrayView text)
{
    if (isUserId(QString::fromLatin1(text))) {
        return {Errc::InvalidInput,
            QStringLiteral("38 digits alone do not say whether they are a UUID or an ECID."),
            QStringLiteral("Enter them as d_uuid or as d_mid, or paste the cookie or answer they come from."),
            {}};
    }
    const bool sessionCookie = text.contains("AMCVS_") && !text.contains("AMCV_");
    return {Errc::InvalidInput,
        sessionCookie ? QStringLiteral("An AMCVS_ cookie only marks a browser session and holds no IDs.")
                      : QStringLiteral("No user ID or region can be recognised in this text."),
        QStringLiteral(
            "Paste an AMCV_ cookie or a whole Cookie line, an answer of /id or of the DCS, or a HAR."),
        visible(QString::fromUtf8(text.first(qMin(text.size(), qsizetype(200)))), 200)};
}

Result<QList<Ids>> findInJson(QByteArrayView text, qsizetype from, const IdsContext &context)
{
    JsonDocument::Options options;
    options.from = from;
    options.allowTrailing = true;
    const JsonDocument document = JsonDocument::parse(text.toByteArray(), options);
    const QList<Ids> found = readIdsInJson(document, context);
    if (!found.isEmpty())
        return inOrder(found);
    if (const auto &problem = document.problem()) {
        return Error{Errc::InvalidInput,
            QStringLiteral("The JSON breaks off at byte %1, and there is no ID before that.")
                .arg(problem->offset),
            QStringLiteral("Paste the whole answer."), problem->message};
    }
    return notRecognised(text);
}

/// A whole response as curl -i prints it: the body is the answer, Set-Cookie lines may help out.
Result<QList<Ids>> findInResponse(QByteArrayView text, const IdsContext &context)
{
    qsizetype end = text.indexOf("\r\n\r\n");
    const qsizetype gap = end < 0 ? 2 : 4;
    if (end < 0)
        end = text.indexOf("\n\n");
    if (end >= 0) {
        const QByteArrayView body = text.sliced(end + gap);
        if (const qsizetype from = jsonStart(body); from >= 0) {
            if (auto found = findInJson(body, from, context))
                return found;
        }
    }
    const QList<Ids> found = readIdsInText(end < 0 ? text : text.first(end), context);
    return found.isEmpty() ? Result<QList<Ids>>(notRecognised(text)) : Result<QList<Ids>>(inOrder(found));
}

QByteArrayView withoutQuotes(QByteArrayView text)
{
    if (text.size() >= 2 && text.front() == text.back() && (text.front() == '"' || text.front() == '\''))
        return text.sliced(1, text.size() - 2).trimmed();
    return text;
}

} // namespace

QString sourceName(Ids::Source source)
{
    switch (source) {
    case Ids::Source::Amcv:
        return QStringLiteral("amcv");
    case Ids::Source::Id:
        return QStringLiteral("id");
    case Ids::Source::Dcs:
        return QStringLiteral("dcs");
    }
    return {};
}

bool isUserId(QStringView text)
{
    return text.size() == 38
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isAbsent(QStringView value)
{
    return value.isEmpty() || value == QLatin1String("NONE");
}

void addFinding(Ids &ids, const IdsContext &context, const QString &code, const QString &where,
    const QString &message, const QString &fix)
{
    Finding finding;
    finding.code = code;
    finding.where = where;
    finding.message = message;
    finding.fix = fix;
    if (const FindingEntry *entry = context.catalogue.findingCode(code)) {
        finding.severity = entry->severity;
        finding.dcsCode = entry->dcsCode;
    }
    ids.findings.append(finding);
}

void completeIds(Ids &ids, const IdsContext &context)
{
    for (QString *id : {&ids.mid, &ids.uuid}) {
        // What the DCS writes in place of an ID after an opt-out (Data Privacy Requests).
        if (*id == QLatin1String("NOTARGET")) {
            id->clear();
            addFinding(ids, context, QStringLiteral("opted-out"), QStringLiteral("NOTARGET"),
                QStringLiteral("NOTARGET stands in place of an ID: the user has opted out."),
                QStringLiteral("Stop collecting for this user."));
        }
    }
    if (!ids.mid.isNull() && !isUserId(ids.mid)) {
        addFinding(ids, context, QStringLiteral("mid-format"), QStringLiteral("mid"),
            QStringLiteral("The ECID is not 38 digits."),
            QStringLiteral("Look for the whole value; spreadsheets shorten it."));
    }
    if (!ids.uuid.isNull() && !isUserId(ids.uuid)) {
        addFinding(ids, context, QStringLiteral("uuid-format"), QStringLiteral("uuid"),
            QStringLiteral("The UUID is not 38 digits."),
            QStringLiteral("Look for the whole value; spreadsheets shorten it."));
    }
    if (!ids.region)
        return;
    const bool fits = *ids.region >= 0 && *ids.region <= 100000;
    if (const Region *region = fits ? context.catalogue.region(int(*ids.region)) : nullptr) {
        ids.regionHost = region->host;
    } else {
        addFinding(ids, context, QStringLiteral("region-no-host"), QStringLiteral("region"),
            QStringLiteral("No host is published for region %1.").arg(*ids.region),
            QStringLiteral("Choose a region near the user."));
    }
}

Result<QList<Ids>> findIds(QByteArrayView text, const Catalogue &catalogue, qint64 nowSeconds)
{
    const IdsContext context{catalogue, nowSeconds};
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    text = withoutQuotes(text.trimmed());
    if (text.isEmpty()) {
        return Error{Errc::InvalidInput, QStringLiteral("There is nothing to read IDs from."),
            QStringLiteral(
                "Paste an AMCV_ cookie or a whole Cookie line, an answer of /id or of the DCS, or a HAR."),
            {}};
    }
    if (text.startsWith("HTTP/"))
        return findInResponse(text, context);
    if (const qsizetype from = jsonStart(text); from >= 0)
        return findInJson(text, from, context);
    if (looksLikeAmcv(text))
        return QList<Ids>{readAmcv(text, {}, context)};
    const QList<Ids> found = readIdsInText(text, context);
    if (found.isEmpty())
        return notRecognised(text);
    return inOrder(found);
}

} // namespace dcs
