// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "dcs/catalogue.h"
#include "dcs/jsonindent.h"
#include "dcs/text.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

const char *styleOf(dcs::Severity severity)
{
    switch (severity) {
    case dcs::Severity::Error:
        return "1;31";
    case dcs::Severity::Warning:
        return "33";
    case dcs::Severity::Hint:
        return "36";
    }
    return "0";
}

QString decimals(double value)
{
    return QString::number(value, 'f', value < 100 ? 1 : 0);
}

QStringList orNone(const QString &caption, const QString &value)
{
    return value.isNull() || value.isEmpty() ? QStringList() : QStringList{caption, value};
}

/// "JSON object, 6 members", "JSON number 42": an answer need not have anything in the DCS's own terms.
QString contentText(const dcs::JsonDocument &document)
{
    const dcs::JsonValue root = document.root();
    const QString kind = u"JSON "_s + dcs::kindName(root.kind());
    switch (root.kind()) {
    case dcs::JsonValue::Kind::Object:
        return kind + u", %1 members, depth %2"_s.arg(root.size()).arg(document.depth());
    case dcs::JsonValue::Kind::Array:
        return kind + u", %1 elements, depth %2"_s.arg(root.size()).arg(document.depth());
    case dcs::JsonValue::Kind::Null:
        return kind;
    default:
        return kind + u' '
            + dcs::visible(dcs::textOfUtf8(root.raw().first(qMin<qsizetype>(root.raw().size(), 500))), 200);
    }
}

} // namespace

QString columns(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    QList<QStringList> shown;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells += dcs::visible(cell, 2000);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = qMax(widths[i], cells[i].size());
        }
        shown.append(cells);
    }
    QString out;
    for (const QStringList &cells : shown) {
        QString line;
        for (qsizetype i = 0; i < cells.size(); ++i)
            line += i + 1 < cells.size() ? cells[i].leftJustified(widths[i] + 2) : cells[i];
        while (line.endsWith(u' '))
            line.chop(1);
        out += line + u'\n';
    }
    return out;
}

void printFindings(const Context &context, const QList<dcs::Finding> &findings, bool toErr)
{
    for (const dcs::Finding &finding : findings) {
        QString text = context.paint(dcs::severityName(finding.severity), styleOf(finding.severity)) + u": "_s
            + dcs::visible(finding.where) + u": "_s + dcs::visible(finding.message, 2000) + u" ["_s
            + finding.code + u"]\n"_s;
        if (!finding.fix.isEmpty())
            text += u"       "_s + dcs::visible(finding.fix, 2000) + u'\n';
        toErr ? context.tell(text) : context.print(text);
    }
}

QString statusLine(const dcs::Exchange &exchange)
{
    QStringList parts;
    if (exchange.status > 0)
        parts += QString::number(exchange.status) + u' '
            + dcs::visible(QString::fromUtf8(exchange.reason), 100);
    if (exchange.failure)
        parts += dcs::failureKindName(exchange.failure->kind);
    parts += decimals(exchange.timings.total) + u" ms"_s;
    if (exchange.status > 0)
        parts += QString::number(exchange.body.size()) + u" bytes"_s;
    if (!exchange.peer.isEmpty())
        parts += exchange.peer;
    return parts.join(u" · "_s);
}

void printExchange(const Context &context, const dcs::Exchange &exchange)
{
    const bool good = !exchange.failure && exchange.status >= 200 && exchange.status < 400;
    context.print(context.paint(statusLine(exchange), good ? "1;32" : "1;31") + u'\n');
    if (!exchange.failure)
        return;
    context.tell(u"dcs: "_s + dcs::visible(exchange.failure->message, 2000) + u'\n');
    if (!exchange.failure->remedy.isEmpty())
        context.tell(u"     "_s + dcs::visible(exchange.failure->remedy, 2000) + u'\n');
    if (exchange.failure->outcomeUnknown)
        context.tell(
            u"     The request had left: the DCS may have counted it. It is not sent again by itself.\n"_s);
}

void printBody(const Context &context, const QByteArray &body, const dcs::Answer &answer)
{
    if (answer.document && answer.valid && answer.form != dcs::Answer::Form::Jsonp) {
        dcs::writeIndented(*answer.document, [&context](const QByteArray &part) {
            context.out(dcs::terminalSafeJson(part));
            return true;
        });
        return;
    }
    if (!answer.valid)
        context.tell(answer.problem + u'\n');
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype feed = body.indexOf('\n', at);
        const qsizetype end = feed < 0 ? body.size() : feed;
        context.print(dcs::visible(dcs::textOfUtf8(QByteArrayView(body).sliced(at, end - at)), -1) + u'\n');
        at = end + 1;
    }
}

void printAnswer(const Context &context, const dcs::Answer &answer)
{
    QList<QStringList> rows;
    const auto add = [&rows](const QStringList &row) {
        if (!row.isEmpty())
            rows.append(row);
    };
    add({u"form"_s,
        dcs::formName(answer.form) + (answer.callback.isEmpty() ? QString() : u" "_s + answer.callback)});
    if (answer.document)
        add({u"content"_s, contentText(*answer.document)});
    if (!answer.valid)
        add({u"problem"_s, answer.problem});
    else if (!answer.notJson.isEmpty())
        add({u"no JSON"_s, answer.notJson});
    add(orNone(u"user"_s, answer.uuid));
    add(orNone(u"ECID"_s, answer.mid));
    if (answer.region) {
        const dcs::Region *region = context.catalogue->region(int(*answer.region));
        add({u"region"_s, QString::number(*answer.region) + (region ? u"  "_s + region->name : QString())});
    }
    add(orNone(u"transaction"_s, answer.tid));
    add(orNone(u"traits"_s, answer.traits.join(u", "_s)));
    add(orNone(u"segments"_s, answer.segments.join(u", "_s)));
    for (const dcs::UrlDestination &destination : answer.destinations)
        add({u"destination"_s, destination.url.isEmpty() ? destination.secureUrl : destination.url});
    for (const dcs::CookieDestination &cookie : answer.cookies)
        add({u"cookie"_s,
            cookie.name + u'=' + cookie.value
                + (cookie.ttlDays ? u"  %1 days"_s.arg(*cookie.ttlDays) : QString())
                + (cookie.domain.isEmpty() ? QString() : u"  "_s + cookie.domain)});
    for (const dcs::IdSync &sync : answer.idSyncs)
        add({u"ID sync"_s, sync.id + u"  "_s + sync.urls.join(u' ')});
    context.print(columns(rows));
    for (const dcs::AnswerError &error : answer.errors) {
        context.print(
            context.paint(u"%1 %2"_s.arg(error.level, error.code ? QString::number(*error.code) : u"-"_s),
                error.level == u"error" ? "1;31" : "33")
            + u": "_s + dcs::visible(error.message, 500) + u'\n');
        for (const QString &text : {error.meaning, error.action}) {
            if (!text.isEmpty())
                context.print(u"       "_s + text + u'\n');
        }
    }
}

void printExpectations(const Context &context, const QList<dcs::ExpectationOutcome> &outcomes)
{
    for (const dcs::ExpectationOutcome &outcome : outcomes) {
        context.print(context.paint(outcome.held ? u"held  "_s : u"failed"_s, outcome.held ? "32" : "1;31")
            + u"  "_s + dcs::visible(outcome.expression)
            + (outcome.held ? QString() : u"  (was: %1)"_s.arg(dcs::visible(outcome.actual))) + u'\n');
    }
}

} // namespace cli
