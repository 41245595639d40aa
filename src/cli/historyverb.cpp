// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/historychange.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "interop/contract.h"
#include "interop/csv.h"
#include "interop/curl.h"
#include "interop/har.h"
#include "interop/maskidentifiers.h"
#include "store/files.h"
#include "store/history.h"

#include <QDateTime>

#include <cstdio>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultLimit = 50;

QString outcomeText(const store::HistoryRow &row)
{
    switch (row.outcome) {
    case store::Outcome::InFlight:
        return u"in flight"_s;
    case store::Outcome::Unknown:
        return u"outcome unknown"_s;
    case store::Outcome::Failed:
        return row.failure;
    case store::Outcome::Done:
        break;
    }
    QString text = QString::number(row.status);
    for (const int code : row.errorCodes)
        text += u" ["_s + QString::number(code) + u']';
    return text;
}

/// The search line out of words and options; the words are a search line themselves.
dcs::Result<store::HistoryFilter> readFilter(const Arguments &arguments, qsizetype firstWord)
{
    QStringList words;
    for (qsizetype i = firstWord; i < arguments.operands().size(); ++i)
        words += QString::fromUtf8(arguments.operand(i));
    for (const char *name : {"alias", "region", "status", "error", "since", "until", "preset", "batch"}) {
        if (arguments.has(name))
            words += QLatin1String(name) + u':' + arguments.text(name);
    }
    if (arguments.has("pinned"))
        words += u"pinned:yes"_s;
    return store::parseSearch(words.join(u' '), QDateTime::currentDateTime());
}

dcs::Result<QList<store::HistoryRow>> readRows(
    const store::History &history, const Arguments &arguments, qsizetype firstWord, int fallback)
{
    auto filter = readFilter(arguments, firstWord);
    if (!filter)
        return filter.error();
    int limit = fallback;
    if (arguments.has("limit")) {
        auto number = arguments.number("limit", 1, 100'000'000);
        if (!number)
            return number.error();
        limit = int(*number);
    }
    QList<store::HistoryRow> rows;
    std::optional<store::ExchangeId> before;
    while (rows.size() < limit) {
        const int wanted = int(qMin(qsizetype(500), limit - rows.size()));
        auto page = history.page(*filter, before, wanted);
        if (!page)
            return page.error();
        rows += *page;
        if (page->size() < wanted)
            break;
        before = page->last().id;
    }
    return rows;
}

void writeEntry(dcs::JsonWriter &out, const store::HistoryEntry &entry, const Context &context)
{
    const dcs::Answer answer = dcs::Answer::parse(entry.exchange, *context.catalogue);
    interop::writeCallMade(out,
        {QString::number(entry.row.id), &entry.exchange, &answer, {},
            entry.row.outcome == store::Outcome::Unknown});
}

int list(const store::History &history, const Arguments &arguments, const Context &context)
{
    auto rows = readRows(history, arguments, 0, defaultLimit);
    if (!rows)
        return context.fail(rows.error());
    if (arguments.has("json") || arguments.has("jsonl")) {
        const bool lines = arguments.has("jsonl");
        dcs::JsonWriter document;
        document.beginArray();
        for (const store::HistoryRow &row : std::as_const(*rows)) {
            auto entry = history.entry(row.id);
            if (!entry)
                return context.fail(entry.error());
            if (lines) {
                dcs::JsonWriter line(0);
                writeEntry(line, *entry, context);
                context.out(line.take());
            } else {
                writeEntry(document, *entry, context);
            }
        }
        if (!lines)
            context.out(document.endArray().take());
        return Ok;
    }
    QList<QStringList> table;
    for (const store::HistoryRow &row : std::as_const(*rows))
        table.append({QString::number(row.id), row.startedAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"),
            outcomeText(row), row.alias.isEmpty() ? u"-"_s : row.alias,
            row.region ? QString::number(*row.region) : u"-"_s,
            row.firstIdentity.isEmpty() ? u"-"_s : row.firstIdentity,
            QString::number(row.totalMs, 'f', 0) + u" ms"_s, (row.pinned ? u"* "_s : QString()) + row.note});
    context.print(columns(table));
    return Ok;
}

int show(const store::History &history, const Arguments &arguments, const Context &context)
{
    bool ok = false;
    const qint64 id = arguments.operand(1).toLongLong(&ok);
    if (!ok)
        return context.fail({dcs::Errc::Usage,
            u"Which call? \"%1\" is no history ID."_s.arg(
                dcs::visible(QString::fromUtf8(arguments.operand(1)))),
            u"\"dcs history\" lists the IDs in its first column."_s, {}});
    auto entry = history.entry(id);
    if (!entry)
        return context.fail(entry.error());
    if (arguments.has("json")) {
        dcs::JsonWriter out;
        writeEntry(out, *entry, context);
        context.out(out.take());
        return Ok;
    }
    context.print(dcs::visible(QString::fromUtf8(entry->exchange.request.requestLine()), -1) + u'\n');
    for (const dcs::Header &header : entry->exchange.request.headers())
        context.print(dcs::visible(QString::fromUtf8(header.name + ": " + header.value), -1) + u'\n');
    const QByteArrayView body = entry->exchange.request.body();
    if (!body.isEmpty())
        context.print(u'\n' + dcs::visible(QString::fromUtf8(body), -1) + u'\n');
    context.print(u"\n"_s);
    if (entry->row.outcome == store::Outcome::Unknown)
        context.print(
            u"outcome unknown: the program ended before an answer came; the DCS may have counted the call\n"_s);
    printExchange(context, entry->exchange);
    if (entry->exchange.status > 0)
        printAnswer(context, dcs::Answer::parse(entry->exchange, *context.catalogue));
    printFindings(context, entry->findings, false);
    return Ok;
}

