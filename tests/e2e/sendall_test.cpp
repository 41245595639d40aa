// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "e2e/process.h"
#include "support/print.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

const QByteArray visit = "@org = 6418DF487603467B0A49DC47%40AdobeOrg\n\n"
                         "### get an ID\n# @name getId\n# @capture user = mid\n"
                         "GET https://dpm.demdex.net/id?d_ver=2&d_orgid={{org}}&d_rtbd=json\n"
                         "Host: dpm.demdex.net\n\n"
                         "### event\n# @name event\n# @expect status == 200\n"
                         "GET https://usw2.demdex.net/event?d_rtbd=json&d_mid={{user}}\n"
                         "Host: {{alias}}.demdex.net\n";

QList<QJsonObject> lines(const Ran &ran)
{
    QList<QJsonObject> out;
    for (const QByteArray &line : ran.out.trimmed().split('\n'))
        out.append(QJsonDocument::fromJson(line).object());
    return out;
}

} // namespace

TEST(SendAll, TheSecondCallIsForTheUserThatTheFirstOneGot)
{
    const DcsProgram dcs;
    const QString file = dcs.files().write(u"visit.http"_s, visit);

    const Ran ran
        = dcs.run({u"send"_s, file, u"--all"_s, u"--sandbox"_s, u"--jsonl"_s, u"--var"_s, u"alias=acme"_s});

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    const QList<QJsonObject> made = lines(ran);
    ASSERT_EQ(made.size(), 2);
    const QString mid = made[0][u"answer"].toObject()[u"mid"].toString();
    EXPECT_EQ(mid.size(), 38);
    EXPECT_EQ(made[0][u"preset"].toString(), u"getId"_s);
    EXPECT_EQ(made[1][u"preset"].toString(), u"event"_s);
    EXPECT_TRUE(made[1][u"request"].toObject()[u"url"].toString().endsWith(u"d_mid="_s + mid));
    EXPECT_TRUE(made[1][u"expectations"].toArray().first().toObject()[u"held"].toBool());
}

TEST(SendAll, OptionsGoOverEveryRequestOfTheFile)
{
    const DcsProgram dcs;
    const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    const RawServer server(answer);
    const QString file = dcs.files().write(u"two.http"_s,
        "### a\nGET https://usw2.demdex.net/event?c_a=1\nHost: acme.demdex.net\n\n"
        "### b\nGET https://usw2.demdex.net/event?c_a=2\nHost: acme.demdex.net\n");

    const Ran ran = dcs.run({u"send"_s, file, u"--all"_s, u"--no-tls"_s, u"--connect-to"_s, server.address(),
        u"--param"_s, u"c_b=x"_s});

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    const QByteArray received = server.received();
    EXPECT_EQ(server.connections(), 2);
    EXPECT_TRUE(received.indexOf("c_a=1&c_b=x") >= 0);
    EXPECT_TRUE(received.indexOf("c_a=2&c_b=x") > received.indexOf("c_a=1&c_b=x"));
}

TEST(SendAll, WhatIsWrongWithACallIsSaidBeforeItLeaves)
{
    const DcsProgram dcs;
    const QString file = dcs.files().write(u"two.http"_s,
        "### good\nGET https://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n\n"
        "### bad\nGET https://usw2.demdex.net/event?d_rtbd=json&d_uuid=1\nHost: acme.demdex.net\n");

    const Ran all = dcs.run({u"send"_s, file, u"--all"_s, u"--sandbox"_s, u"--json"_s});
    const Ran one = dcs.run({u"send"_s, file + u"#bad"_s, u"--sandbox"_s, u"--json"_s});

    EXPECT_TRUE(one.err.contains("[uuid-format]")) << one.err.toStdString();
    EXPECT_EQ(all.err, "### bad\n" + one.err);
    EXPECT_EQ(all.exitCode, one.exitCode);
}

struct SendAllEnd {
    const char *name;
    QByteArray file;
    QStringList options;
    int exitCode;
    int made;
};

void PrintTo(const SendAllEnd &end, std::ostream *out)
{
    *out << end.name;
}

class SendAllEndTest : public ::testing::TestWithParam<SendAllEnd>
{
};

TEST_P(SendAllEndTest, HasTheExitCodeOfTheFirstCallThatWasNotAsItShouldBe)
{
    const DcsProgram dcs;
    const QString file = dcs.files().write(u"file.http"_s, GetParam().file);

    const Ran ran = dcs.run(QStringList{u"send"_s, file, u"--all"_s, u"--json"_s} + GetParam().options);

    EXPECT_EQ(ran.exitCode, GetParam().exitCode) << ran.err.toStdString();
    EXPECT_EQ(QJsonDocument::fromJson(ran.out).array().size(), GetParam().made);
}

INSTANTIATE_TEST_SUITE_P(SendAll, SendAllEndTest,
    ::testing::Values(SendAllEnd{"unresolved", visit, {u"--sandbox"_s}, 2, 1},
        SendAllEnd{"expectation", QByteArray(visit).replace("status == 200", "status == 201"),
            {u"--sandbox"_s, u"--var"_s, u"alias=acme"_s}, 1, 2},
        SendAllEnd{"network", visit, {u"--connect-to"_s, u"127.0.0.1:1"_s, u"--no-tls"_s}, 3, 1},
        SendAllEnd{"refused", QByteArray(visit).replace("{{org}}", "nobody%40AdobeOrg"),
            {u"--sandbox"_s, u"--var"_s, u"alias=acme"_s}, 4, 1},
        SendAllEnd{"dryRun", visit, {u"--dry-run"_s}, 2, 0}, SendAllEnd{"empty", "# nothing\n", {}, 2, 0}),
    [](const auto &made) { return std::string(made.param.name); });

TEST(Mask, ExportsOfACallAndOfTheHistoryNameNobody)
{
    const DcsProgram dcs;
    const QByteArray uuid = "22920112968019678612904394744954398990";
    const QStringList call{u"--alias"_s, u"acme"_s, u"--region"_s, u"9"_s, u"--uuid"_s,
        QString::fromLatin1(uuid), u"--cid"_s, u"123:cust-4711"_s};
    EXPECT_EQ(dcs.run(QStringList{u"send"_s, u"--sandbox"_s} + call).exitCode, 0);

    for (const QString &format : {u"curl"_s, u"har"_s, u"jsonl"_s}) {
        const Ran plain = dcs.run({u"history"_s, u"export"_s, format});
        const Ran masked = dcs.run({u"history"_s, u"export"_s, format, u"--mask"_s});
        EXPECT_TRUE(plain.out.contains(uuid)) << format.toStdString();
        EXPECT_FALSE(masked.out.contains(uuid)) << format.toStdString();
        EXPECT_FALSE(masked.out.contains("cust-4711")) << format.toStdString();
        EXPECT_TRUE(masked.out.contains("d_cid=123%01xxxx-xxxx")) << format.toStdString();
    }
    const Ran python = dcs.run(QStringList{u"export"_s, u"python"_s, u"--mask"_s} + call);
    EXPECT_TRUE(python.out.contains("acme.demdex.net"));
    EXPECT_FALSE(python.out.contains(uuid));
}
