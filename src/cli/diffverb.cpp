// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/diff.h"
#include "dcs/diffrules.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "interop/comparable.h"
#include "store/files.h"
#include "store/history.h"

#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

using interop::Comparable;

constexpr qsizetype mostListed = 20;

/// A file and the entry of it that was asked for with "#2"; 0: none was.
struct Place {
    QString file;
    qsizetype entry = 0;
};

Place placeOf(const QString &operand)
{
    const qsizetype hash = operand.lastIndexOf(u'#');
    bool ok = false;
    const int entry = hash < 0 ? 0 : operand.mid(hash + 1).toInt(&ok);
    // A file may have such a name itself.
    if (!ok || entry < 1 || QFileInfo::exists(operand))
        return {operand, 0};
    return {operand.left(hash), entry};
}

dcs::Result<Comparable> chosen(const QList<Comparable> &all, const Place &place)
{
    const QString file = place.file == u"-"_s ? u"the standard input"_s : place.file;
    if (place.entry > all.size())
        return dcs::Error{dcs::Errc::NotFound,
            u"There is no #%1 in %2: it has %3."_s.arg(
                QString::number(place.entry), file, QString::number(all.size())),
            u"Count the calls to the DCS from 1."_s, {}};
    if (place.entry > 0)
        return all[place.entry - 1];
    if (all.size() == 1)
        return all.first();
    QStringList names;
    for (qsizetype i = 0; i < qMin<qsizetype>(all.size(), mostListed); ++i)
        names.append(u"  "_s + dcs::visible(all[i].name, 200));
    if (all.size() > mostListed)
        names.append(u"  and %1 more"_s.arg(all.size() - mostListed));
    return dcs::Error{dcs::Errc::Usage, u"There are %1 calls in %2."_s.arg(QString::number(all.size()), file),
        u"Say which one, for example %1#1"_s.arg(place.file), names.join(u'\n')};
}

/// A history ID, a file, or standard input.
dcs::Result<Comparable> readSide(const QByteArray &operand, Context &context)
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
        return Comparable{QString::number(id), entry->exchange, true};
    }
    const Place place = placeOf(QString::fromUtf8(operand));
    auto bytes = place.file == u"-"_s ? context.readInput() : store::readFile(place.file);
    if (!bytes)
        return bytes.error();
    const auto all = interop::readComparables(*bytes, place.file);
    if (!all)
        return all.error();
    return chosen(*all, place);
}

int failSide(const dcs::Error &error, Context &context)
{
    const int code = context.fail(error);
    if (!error.detail.isEmpty())
        context.tell(error.detail + u'\n');
    return code;
}

bool readsInput(const QByteArray &operand)
{
    return operand == "-" || operand.startsWith("-#");
}

/// What may differ; with an error for what is neither a path nor a name.
dcs::Result<dcs::DiffOptions> optionsOf(const Arguments &arguments)
{
    dcs::DiffOptions options;
    if (arguments.has("all"))
        options.ignore.clear();
    options.times = arguments.has("all");
    for (const QByteArray &path : arguments.all("ignore")) {
        const QString text = QString::fromUtf8(path);
        if (text.startsWith(u'$') && !dcs::IgnoredPaths::isPath(text))
            return dcs::Error{dcs::Errc::Usage, u"\"%1\" is no path."_s.arg(dcs::visible(text)),
                u"Paths look like $.tid, $.dests[*].id or $..id; the names of headers and parameters stand alone."_s,
                {}};
        options.ignore += text;
    }
    return options;
}

} // namespace

int runDiff(const Arguments &arguments, Context &context)
{
    if (arguments.operands().size() != 2)
        return context.fail(
            {dcs::Errc::Usage, u"Two things are compared; here are %1."_s.arg(arguments.operands().size()),
                u"Each is a history ID, a file or -: dcs diff 17 yesterday.har#2"_s, {}});
    if (readsInput(arguments.operand(0)) && readsInput(arguments.operand(1)))
        return context.fail({dcs::Errc::Usage, u"Standard input can be only one of the two."_s,
            u"Save one of them in a file."_s, {}});
    const auto options = optionsOf(arguments);
    if (!options)
        return context.fail(options.error());
    auto before = readSide(arguments.operand(0), context);
    if (!before)
        return failSide(before.error(), context);
    auto after = readSide(arguments.operand(1), context);
    if (!after)
        return failSide(after.error(), context);

    const QList<dcs::Difference> found = interop::compare(*before, *after, *context.catalogue, *options);
    if (isJson(arguments)) {
        printJsonRows(context, arguments, found, [](dcs::JsonWriter &out, const dcs::Difference &difference) {
            out.beginObject()
                .key(u"kind")
                .value(dcs::kindName(difference.kind))
                .key(u"part")
                .value(dcs::partName(difference.part));
            out.key(u"path").value(difference.path).key(u"before").value(difference.before);
            out.key(u"after").value(difference.after).endObject();
        });
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
