// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/workspace.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>
#include <QProcess>

#include <gtest/gtest.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using store::Workspace;

namespace {

QStringList paths(const dcs::Result<QList<store::WorkspaceFile>> &listed)
{
    QStringList out;
    EXPECT_TRUE(listed.has_value());
    for (const store::WorkspaceFile &file : listed.value_or({}))
        out.append(file.path);
    return out;
}

} // namespace

TEST(Workspace, ListsPresetFilesWithFoldersFirstByName)
{
    const TemporaryFolder folder;
    for (const char *name : {"b10.http", "b9.http", "A.rest", "zz/inner.http", "zz/aa/deep.http", "notes.txt",
             ".hidden/x.http", "node_modules/x.http"}) {
        QDir(folder.path()).mkpath(QFileInfo(QString::fromLatin1(name)).path());
        folder.write(QString::fromLatin1(name), "GET https://x/\n");
    }
    const Workspace workspace(folder.path());

    EXPECT_EQ(paths(workspace.list()),
        (QStringList{QStringLiteral("zz/aa/deep.http"), QStringLiteral("zz/inner.http"),
            QStringLiteral("A.rest"), QStringLiteral("b9.http"), QStringLiteral("b10.http")}));
    EXPECT_EQ(workspace.list()->last().size, 15);
}

TEST(Workspace, NeverOverwritesWhatItHasNotSeen)
{
    const TemporaryFolder folder;
    const Workspace workspace(folder.path());

    const auto made = workspace.write(QStringLiteral("new/one.http"), "first", {});
    ASSERT_TRUE(made.has_value()) << made.error().message.toStdString();
    const auto again = workspace.write(QStringLiteral("new/one.http"), "second", {});
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().code, dcs::Errc::Conflict);

    const auto snapshot = workspace.read(QStringLiteral("new/one.http"));
    ASSERT_TRUE(snapshot.has_value());
    EXPECT_EQ(snapshot->sha256, made->sha256);
    folder.write(QStringLiteral("new/one.http"), "foreign");
    const auto late = workspace.write(QStringLiteral("new/one.http"), "mine", snapshot->sha256);
    ASSERT_FALSE(late.has_value());
    EXPECT_EQ(late.error().code, dcs::Errc::Conflict);
    EXPECT_EQ(folder.read(QStringLiteral("new/one.http")), "foreign");

    const auto fresh = workspace.read(QStringLiteral("new/one.http"));
    ASSERT_TRUE(workspace.write(QStringLiteral("new/one.http"), "mine", fresh->sha256).has_value());
    EXPECT_EQ(folder.read(QStringLiteral("new/one.http")), "mine");
    QFile::remove(folder.path(QStringLiteral("new/one.http")));
    EXPECT_EQ(workspace.write(QStringLiteral("new/one.http"), "x", fresh->sha256).error().code,
        dcs::Errc::Conflict);
}

