// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/workspace.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>

#include <gtest/gtest.h>

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
