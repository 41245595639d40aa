// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Files that are damaged, older, newer, or something else altogether.

#include "store/plainsqlite.h"
#include "store/sample.h"
#include "support/generate.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>

#include <gmock/gmock.h>

using store::ExchangeId;
using store::History;
using store::Outcome;
using testing::HasSubstr;

namespace {

class HistoryFileTest : public testing::Test
{
protected:
    QStringList setAside() const
    {
        return QDir(m_folder).entryList({QStringLiteral("history-damaged-*.sqlite")}, QDir::Files);
    }
    // Made once for each number of calls: every one of them waits for the disk.
    void fill(int calls)
    {
        static TemporaryFolder made;
        const QString name = QString::number(calls);
        if (!QFile::exists(made.path(name))) {
            const auto history = sample::open(m_folder);
            for (int i = 0; i < calls; ++i)
                sample::record(
                    *history, sample::exchange(sample::request("/event?n=" + QByteArray::number(i))));
            PlainSqlite(m_file).run("PRAGMA wal_checkpoint(TRUNCATE)");
            EXPECT_TRUE(QFile::copy(m_file, made.path(name)));
        }
        QDir(m_folder).removeRecursively();
        QDir().mkpath(m_folder);
        EXPECT_TRUE(QFile::copy(made.path(name), m_file));
    }
    void overwrite(qint64 at, const QByteArray &bytes)
    {
        QFile file(m_file);
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        ASSERT_TRUE(file.seek(at));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }

    TemporaryFolder m_temporary;
    QString m_folder = m_temporary.path(QStringLiteral("data"));
    QString m_file = m_folder + QStringLiteral("/history.sqlite");
};

} // namespace

TEST_F(HistoryFileTest, GarbageIsSetAsideWholeAndTheUserIsToldWhere)
{
    const QByteArray page(4096, 'x');
    for (const QByteArray &garbage :
        {QByteArray("garbage"), QByteArray(100, '\0'), page + page, page.repeated(50)}) {
        QDir(m_folder).removeRecursively();
        ASSERT_TRUE(QDir().mkpath(m_folder));
        m_temporary.write(QStringLiteral("data/history.sqlite"), garbage);

        const auto history = sample::open(m_folder);

        ASSERT_TRUE(history) << garbage.size();
        ASSERT_EQ(setAside().size(), 1) << garbage.size();
        EXPECT_THAT(history->openNotice().toStdString(), HasSubstr(setAside().first().toStdString()));
        EXPECT_EQ(m_temporary.read(QStringLiteral("data/") + setAside().first()), garbage);
        EXPECT_GT(sample::record(*history, sample::exchange(sample::request())), 0);
        EXPECT_EQ(sample::open(m_folder)->openNotice(), QString());
        EXPECT_EQ(history->count().value(), 1);
    }
}

TEST_F(HistoryFileTest, AnEmptyFileIsANewHistory)
{
    ASSERT_TRUE(QDir().mkpath(m_folder));
    m_temporary.write(QStringLiteral("data/history.sqlite"), {});

    const auto history = sample::open(m_folder);

    EXPECT_EQ(history->openNotice(), QString());
    EXPECT_EQ(sample::record(*history, sample::exchange(sample::request())), 1);
}

TEST_F(HistoryFileTest, CallsBehindADestroyedBeginningAreBroughtOver)
{
    for (const qint64 destroyed : {16, 100, 4096}) {
        QDir(m_folder).removeRecursively();
        fill(100);
        overwrite(0, QByteArray(destroyed, 'x'));

        const auto history = sample::open(m_folder);

        ASSERT_EQ(setAside().size(), 1);
        EXPECT_EQ(history->count().value(), 100) << destroyed;
        EXPECT_THAT(history->openNotice().toStdString(), HasSubstr("100 calls"));
        EXPECT_TRUE(history->entry(50)->exchange.request.bytes.startsWith("GET /event?n=49 "));
        EXPECT_EQ(history->entry(50)->exchange.body, sample::exchange(sample::request()).body);
        EXPECT_GT(sample::record(*history, sample::exchange(sample::request())), 100);
    }
}

TEST_F(HistoryFileTest, WhatIsLeftOfAFileThatWasCutOffIsBroughtOver)
{
    fill(300);
    QFile file(m_file);
    ASSERT_TRUE(file.resize(file.size() / 4 * 3));

    const auto history = sample::open(m_folder);

    ASSERT_EQ(setAside().size(), 1);
    const qint64 calls = history->count().value();
    EXPECT_GT(calls, 50);
    EXPECT_LT(calls, 300);
    qint64 whole = 0;
    for (const ExchangeId id : sample::ids(*history->page({}, {}, 2000)))
        whole += history->entry(id).has_value();
    EXPECT_GT(whole, 50);
    EXPECT_EQ(PlainSqlite(m_file).integrity(), "ok");
}

TEST_F(HistoryFileTest, DamageAnywhereNeverCostsMoreThanWhatItHit)
{
    Generate generate;
    for (int round = 0; round < 12; ++round) {
        QDir(m_folder).removeRecursively();
        fill(300);
        const int pages = int(QFileInfo(m_file).size() / 4096);
        // The root of a table leads to all of it: without that one nothing of the list can be reached.
        const int root = PlainSqlite(m_file)
                             .value("SELECT rootpage FROM sqlite_master WHERE name = 'exchanges'")
                             .toInt();
        int page = generate.number(1, pages - 1);
        if (page == root - 1)
            ++page;
        overwrite(qint64(page) * 4096, QByteArray(4096, char(generate.number(0, 255))));

        // Damage in the middle is met by whoever comes there; the program then checks the whole file at its
        // next start.
        {
            QFile(m_folder + QStringLiteral("/history.suspect")).open(QIODevice::WriteOnly);
        }
        const auto history = sample::open(m_folder);

        ASSERT_TRUE(history);
        EXPECT_GT(sample::record(*history, sample::exchange(sample::request())), 0);
        EXPECT_EQ(PlainSqlite(m_file).integrity(), "ok") << page;
        EXPECT_GT(history->count().value(), 150) << page << " of " << pages;
    }
}

