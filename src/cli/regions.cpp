// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/regionprobe.h"
#include "cli/callinput.h"
#include "cli/exitcode.h"
#include "cli/interrupt.h"
#include "cli/keychainanswer.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/jsonwriter.h"
#include "transport/wiremanager.h"

#include <QEventLoop>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

void writeRegion(dcs::JsonWriter &out, const dcs::Region &region)
{
    out.key(u"id").value(region.id).key(u"name").value(region.name);
    out.key(u"label").value(region.label).key(u"host").value(QString::fromUtf8(region.host));
}

QString milliseconds(double value)
{
    return QString::number(value, 'f', 1);
}

/// A bar of up to 30 characters; the slowest region has the longest.
QString bar(double value, double longest)
{
    return QString(longest > 0 ? qMax(1, int(value / longest * 30 + 0.5)) : 0, u'█');
}

void writeProbe(const Arguments &arguments, const Context &context, const batch::RegionProbe &probe,
    std::optional<int> userRegion)
{
    std::optional<int> nearest;
    if (const auto row = probe.nearest())
        nearest = probe.rows()[*row].region.id;
    printJsonRows(
        context, arguments, probe.rows(), [&](dcs::JsonWriter &out, const batch::RegionProbe::Row &row) {
            const dcs::Timings &timings = row.exchange.timings;
            out.beginObject();
            writeRegion(out, row.region);
            out.key(u"status")
                .value(row.exchange.status)
                .key(u"connect")
                .value(timings.connect)
                .key(u"tls")
                .value(timings.tls);
            out.key(u"answer").value(timings.wait).key(u"total").value(timings.total).key(u"failure");
            if (row.exchange.failure)
                out.beginObject()
                    .key(u"kind")
                    .value(dcs::failureKindName(row.exchange.failure->kind))
                    .key(u"message")
                    .value(row.exchange.failure->message)
                    .endObject();
            else
                out.null();
            out.key(u"nearest")
                .value(nearest == row.region.id)
                .key(u"userHome")
                .value(userRegion == row.region.id)
                .endObject();
        });
}

void printProbe(const Context &context, const batch::RegionProbe &probe, std::optional<int> userRegion)
{
    double longest = 0;
    for (const batch::RegionProbe::Row &row : probe.rows())
        longest = qMax(longest, row.exchange.failure ? 0 : row.exchange.timings.total);
    QList<QStringList> rows{{u"region"_s, u"host"_s, u"connect"_s, u"TLS"_s, u"answer"_s, u"total ms"_s, {}}};
    for (int i = 0; i < probe.rows().size(); ++i) {
        const batch::RegionProbe::Row &row = probe.rows()[i];
        const dcs::Timings &timings = row.exchange.timings;
        QStringList cells{QString::number(row.region.id), QString::fromUtf8(row.region.host)};
        if (row.exchange.failure) {
            cells += {u"-"_s, u"-"_s, u"-"_s, u"-"_s,
                dcs::failureKindName(row.exchange.failure->kind) + u": "_s + row.exchange.failure->message};
        } else {
            cells += {milliseconds(timings.connect), milliseconds(timings.tls), milliseconds(timings.wait),
                milliseconds(timings.total),
                bar(timings.total, longest) + (probe.nearest() == i ? u" nearest"_s : QString())
                    + (userRegion == row.region.id ? u" the user's home"_s : QString())};
        }
        rows.append(cells);
    }
    context.print(columns(rows));
}

int runProbe(const Arguments &arguments, Context &context)
{
    dcs::SendOptions options;
    options.timeout = std::chrono::seconds(10);
    if (auto done = applySendOptions(arguments, options); !done)
        return context.fail(done.error());
    store::Keychain keychain(context.dataFolder);
    const auto filled = withProxySecrets(keychain, options);
    if (!filled)
        return context.fail(filled.error());
    std::optional<int> userRegion;
    if (arguments.has("user-region")) {
        auto region = context.catalogue->findRegion(arguments.text("user-region"));
        if (!region)
            return context.fail(region.error());
        userRegion = region->id;
    }

    transport::WireManager network;
    const Interrupt interrupt;
    batch::RegionProbe probe(context.catalogue->regions(), *filled, network);
    QEventLoop loop;
    QObject::connect(&probe, &batch::RegionProbe::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupt, &Interrupt::interrupted, &probe, &batch::RegionProbe::cancel);
    QMetaObject::invokeMethod(&probe, &batch::RegionProbe::start, Qt::QueuedConnection);
    loop.exec();

    isJson(arguments) ? writeProbe(arguments, context, probe, userRegion)
                      : printProbe(context, probe, userRegion);
    if (interrupt.happened())
        return Interrupted;
    return probe.nearest() ? Ok : NetworkFailed;
}

} // namespace

int runRegions(const Arguments &arguments, Context &context)
{
    if (arguments.has("probe"))
        return runProbe(arguments, context);
    if (isJson(arguments)) {
        printJsonRows(context, arguments, context.catalogue->regions(),
            [](dcs::JsonWriter &out, const dcs::Region &region) {
                out.beginObject();
                writeRegion(out, region);
                out.endObject();
            });
        return Ok;
    }
    QList<QStringList> rows;
    for (const dcs::Region &region : context.catalogue->regions())
        rows.append({QString::number(region.id), QString::fromUtf8(region.host), region.name});
    context.print(columns(rows));
    return Ok;
}

} // namespace cli