QByteArray csvHeader()
{
    return interop::csvRow({"id", "startedAt", "outcome", "status", "errors", "alias", "region", "ms",
        "bytes", "method", "url", "preset", "note"});
}

/// The URL comes from the exchange, which may have been masked; the row's own would not be.
QByteArray csvLine(const store::HistoryRow &row, const dcs::Exchange &exchange)
{
    QByteArrayList codes;
    for (const int code : row.errorCodes)
        codes += QByteArray::number(code);
    return interop::csvRow(
        {QByteArray::number(row.id), row.startedAt.toUTC().toString(Qt::ISODateWithMs).toUtf8(),
            outcomeText(row).toUtf8(), QByteArray::number(row.status), codes.join(' '), row.alias.toUtf8(),
            row.region ? QByteArray::number(*row.region) : QByteArray(),
            QByteArray::number(row.totalMs, 'f', 3), QByteArray::number(row.bodyBytes),
            exchange.request.method(), exchange.request.url(), row.preset.toUtf8(), row.note.toUtf8()});
}

int exportCalls(const store::History &history, const Arguments &arguments, const Context &context)
{
    const QByteArray format = arguments.operand(1);
    if (format != "har" && format != "jsonl" && format != "curl" && format != "csv")
        return context.fail({dcs::Errc::Usage,
            u"Which format? \"%1\" is none."_s.arg(dcs::visible(QString::fromUtf8(format))),
            u"Known are har, jsonl, csv and curl: dcs history export har alias:acme > acme.har"_s, {}});
    auto rows = readRows(history, arguments, 2, 100'000'000);
    if (!rows)
        return context.fail(rows.error());
    if (format == "csv")
        context.out(csvHeader());
    QList<dcs::Exchange> exchanges;
    for (const store::HistoryRow &row : std::as_const(*rows)) {
        auto entry = history.entry(row.id);
        if (!entry)
            return context.fail(entry.error());
        if (arguments.has("mask"))
            entry->exchange = interop::maskIdentifiers(entry->exchange, *context.catalogue);
        if (format == "har") {
            exchanges.append(entry->exchange);
        } else if (format == "csv") {
            context.out(csvLine(row, entry->exchange));
        } else if (format == "curl") {
            context.out(interop::writeCurl(entry->exchange.request, {}) + '\n');
        } else {
            dcs::JsonWriter line(0);
            writeEntry(line, *entry, context);
            context.out(line.take());
        }
    }
    if (format == "har")
        context.out(interop::writeHar(exchanges));
    return Ok;
}

QString describe(const store::PruneReport &report)
{
    if (report.calls == 0)
        return u"no calls"_s;
    return u"%1 calls (%2 KB) from %3 to %4"_s.arg(QString::number(report.calls),
        QString::number(report.bytes / 1024), report.oldest.toLocalTime().toString(u"yyyy-MM-dd"),
        report.newest.toLocalTime().toString(u"yyyy-MM-dd"));
}

int prune(store::History &history, const Arguments &arguments, const Context &context)
{
    store::Retention retention;
    for (const char *name : {"days", "keep", "bytes"}) {
        if (!arguments.has(name))
            continue;
        auto number = arguments.number(name, 0, std::numeric_limits<qint64>::max());
        if (!number)
            return context.fail(number.error());
        if (qstrcmp(name, "days") == 0)
            retention.days = int(qMin(*number, qint64(1'000'000)));
        else if (qstrcmp(name, "keep") == 0)
            retention.count = *number;
        else
            retention.bytes = *number;
    }
    if (!retention.days && !retention.count && !retention.bytes)
        return context.fail({dcs::Errc::Usage, u"What may go?"_s,
            u"Say --days N, --keep N (calls) or --bytes N. Without --yes nothing is removed, it is only shown."_s,
            {}});
    auto report = arguments.has("yes") ? history.prune(retention) : history.prunePreview(retention);
    if (!report)
        return context.fail(report.error());
    context.print((arguments.has("yes") ? u"removed: "_s : u"would remove (say --yes to do it): "_s)
        + describe(*report) + u"; pinned calls stay\n"_s);
    if (arguments.has("yes")) {
        if (auto done = history.vacuum(); !done)
            return context.fail(done.error());
    }
    return Ok;
}

} // namespace

int runHistory(const Arguments &arguments, Context &context)
{
    auto history = store::History::open(context.dataFolder);
    if (!history)
        return context.fail(history.error());
    if (!(*history)->openNotice().isEmpty())
        context.tell(u"note: "_s + dcs::visible((*history)->openNotice()) + u'\n');
    const QByteArray word = arguments.operand(0);
    if (word == "show")
        return show(**history, arguments, context);
    if (word == "export")
        return exportCalls(**history, arguments, context);
    if (const std::optional<int> code = changeHistory(**history, arguments, context))
        return *code;
    if (word == "prune")
        return prune(**history, arguments, context);
    const int code = list(**history, arguments, context);
    // The next search is faster for it; the answer is out already.
    std::fflush(stdout);
    for (int i = 0; i < 4 && (*history)->tidySome(); ++i) { }
    return code;
}

} // namespace cli
