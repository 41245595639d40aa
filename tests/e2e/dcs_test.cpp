// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "e2e/process.h"
#include "support/print.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <gtest/gtest.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const QString seedUuid = u"22920112968019678612904394744954398990"_s;
const QByteArray shortAnswer
    = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

QStringList seedCall(const QString &address)
{
    return {u"send"_s, u"--alias"_s, u"foo"_s, u"--region"_s, u"9"_s, u"--uuid"_s, seedUuid,
        u"--connect-to"_s, address, u"--no-tls"_s};
}

TEST(Dcs, TheSeedCallIsAnsweredByTheSandbox)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);

    const Ran ran = dcs.run(seedCall(sandbox.http()) + QStringList{u"--json"_s});

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    const QJsonObject made = ran.json();
    const QJsonObject answer = made[u"answer"].toObject();
    EXPECT_EQ(made[u"status"].toInt(), 200);
    EXPECT_EQ(answer[u"uuid"].toString(), seedUuid);
    EXPECT_TRUE(answer[u"region"].isDouble());
    EXPECT_EQ(answer[u"tid"].toString().size(), 12);
    EXPECT_FALSE(made[u"id"].toString().isEmpty());
}

TEST(Dcs, ARawSocketSeesExactlyTheBytesOfTheDryRun)
{
    const DcsProgram dcs;
    const RawServer server(shortAnswer);
    const QStringList call = seedCall(server.address())
        + QStringList{u"--param"_s, u"c_likes=jazz piano"_s, u"--cid"_s, u"123:a+b=c:1"_s, u"--raw-param"_s,
            u"d_site=%esid!"_s};

    const Ran dry = dcs.run(call + QStringList{u"--dry-run"_s});
    const Ran sent = dcs.run(call);

    EXPECT_EQ(dry.exitCode, 0);
    EXPECT_EQ(sent.exitCode, 0) << sent.err.toStdString();
    EXPECT_EQ(server.received(), dry.out);
    EXPECT_EQ(server.connections(), 1);
    EXPECT_TRUE(dry.out.startsWith(
        "GET /event?d_rtbd=json&d_uuid=22920112968019678612904394744954398990&"
        "d_cid=123%01a%2Bb%3Dc%011&c_likes=jazz%20piano&d_site=%esid! HTTP/1.1\r\nHost: foo.demdex.net\r\n"))
        << dry.out.toStdString();
}

TEST(Dcs, APostIsSentByteForByteToo)
{
    const DcsProgram dcs;
    const RawServer server(shortAnswer);
    const QStringList call
        = seedCall(server.address()) + QStringList{u"--post"_s, u"--param"_s, u"c_x=é,ü"_s};

    const Ran dry = dcs.run(call + QStringList{u"--dry-run"_s});
    const Ran sent = dcs.run(call);

    EXPECT_EQ(sent.exitCode, 0) << sent.err.toStdString();
    EXPECT_EQ(server.received(), dry.out);
    EXPECT_TRUE(dry.out.contains("Content-Type: application/x-www-form-urlencoded\r\n"));
    EXPECT_TRUE(
        dry.out.endsWith("\r\n\r\nd_rtbd=json&d_uuid=" + seedUuid.toLatin1() + "&c_x=%C3%A9%2C%C3%BC"));
}

TEST(Dcs, CurlGetsTheSameAnswerFromTheSandbox)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);

    const Ran curl = runProgram(u"curl"_s,
        {u"-sS"_s, u"-H"_s, u"Host: foo.demdex.net"_s,
            u"http://"_s + sandbox.http() + u"/event?d_rtbd=json&d_uuid="_s + seedUuid});
    const Ran ours = dcs.run(seedCall(sandbox.http()) + QStringList{u"--json"_s});

    QJsonObject theirs = QJsonDocument::fromJson(curl.out).object();
    QJsonObject body = QJsonDocument::fromJson(ours.json()[u"body"].toString().toUtf8()).object();
    EXPECT_EQ(theirs.take(u"tid"_s).toString().size(), 12) << curl.out.toStdString();
    body.remove(u"tid"_s);
    EXPECT_EQ(theirs, body);
}

