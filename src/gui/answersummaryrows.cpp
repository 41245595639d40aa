// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answersummaryrows.h"

#include "gui/severity.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::AnswerSummary)
};

template <typename T>
QString number(const std::optional<T> &value)
{
    return value ? QString::number(*value) : QString();
}

} // namespace

QList<QStringList> errorRows(const dcs::Answer &answer)
{
    QList<QStringList> rows;
    for (const dcs::AnswerError &error : answer.errors) {
        const QString kind
            = error.category.isEmpty() ? error.level : error.level + QStringLiteral(", ") + error.category;
        rows.append({number(error.code), error.message, kind, error.meaning, error.action});
    }
    return rows;
}

QList<QStringList> destinationRows(const dcs::Answer &answer)
{
    QList<QStringList> rows;
    for (const dcs::UrlDestination &destination : answer.destinations)
        rows.append({destination.type, destination.url, destination.secureUrl, destination.id});
    return rows;
}

QList<QStringList> cookieRows(const dcs::Answer &answer)
{
    QList<QStringList> rows;
    for (const dcs::CookieDestination &cookie : answer.cookies)
        rows.append({cookie.name, cookie.value, number(cookie.ttlDays), cookie.domain,
            cookie.variable ? Text::tr("JavaScript variable") : Text::tr("cookie")});
    return rows;
}

QList<QStringList> syncRows(const dcs::Answer &answer)
{
    QList<QStringList> rows;
    for (const dcs::IdSync &sync : answer.idSyncs)
        rows.append({sync.id, number(sync.ttlMinutes), sync.urls.join(u' ')});
    return rows;
}

QList<QStringList> idRows(const QStringList &ids)
{
    QList<QStringList> rows;
    rows.reserve(ids.size());
    for (const QString &id : ids)
        rows.append({id});
    return rows;
}

QList<QStringList> findingRows(const QList<dcs::Finding> &findings)
{
    QList<QStringList> rows;
    for (const dcs::Finding &finding : findings)
        rows.append({severityText(finding.severity), finding.where, finding.message, finding.fix});
    return rows;
}

QList<QStringList> outcomeRows(const QList<dcs::ExpectationOutcome> &outcomes)
{
    QList<QStringList> rows;
    for (const dcs::ExpectationOutcome &outcome : outcomes)
        rows.append(
            {outcome.expression, outcome.held ? Text::tr("✓ held") : Text::tr("✗ failed"), outcome.actual});
    return rows;
}

} // namespace gui
