// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "batch/historyexport.h"
#include "cli/exitcode.h"
#include "cli/historychange.h"
#include "cli/historychoice.h"
#include "cli/historyupkeep.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "store/history.h"

#include <cstdio>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultLimit = 50;

QStringList tableLine(const store::HistoryRow &row)
{
    return {QString::number(row.id), row.startedAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"),
        batch::outcomeText(row), row.alias.isEmpty() ? u"-"_s : row.alias,
        row.region ? QString::number(*row.region) : u"-"_s,
        row.firstIdentity.isEmpty() ? u"-"_s : row.firstIdentity,
        QString::number(row.totalMs, 'f', 0) + u" ms"_s, (row.pinned ? u"* "_s : QString()) + row.note};
}

/// Calls as JSON, page by page: there may be a million.
int listJson(
    const store::History &history, const batch::HistoryChoice &choice, bool lines, const Context &context)
{
    bool isFirst = true;
    const auto write = [&](QByteArrayView line) {
        if (!lines)
            context.out(isFirst ? "[\n" : ",\n");
        isFirst = false;
        context.out(lines ? line : line.trimmed());
        return true;
    };
    const auto exported = batch::exportHistory(history, choice, *context.catalogue, write);
    if (!exported)
        return context.fail(exported.error());
    if (!lines)
        context.out(isFirst ? "[]\n" : "\n]\n");
    tellUnreadable(context, *exported);
    return Ok;
}

int list(const store::History &history, const Arguments &arguments, const Context &context)
{
    auto choice = readHistoryChoice(arguments, 0, defaultLimit);
    if (!choice)
        return context.fail(choice.error());
    choice->format = batch::HistoryFormat::Jsonl;
    if (arguments.has("json") || arguments.has("jsonl"))
        return listJson(history, *choice, arguments.has("jsonl"), context);
    // Columns are aligned over so many lines.
    constexpr qint64 aligned = 500;
    std::optional<store::ExchangeId> before;
    for (qint64 left = choice->limit; left > 0;) {
        const int wanted = int(qMin(aligned, left));
        const auto page = history.page(choice->filter, before, wanted);
        if (!page)
            return context.fail(page.error());
        QList<QStringList> table;
        for (const store::HistoryRow &row : *page)
            table.append(tableLine(row));
        context.print(columns(table));
        if (page->size() < wanted)
            break;
        before = page->last().id;
        left -= page->size();
    }
    return Ok;
}

/// What the history knows beside the bytes.
void printRow(const Context &context, const store::HistoryRow &row)
{
    QStringList parts{u"call "_s + QString::number(row.id),
        row.startedAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss.zzz"), batch::outcomeText(row)};
    const std::pair<QString, QString> named[]
        = {{u"preset"_s, row.preset}, {u"environment"_s, row.environment}, {u"batch"_s, row.batch}};
    for (const auto &[name, value] : named) {
        if (!value.isEmpty())
            parts += name + u' ' + value;
    }
    if (row.pinned)
        parts += u"pinned"_s;
    if (row.masked)
        parts += u"IDs masked"_s;
    context.print(context.paint(dcs::visible(parts.join(u" · "_s), -1), "1") + u'\n');
    if (!row.note.isEmpty())
        context.print(u"note: "_s + dcs::visible(row.note, -1) + u'\n');
    context.print(u"\n"_s);
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
    if (isJson(arguments)) {
        printJson(context, arguments,
            [&](dcs::JsonWriter &out) { batch::writeHistoryEntry(out, *entry, *context.catalogue); });
        return Ok;
    }
    printRow(context, entry->row);
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
    if (word == "mask")
        return maskHistory(**history, arguments, context);
    if (const std::optional<int> code = changeHistory(**history, arguments, context))
        return *code;
    if (word == "prune")
        return pruneHistory(**history, arguments, context);
    const int code = list(**history, arguments, context);
    // The next search is faster for it; the answer is out already.
    std::fflush(stdout);
    for (int i = 0; i < 4 && (*history)->tidySome(); ++i) { }
    return code;
}

} // namespace cli