TEST(Dcs, OverTlsTheRegionIsVerifiedAndTheAliasArrives)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    const QStringList call{u"send"_s, u"--alias"_s, u"acme"_s, u"--region"_s, u"irl1"_s, u"--uuid"_s,
        seedUuid, u"--connect-to"_s, sandbox.https(), u"--json"_s};

    const Ran trusted = dcs.run(call + QStringList{u"--ca"_s, sandbox.ca()});
    const Ran untrusted = dcs.run(call);

    EXPECT_EQ(trusted.exitCode, 0) << trusted.err.toStdString();
    EXPECT_EQ(trusted.json()[u"answer"].toObject()[u"region"].toInt(), 6);
    EXPECT_TRUE(trusted.json()[u"tls"].toObject()[u"version"].toString().startsWith(u"TLSv1."));
    EXPECT_EQ(untrusted.exitCode, 3);
    EXPECT_EQ(untrusted.json()[u"failure"].toObject()[u"kind"].toString(), u"tls"_s);
}

struct BadInput {
    const char *name;
    QStringList arguments;
    int exitCode;
    const char *says; ///< regular expression over standard error
};

void PrintTo(const BadInput &input, std::ostream *out)
{
    *out << input.name;
}

class BadInputTest : public testing::TestWithParam<BadInput>
{
};

TEST_P(BadInputTest, GetsASentenceThatSaysWhatAndHowToMendIt)
{
    const DcsProgram dcs;

    const Ran ran = dcs.run(GetParam().arguments);

    EXPECT_EQ(ran.exitCode, GetParam().exitCode) << ran.err.toStdString();
    EXPECT_TRUE(
        QRegularExpression(QString::fromLatin1(GetParam().says)).match(QString::fromUtf8(ran.err)).hasMatch())
        << ran.err.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Send, BadInputTest,
    testing::Values(
        BadInput{"emptyAlias", {u"send"_s, u"--alias"_s, u""_s, u"--region"_s, u"9"_s}, 2, "alias is empty"},
        BadInput{"aliasWithDots", {u"send"_s, u"--alias"_s, u"acme.demdex.net"_s, u"--region"_s, u"9"_s}, 2,
            "one label"},
        BadInput{"aliasWithLineBreak", {u"send"_s, u"--alias"_s, u"acme\r\nX: 1"_s, u"--region"_s, u"9"_s}, 2,
            "\\\\u\\{d\\}\\\\u\\{a\\}X: 1\" is no alias"},
        BadInput{
            "aliasWithBlank", {u"send"_s, u"--alias"_s, u"ac me"_s, u"--region"_s, u"9"_s}, 2, "is no alias"},
        BadInput{
            "aliasNotAscii", {u"send"_s, u"--alias"_s, u"bücher"_s, u"--region"_s, u"9"_s}, 2, "is no alias"},
        BadInput{"unknownRegion", {u"send"_s, u"--alias"_s, u"acme"_s, u"--region"_s, u"99"_s}, 2,
            "99[\\s\\S]*usw2"},
        BadInput{"noDestination", {u"send"_s, u"--alias"_s, u"acme"_s}, 2, "--region[\\s\\S]*--direct"},
        BadInput{"nothing", {u"send"_s}, 2, "--alias"},
        BadInput{"unreadableFile", {u"send"_s, u"missing.http"_s}, 2, "missing\\.http"},
        BadInput{"unknownOption", {u"send"_s, u"--alais"_s, u"acme"_s}, 2, "--alais"},
        BadInput{"noPort", {u"send"_s, u"--alias"_s, u"acme"_s, u"--connect-to"_s, u"localhost"_s}, 2,
            "HOST:PORT"},
        BadInput{"badExpectation",
            {u"send"_s, u"--alias"_s, u"acme"_s, u"--direct"_s, u"--expect"_s, u"colour == red"_s}, 2,
            "colour"},
        BadInput{"unknownVerb", {u"sned"_s}, 2, "sned"},
        BadInput{"headerLineBreak",
            {u"send"_s, u"--alias"_s, u"acme"_s, u"--direct"_s, u"--header"_s, u"X: 1\r\nY: 2"_s}, 2, "X"},
        BadInput{"unresolvedVariable",
            {u"send"_s, u"https://usw2.demdex.net/event?d_uuid={{user}}"_s, u"--var"_s, u"x=y"_s}, 2, "user"},
        BadInput{"answerFileMissing", {u"answer"_s, u"missing.json"_s}, 2, "missing\\.json"}),
    testing::PrintToStringParamName());

