// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// How a call travels, as the command line takes it from flags, presets and environments.
#include "e2e/process.h"
#include "support/print.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

QByteArray preset(const QByteArray &directives)
{
    return "### one\n" + directives + "GET http://usw2.demdex.net/event?c_a=1\nHost: acme.demdex.net\n";
}

} // namespace

TEST(Choices, AFlagWinsOverThePresetAndThePresetOverTheEnvironment)
{
    const RawServer preferred(answer), other(answer);
    const QString toPreferred = u"http://"_s + preferred.address();
    const QString toOther = u"http://"_s + other.address();
    const struct {
        const char *what;
        QString flag, ofPreset, ofEnvironment;
    } rows[] = {
        {"the environment alone", {}, {}, toPreferred},
        {"the preset over it", {}, toPreferred, toOther},
        {"the flag over both", toPreferred, toOther, toOther},
    };
    int asked = 0;
    for (const auto &row : rows) {
        SCOPED_TRACE(row.what);
        const DcsProgram dcs;
        dcs.files().write(
            u"http-client.env.json"_s, "{\"test\": {\"dcs-proxy\": \"" + row.ofEnvironment.toUtf8() + "\"}}");
        dcs.files().write(u"p.http"_s,
            preset(row.ofPreset.isEmpty() ? QByteArray() : "# @proxy " + row.ofPreset.toUtf8() + '\n'));
        QStringList words{u"send"_s, u"p.http"_s, u"--env"_s, u"test"_s, u"--timeout"_s, u"10"_s};
        if (!row.flag.isEmpty())
            words += {u"--proxy"_s, row.flag};

        dcs.run(words);

        EXPECT_EQ(preferred.connections(), ++asked);
        EXPECT_EQ(other.connections(), 0);
    }
    EXPECT_TRUE(preferred.received().startsWith("CONNECT usw2.demdex.net:80 HTTP/1.1\r\n"));
}

TEST(Choices, NoneOfAPresetAndOfTheCommandLineTurnsTheProxyOff)
{
    const RawServer server(answer), proxy(answer);
    const QString proxyUrl = u"http://"_s + proxy.address();
    for (const bool byFlag : {false, true}) {
        const DcsProgram dcs;
        dcs.files().write(
            u"http-client.env.json"_s, "{\"test\": {\"dcs-proxy\": \"" + proxyUrl.toUtf8() + "\"}}");
        dcs.files().write(u"p.http"_s,
            preset("# @connect-to " + server.address().toUtf8() + '\n'
                + (byFlag ? QByteArray("# @proxy ") + proxyUrl.toUtf8() + '\n'
                          : QByteArray("# @proxy none\n"))));
        QStringList words{u"send"_s, u"p.http"_s, u"--env"_s, u"test"_s};
        if (byFlag)
            words += {u"--proxy"_s, u"none"_s};

        EXPECT_EQ(dcs.run(words).exitCode, 0);
    }
    EXPECT_EQ(server.connections(), 2);
    EXPECT_EQ(proxy.connections(), 0);
}

TEST(Choices, EnvWritesWhatSendObeysAndKeepsTheRest)
{
    const RawServer proxy(answer);
    const DcsProgram dcs;
    const QByteArray before = "{\n  \"test\": {\n    \"alias\": \"acme\", \"n\": 1.50\n  }\n}\n";
    dcs.files().write(u"http-client.private.env.json"_s, before);
    dcs.files().write(u"p.http"_s, preset({}));

    const Ran set = dcs.run({u"env"_s, u"test"_s, u"--proxy"_s, u"http://"_s + proxy.address()});
    dcs.run({u"send"_s, u"p.http"_s, u"--env"_s, u"test"_s, u"--timeout"_s, u"10"_s});
    const Ran listed = dcs.run({u"env"_s, u"--json"_s});
    const Ran unset = dcs.run({u"env"_s, u"test"_s, u"--proxy"_s, u""_s});

    EXPECT_EQ(set.exitCode, 0) << set.err.toStdString();
    EXPECT_EQ(proxy.connections(), 1);
    const QJsonObject environment = QJsonDocument::fromJson(listed.out).array().first().toObject();
    EXPECT_EQ(environment[u"name"].toString(), u"test"_s);
    EXPECT_EQ(environment[u"sending"].toObject()[u"dcs-proxy"].toString(), u"http://"_s + proxy.address());
    EXPECT_EQ(unset.exitCode, 0);
    EXPECT_EQ(dcs.files().read(u"http-client.private.env.json"_s), before);
}