TEST_F(HistoryFileTest, MeetingDamageSaysSoAndTheNextStartMendsIt)
{
    fill(300);
    const QByteArray root
        = PlainSqlite(m_file).value("SELECT rootpage FROM sqlite_master WHERE name = 'answers'");
    auto history = sample::open(m_folder);
    overwrite((root.toLongLong() - 1) * 4096, QByteArray(4096, 'x'));
    history = nullptr;

    history = sample::open(m_folder); // the edge of the table is looked at

    EXPECT_EQ(setAside().size(), 1);
    EXPECT_EQ(history->page({}, {}, 2000)->size(), 300);
    EXPECT_EQ(history->page({}, {}, 1)->first().outcome, Outcome::Unknown); // its answer is gone
}

TEST_F(HistoryFileTest, ADatabaseOfAnotherProgramIsLeftAlone)
{
    ASSERT_TRUE(QDir().mkpath(m_folder));
    PlainSqlite(m_file).run("CREATE TABLE songs(title); INSERT INTO songs VALUES ('x')");
    const QByteArray before = m_temporary.read(QStringLiteral("data/history.sqlite"));

    const auto history = History::open(m_folder);

    ASSERT_FALSE(history);
    EXPECT_THAT(history.error().message.toStdString(), HasSubstr("another program"));
    EXPECT_EQ(m_temporary.read(QStringLiteral("data/history.sqlite")), before);
}

TEST_F(HistoryFileTest, AFolderInPlaceOfTheFileIsNamed)
{
    ASSERT_TRUE(QDir().mkpath(m_file));

    const auto history = History::open(m_folder);

    ASSERT_FALSE(history);
    EXPECT_THAT(history.error().message.toStdString(), HasSubstr("history.sqlite"));
}

TEST_F(HistoryFileTest, ANewerFileIsReadAndNeverWritten)
{
    fill(3);
    PlainSqlite(m_file).run("ALTER TABLE exchanges ADD COLUMN future; PRAGMA user_version = 99");

    const auto history = sample::open(m_folder);

    ASSERT_TRUE(history);
    EXPECT_TRUE(history->isReadOnly());
    EXPECT_THAT(
        history->openNotice().toStdString(), testing::AllOf(HasSubstr("newer version"), HasSubstr("99")));
    EXPECT_EQ(history->page({}, {}, 10)->size(), 3);
    EXPECT_THAT(sample::find(*history, QStringLiteral("n=1")), testing::ElementsAre(2));
    const auto refused = history->begin(sample::request(), sample::time(), {});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message.toStdString(), HasSubstr("reading only"));
    EXPECT_EQ(PlainSqlite(m_file).value("PRAGMA user_version"), "99");
}

TEST_F(HistoryFileTest, EveryEarlierVersionIsBroughtUpToOurs)
{
    const QDir samples(QStringLiteral(DCS_TEST_DATA "/history"));
    const QStringList versions = samples.entryList({QStringLiteral("version*.sql")});
    ASSERT_FALSE(versions.isEmpty());
    for (const QString &version : versions) {
        QDir(m_folder).removeRecursively();
        ASSERT_TRUE(QDir().mkpath(m_folder));
        QFile sql(samples.filePath(version));
        ASSERT_TRUE(sql.open(QIODevice::ReadOnly));
        PlainSqlite(m_file).run(sql.readAll());

        const auto history = sample::open(m_folder);

        EXPECT_EQ(history->openNotice(), QString()) << version.toStdString();
        const auto rows = history->page({}, {}, 10);
        ASSERT_TRUE(rows);
        ASSERT_EQ(rows->size(), 2);
        EXPECT_EQ(rows->first().outcome, Outcome::Unknown);
        EXPECT_EQ(rows->last().note, QStringLiteral("kept"));
        EXPECT_TRUE(rows->last().pinned);
        EXPECT_FALSE(rows->last().masked);
        const auto entry = history->entry(1);
        ASSERT_TRUE(entry);
        EXPECT_EQ(entry->exchange.request.bytes,
            "GET /event?c_a=popstar HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n");
        EXPECT_EQ(entry->exchange.body, "{\"uuid\":\"1\"}");
        EXPECT_EQ(entry->exchange.reason, "OK");
        EXPECT_THAT(
            sample::find(*history, QStringLiteral("popstar alias:acme error:171")), testing::ElementsAre(1));
        EXPECT_EQ(sample::record(*history, sample::exchange(sample::request())), 3);
        EXPECT_EQ(PlainSqlite(m_file).integrity(), "ok");
    }
}

TEST_F(HistoryFileTest, AnInterruptedMoveToANewVersionIsTakenUpAgain)
{
    // A step that fails leaves the old version whole: here the column is there already.
    fill(1);
    PlainSqlite(m_file).run("PRAGMA user_version = 1");

    const auto history = History::open(m_folder);

    EXPECT_FALSE(history);
    EXPECT_EQ(PlainSqlite(m_file).value("PRAGMA user_version"), "1");
    EXPECT_EQ(PlainSqlite(m_file).integrity(), "ok");
}