TEST(Dcs, AClosedPortIsNoAnswer)
{
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    const QString address = u"127.0.0.1:%1"_s.arg(server.serverPort());
    server.close();
    const DcsProgram dcs;

    const Ran ran = dcs.run(seedCall(address) + QStringList{u"--json"_s});

    EXPECT_EQ(ran.exitCode, 3);
    EXPECT_EQ(ran.json()[u"failure"].toObject()[u"kind"].toString(), u"connect"_s);
    EXPECT_FALSE(ran.json()[u"failure"].toObject()[u"message"].toString().isEmpty());
}

TEST(Dcs, A37DigitUuidIsWarnedOfAndRefusedByTheDcs)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);

    const Ran ran = dcs.run({u"send"_s, u"--alias"_s, u"acme"_s, u"--region"_s, u"9"_s, u"--no-tls"_s,
        u"--connect-to"_s, sandbox.http(), u"--uuid"_s, seedUuid.left(37), u"--json"_s});

    EXPECT_EQ(ran.exitCode, 4);
    EXPECT_TRUE(ran.err.contains("uuid-format")) << ran.err.toStdString();
    EXPECT_TRUE(ran.err.contains("37")) << ran.err.toStdString();
    EXPECT_EQ(ran.json()[u"answer"].toObject()[u"errors"].toArray()[0].toObject()[u"code"].toInt(), 102);
}

TEST(Dcs, AnAnswerThatIsNoJsonIsSaidSoAndStillShown)
{
    const DcsProgram dcs;
    const RawServer server("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                           "16\r\n\r\n{\"uuid\":\"1\", \"d:");

    const Ran ran = dcs.run(seedCall(server.address()) + QStringList{u"--json"_s});

    const QJsonObject answer = ran.json()[u"answer"].toObject();
    EXPECT_FALSE(answer[u"valid"].toBool());
    EXPECT_EQ(answer[u"uuid"].toString(), u"1"_s);
    EXPECT_TRUE(
        answer[u"problem"].toString().contains(u"16"_s) || answer[u"problem"].toString().contains(u"13"_s))
        << answer[u"problem"].toString().toStdString();
    EXPECT_EQ(ran.json()[u"body"].toString(), u"{\"uuid\":\"1\", \"d:"_s);
}

TEST(Dcs, ExpectationsDecideTheExitCode)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);

    const Ran good = dcs.run(seedCall(sandbox.http())
        + QStringList{u"--expect"_s, u"status == 200"_s, u"--expect"_s, u"uuid exists"_s});
    const Ran bad = dcs.run(seedCall(sandbox.http()) + QStringList{u"--expect"_s, u"status == 201"_s});

    EXPECT_EQ(good.exitCode, 0) << good.out.toStdString() << good.err.toStdString();
    EXPECT_EQ(bad.exitCode, 1);
}

