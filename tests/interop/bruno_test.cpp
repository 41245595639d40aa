// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/bytelogger.h"
#include "interop/peers.h"
#include "interop/postman.h"
#include "interop/samplecall.h"
#include "interop/sentrequest.h"
#include "support/temporaryfolder.h"

#include <gtest/gtest.h>

namespace {

using Place = dcs::Parameter::Place;

interop::PostmanItem itemTo(quint16 port, bool post)
{
    interop::Preset preset;
    preset.title = post ? QStringLiteral("Post") : QStringLiteral("Get");
    preset.call = sampleCall(port, post);
    preset.call.parameters.prepend({"c_lower=%c3%a9|x", Place::Query, true});
    preset.call.parameters.prepend({"c_off=1", Place::Query, false});
    preset.call.headers.append({"X-Off", "1", false});
    preset.expectations = {QStringLiteral("status == 200"),
        QStringLiteral("uuid == 22920112968019678612904394744954398990"), QStringLiteral("not error 171")};
    return {{QStringLiteral("folder")}, preset};
}

/// Bruno writes ' as %27 in a URL whatever its settings say.
dcs::Call asBrunoSends(dcs::Call call)
{
    for (dcs::Parameter &parameter : call.parameters) {
        if (parameter.place == Place::Query)
            parameter.wire.replace("'", "%27");
    }
    return call;
}

} // namespace

// Once as the .bru files of old, once as the YAML of new collections.
TEST(Bruno, RunsAnImportedPostmanExportWithTheSameTargetHostAndBody)
{
    if (Peers::folder().isEmpty())
        return;
    ByteLogger logger;
    const TemporaryFolder folder;
    const QList<interop::PostmanItem> items{itemTo(logger.port(), false), itemTo(logger.port(), true)};
    folder.write(QStringLiteral("calls.json"), interop::writePostman(QStringLiteral("Calls"), items));
    for (const QString &format : {QStringLiteral("bru"), QStringLiteral("yml")}) {
        SCOPED_TRACE(format.toStdString());
        const Peers::Run imported = Peers::run(Peers::node(),
            {QStringLiteral(DCS_SOURCE_DIR "/tests/peers/bruno-import.js"), QStringLiteral("calls.json"),
                format, format},
            folder.path());
        ASSERT_EQ(imported.exitCode, 0) << imported.errors.toStdString();

        const Peers::Run run = Peers::bin(QStringLiteral("bru"),
            {QStringLiteral("run"), QStringLiteral("-r")}, folder.path() + u'/' + format);

        EXPECT_EQ(run.exitCode, 0) << run.out.toStdString() << run.errors.toStdString();
        EXPECT_EQ(run.out.count("\u2713 "), 6 + 1) << "expectations and the sum: " << run.out.toStdString();
        const QList<QByteArray> sent = logger.take();
        ASSERT_EQ(sent.size(), 2) << run.out.toStdString();
        for (qsizetype i = 0; i < sent.size(); ++i) {
            expectSent(sent.at(i), asBrunoSends(items.at(i).preset.call),
                {"accept", "user-agent", "request-start-time", "accept-encoding", "connection",
                    "content-length"});
        }
    }
}
