// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Workspaces, environments and variables on the command line.
#include "e2e/process.h"
#include "support/print.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

const QByteArray one
    = "@site = example\n\n### one\n# @name one\n# @capture user = uuid\n# @expect uuid == {{user}}\n"
      "GET https://{{region}}/event?d_rtbd=json&d_uuid={{user}}&c_site={{site}}\nHost: acme.demdex.net\n\n";
const QByteArray two
    = "### two\n# @name two\nGET https://usw2.demdex.net/event?c_x=2\nHost: acme.demdex.net\n";

QStringList texts(const QJsonValue &array)
{
    QStringList out;
    for (const QJsonValue &value : array.toArray())
        out.append(value.toString());
    return out;
}

/// A workspace with environments at its top and in one of its folders.
class WorkspaceTest : public ::testing::Test
{
protected:
    WorkspaceTest()
    {
        QDir(dcs.folder()).mkpath(u"presets/team/sub"_s);
        dcs.files().write(u"presets/a.http"_s, one + two);
        dcs.files().write(u"presets/team/sub/b.http"_s, one);
        dcs.files().write(u"presets/http-client.env.json"_s,
            R"({"e": {"region": "usw2.demdex.net", "user": "22920112968019678612904394744954398990"}})");
        dcs.files().write(
            u"presets/team/http-client.env.json"_s, R"({"e": {"region": "irl1.demdex.net", "user": "7"}})");
    }
    QString file(const QString &name) const { return dcs.files().path(u"presets/"_s + name); }
    Ran run(const QStringList &arguments) const
    {
        return dcs.run(arguments + QStringList{u"--workspace"_s, dcs.files().path(u"presets"_s)});
    }

    const DcsProgram dcs;
};

} // namespace

TEST_F(WorkspaceTest, PresetsNameTheirVariablesCapturesAndChanges)
{
    for (const QStringList &arguments : {QStringList{u"init"_s, u"-q"_s}, QStringList{u"add"_s, u"."_s},
             QStringList{u"-c"_s, u"user.email=a@example.com"_s, u"-c"_s, u"user.name=a"_s, u"commit"_s,
                 u"-qm"_s, u"x"_s}})
        ASSERT_EQ(runProgram(u"git"_s, arguments, {}, dcs.files().path(u"presets"_s)).exitCode, 0);
    dcs.files().write(u"presets/a.http"_s, one + QByteArray(two).replace("c_x=2", "c_x=3"));
    QFile::link(u"/etc/passwd"_s, file(u"link.http"_s));

    const Ran ran = run({u"presets"_s, u"--json"_s});

    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_TRUE(ran.err.contains("link.http: not read. A symbolic link")) << ran.err.toStdString();
    const QJsonArray listed = QJsonDocument::fromJson(ran.out).array();
    ASSERT_EQ(listed.size(), 3) << ran.out.toStdString();
    EXPECT_EQ(listed[1][u"name"].toString(), u"one"_s);
    EXPECT_TRUE(listed[1][u"git"].isNull());
    EXPECT_EQ(texts(listed[1][u"variables"]), (QStringList{u"region"_s, u"user"_s, u"site"_s}));
    EXPECT_EQ(texts(listed[1][u"captures"]), QStringList{u"user = uuid"_s});
    EXPECT_EQ(listed[2][u"git"].toString(), u"modified"_s);
}

TEST_F(WorkspaceTest, TheNearestEnvironmentCountsAndExpectationsKnowVariables)
{
    const Ran top = run({u"send"_s, file(u"a.http#one"_s), u"--env"_s, u"e"_s, u"--dry-run"_s});
    EXPECT_EQ(top.exitCode, 0) << top.err.toStdString();
    EXPECT_TRUE(top.out.startsWith(
        "GET /event?d_rtbd=json&d_uuid=22920112968019678612904394744954398990&c_site=example HTTP/1.1"))
        << top.out.toStdString();
    const Ran deep = run({u"send"_s, file(u"team/sub/b.http#one"_s), u"--env"_s, u"e"_s, u"--dry-run"_s});
    EXPECT_TRUE(deep.out.startsWith("GET /event?d_rtbd=json&d_uuid=7&"))
        << deep.out.toStdString() << deep.err.toStdString();

    for (const QStringList &which :
        {QStringList{file(u"a.http#one"_s)}, QStringList{file(u"a.http"_s), u"--all"_s}}) {
        const Ran sent = run(QStringList{u"send"_s} + which
            + QStringList{
                u"--env"_s, u"e"_s, u"--sandbox"_s, which.size() == 1 ? u"--json"_s : u"--jsonl"_s});
        EXPECT_EQ(sent.exitCode, 0) << sent.err.toStdString();
        const QJsonObject first = which.size() == 1
            ? sent.json()
            : QJsonDocument::fromJson(sent.out.split('\n').first()).object();
        const QJsonObject expectation = first[u"expectations"].toArray().first().toObject();
        EXPECT_EQ(expectation[u"expr"].toString(), u"uuid == 22920112968019678612904394744954398990"_s);
        EXPECT_TRUE(expectation[u"held"].toBool());
    }
}

TEST_F(WorkspaceTest, AVariableWithoutAValueIsAnErrorFinding)
{
    const Ran checked = run({u"check"_s, file(u"a.http#one"_s), u"--json"_s});
    EXPECT_EQ(checked.exitCode, 1) << checked.err.toStdString();
    QStringList codes;
    for (const QJsonValue &finding : checked.json()[u"findings"].toArray())
        codes.append(finding[u"code"].toString());
    EXPECT_EQ(codes.count(u"variable-unresolved"_s), 2) << checked.out.toStdString();
    EXPECT_TRUE(run({u"check"_s, u"--list"_s}).out.contains("variable-unresolved"));

    const Ran sent
        = run({u"send"_s, file(u"a.http#one"_s), u"--sandbox"_s, u"--var"_s, u"region=usw2.demdex.net"_s});
    EXPECT_EQ(sent.exitCode, 2) << sent.err.toStdString();
    EXPECT_TRUE(sent.err.contains("{{user}}")) << sent.err.toStdString();
    const Ran ready = run({u"check"_s, file(u"a.http#one"_s), u"--env"_s, u"e"_s});
    EXPECT_EQ(ready.exitCode, 0) << ready.out.toStdString();
}