TEST(Dcs, TheHistoryListsShowsAndResendsACall)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    const QJsonObject first
        = dcs.run(seedCall(sandbox.http()) + QStringList{u"--json"_s, u"--param"_s, u"c_word=popstar"_s})
              .json();
    dcs.run(seedCall(sandbox.http()) + QStringList{u"--no-history"_s, u"--param"_s, u"c_word=popstar"_s});
    const QString id = first[u"id"].toString();

    const Ran listed = dcs.run({u"history"_s, u"popstar"_s, u"alias:foo"_s, u"--jsonl"_s});
    const Ran none = dcs.run({u"history"_s, u"alias:other"_s, u"--jsonl"_s});
    const Ran shown = dcs.run({u"history"_s, u"show"_s, id, u"--json"_s});
    const Ran again = dcs.run({u"send"_s, id, u"--connect-to"_s, sandbox.http(), u"--json"_s});

    EXPECT_EQ(listed.out.count('\n'), 1) << listed.out.toStdString();
    EXPECT_EQ(none.out, QByteArray());
    EXPECT_EQ(shown.json()[u"answer"].toObject()[u"uuid"].toString(), seedUuid);
    EXPECT_EQ(shown.json()[u"request"].toObject()[u"url"], first[u"request"].toObject()[u"url"]);
    EXPECT_EQ(again.exitCode, 0) << again.err.toStdString();
    EXPECT_EQ(again.json()[u"request"].toObject()[u"url"], first[u"request"].toObject()[u"url"]);
}

TEST(Dcs, ACallThatWasKilledIsListedAsOutcomeUnknown)
{
    const DcsProgram dcs;
    const RawServer silent{QByteArray()};
    const auto sending = dcs.start(seedCall(silent.address()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !silent.received().isEmpty(); }, 10000));

    ::kill(pid_t(sending->processId()), SIGKILL);
    sending->waitForFinished();
    const Ran listed = dcs.run({u"history"_s});

    EXPECT_EQ(listed.exitCode, 0);
    EXPECT_TRUE(listed.out.contains("outcome unknown"))
        << listed.out.toStdString() << listed.err.toStdString();
    EXPECT_EQ(silent.connections(), 1);
}

TEST(Dcs, AnInterruptedCallIsRecordedAsAborted)
{
    const DcsProgram dcs;
    const RawServer silent{QByteArray()};
    const auto sending = dcs.start(seedCall(silent.address()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !silent.received().isEmpty(); }, 10000));

    ::kill(pid_t(sending->processId()), SIGINT);
    ASSERT_TRUE(sending->waitForFinished(10000));

    EXPECT_EQ(sending->exitCode(), 130);
    EXPECT_TRUE(dcs.run({u"history"_s}).out.contains("aborted"));
}

TEST(Dcs, APresetIsSentByItsName)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    dcs.files().write(u"team.http"_s,
        "### one\nGET http://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n\n"
        "### two\n# @expect trait 420020\nGET http://usw2.demdex.net/event\n    ?d_rtbd=json\n    &d_cts=2\n"
        "    &d_uuid={{user}}\n    &c_likes=jazz%20piano\nHost: acme.demdex.net\n");

    const Ran ran = dcs.run({u"send"_s, u"team.http#two"_s, u"--connect-to"_s, sandbox.http(), u"--var"_s,
        u"user="_s + seedUuid, u"--json"_s});
    const Ran missing = dcs.run({u"send"_s, u"team.http#three"_s});

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString() << ran.out.toStdString();
    EXPECT_TRUE(ran.json()[u"expectations"].toArray()[0].toObject()[u"held"].toBool());
    EXPECT_EQ(missing.exitCode, 2);
    EXPECT_TRUE(missing.err.contains("\"two\"")) << missing.err.toStdString();
}

TEST(Dcs, ACurlLineCanBeTypedWithoutQuotingIt)
{
    const DcsProgram dcs;

    const Ran ran = dcs.run({u"decode"_s, u"--json"_s, u"curl"_s, u"-sS"_s,
        u"https://irl1.demdex.net/event?d_rtbd=json&c_a=b"_s, u"-H"_s, u"Host: acme.demdex.net"_s});

    const QJsonObject call = ran.json();
    EXPECT_EQ(call[u"alias"].toString(), u"acme"_s);
    EXPECT_EQ(call[u"region"].toInt(), 6);
    EXPECT_EQ(call[u"signals"].toArray()[0].toObject()[u"key"].toString(), u"c_a"_s);
}

