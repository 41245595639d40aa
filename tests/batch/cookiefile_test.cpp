// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/cookiefile.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using batch::CookieFile;

namespace {

dcs::Exchange setting(const QByteArray &cookie)
{
    dcs::Exchange out;
    out.request.bytes = "GET / HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n";
    out.request.headBytes = out.request.bytes.size();
    out.headers = {{"Set-Cookie", cookie + "; Domain=.demdex.net; Path=/", true}};
    return out;
}

QList<QByteArray> names(CookieFile &file)
{
    QList<QByteArray> out;
    for (const QNetworkCookie &cookie : file.jar().cookies())
        out.append(cookie.name());
    std::sort(out.begin(), out.end());
    return out;
}

class CookieFileTest : public ::testing::Test
{
protected:
    std::unique_ptr<CookieFile> open(const QString &environment = u"staging"_s) const
    {
        return std::make_unique<CookieFile>(m_folder.path(), u"/presets"_s, environment);
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(CookieFileTest, TwoProgramsKeepWhatTheOtherTook)
{
    const auto one = open();
    const auto other = open();
    EXPECT_TRUE(names(*one).isEmpty());
    EXPECT_TRUE(names(*other).isEmpty());

    one->take({setting("a=1")});
    ASSERT_TRUE(one->wait());
    other->take({setting("b=2")}); // its jar was loaded before the other's was written
    ASSERT_TRUE(other->wait());

    EXPECT_EQ(names(*other), (QList<QByteArray>{"a", "b"}));
    EXPECT_EQ(names(*one), (QList<QByteArray>{"a", "b"}));
}

TEST_F(CookieFileTest, WhatAnotherProgramClearedStaysCleared)
{
    const auto one = open();
    one->take({setting("a=1")});
    ASSERT_TRUE(one->wait());
    const auto other = open();
    other->clear();
    ASSERT_TRUE(other->wait());

    one->take({setting("b=2")});
    ASSERT_TRUE(one->wait());

    EXPECT_EQ(names(*open()), QList<QByteArray>{"b"});
}

TEST_F(CookieFileTest, IsThereAtOnceAndOnDiskWhenTheObjectHasGone)
{
    auto file = open();
    QSignalSpy changed(file.get(), &CookieFile::changed);
    for (int i = 0; i < 20; ++i) {
        file->take({setting('c' + QByteArray::number(i) + "=1")});
        EXPECT_EQ(file->jar().cookies().size(), i + 1);
    }
    file->take({dcs::Exchange()});
    EXPECT_EQ(changed.count(), 20);

    file.reset();

    EXPECT_EQ(open()->jar().cookies().size(), 20);
}

TEST_F(CookieFileTest, AFailedWriteIsToldAndMadeUpFor)
{
    const auto file = open();
    const QString folder = QFileInfo(file->path()).path();
    m_folder.write(u"cookies"_s, "in the way");
    QSignalSpy failed(file.get(), &CookieFile::failed);
    file->take({setting("a=1")});
    ASSERT_TRUE(QTest::qWaitFor([&] { return failed.count() == 1; }));
    const auto again = file->wait();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, dcs::Errc::Storage);
    EXPECT_EQ(names(*file), QList<QByteArray>{"a"});

    ASSERT_TRUE(QFile::remove(folder));
    file->take({setting("b=2")});
    ASSERT_TRUE(file->wait());

    EXPECT_EQ(names(*open()), (QList<QByteArray>{"a", "b"}));
}

TEST_F(CookieFileTest, ABrokenFileIsKeptUntilItIsCleared)
{
    const auto file = open();
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(u"cookies"_s));
    m_folder.write(u"cookies/"_s + QFileInfo(file->path()).fileName(), "{");

    file->take({setting("a=1")});
    EXPECT_FALSE(file->wait());
    EXPECT_EQ(QFileInfo(file->path()).size(), 1);
    file->clear();
    ASSERT_TRUE(file->wait());

    file->take({setting("b=2")});
    ASSERT_TRUE(file->wait());
    EXPECT_EQ(names(*open()), QList<QByteArray>{"b"});
}

TEST_F(CookieFileTest, EveryEnvironmentHasAJarThatEveryFileSystemTakes)
{
    const QString beginning(60, u'x');
    EXPECT_NE(open(beginning + u"one"_s)->path(), open(beginning + u"two"_s)->path());
    EXPECT_NE(open(u"a"_s)->path(), CookieFile(m_folder.path(), u"/others"_s, u"a"_s).path());

    const auto file = open(QString(60, QChar(0x5b57)));
    file->take({setting("a=1")});

    EXPECT_TRUE(file->wait());
    EXPECT_LT(QFileInfo(file->path()).fileName().toUtf8().size(), 200);
}
