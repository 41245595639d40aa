// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "e2e/process.h"

#include <QDir>
#include <QFileInfo>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

class Interchange : public ::testing::Test
{
protected:
    Interchange()
    {
        QDir(dcs.folder()).mkpath(u"presets/team"_s);
        dcs.files().write(u"presets/one.http"_s, "### One\nGET https://usw2.demdex.net/event?c_a=1\n");
        dcs.files().write(u"presets/team/two.http"_s,
            "### Two\nGET https://irl1.demdex.net/event?d_uuid={{user}}\nHost: {{alias}}.demdex.net\n");
        dcs.files().write(u"presets/http-client.env.json"_s, "{\"staging\": {\"alias\": \"foo\"}}");
        dcs.files().write(u"presets/http-client.private.env.json"_s, "{\"staging\": {\"user\": \"00087\"}}");
    }
    Ran exported(const QString &format, const QStringList &options) const
    {
        return dcs.run(
            QStringList{u"export"_s, format, u"--workspace"_s, dcs.files().path(u"presets"_s)} + options);
    }

    DcsProgram dcs;
};

} // namespace

TEST_F(Interchange, AWholeWorkspaceBecomesOneFileAndComesBack)
{
    const Ran ran = exported(u"postman"_s, {u"--all"_s});
    ASSERT_EQ(ran.exitCode, 0) << ran.err.toStdString();

    const Ran back = dcs.run({u"import"_s, u"-"_s}, ran.out);

    EXPECT_EQ(back.exitCode, 0) << back.err.toStdString();
    EXPECT_TRUE(back.out.contains("GET https://usw2.demdex.net/event")) << back.out.toStdString();
    EXPECT_TRUE(back.out.contains("d_uuid={{user}}")) << back.out.toStdString();
}

TEST_F(Interchange, ValuesOfTheEnvironmentStandInCurlLines)
{
    const Ran ran = exported(u"curl"_s, {u"--all"_s, u"--env"_s, u"staging"_s});

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    EXPECT_TRUE(ran.out.contains("d_uuid=00087")) << ran.out.toStdString();
    EXPECT_TRUE(ran.out.contains("Host: foo.demdex.net")) << ran.out.toStdString();
    EXPECT_EQ(exported(u"python"_s, {u"--all"_s, u"--env"_s, u"staging"_s}).exitCode, 2);
}

TEST_F(Interchange, ALoadScriptHasTheRateAndTheFileThatWereNamed)
{
    const Ran ran = exported(u"artillery"_s,
        {dcs.files().path(u"presets/team/two.http#Two"_s), u"--rate"_s, u"5"_s, u"--seconds"_s, u"20"_s,
            u"--data"_s, u"ids.csv"_s});

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    for (const char *line : {"duration: 20", "arrivalRate: 5", "path: \"ids.csv\"", "- \"user\""})
        EXPECT_TRUE(ran.out.contains(line)) << line << '\n' << ran.out.toStdString();
    EXPECT_EQ(exported(u"k6"_s, {u"--all"_s, u"--rate"_s, u"fast"_s}).exitCode, 2);
}