TEST(Dcs, ACallGoesOutAsCurlAndTheSandboxSeesTheSame)
{
    const DcsProgram dcs;
    const RawServer server(shortAnswer);
    const QString url
        = u"http://"_s + server.address() + u"/event?d_rtbd=json&d_site=%esid!&c_q='x'|y&c_e=&flag"_s;
    const QStringList call{url, u"--header"_s, u"Host: acme.demdex.net"_s};

    const Ran line = dcs.run(QStringList{u"export"_s, u"curl"_s} + call);
    runProgram(u"bash"_s, {u"-c"_s, QString::fromUtf8(line.out)});
    const QByteArray theirs = server.received();
    dcs.run(QStringList{u"send"_s} + call);

    EXPECT_EQ(line.exitCode, 0) << line.err.toStdString();
    EXPECT_EQ(server.received(), theirs + theirs);
}

TEST(Dcs, WhatIsExportedAsHttpIsImportedAgain)
{
    const DcsProgram dcs;
    const QString url = u"https://usw2.demdex.net/event?d_rtbd=json&c_e=&flag&c_x=a%2Cb"_s;

    const Ran file = dcs.run({u"export"_s, u"http"_s, url, u"--alias"_s, u"acme"_s});
    const Ran back = dcs.run({u"import"_s, u"http"_s, u"-"_s}, file.out);
    const Ran decoded = dcs.run({u"decode"_s, u"-"_s, u"--json"_s}, back.out);

    QByteArray wire;
    for (const QJsonValue &parameter : decoded.json()[u"parameters"].toArray())
        wire += (wire.isEmpty() ? "" : "&") + parameter.toObject()[u"wire"].toString().toUtf8();
    EXPECT_EQ(wire, QByteArray("d_rtbd=json&c_e=&flag&c_x=a%2Cb"));
    EXPECT_EQ(decoded.json()[u"host"].toString(), u"acme.demdex.net"_s);
}

TEST(Dcs, AnImportNamesWhatItLeavesOut)
{
    const DcsProgram dcs;

    const Ran ran = dcs.run({u"import"_s, u"har"_s, u"-"_s},
        R"({"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"https://www.example.org/","headers":[]}},)"
        R"({"request":{"method":"GET","url":"https://usw2.demdex.net/event?a=b","headers":[{"name":":authority","value":"acme.demdex.net"}]}}]}})");

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    EXPECT_TRUE(ran.err.contains("1 entries go to other hosts")) << ran.err.toStdString();
    EXPECT_TRUE(ran.out.contains("Host: acme.demdex.net")) << ran.out.toStdString();
}

TEST(Dcs, TwoCallsAreCompared)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    dcs.run(seedCall(sandbox.http()));
    dcs.run(seedCall(sandbox.http()));
    dcs.run(seedCall(sandbox.http()) + QStringList{u"--param"_s, u"c_x=1"_s});

    EXPECT_EQ(dcs.run({u"diff"_s, u"1"_s, u"2"_s}).exitCode, 0);
    const Ran differ = dcs.run({u"diff"_s, u"1"_s, u"3"_s});
    EXPECT_EQ(differ.exitCode, 1);
    EXPECT_TRUE(differ.out.contains("c_x")) << differ.out.toStdString();
}