TEST(Choices, APasswordIsNotWrittenIntoAFile)
{
    const DcsProgram dcs;

    const Ran ran = dcs.run({u"env"_s, u"test"_s, u"--proxy"_s, u"http://me:geheim@127.0.0.1:1"_s});

    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.err.contains("dcs secret set"));
    EXPECT_FALSE(ran.err.contains("geheim"));
    EXPECT_FALSE(QFileInfo::exists(dcs.files().path(u"http-client.private.env.json"_s)));
}

TEST(Choices, APresetCannotAskToBeSentInsecurely)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    const QString file = dcs.files().write(u"p.http"_s,
        "### one\n# @no-reject-unauthorized\n# @connect-to " + sandbox.https().toUtf8()
            + "\nGET https://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n");

    const Ran obeyed = dcs.run({u"send"_s, file});
    const Ran flagged = dcs.run({u"send"_s, file, u"--insecure"_s});

    EXPECT_EQ(obeyed.exitCode, 3);
    EXPECT_TRUE(obeyed.err.contains("--insecure")) << obeyed.err.toStdString();
    EXPECT_EQ(flagged.exitCode, 0) << flagged.err.toStdString();
    EXPECT_TRUE(flagged.err.contains("not verified"));
}

TEST(Choices, FilesOfAPresetLieBesideIt)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    ASSERT_TRUE(QDir(dcs.folder()).mkpath(u"team"_s));
    ASSERT_TRUE(QFile::copy(sandbox.ca(), dcs.files().path(u"team/ca.pem"_s)));
    const QString file = dcs.files().write(u"team/p.http"_s,
        "### one\n# @ca ca.pem\n# @connect-to " + sandbox.https().toUtf8()
            + "\nGET https://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n");

    const Ran ran = dcs.run({u"send"_s, file});

    EXPECT_EQ(ran.exitCode, 0) << ran.err.toStdString();
}

TEST(Cookies, AreOffByDefaultAndComeBackOnceSwitchedOn)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    dcs.files().write(u"http-client.env.json"_s, R"({"test": {"dcs-cookies": true}, "other": {}})");
    const QString file = dcs.files().write(u"p.http"_s,
        "### one\n# @connect-to " + sandbox.http().toUtf8()
            + "\nGET http://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n");
    const QStringList off{u"send"_s, file, u"--env"_s, u"other"_s, u"--json"_s};
    const QStringList on{u"send"_s, file, u"--env"_s, u"test"_s, u"--json"_s};
    const auto user = [](const Ran &ran) { return ran.json()[u"answer"].toObject()[u"uuid"].toString(); };

    EXPECT_NE(user(dcs.run(off)), user(dcs.run(off))) << "without a jar each call is a new user's";
    const QString first = user(dcs.run(on));
    const Ran preview = dcs.run({u"send"_s, file, u"--env"_s, u"test"_s, u"--dry-run"_s});
    const QString second = user(dcs.run(on));
    const QString without = user(dcs.run(on + QStringList{u"--no-cookies"_s}));

    EXPECT_EQ(first, second);
    EXPECT_NE(first, without);
    EXPECT_TRUE(preview.out.contains("\r\nCookie: demdex=" + first.toUtf8() + "\r\n"))
        << preview.out.toStdString();
    const Ran listed = dcs.run({u"cookies"_s, u"--env"_s, u"test"_s, u"--json"_s});
    EXPECT_EQ(QJsonDocument::fromJson(listed.out).array().first().toObject()[u"value"].toString(), first);
    const QDir jars(dcs.files().path(u"data/cookies"_s));
    ASSERT_EQ(jars.entryList(QDir::Files).size(), 1);
    EXPECT_EQ(QFileInfo(jars.filePath(jars.entryList(QDir::Files).first())).permissions()
            & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());

    EXPECT_EQ(dcs.run({u"cookies"_s, u"clear"_s, u"--env"_s, u"test"_s}).exitCode, 0);
    EXPECT_NE(user(dcs.run(on)), first);
}

TEST(Cookies, ThatCannotBeWrittenAreToldInTheExitCode)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    dcs.files().write(u"data/cookies"_s, "in the way");

    const Ran sent = dcs.run({u"send"_s, u"--alias"_s, u"acme"_s, u"--region"_s, u"9"_s, u"--no-tls"_s,
        u"--connect-to"_s, sandbox.http(), u"--cookies"_s});
    const Ran cleared = dcs.run({u"cookies"_s, u"clear"_s});

    EXPECT_EQ(sent.exitCode, 5) << sent.err.toStdString();
    EXPECT_TRUE(sent.err.contains("cookies")) << sent.err.toStdString();
    EXPECT_EQ(cleared.exitCode, 5) << cleared.err.toStdString();
    EXPECT_TRUE(cleared.out.isEmpty()) << cleared.out.toStdString();
}