TEST(Workspace, StaysInsideItsFolder)
{
    const TemporaryFolder outer;
    QDir(outer.path()).mkpath(QStringLiteral("work/sub"));
    outer.write(QStringLiteral("secret.http"), "secret");
    QFile::link(outer.path(QStringLiteral("secret.http")), outer.path(QStringLiteral("work/link.http")));
    QFile::link(outer.path(), outer.path(QStringLiteral("work/up")));
    QFile::link(outer.path(QStringLiteral("nowhere")), outer.path(QStringLiteral("work/dangling.http")));
    const Workspace workspace(outer.path(QStringLiteral("work")));

    for (const char *path :
        {"../secret.http", "sub/../../secret.http", "/etc/passwd", "", ".", "..", "a//b.http", "a/./b",
            "link.http", "up/secret.http", "dangling.http", "a\nb.http", "\\\\server\\x"}) {
        const QString name = QString::fromLatin1(path);
        EXPECT_FALSE(workspace.read(name).has_value()) << path;
        EXPECT_FALSE(workspace.write(name, "x", {}).has_value()) << path;
        EXPECT_FALSE(workspace.moveToTrash(name).has_value()) << path;
        EXPECT_FALSE(workspace.makeFolder(name).has_value()) << path;
        EXPECT_FALSE(workspace.rename(QStringLiteral("sub"), name).has_value()) << path;
        EXPECT_FALSE(workspace.rename(name, QStringLiteral("other")).has_value()) << path;
    }
    EXPECT_EQ(outer.read(QStringLiteral("secret.http")), "secret");
    EXPECT_FALSE(QFileInfo::exists(outer.path(QStringLiteral("nowhere"))));
    EXPECT_EQ(paths(workspace.list()), QStringList());
    const auto scanned = workspace.scan();
    ASSERT_TRUE(scanned.has_value());
    QStringList named; // but it is said that they are there
    for (const store::WorkspaceFile &file : scanned->files) {
        EXPECT_TRUE(file.problem.contains(QLatin1String("symbolic link"))) << file.path.toStdString();
        named.append(file.path);
    }
    EXPECT_EQ(named, (QStringList{QStringLiteral("dangling.http"), QStringLiteral("link.http")}));
    EXPECT_EQ(scanned->folders, QStringList{QStringLiteral("sub")}) << "a link to a folder could be a loop";
}

TEST(Workspace, MakesNoNameThatOthersCannotHave)
{
    const TemporaryFolder folder;
    folder.write(QStringLiteral("a.http"), "a");
    const Workspace workspace(folder.path());

    for (const QString &name :
        {QStringLiteral("con.http"), QStringLiteral("team/NUL"), QStringLiteral("com1.http"),
            QStringLiteral("dots..."), QStringLiteral("blank /x.http"), QStringLiteral("a:b.http"),
            QString(300, u'n') + QStringLiteral(".http"), QString(120, QChar(0x20AC))}) {
        EXPECT_FALSE(workspace.write(name, "x", {}).has_value()) << name.toStdString();
        EXPECT_FALSE(workspace.rename(QStringLiteral("a.http"), name).has_value()) << name.toStdString();
        EXPECT_FALSE(workspace.makeFolder(name).has_value()) << name.toStdString();
    }
    const QString emoji = QString::fromUtf8("\xF0\x9F\x9A\x80 contact computer.http");
    EXPECT_TRUE(workspace.write(emoji, "x", {}).has_value());
    EXPECT_EQ(paths(workspace.list()).size(), 2);
    // One that another system made is read and written all the same.
    folder.write(QStringLiteral("con.http"), "theirs");
    const auto read = workspace.read(QStringLiteral("con.http"));
    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(workspace.write(QStringLiteral("con.http"), "mine", read->sha256).has_value());
}

TEST(Workspace, MakesAFileNameOfAnyPresetName)
{
    const TemporaryFolder folder;
    const Workspace workspace(folder.path());
    QStringList made;
    for (const QString &name : {QStringLiteral("../../x"), QStringLiteral("/etc/passwd"),
             QStringLiteral("con"), QStringLiteral("dots..."), QStringLiteral("nul\0byte"), QString(QChar(0)),
             QString(300, u'x'), QString::fromUtf8("\xF0\x9F\x9A\x80").repeated(80), QString(),
             QStringLiteral("a\\b:c*d"), QStringLiteral("Café 2"), QString(QChar(0xD800))}) {
        const QString file
            = Workspace::fileNameFor(name) + QString::number(made.size()) + QStringLiteral(".http");
        if (name == QString(QChar(0xD800)))
            continue; // half a character has no name on disk; it must only not crash
        const auto written = workspace.write(file, "x", {});
        EXPECT_TRUE(written.has_value())
            << file.toStdString() << (written ? "" : written.error().message.toStdString());
        EXPECT_FALSE(file.contains(u'/')) << file.toStdString();
        made.append(file);
    }
    EXPECT_EQ(paths(workspace.list()).size(), made.size());
    EXPECT_EQ(Workspace::fileNameFor(QStringLiteral("Café 2")), QStringLiteral("Café 2"));
}