TEST(Dcs, DiffTakesFilesAndOneCallOfAHar)
{
    const DcsProgram dcs;
    const auto write = [&dcs](const QString &name, const QByteArray &bytes) {
        QFile file(dcs.files().path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    const auto entry = [](const QByteArray &uuid) {
        return R"({"startedDateTime":"2026-01-31T12:00:00Z","request":{"method":"GET",)"
               R"("url":"https://acme.demdex.net/event?d_uuid=)"
            + uuid
            + R"(","headers":[]},"response":{"status":200,"headers":[],"content":{"text":"{\"uuid\":\")"
            + uuid + R"(\"}"}},"timings":{}})";
    };
    write(u"two.har"_s, R"({"log":{"entries":[)" + entry("1") + ',' + entry("2") + "]}}");
    write(u"one.json"_s, R"({"uuid":"1","timestamp":1769860800})");

    EXPECT_EQ(dcs.run({u"diff"_s, u"two.har#1"_s, u"two.har#1"_s}).exitCode, 0);
    const Ran differ = dcs.run({u"diff"_s, u"two.har#1"_s, u"two.har#2"_s});
    EXPECT_EQ(differ.exitCode, 1);
    EXPECT_EQ(differ.out, "request d_uuid: 1 → 2\nanswer $.uuid: \"1\" → \"2\"\n");
    const Ran unclear = dcs.run({u"diff"_s, u"two.har"_s, u"one.json"_s});
    EXPECT_EQ(unclear.exitCode, 2);
    EXPECT_TRUE(unclear.err.contains("two.har #2: GET acme.demdex.net/event, 200"))
        << unclear.err.toStdString();
    EXPECT_TRUE(unclear.err.contains("two.har#1"));
    EXPECT_EQ(dcs.run({u"diff"_s, u"two.har#3"_s, u"one.json"_s}).exitCode, 2);
    EXPECT_EQ(
        dcs.run({u"diff"_s, u"-"_s, u"one.json"_s}, R"({"timestamp":1769860900,"uuid":"1"})").exitCode, 0);
    EXPECT_EQ(
        dcs.run({u"diff"_s, u"-"_s, u"one.json"_s, u"--all"_s}, R"({"timestamp":1769860900,"uuid":"1"})")
            .exitCode,
        1);
    EXPECT_EQ(
        dcs.run({u"diff"_s, u"-"_s, u"one.json"_s}, R"({"timestamp":1769860800,"uuid":"1")").exitCode, 1);
    EXPECT_EQ(dcs.run({u"diff"_s, u"-"_s, u"-"_s}, "{}").exitCode, 2);
    EXPECT_EQ(dcs.run({u"diff"_s, u"one.json"_s, u"two.har#2"_s, u"--ignore"_s, u"$..uuid"_s, u"--ignore"_s,
                          u"$.timestamp"_s})
                  .exitCode,
        0);
    EXPECT_EQ(dcs.run({u"diff"_s, u"one.json"_s, u"one.json"_s, u"--ignore"_s, u"$.a["_s}).exitCode, 2);
}

TEST(Dcs, ACallOfTheHistoryIsPinnedNotedExportedAndDeleted)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    dcs.run(seedCall(sandbox.http()));

    EXPECT_EQ(dcs.run({u"history"_s, u"pin"_s, u"1"_s}).exitCode, 0);
    EXPECT_EQ(dcs.run({u"history"_s, u"note"_s, u"1"_s, u"for"_s, u"the, \"report\""_s}).exitCode, 0);
    const Ran listed = dcs.run({u"history"_s, u"--pinned"_s});
    const Ran csv = dcs.run({u"history"_s, u"export"_s, u"csv"_s});
    const Ran masked = dcs.run({u"history"_s, u"export"_s, u"csv"_s, u"--mask"_s});
    const Ran missing = dcs.run({u"history"_s, u"delete"_s, u"99"_s});
    const Ran removed = dcs.run({u"history"_s, u"delete"_s, u"1"_s});

    EXPECT_TRUE(listed.out.contains("* for the, \"report\"")) << listed.out.toStdString();
    EXPECT_TRUE(csv.out.contains(",\"for the, \"\"report\"\"\",")) << csv.out.toStdString();
    EXPECT_TRUE(csv.out.contains(seedUuid.toLatin1()));
    EXPECT_FALSE(masked.out.contains(seedUuid.toLatin1()));
    EXPECT_EQ(missing.exitCode, 2);
    EXPECT_EQ(removed.exitCode, 0);
    EXPECT_EQ(dcs.run({u"history"_s, u"--jsonl"_s}).out, QByteArray());
}

