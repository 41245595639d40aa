// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/files.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>
#include <QFileInfo>

#include <gmock/gmock.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using store::readFile;
using store::writeFile;
using testing::HasSubstr;

TEST(Files, ReadsWhatWasWritten)
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("ü file"));
    for (const QByteArray &data : {QByteArray(), QByteArray("x"), QByteArray(200'000, '\0')}) {
        ASSERT_TRUE(writeFile(path, data));
        EXPECT_EQ(readFile(path).value(), data);
    }
    EXPECT_EQ(
        QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

TEST(Files, ASecretIsReadableByItsOwnerAlone)
{
    const TemporaryFolder folder;

    ASSERT_TRUE(writeFile(folder.path(QStringLiteral("key")), "x", true));

    EXPECT_EQ(int(QFileInfo(folder.path(QStringLiteral("key"))).permissions() & 0x0fff), 0x0600);
}

TEST(Files, AFileThatIsTooLargeOrMissingIsNamed)
{
    const TemporaryFolder folder;
    const QString path = folder.write(QStringLiteral("large"), QByteArray(11, 'x'));

    EXPECT_EQ(readFile(path, 11)->size(), 11);
    EXPECT_EQ(readFile(path, 10).error().code, dcs::Errc::TooLarge);
    const auto missing = readFile(folder.path(QStringLiteral("none")));
    EXPECT_EQ(missing.error().code, dcs::Errc::Unreadable);
    EXPECT_THAT(missing.error().message.toStdString(), HasSubstr("none"));
}

TEST(Files, WhatIsNoRegularFileIsNeitherReadNorReplaced)
{
    const TemporaryFolder folder;
    const QString pipe = folder.path(QStringLiteral("pipe"));
    ASSERT_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);

    for (const QString &path :
        {pipe, folder.path(), QStringLiteral("/dev/null"), QStringLiteral("/dev/full")}) {
        EXPECT_FALSE(writeFile(path, "x")) << path.toStdString();
        EXPECT_FALSE(readFile(path)) << path.toStdString();
    }
    struct stat status = {};
    ASSERT_EQ(::stat(QFile::encodeName(pipe).constData(), &status), 0);
    EXPECT_TRUE(S_ISFIFO(status.st_mode));
}

TEST(Files, AFailedWriteLeavesTheOldContent)
{
    const TemporaryFolder folder;
    const QString path = folder.write(QStringLiteral("file"), "old");
    struct rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);

    for (const int size : {100, 5'000, 200'000}) {
        const rlimit limit{50, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto written = writeFile(path, QByteArray(size, 'n'));
        ::setrlimit(RLIMIT_FSIZE, &before);

        EXPECT_FALSE(written) << size;
        EXPECT_EQ(folder.read(QStringLiteral("file")), "old") << size;
        EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
}

TEST(Files, ALinkStaysALink)
{
    const TemporaryFolder folder;
    const QString target = folder.write(QStringLiteral("target"), "old");
    const QString link = folder.path(QStringLiteral("link"));
    ASSERT_TRUE(QFile::link(target, link));

    ASSERT_TRUE(writeFile(link, "new"));

    EXPECT_TRUE(QFileInfo(link).isSymLink());
    EXPECT_EQ(folder.read(QStringLiteral("target")), "new");
}

TEST(Files, AFolderOfTheProgramIsPrivateAndOneOfTheUserKeepsItsMode)
{
    const TemporaryFolder folder;
    const QString made = folder.path(QStringLiteral("a/b"));
    const QString own = folder.path(QStringLiteral("own"));
    ASSERT_TRUE(QDir().mkdir(own));
    const auto mode = QFileInfo(own).permissions();

    EXPECT_TRUE(store::makePrivateFolder(made));
    EXPECT_TRUE(store::makePrivateFolder(own));
    EXPECT_FALSE(store::makePrivateFolder(folder.write(QStringLiteral("file"), {})));

    EXPECT_EQ(int(QFileInfo(made).permissions() & 0x0fff), 0x0700);
    EXPECT_EQ(QFileInfo(own).permissions(), mode);
}

TEST(Files, TheDataFolderIsTheOneAskedForElseTheOneOfTheEnvironment)
{
    qputenv("DCS_DATA_DIR", "/tmp/of the environment/");
    EXPECT_EQ(store::dataFolder(QStringLiteral("/tmp/asked//for")), QStringLiteral("/tmp/asked/for"));
    EXPECT_EQ(
        store::dataFolder(QStringLiteral("relative")), QDir::currentPath() + QStringLiteral("/relative"));
    EXPECT_EQ(store::dataFolder({}), QStringLiteral("/tmp/of the environment"));
    qunsetenv("DCS_DATA_DIR");
    EXPECT_TRUE(store::dataFolder({}).endsWith(QStringLiteral("/dcs-workbench")));
}
