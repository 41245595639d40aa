// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/diff.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "store/files.h"
#include "store/history.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// A history ID or the file of a body. Of a file only the answer is known.
struct Side {
    dcs::Exchange exchange;
    bool whole = false;
};

dcs::Result<Side> readSide(const QByteArray &operand, Context &context)
{
    bool isId = false;
    const qint64 id = operand.toLongLong(&isId);
    if (isId) {
        auto history = store::History::open(context.dataFolder);
        if (!history)
            return history.error();
        auto entry = (*history)->entry(id);
        if (!entry)
            return entry.error();
        return Side{entry->exchange, true};
    }
    auto bytes = operand == "-" ? context.readInput() : store::readFile(QString::fromUtf8(operand));
    if (!bytes)
        return bytes.error();
    Side side;
    side.exchange.body = *bytes;
    side.exchange.status = 200;
    return side;
}

QList<dcs::Difference> compare(
    const Side &before, const Side &after, const dcs::Catalogue &catalogue, const dcs::DiffOptions &options)
{
    QList<dcs::Difference> found = dcs::diffExchanges(before.exchange, after.exchange, catalogue, options);
    if (!before.whole || !after.whole)
        found.removeIf([](const dcs::Difference &difference) {
            return difference.part != dcs::Difference::Part::Answer;
        });
    return found;
}

} // namespace

int runDiff(const Arguments &arguments, Context &context)
{
    if (arguments.operands().size() != 2)
        return context.fail(
            {dcs::Errc::Usage, u"Two things are compared; here are %1."_s.arg(arguments.operands().size()),
                u"Each is a history ID or a file: dcs diff 17 18"_s, {}});
    auto before = readSide(arguments.operand(0), context);
    if (!before)
        return context.fail(before.error());
    auto after = readSide(arguments.operand(1), context);
    if (!after)
        return context.fail(after.error());

    dcs::DiffOptions options;
    if (arguments.has("all"))
        options.ignore.clear();
    for (const QByteArray &path : arguments.all("ignore"))
        options.ignore += QString::fromUtf8(path);
    const QList<dcs::Difference> found = compare(*before, *after, *context.catalogue, options);

    if (arguments.has("json")) {
        dcs::JsonWriter out;
        out.beginArray();
        for (const dcs::Difference &difference : found) {
            out.beginObject()
                .key(u"kind")
                .value(dcs::kindName(difference.kind))
                .key(u"part")
                .value(dcs::partName(difference.part));
            out.key(u"path").value(difference.path).key(u"before").value(difference.before);
            out.key(u"after").value(difference.after).endObject();
        }
        context.out(out.endArray().take());
    } else {
        for (const dcs::Difference &difference : found) {
            const bool added = difference.kind == dcs::Difference::Kind::Added;
            const bool removed = difference.kind == dcs::Difference::Kind::Removed;
            QString text = dcs::partName(difference.part) + u' ' + dcs::visible(difference.path) + u": "_s;
            if (added)
                text += u"+ "_s + dcs::visible(difference.after);
            else if (removed)
                text += u"- "_s + dcs::visible(difference.before);
            else
                text += dcs::visible(difference.before)
                    + (difference.kind == dcs::Difference::Kind::Moved ? u" moved to "_s : u" → "_s)
                    + dcs::visible(difference.after);
            context.print(context.paint(text, added ? "32" : removed ? "31" : "33") + u'\n');
        }
    }
    return found.isEmpty() ? Ok : CheckFailed;
}

} // namespace cli