TEST(Dcs, TheHistoryIsSearchedByNoteEnvironmentAndDayAndSaysWhatItKnows)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    dcs.run(seedCall(sandbox.http()));
    dcs.run(seedCall(sandbox.http()));
    dcs.run({u"history"_s, u"note"_s, u"2"_s, u"the Zürich case"_s});

    const auto ids = [&dcs](const QStringList &arguments) {
        const Ran ran = dcs.run(QStringList{u"history"_s, u"--jsonl"_s} + arguments);
        EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
        QStringList found;
        for (const QByteArray &line : ran.out.split('\n')) {
            if (!line.isEmpty())
                found += QJsonDocument::fromJson(line)[u"id"].toString();
        }
        return found;
    };
    EXPECT_EQ(ids({u"zürich"_s}), QStringList{u"2"_s});
    EXPECT_EQ(ids({u"--note"_s, u"zürich case"_s}), QStringList{u"2"_s});
    EXPECT_EQ(ids({u"--on"_s, u"today"_s}).size(), 2);
    EXPECT_EQ(ids({u"--on"_s, u"2020-01-01"_s}).size(), 0);
    EXPECT_EQ(ids({u"--env"_s, u"staging"_s}).size(), 0);
    EXPECT_EQ(dcs.run({u"history"_s, u"--region"_s, u"west"_s}).exitCode, 2);
    const QJsonObject kept
        = dcs.run({u"history"_s, u"show"_s, u"2"_s, u"--json"_s}).json()[u"history"].toObject();
    EXPECT_EQ(kept[u"outcome"].toString(), u"done"_s);
    EXPECT_EQ(kept[u"alias"].toString(), u"foo"_s);
    EXPECT_EQ(kept[u"note"].toString(), u"the Zürich case"_s);
    EXPECT_TRUE(kept[u"environment"].isNull());
    const Ran list = dcs.run({u"history"_s, u"--json"_s});
    EXPECT_EQ(QJsonDocument::fromJson(list.out).array().size(), 2);
    const Ran none = dcs.run({u"history"_s, u"--json"_s, u"nothinglikeit"_s});
    EXPECT_EQ(QJsonDocument::fromJson(none.out), QJsonDocument(QJsonArray()));
}

TEST(Dcs, DeletedCallsComeBackAndPruningSaysFirstWhatWouldGo)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    for (int i = 0; i < 3; ++i)
        dcs.run(seedCall(sandbox.http()));

    EXPECT_EQ(dcs.run({u"history"_s, u"delete"_s, u"1"_s, u"2"_s}).exitCode, 0);
    EXPECT_EQ(dcs.run({u"history"_s, u"--jsonl"_s}).out.count('\n'), 1);
    EXPECT_EQ(dcs.run({u"history"_s, u"undelete"_s, u"2"_s}).exitCode, 0);
    EXPECT_EQ(dcs.run({u"history"_s, u"undelete"_s}).out, "brought back: 1\n");
    EXPECT_EQ(dcs.run({u"history"_s, u"undelete"_s, u"3"_s}).exitCode, 2);
    const QJsonObject shown = dcs.run({u"history"_s, u"prune"_s, u"--keep"_s, u"1"_s, u"--json"_s}).json();
    EXPECT_EQ(dcs.run({u"history"_s, u"--jsonl"_s}).out.count('\n'), 3);
    const QJsonObject done
        = dcs.run({u"history"_s, u"prune"_s, u"--keep"_s, u"1"_s, u"--yes"_s, u"--json"_s}).json();
    EXPECT_EQ(shown[u"calls"].toInt(), 2);
    EXPECT_FALSE(shown[u"removed"].toBool());
    EXPECT_EQ(done[u"calls"].toInt(), 2);
    EXPECT_TRUE(done[u"removed"].toBool());
    EXPECT_EQ(dcs.run({u"history"_s, u"--jsonl"_s}).out.count('\n'), 1);
    EXPECT_EQ(dcs.run({u"history"_s, u"prune"_s}).exitCode, 2);
}

