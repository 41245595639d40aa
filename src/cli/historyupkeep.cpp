// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/historyupkeep.h"

#include "cli/exitcode.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "store/history.h"

#include <limits>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString countText(qint64 calls)
{
    return calls == 1 ? u"1 call"_s : QString::number(calls) + u" calls"_s;
}

QString describe(const store::PruneReport &report)
{
    if (report.calls == 0)
        return u"no calls"_s;
    return u"%1 (%2 KB) from %3 to %4"_s.arg(countText(report.calls), QString::number(report.bytes / 1024),
        report.oldest.toLocalTime().toString(u"yyyy-MM-dd"),
        report.newest.toLocalTime().toString(u"yyyy-MM-dd"));
}

dcs::Result<store::Retention> readRetention(const Arguments &arguments)
{
    store::Retention retention;
    for (const char *name : {"days", "keep", "bytes"}) {
        if (!arguments.has(name))
            continue;
        auto number = arguments.number(name, 0, std::numeric_limits<qint64>::max());
        if (!number)
            return number.error();
        if (qstrcmp(name, "days") == 0)
            retention.days = int(qMin(*number, qint64(1'000'000)));
        else if (qstrcmp(name, "keep") == 0)
            retention.count = *number;
        else
            retention.bytes = *number;
    }
    if (!retention.days && !retention.count && !retention.bytes)
        return dcs::Error{dcs::Errc::Usage, u"What may go?"_s,
            u"Say --days N, --keep N (calls) or --bytes N. Without --yes nothing is removed, it is only shown."_s,
            {}};
    return retention;
}

/// How far it is, on a terminal only: one line that is written over.
store::History::Progress progressOf(const Context &context, const QString &what)
{
    if (!context.errIsTerminal)
        return {};
    return [&context, what, last = qint64(-1)](qint64 done, qint64 all) mutable {
        const qint64 part = all > 0 ? done * 100 / all : 100;
        if (part != last)
            context.tell(
                u"\r%1 %2 %"_s.arg(what, QString::number(part)) + (done == all ? u"\n"_s : QString()));
        last = part;
        return true;
    };
}

void printPruned(
    const Arguments &arguments, const Context &context, const store::PruneReport &report, bool removed)
{
    if (!arguments.has("json")) {
        context.print((removed ? u"removed: "_s : u"would remove (say --yes to do it): "_s) + describe(report)
            + u"; pinned calls stay\n"_s);
        return;
    }
    dcs::JsonWriter out;
    out.beginObject();
    out.key(u"removed").value(removed);
    out.key(u"calls").value(report.calls);
    out.key(u"bytes").value(report.bytes);
    for (const auto &[key, time] : {std::pair(u"oldest"_s, report.oldest), {u"newest"_s, report.newest}}) {
        out.key(key);
        if (time.isValid())
            out.value(time.toUTC().toString(Qt::ISODateWithMs));
        else
            out.null();
    }
    context.out(out.endObject().take());
}

int showMasking(const store::History &history, const Arguments &arguments, const Context &context)
{
    const auto masking = history.isMasking();
    const auto unmasked = history.countUnmasked();
    if (!masking || !unmasked)
        return context.fail(masking ? unmasked.error() : masking.error());
    if (arguments.has("json")) {
        dcs::JsonWriter out;
        out.beginObject();
        out.key(u"masking").value(*masking);
        out.key(u"unmasked").value(*unmasked);
        context.out(out.endObject().take());
        return Ok;
    }
    context.print((*masking ? u"IDs of new calls are recorded as keyed hashes\n"_s
                            : u"IDs of new calls are recorded as they are\n"_s)
        + u"recorded as they were: "_s + countText(*unmasked) + u'\n');
    return Ok;
}

int maskEarlier(store::History &history, const Arguments &arguments, const Context &context)
{
    const auto unmasked = history.countUnmasked();
    if (!unmasked)
        return context.fail(unmasked.error());
    if (!arguments.has("yes")) {
        context.print(u"would mask (say --yes to do it, for good): "_s + countText(*unmasked) + u'\n');
        return Ok;
    }
    const auto masked = history.maskEarlier(progressOf(context, u"masking"_s));
    if (!masked)
        return context.fail(masked.error());
    context.print(u"masked: "_s + countText(*masked) + u'\n');
    return Ok;
}

} // namespace

int pruneHistory(store::History &history, const Arguments &arguments, const Context &context)
{
    const auto retention = readRetention(arguments);
    if (!retention)
        return context.fail(retention.error());
    const bool remove = arguments.has("yes");
    auto report = remove ? history.prune(*retention, progressOf(context, u"removing"_s))
                         : history.prunePreview(*retention);
    if (!report)
        return context.fail(report.error());
    if (remove) {
        if (auto done = history.vacuum(progressOf(context, u"giving space back"_s)); !done)
            return context.fail(done.error());
    }
    printPruned(arguments, context, *report, remove);
    return Ok;
}

int maskHistory(store::History &history, const Arguments &arguments, const Context &context)
{
    const QByteArray word = arguments.operand(1);
    if (word.isEmpty())
        return showMasking(history, arguments, context);
    if (word == "earlier")
        return maskEarlier(history, arguments, context);
    if (word != "on" && word != "off")
        return context.fail({dcs::Errc::Usage,
            u"\"%1\" is nothing to do with masking."_s.arg(dcs::visible(QString::fromUtf8(word))),
            u"Say on, off or earlier; to search for the word, write '\"mask\"'."_s, {}});
    if (auto done = history.setMasking(word == "on"); !done)
        return context.fail(done.error());
    return showMasking(history, arguments, context);
}

} // namespace cli
