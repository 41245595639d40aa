// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Removing, undoing, pruning, giving space back, and masking.

#include "store/plainsqlite.h"
#include "store/sample.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QFileInfo>

#include <gmock/gmock.h>

using store::ExchangeId;
using testing::ElementsAre;

namespace {

class HistoryUpkeepTest : public testing::Test
{
protected:
    ExchangeId add(const QByteArray &target = "/event?c_a=popstar",
        const QDateTime &at = QDateTime::currentDateTimeUtc())
    {
        dcs::Exchange exchange = sample::exchange(sample::request(target));
        exchange.startedAt = at;
        return sample::record(*m_history, exchange);
    }
    QList<ExchangeId> all() { return sample::ids(*m_history->page({}, {}, 1000)); }
    QList<ExchangeId> find(const char *line) { return sample::find(*m_history, QString::fromUtf8(line)); }
    /// Whether the text lies anywhere in the files, log and search index included.
    bool isOnDisk(const QByteArray &text)
    {
        for (const char *name :
            {"history.sqlite", "history.sqlite-wal", "search-2.sqlite", "search-2.sqlite-wal"}) {
            QFile file(m_folder + u'/' + QLatin1StringView(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

    TemporaryFolder m_temporary;
    QString m_folder = m_temporary.path(QStringLiteral("data"));
    QString m_file = m_folder + QStringLiteral("/history.sqlite");
    std::unique_ptr<store::History> m_history = sample::open(m_folder);
};

} // namespace

TEST_F(HistoryUpkeepTest, ARemovedCallIsGoneAtOnceAndComesBackWhole)
{
    const ExchangeId a = add(), b = add(), c = add();
    ASSERT_TRUE(m_history->setPinned(b, true));
    sample::tidy(*m_history);
    const auto before = m_history->entry(b)->exchange;

    ASSERT_TRUE(m_history->remove({a, b}));
    EXPECT_THAT(all(), ElementsAre(c));
    EXPECT_THAT(find("popstar"), ElementsAre(c));
    EXPECT_EQ(m_history->entry(b).error().code, dcs::Errc::NotFound);
    EXPECT_EQ(m_history->count().value(), 1);
    sample::tidy(*m_history);
    EXPECT_FALSE(m_history->setNote(b, QStringLiteral("x")));

    ASSERT_TRUE(m_history->undoRemove());
    EXPECT_THAT(all(), ElementsAre(c, b, a));
    EXPECT_THAT(find("popstar"), ElementsAre(c, b, a));
    EXPECT_THAT(find("pinned:yes"), ElementsAre(b));
    EXPECT_EQ(m_history->entry(b)->exchange, before);
    EXPECT_FALSE(m_history->undoRemove());
}

TEST_F(HistoryUpkeepTest, OnlyTheLastRemovalCanBeUndone)
{
    const ExchangeId a = add(), b = add(), c = add();

    ASSERT_TRUE(m_history->remove({a}));
    ASSERT_TRUE(m_history->remove({b}));
    ASSERT_TRUE(m_history->undoRemove());
    sample::tidy(*m_history);

    EXPECT_THAT(all(), ElementsAre(c, b));
    EXPECT_EQ(PlainSqlite(m_file).value("SELECT count(*) FROM requests"), "2");
}

TEST_F(HistoryUpkeepTest, WhatWasRemovedIsOffTheDiskOnceNobodyCanUndoIt)
{
    dcs::Exchange exchange = sample::exchange(sample::request("/event?c_x=QZJXKV"), "short QZJXKV");
    for (int i = 0; i < 20; ++i)
        sample::record(*m_history, exchange);
    const ExchangeId kept = add();
    sample::tidy(*m_history);
    ASSERT_TRUE(isOnDisk("QZJXKV"));

    ASSERT_TRUE(m_history->remove(find("qzjxkv")));
    m_history = sample::open(m_folder); // closing gave up the undo
    sample::tidy(*m_history);
    PlainSqlite(m_file).run("PRAGMA wal_checkpoint(TRUNCATE)");
    PlainSqlite(m_folder + QStringLiteral("/search-2.sqlite")).run("PRAGMA wal_checkpoint(TRUNCATE)");

    EXPECT_THAT(all(), ElementsAre(kept));
    EXPECT_THAT(find("qzjxkv"), ElementsAre());
    EXPECT_THAT(find("popstar"), ElementsAre(kept));
    EXPECT_FALSE(isOnDisk("QZJXKV"));
    EXPECT_EQ(PlainSqlite(m_file).integrity(), "ok");
    EXPECT_EQ(PlainSqlite(m_folder + QStringLiteral("/search-2.sqlite")).integrity(), "ok");
}

TEST_F(HistoryUpkeepTest, ANumberIsNeverGivenTwice)
{
    const ExchangeId a = add(), b = add();
    sample::tidy(*m_history);

    ASSERT_TRUE(m_history->remove({a, b}));
    m_history = sample::open(m_folder);
    sample::tidy(*m_history);
    const ExchangeId c = add("/event?c_a=rock");
    sample::tidy(*m_history);

    EXPECT_EQ(c, b + 1);
    EXPECT_THAT(find("rock"), ElementsAre(c));
    EXPECT_THAT(all(), ElementsAre(c));
    EXPECT_EQ(m_history->count().value(), 1);
    EXPECT_FALSE(m_history->finish(b, sample::exchange(sample::request()), {}));
}

TEST_F(HistoryUpkeepTest, ACallInFlightThatWasRemovedCanStillBeFinishedAndUndone)
{
    const ExchangeId id = m_history->begin(sample::request(), sample::time(), {}).value();
    ASSERT_TRUE(m_history->remove({id}));
    sample::tidy(*m_history);

    EXPECT_TRUE(m_history->finish(id, sample::exchange(sample::request()), {}));
    ASSERT_TRUE(m_history->undoRemove());

    EXPECT_EQ(m_history->entry(id)->row.outcome, store::Outcome::Done);
}

TEST_F(HistoryUpkeepTest, PruningDoesWhatThePreviewSaidAndSparesPinnedCallsAndThoseInFlight)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const ExchangeId pinned = add("/event", now.addDays(-90));
    ASSERT_TRUE(m_history->setPinned(pinned, true));
    const ExchangeId running = m_history->begin(sample::request(), now.addDays(-80), {}).value();
    for (const int day : {60, 50, 40, 20})
        add("/event?c_a=popstar", now.addDays(-day));
    const ExchangeId recent = add();
    sample::tidy(*m_history);

    const auto preview = m_history->prunePreview({30, {}, {}});
    const auto pruned = m_history->prune({30, {}, {}});

    ASSERT_TRUE(preview && pruned);
    EXPECT_EQ(preview->calls, 3);
    EXPECT_EQ(pruned->calls, 3);
    EXPECT_GT(preview->bytes, 300);
    EXPECT_EQ(pruned->bytes, preview->bytes);
    EXPECT_EQ(preview->oldest.date(), now.addDays(-60).date());
    EXPECT_EQ(preview->newest.date(), now.addDays(-40).date());
    EXPECT_THAT(all(), ElementsAre(recent, recent - 1, running, pinned));
    EXPECT_THAT(find("popstar"), ElementsAre(recent, recent - 1, running));
    EXPECT_EQ(m_history->prunePreview({30, {}, {}})->calls, 0);
}

TEST_F(HistoryUpkeepTest, PruningByCountAndBySizeKeepsTheNewest)
{
    for (int i = 0; i < 250; ++i)
        add();

    EXPECT_EQ(m_history->prunePreview({})->calls, 0);
    EXPECT_EQ(m_history->prune({{}, 200, {}})->calls, 50);
    EXPECT_EQ(all().size(), 200);
    EXPECT_EQ(all().last(), 51);
    const qint64 each = m_history->prunePreview({{}, 0, {}})->bytes / 200;
    EXPECT_EQ(m_history->prune({{}, {}, each * 10 + each / 2})->calls, 190);
    EXPECT_EQ(all().last(), 241);
    EXPECT_EQ(m_history->prune({{}, 0, {}})->calls, 10);
    EXPECT_EQ(m_history->count().value(), 0);
    EXPECT_EQ(add(), 251);
}

TEST_F(HistoryUpkeepTest, PruningTellsHowFarItIsAndCanBeStopped)
{
    for (int i = 0; i < 250; ++i)
        add();
    QList<qint64> told;

    const auto pruned = m_history->prune({{}, 0, {}}, [&](qint64 done, qint64 all) {
        EXPECT_EQ(all, 250);
        told.append(done);
        return done < 100;
    });

    EXPECT_THAT(told, ElementsAre(0, 100));
    EXPECT_EQ(pruned->calls, 100);
    EXPECT_EQ(m_history->count().value(), 150);
}

TEST_F(HistoryUpkeepTest, VacuumGivesTheSpaceBackWhileAnotherHasTheFileOpen)
{
    const auto other = sample::open(m_folder);
    QByteArray noise(50'000, Qt::Uninitialized);
    quint32 state = 1;
    for (char &c : noise)
        c = char((state = state * 1664525 + 1013904223) >> 24);
    for (int i = 0; i < 60; ++i)
        sample::record(*m_history, sample::exchange(sample::request(), noise));
    ASSERT_TRUE(m_history->prune({{}, 2, {}}));
    PlainSqlite(m_file).run("PRAGMA wal_checkpoint(TRUNCATE)");
    const qint64 before = QFileInfo(m_file).size();
    qint64 last = -1;

    ASSERT_TRUE(m_history->vacuum([&](qint64 done, qint64 all) {
        EXPECT_GE(done, last);
        EXPECT_LE(done, all);
        last = done;
        return true;
    }));

    EXPECT_GT(before, 2'500'000);
    EXPECT_LT(QFileInfo(m_file).size(), 500'000);
    EXPECT_GT(last, 500);
    EXPECT_EQ(other->page({}, {}, 10)->size(), 2);
    EXPECT_EQ(PlainSqlite(m_file).integrity(), "ok");
}

TEST_F(HistoryUpkeepTest, WhatACommandDeletedCanBeBroughtBackByAnyoneForAnHour)
{
    const ExchangeId a = add(), b = add(), c = add();
    ASSERT_TRUE(m_history->removeForNow({a, b}));
    m_history = sample::open(m_folder); // the command has ended
    sample::tidy(*m_history);
    EXPECT_THAT(all(), ElementsAre(c));
    EXPECT_EQ(m_history->restore({c}).error().code, dcs::Errc::NotFound);
    EXPECT_FALSE(m_history->restore({a, 99}));
    EXPECT_THAT(all(), ElementsAre(c)) << "all or none";

    EXPECT_EQ(*m_history->restore({b}), 1);
    EXPECT_THAT(all(), ElementsAre(c, b));
    EXPECT_EQ(*m_history->restore({}), 1);
    EXPECT_THAT(all(), ElementsAre(c, b, a));
    EXPECT_THAT(find("popstar"), ElementsAre(c, b, a));
    EXPECT_EQ(*m_history->restore({}), 0);

    ASSERT_TRUE(m_history->removeForNow({a}));
    PlainSqlite(m_file).run("UPDATE exchanges SET removed = removed + 3601000 WHERE removed < -1000");
    sample::tidy(*m_history);
    EXPECT_EQ(*m_history->restore({}), 0);
    EXPECT_EQ(PlainSqlite(m_file).value("SELECT count(*) FROM requests"), "2");
}

TEST_F(HistoryUpkeepTest, AChangeByAnotherIsCountedAndOnesOwnIsNot)
{
    const auto other = sample::open(m_folder);
    const qint64 before = m_history->changeCount();
    add();
    EXPECT_EQ(m_history->changeCount(), before);
    sample::record(*other, sample::exchange(sample::request()));
    EXPECT_NE(m_history->changeCount(), before);
}
