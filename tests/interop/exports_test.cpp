// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/bytelogger.h"
#include "interop/codeexport.h"
#include "interop/har.h"
#include "interop/loadexport.h"
#include "interop/peers.h"
#include "interop/postman.h"
#include "interop/samplecall.h"
#include "interop/sentrequest.h"
#include "support/temporaryfolder.h"

#include <gtest/gtest.h>

namespace {

using Place = dcs::Parameter::Place;

} // namespace

TEST(Newman, SendsAnExportedCollectionByteForByte)
{
    if (Peers::folder().isEmpty())
        return;
    ByteLogger logger;
    const TemporaryFolder folder;
    QList<interop::PostmanItem> items;
    for (const bool post : {false, true}) {
        interop::Preset preset;
        preset.title = post ? QStringLiteral("Post") : QStringLiteral("Get");
        preset.call = sampleCall(logger.port(), post);
        preset.call.parameters.append({"c_lower=%c3%a9|x", Place::Query, true});
        preset.call.parameters.append({"c_off=1", Place::Query, false});
        std::stable_sort(preset.call.parameters.begin(), preset.call.parameters.end(),
            [](const auto &a, const auto &b) { return a.place < b.place; });
        preset.call.headers.append({"X-Off", "1", false});
        preset.expectations = {QStringLiteral("status == 200"), QStringLiteral("uuid exists"),
            QStringLiteral("uuid == 22920112968019678612904394744954398990"), QStringLiteral("not error 171"),
            QStringLiteral("header Content-Type contains json"), QStringLiteral("time < 60000"),
            QStringLiteral("no errors")};
        items.append({{QStringLiteral("folder")}, preset});
    }
    folder.write(QStringLiteral("calls.json"), interop::writePostman(QStringLiteral("Calls"), items));

    const Peers::Run run = Peers::bin(
        QStringLiteral("newman"), {QStringLiteral("run"), QStringLiteral("calls.json")}, folder.path());

    EXPECT_EQ(run.exitCode, 0) << run.out.toStdString() << run.errors.toStdString();
    const QList<QByteArray> sent = logger.take();
    ASSERT_EQ(sent.size(), 2) << run.out.toStdString();
    for (qsizetype i = 0; i < sent.size(); ++i) {
        expectSent(sent.at(i), items.at(i).preset.call,
            {"cache-control", "postman-token", "accept-encoding", "connection", "content-length"});
    }
}

TEST(PostmanCollection, ReadsOursAndWritesWhatWeRead)
{
    if (Peers::folder().isEmpty())
        return;
    const TemporaryFolder folder;
    interop::Preset preset;
    preset.title = QStringLiteral("Get");
    preset.call = sampleCall(8080, false);
    folder.write(
        QStringLiteral("calls.json"), interop::writePostman(QStringLiteral("Calls"), {{{}, preset}}));
    folder.write(QStringLiteral("convert.js"),
        "const { Collection } = require('postman-collection');\n"
        "const fs = require('fs');\n"
        "const read = new Collection(JSON.parse(fs.readFileSync('calls.json', 'utf8')));\n"
        "console.log(JSON.stringify(read.toJSON()));\n");

    const Peers::Run run = Peers::run(Peers::node(), {QStringLiteral("convert.js")}, folder.path());

    ASSERT_EQ(run.exitCode, 0) << run.errors.toStdString();
    const auto read = interop::readPostman(run.out);
    ASSERT_TRUE(read.has_value()) << run.out.toStdString();
    ASSERT_EQ(read->items.size(), 1);
    EXPECT_EQ(read->items.first().preset.call, preset.call) << run.out.toStdString();
}

TEST(HarValidator, AcceptsEveryFileWeWrite)
{
    if (Peers::folder().isEmpty())
        return;
    const TemporaryFolder folder;
    QList<dcs::Exchange> exchanges;
    for (const bool post : {false, true}) {
        dcs::Exchange exchange;
        dcs::Call call = sampleCall(80, post);
        call.parameters.prepend({"c_odd=\"<>\\^`{|}%zz\x01\xff", Place::Query, true});
        exchange.request = wireOf(call);
        exchange.startedAt = QDateTime::currentDateTimeUtc();
        exchanges.append(exchange); // nothing came back
        exchange.status = 302;
        exchange.headers = {{"Location", "https://x/", true}, {"Set-Cookie", "a=b; Path=/", true}};
        exchange.body = "\xff\xfe";
        exchange.timings = {0.5, 1, 2, 0.1, 3, 0.2, 6.8};
        exchange.peer = QStringLiteral("[::1]:443");
        exchange.failure = dcs::Failure{dcs::Failure::Kind::Timeout, QStringLiteral("Too slow."), {}, true};
        exchanges.append(exchange);
    }
    folder.write(QStringLiteral("calls.har"), interop::writeHar(exchanges));
    folder.write(QStringLiteral("validate.js"),
        "const validate = require('har-validator');\n"
        "const har = JSON.parse(require('fs').readFileSync('calls.har', 'utf8'));\n"
        "validate.har(har).then(() => console.log('valid'), error => { "
        "console.log(JSON.stringify(error.errors)); process.exit(1); });\n");

    const Peers::Run run = Peers::run(Peers::node(), {QStringLiteral("validate.js")}, folder.path());

    EXPECT_EQ(run.exitCode, 0) << run.out.toStdString() << run.errors.toStdString();
}