#ifdef Q_OS_UNIX
TEST(Workspace, NeverWaitsForAPipeOrOpensADevice)
{
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo(QFile::encodeName(folder.path(QStringLiteral("pipe.http"))).constData(), 0600), 0);
    const QByteArray environments = QFile::encodeName(folder.path(Workspace::environmentFileName(false)));
    ASSERT_EQ(::mkfifo(environments.constData(), 0600), 0);
    const Workspace workspace(folder.path());

    const auto scanned = workspace.scan();
    ASSERT_TRUE(scanned.has_value());
    ASSERT_EQ(scanned->files.size(), 1);
    EXPECT_EQ(scanned->files.first().problem, QStringLiteral("No regular file."));
    EXPECT_EQ(paths(workspace.list()), QStringList());
    EXPECT_FALSE(workspace.read(QStringLiteral("pipe.http")).has_value());
    EXPECT_FALSE(workspace.write(QStringLiteral("pipe.http"), "x", "any").has_value());
    EXPECT_FALSE(workspace.environmentFile(false).has_value());
}
#endif

TEST(Workspace, TakesOutOfTheBinWhatItPutThere)
{
    const TemporaryFolder folder;
    QDir(folder.path()).mkpath(QStringLiteral("team"));
    folder.write(QStringLiteral("team/a.http"), "a");
    const Workspace workspace(folder.path());

    const auto file = workspace.moveToTrash(QStringLiteral("team/a.http"));
    ASSERT_TRUE(file.has_value()) << file.error().message.toStdString();
    ASSERT_TRUE(workspace.restore(*file, QStringLiteral("team/a.http")).has_value());
    EXPECT_EQ(folder.read(QStringLiteral("team/a.http")), "a");
    EXPECT_FALSE(QFileInfo::exists(*file));
    const auto whole = workspace.moveToTrash(QStringLiteral("team"));
    ASSERT_TRUE(whole.has_value());
    folder.write(QStringLiteral("team"), "in the way");
    EXPECT_EQ(workspace.restore(*whole, QStringLiteral("team")).error().code, dcs::Errc::Conflict);
    QFile::remove(folder.path(QStringLiteral("team")));
    ASSERT_TRUE(workspace.restore(*whole, QStringLiteral("team")).has_value());
    EXPECT_EQ(folder.read(QStringLiteral("team/a.http")), "a");
}

TEST(Workspace, RefusesFilesThatAreNoPresets)
{
    const TemporaryFolder folder;
    QFile huge(folder.path(QStringLiteral("huge.http")));
    ASSERT_TRUE(huge.open(QIODevice::WriteOnly));
    ASSERT_TRUE(huge.resize(qint64(1) << 30)); // a hole, not a gigabyte
    huge.close();
    QDir(folder.path()).mkpath(QStringLiteral("folder.http"));
    const Workspace workspace(folder.path());

    EXPECT_EQ(workspace.read(QStringLiteral("huge.http")).error().code, dcs::Errc::TooLarge);
    EXPECT_FALSE(workspace.read(QStringLiteral("folder.http")).has_value());
    EXPECT_EQ(workspace.read(QStringLiteral("none.http")).error().code, dcs::Errc::NotFound);
    EXPECT_EQ(Workspace(folder.path(QStringLiteral("missing"))).list().error().code, dcs::Errc::NotFound);
    EXPECT_FALSE(Workspace(folder.path(QStringLiteral("huge.http"))).list().has_value());
}