TEST_F(Interchange, AnEnvironmentGoesToPostmanWithoutItsSecretsAndComesBack)
{
    const Ran ran = exported(u"postman-environment"_s, {u"--env"_s, u"staging"_s});
    ASSERT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    EXPECT_FALSE(ran.out.contains("00087"));
    EXPECT_TRUE(ran.err.contains("user"));
    const QString out = dcs.files().path(u"back.env.json"_s);
    const QByteArray filledIn = QByteArray(ran.out).replace("\"value\": \"\"", "\"value\": \"00087\"");

    const Ran back = dcs.run({u"import"_s, u"postman"_s, u"-"_s, u"--out"_s, out}, filledIn);

    EXPECT_EQ(back.exitCode, 0) << back.err.toStdString();
    EXPECT_FALSE(dcs.files().read(u"back.env.json"_s).contains("00087"));
    const QString secret = dcs.files().path(u"http-client.private.env.json"_s);
    EXPECT_TRUE(dcs.files().read(u"http-client.private.env.json"_s).contains("00087"));
    EXPECT_EQ(QFileInfo(secret).permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
    EXPECT_EQ(dcs.run({u"import"_s, u"postman"_s, u"-"_s, u"--out"_s, out}, filledIn).exitCode, 2);
    EXPECT_EQ(exported(u"postman-environment"_s, {}).exitCode, 2);
}

TEST_F(Interchange, ASpreadsheetRunsNoCellOfTheHistory)
{
    const RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    dcs.run({u"send"_s, u"--alias"_s, u"foo"_s, u"--no-tls"_s, u"--connect-to"_s, server.address()});
    dcs.run({u"history"_s, u"note"_s, u"1"_s, u"=1+1"_s});

    const Ran plain = dcs.run({u"history"_s, u"export"_s, u"csv"_s});
    const Ran guarded = dcs.run({u"history"_s, u"export"_s, u"csv"_s, u"--spreadsheet"_s});

    EXPECT_TRUE(plain.out.contains(",=1+1,")) << plain.out.toStdString() << plain.err.toStdString();
    EXPECT_TRUE(guarded.out.contains(",'=1+1,")) << guarded.out.toStdString();
}

TEST_F(Interchange, OneRequestKeepsWhatOnlyTheOtherProgramCanFillIn)
{
    const QString file = dcs.files().write(u"one.http"_s,
        "@alias = foo\n\n### One\n# @name one\n# @expect uuid == {{user}}\n# @capture next = uuid\n"
        "# @ca {{folder}}/ca.pem\nGET https://usw2.demdex.net/event?c_id={{$uuid}}&c_t={{$keychain tok}}\n"
        "Host: {{alias}}.demdex.net\n");
    const QStringList one{file + u"#one"_s, u"--param"_s, u"c_z=1"_s, u"--expect"_s, u"status == 200"_s};

    const Ran http = exported(u"http"_s, one);
    const Ran postman = exported(u"postman"_s, one);

    for (const char *line : {"c_id={{$uuid}}\n", "c_t={{$keychain tok}}\n", "c_z=1\n",
             "Host: foo.demdex.net\n", "# @expect uuid == {{user}}\n", "# @expect status == 200\n",
             "# @capture next = uuid\n", "# @ca {{folder}}/ca.pem\n"})
        EXPECT_TRUE(http.out.contains(line)) << line << http.out.toStdString() << http.err.toStdString();
    EXPECT_TRUE(postman.out.contains("c_id={{$uuid}}&c_t={{$keychain tok}}&c_z=1"))
        << postman.out.toStdString();
    EXPECT_EQ(http.err, "");
}

TEST_F(Interchange, TheCommandLinesVariablesWinOverThoseOfTheFile)
{
    const QString file = dcs.files().write(u"own.http"_s,
        "@alias = foo\n\n### One\n# @name one\nGET https://usw2.demdex.net/event\nHost: "
        "{{alias}}.demdex.net\n");
    for (const QString &format : {u"http"_s, u"postman"_s, u"curl"_s}) {
        for (const QStringList &which : {QStringList{file + u"#one"_s}, QStringList{file, u"--all"_s}}) {
            const Ran own = exported(format, which);
            const Ran given = exported(format, which + QStringList{u"--var"_s, u"alias=bar"_s});
            EXPECT_TRUE(own.out.contains("foo.demdex.net")) << own.out.toStdString();
            EXPECT_TRUE(given.out.contains("bar.demdex.net")) << given.out.toStdString();
        }
    }
}

TEST_F(Interchange, TextThatWouldSendASecretsMarkIsToldOf)
{
    for (const QString &format : {u"curl"_s, u"python"_s, u"har"_s}) {
        const Ran ran = exported(format, {u"https://usw2.demdex.net/event?c_t={{$keychain tok}}"_s});
        EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
        EXPECT_TRUE(ran.err.startsWith("note: •••tok••• stands for the keychain's entry \"tok\";"))
            << ran.err.toStdString();
        EXPECT_EQ(ran.err.count('\n'), 1) << ran.err.toStdString();
    }
}
