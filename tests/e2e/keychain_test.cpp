// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// `dcs` with a real Secret Service, and without one.
#include "e2e/process.h"
#include "support/print.h"
#include "support/secretservice.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
const QByteArray value = "geheim-4711";

/// Whether any file below the folder has the value in it.
bool isOnDisk(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(value))
            return true;
    }
    return false;
}

} // namespace

TEST(Keychain, ASecretGoesOutInItsCallAndNowhereElse)
{
    const SecretService service;
    const DcsProgram dcs;
    const RawServer server(answer);
    dcs.files().write(u"http-client.env.json"_s, R"({"test": {"token": "Bearer {{$keychain api-token}}"}})");
    const QString file = dcs.files().write(u"p.http"_s,
        "### one\n# @connect-to " + server.address().toUtf8()
            + "\nPOST http://usw2.demdex.net/event\nHost: acme.demdex.net\nX-Token: {{token}}\n"
              "Content-Type: application/x-www-form-urlencoded\n\nc_k={{$keychain api-token}}\n");
    const QStringList send{u"send"_s, file, u"--env"_s, u"test"_s};

    const Ran stored = dcs.run({u"secret"_s, u"set"_s, u"api-token"_s}, value + '\n');
    const Ran preview = dcs.run(send + QStringList{u"--dry-run"_s});
    const Ran sent = dcs.run(send + QStringList{u"--wire"_s, u"--json"_s});
    const Ran exported = dcs.run({u"history"_s, u"export"_s, u"har"_s});
    const Ran again = dcs.run({u"send"_s, u"1"_s, u"--connect-to"_s, server.address(), u"--wire"_s});

    EXPECT_EQ(stored.exitCode, 0) << stored.err.toStdString();
    EXPECT_EQ(sent.exitCode, 0) << sent.err.toStdString();
    EXPECT_EQ(again.exitCode, 0) << again.err.toStdString();
    EXPECT_EQ(server.received().count("X-Token: Bearer " + value + "\r\n"), 2);
    EXPECT_EQ(server.received().count("\r\n\r\nc_k=" + value), 2) << server.received().toStdString();
    EXPECT_EQ(server.received().count("Content-Length: 15\r\n"), 2);
    for (const Ran &ran : {stored, preview, sent, exported, again}) {
        EXPECT_FALSE(ran.out.contains(value)) << ran.out.toStdString();
        EXPECT_FALSE(ran.err.contains(value)) << ran.err.toStdString();
    }
    for (const Ran &ran : {preview, sent, again})
        EXPECT_TRUE(ran.out.contains("•••api-token•••")) << ran.out.toStdString();
    EXPECT_FALSE(sent.err.contains("raw-character")) << sent.err.toStdString();
    EXPECT_FALSE(isOnDisk(dcs.folder()));
}

TEST(Keychain, SecretsAreListedReplacedAndRemoved)
{
    const SecretService service;
    const DcsProgram dcs;
    const QStringList send{u"send"_s, u"http://127.0.0.1:9/event"_s, u"--header"_s, u"X: {{$keychain b}}"_s,
        u"--timeout"_s, u"5"_s};

    dcs.run({u"secret"_s, u"set"_s, u"b"_s}, "1");
    dcs.run({u"secret"_s, u"set"_s, u"a"_s}, "2");
    dcs.run({u"secret"_s, u"set"_s, u"b"_s}, "3");
    EXPECT_EQ(dcs.run({u"secret"_s}).out, "a\nb\n");
    EXPECT_EQ(dcs.run(send).exitCode, 3) << "nobody listens there, but the call was made";

    EXPECT_EQ(dcs.run({u"secret"_s, u"remove"_s, u"b"_s}).exitCode, 0);
    EXPECT_EQ(dcs.run({u"secret"_s, u"list"_s}).out, "a\n");
    const Ran missing = dcs.run(send);
    EXPECT_EQ(missing.exitCode, 2);
    EXPECT_TRUE(missing.err.contains("no secret “b”")) << missing.err.toStdString();
    EXPECT_TRUE(missing.err.contains("dcs secret set b"));
    EXPECT_EQ(dcs.run({u"secret"_s, u"set"_s, u"not a name"_s}, "1").exitCode, 2);
    EXPECT_EQ(dcs.run({u"secret"_s, u"set"_s, u"c"_s}, "").exitCode, 2);
}

TEST(Keychain, WithoutOneTheMessageSaysSoAtOnce)
{
    const NoSessionBus none;
    const DcsProgram dcs;

    const Ran stored = dcs.run({u"secret"_s, u"set"_s, u"a"_s}, "1");
    const Ran sent
        = dcs.run({u"send"_s, u"http://127.0.0.1:9/event"_s, u"--header"_s, u"X: {{$keychain a}}"_s});

    for (const Ran &ran : {stored, sent}) {
        EXPECT_EQ(ran.exitCode, 5);
        EXPECT_TRUE(ran.err.contains("There is no keychain")) << ran.err.toStdString();
        EXPECT_TRUE(ran.err.contains("GNOME Keyring"));
    }
    EXPECT_EQ(dcs.run({u"history"_s, u"--json"_s}).out.trimmed(), "[]")
        << "nothing left, so nothing is recorded";
}

TEST(Keychain, AProxysPasswordComesFromIt)
{
    const SecretService service;
    const DcsProgram dcs;
    const RawServer proxy("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
    dcs.run({u"secret"_s, u"set"_s, u"px"_s}, value);
    const QString url = u"http://me:{{$keychain px}}@"_s + proxy.address();
    dcs.run({u"env"_s, u"test"_s, u"--proxy"_s, url});
    const QStringList call{u"http://usw2.demdex.net/event"_s, u"--header"_s, u"Host: acme.demdex.net"_s};

    const Ran byFlag = dcs.run(QStringList{u"send"_s, u"--proxy"_s, url} + call);
    const Ran byEnvironment = dcs.run(QStringList{u"send"_s, u"--env"_s, u"test"_s} + call);
    const Ran probe = dcs.run({u"regions"_s, u"--probe"_s, u"--proxy"_s, url});

    EXPECT_EQ(byFlag.exitCode, 3) << byFlag.err.toStdString();
    EXPECT_EQ(byEnvironment.exitCode, 3) << byEnvironment.err.toStdString();
    EXPECT_EQ(probe.exitCode, 3) << probe.err.toStdString();
    const qsizetype asked = proxy.connections();
    EXPECT_GT(asked, 2);
    EXPECT_EQ(proxy.received().count("Proxy-Authorization: Basic " + ("me:" + value).toBase64()), asked);
    EXPECT_FALSE(isOnDisk(dcs.folder()));
}