TEST(Workspace, RenamesAndMovesWithoutOverwriting)
{
    const TemporaryFolder folder;
    folder.write(QStringLiteral("a.http"), "a");
    folder.write(QStringLiteral("b.http"), "b");
    const Workspace workspace(folder.path());

    EXPECT_EQ(workspace.rename(QStringLiteral("a.http"), QStringLiteral("b.http")).error().code,
        dcs::Errc::Conflict);
    EXPECT_TRUE(workspace.rename(QStringLiteral("a.http"), QStringLiteral("team/new/c.http")).has_value());
    EXPECT_EQ(folder.read(QStringLiteral("team/new/c.http")), "a");
    EXPECT_FALSE(workspace.rename(QStringLiteral("team"), QStringLiteral("team/inside")).has_value());
    EXPECT_TRUE(workspace.rename(QStringLiteral("team"), QStringLiteral("crew")).has_value());
    EXPECT_EQ(
        paths(workspace.list()), (QStringList{QStringLiteral("crew/new/c.http"), QStringLiteral("b.http")}));
    EXPECT_EQ(workspace.rename(QStringLiteral("x.http"), QStringLiteral("y.http")).error().code,
        dcs::Errc::NotFound);
    EXPECT_TRUE(workspace.makeFolder(QStringLiteral("fresh/one")).has_value());
    EXPECT_EQ(workspace.makeFolder(QStringLiteral("fresh")).error().code, dcs::Errc::Conflict);
}

TEST(Workspace, MovesToTheBin)
{
    const TemporaryFolder folder;
    folder.write(QStringLiteral("a.http"), "a");
    const Workspace workspace(folder.path());

    const auto trashed = workspace.moveToTrash(QStringLiteral("a.http"));

    EXPECT_TRUE(trashed.has_value()) << trashed.error().message.toStdString();
    EXPECT_FALSE(QFileInfo::exists(folder.path(QStringLiteral("a.http"))));
    EXPECT_EQ(workspace.moveToTrash(QStringLiteral("a.http")).error().code, dcs::Errc::NotFound);
}

TEST(Workspace, ReadsTheEnvironmentFilesOrNothing)
{
    const TemporaryFolder folder;
    const Workspace workspace(folder.path());
    EXPECT_EQ(workspace.environmentFile(false).value_or("?"), QByteArray());
    folder.write(QStringLiteral("http-client.private.env.json"), "{}");
    EXPECT_EQ(workspace.environmentFile(true).value_or("?"), QByteArray("{}"));
}

TEST(Workspace, ThePrivateFileIsItsOwnersAndOutOfGitHoweverItIsWritten)
{
    const QString name = Workspace::environmentFileName(true);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const bool whole : {false, true}) {
        const TemporaryFolder folder;
        ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("in")));
        QProcess git;
        git.setWorkingDirectory(folder.path());
        git.start(QStringLiteral("git"), {QStringLiteral("init"), QStringLiteral("-q")});
        ASSERT_TRUE(git.waitForFinished());
        const Workspace workspace(folder.path(QStringLiteral("in")));

        ASSERT_TRUE(whole ? workspace.writeEnvironmentFile(true, "{}").has_value()
                          : workspace.write(name, "{}", {}).has_value());

        EXPECT_EQ(QFileInfo(folder.path(QStringLiteral("in/") + name)).permissions() & others,
            QFile::Permissions());
        EXPECT_EQ(folder.read(QStringLiteral("in/.gitignore")), name.toUtf8() + '\n') << whole;
    }
}

TEST(Workspace, ListsTenThousandFiles)
{
    const TemporaryFolder folder;
    for (int i = 0; i < 100; ++i) {
        QDir(folder.path()).mkpath(QString::number(i));
        for (int k = 0; k < 100; ++k)
            folder.write(QStringLiteral("%1/%2.http").arg(i).arg(k), "GET https://usw2.demdex.net/event\n");
    }

    const auto listed = Workspace(folder.path()).list();

    ASSERT_TRUE(listed.has_value());
    EXPECT_EQ(listed->size(), 10000);
    EXPECT_EQ(listed->first().path, QStringLiteral("0/0.http"));
}