TEST(CodeExport, RunsInNodePythonAndJava)
{
    if (Peers::folder().isEmpty())
        return;
    struct Case {
        interop::Language language;
        QString program, file;
        QList<QByteArray> allowed;
    };
    const QList<Case> cases{
        {interop::Language::JavaScript, Peers::node(), QStringLiteral("call.mjs"),
            {"connection", "content-length"}},
        {interop::Language::Python, QStringLiteral("/usr/bin/python3"), QStringLiteral("call.py"),
            {"accept-encoding", "connection", "content-length"}},
        {interop::Language::Java, QStringLiteral("java"), QStringLiteral("Call.java"),
            {"content-length", "connection"}},
    };
    ByteLogger logger;
    const TemporaryFolder folder;
    for (const Case &one : cases) {
        for (const bool post : {false, true}) {
            SCOPED_TRACE(one.program.toStdString());
            const dcs::Call call = sampleCall(logger.port(), post);
            const QByteArray code = interop::writeCode(wireOf(call), {}, one.language);
            folder.write(one.file, code);

            const Peers::Run run = Peers::run(one.program, {one.file}, folder.path());

            EXPECT_EQ(run.exitCode, 0)
                << run.out.toStdString() << run.errors.toStdString() << code.toStdString();
            EXPECT_TRUE(run.out.contains("22920112968019678612904394744954398990")) << run.out.toStdString();
            const QList<QByteArray> sent = logger.take();
            ASSERT_EQ(sent.size(), 1);
            expectSent(sent.first(), call, one.allowed);
        }
    }
}

TEST(LoadExport, IsAModuleThatNodeUnderstands)
{
    if (Peers::folder().isEmpty())
        return;
    const TemporaryFolder folder;
    interop::Preset preset;
    preset.title = QStringLiteral("Load\n*/ \"it\"");
    preset.call = sampleCall(8080, true);
    preset.expectations = {QStringLiteral("status == 200"), QStringLiteral("header X-A contains \"b\""),
        QStringLiteral("trait 1")};
    folder.write(QStringLiteral("load.mjs"), interop::writeK6(preset, {}));

    const Peers::Run run
        = Peers::run(Peers::node(), {QStringLiteral("--check"), QStringLiteral("load.mjs")}, folder.path());

    EXPECT_EQ(run.exitCode, 0) << run.errors.toStdString();
}

TEST(Artillery, DrawsEveryDigitOfTheUsersFromTheFile)
{
    const QString folderOfArtillery = qEnvironmentVariable("DCS_ARTILLERY");
    ASSERT_FALSE(folderOfArtillery.isEmpty())
        << "Artillery is not installed. Run ./dev test, or: PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci "
           "--prefix tests/peers/artillery, then set DCS_ARTILLERY to that folder.";
    ByteLogger logger;
    const TemporaryFolder folder;
    interop::Preset preset;
    preset.title = QStringLiteral("Load");
    preset.call = dcs::newCall("acme", "127.0.0.1");
    preset.call.tls = false;
    preset.call.port = logger.port();
    preset.call.parameters += {{"d_uuid=1", Place::Query, true}, {"d_cid=123%01a%2Bb", Place::Query, true},
        {"flag", Place::Query, true}};
    preset.expectations = {QStringLiteral("status == 200")};
    interop::LoadPlan plan;
    plan.seconds = 1;
    plan.callsPerSecond = 2;
    folder.write(QStringLiteral("load.yml"), interop::writeArtillery(preset, plan));
    folder.write(
        QStringLiteral("users.csv"), "user\r\n\"00087\"\r\n\"22920112968019678612904394744954398990\"\r\n");

    const Peers::Run run = Peers::run(folderOfArtillery + QStringLiteral("/node_modules/.bin/artillery"),
        {QStringLiteral("run"), QStringLiteral("load.yml")}, folder.path());

    EXPECT_EQ(run.exitCode, 0) << run.out.toStdString() << run.errors.toStdString();
    const QList<QByteArray> sent = logger.take();
    ASSERT_EQ(sent.size(), 2) << run.out.toStdString();
    const QList<QByteArray> users{"00087", "22920112968019678612904394744954398990"};
    for (qsizetype i = 0; i < sent.size(); ++i) {
        dcs::Call call = preset.call;
        call.parameters[1].wire = "d_uuid=" + users.at(i);
        expectSent(sent.at(i), call, {"accept-encoding", "connection"});
    }
}