TEST(Dcs, AMaskedHistoryKnowsNobodyAndItsCallsAreNotSentAgain)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    dcs.run(seedCall(sandbox.http()));

    EXPECT_EQ(dcs.run({u"history"_s, u"mask"_s, u"on"_s}).exitCode, 0);
    dcs.run(seedCall(sandbox.http()));
    const QJsonObject before = dcs.run({u"history"_s, u"mask"_s, u"--json"_s}).json();
    const Ran asked = dcs.run({u"history"_s, u"mask"_s, u"earlier"_s});
    const Ran masked = dcs.run({u"history"_s, u"mask"_s, u"earlier"_s, u"--yes"_s});
    const Ran listed = dcs.run({u"history"_s, u"--jsonl"_s});
    const Ran found = dcs.run({u"history"_s, seedUuid, u"--jsonl"_s});
    const Ran resent = dcs.run({u"send"_s, u"1"_s, u"--connect-to"_s, sandbox.http(), u"--no-tls"_s});

    EXPECT_TRUE(before[u"masking"].toBool());
    EXPECT_EQ(before[u"unmasked"].toInt(), 1);
    EXPECT_TRUE(asked.out.contains("would mask")) << asked.out.toStdString();
    EXPECT_EQ(masked.out, "masked: 1 call\n");
    EXPECT_EQ(listed.out.count('\n'), 2);
    EXPECT_FALSE(listed.out.contains(seedUuid.toLatin1()));
    EXPECT_EQ(found.out, listed.out);
    EXPECT_EQ(resent.exitCode, 2);
    EXPECT_TRUE(resent.err.contains("masked IDs")) << resent.err.toStdString();
    EXPECT_EQ(dcs.run({u"history"_s, u"mask"_s, u"of"_s}).exitCode, 2);
}

TEST(Dcs, TheProbeNamesTheNearestRegion)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);

    const Ran ran = dcs.run({u"regions"_s, u"--probe"_s, u"--user-region"_s, u"6"_s, u"--connect-to"_s,
        sandbox.https(), u"--ca"_s, sandbox.ca(), u"--json"_s});

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    const QJsonArray rows = QJsonDocument::fromJson(ran.out).array();
    int nearest = 0;
    for (const QJsonValue &row : rows) {
        nearest += row[u"nearest"].toBool();
        EXPECT_GT(row[u"total"].toDouble(), 0);
        EXPECT_EQ(row[u"userHome"].toBool(), row[u"id"].toInt() == 6);
    }
    EXPECT_EQ(rows.size(), 8);
    EXPECT_EQ(nearest, 1);
}

TEST(Dcs, ForeignTextCannotDriveTheTerminal)
{
    const DcsProgram dcs;

    const Ran ran = dcs.run({u"answer"_s, u"-"_s}, "{\"uuid\":\"\\u001b[31mred\\u202e\"}");

    EXPECT_FALSE(ran.out.contains('\x1b'));
    EXPECT_TRUE(ran.out.contains("\\u{1b}[31mred\\u{202e}")) << ran.out.toStdString();
}

TEST(Dcs, NumbersDoNotFollowTheLocale)
{
    const DcsProgram dcs;
    const RawServer server(shortAnswer);
    qputenv("LC_ALL", "fr_FR.UTF-8");

    const Ran ran = dcs.run(seedCall(server.address()) + QStringList{u"--json"_s, u"--timeout"_s, u"1.5"_s});
    qputenv("LC_ALL", "C.UTF-8");

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    EXPECT_TRUE(ran.json()[u"timings"].toObject()[u"total"].isDouble());
}

TEST(Dcs, EveryVerbHasHelpWithAnExample)
{
    const DcsProgram dcs;
    const Ran all = dcs.run({u"--help"_s});
    QStringList verbs;
    for (const QByteArray &line : all.out.split('\n')) {
        if (line.startsWith("  "))
            verbs += QString::fromUtf8(line.trimmed().split(' ').first());
    }
    EXPECT_GE(verbs.size(), 10);

    for (const QString &verb : verbs) {
        const Ran help = dcs.run({verb, u"--help"_s});
        EXPECT_EQ(help.exitCode, 0) << verb.toStdString();
        EXPECT_TRUE(help.out.contains("Example:\n  ")) << verb.toStdString();
    }
}

} // namespace
