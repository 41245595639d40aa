// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/historythread.h"
#include "store/sample.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

using store::ExchangeId;
using store::HistoryRow;
using store::HistoryThread;
using testing::ElementsAre;

namespace {

class HistoryThreadTest : public testing::Test
{
protected:
    TemporaryFolder m_temporary;
    QString m_folder = m_temporary.path(QStringLiteral("data"));
    QObject m_context;
};

template <typename Condition>
bool wait(Condition condition)
{
    return QTest::qWaitFor(condition, 20'000);
}

} // namespace

TEST_F(HistoryThreadTest, RecordsInOrderAndAnswersOnTheThreadOfItsCaller)
{
    HistoryThread thread(m_folder);
    QSignalSpy opened(&thread, &HistoryThread::opened);
    QSignalSpy changed(&thread, &HistoryThread::changed);
    const dcs::Exchange exchange = sample::exchange(sample::request());
    std::optional<ExchangeId> id;
    bool isFinished = false;

    thread.begin(
        exchange.request, exchange.startedAt, {}, &m_context, [&](const dcs::Result<ExchangeId> &result) {
            EXPECT_EQ(QThread::currentThread(), m_context.thread());
            id = result.value();
            thread.finish(*id, exchange, {}, &m_context,
                [&](const dcs::Result<void> &done) { isFinished = done.has_value(); });
        });
    ASSERT_TRUE(wait([&] { return isFinished; }));
    std::optional<store::HistoryEntry> entry;
    thread.entry(
        *id, &m_context, [&](const dcs::Result<store::HistoryEntry> &result) { entry = result.value(); });
    ASSERT_TRUE(wait([&] { return entry.has_value(); }));

    EXPECT_EQ(entry->exchange, exchange);
    EXPECT_TRUE(wait([&] { return opened.count() == 1 && changed.count() >= 1; }));
    EXPECT_EQ(opened.first().first().toString(), QString());
}

TEST_F(HistoryThreadTest, WhoeverIsGoneHearsNothing)
{
    HistoryThread thread(m_folder);
    auto gone = std::make_unique<QObject>();
    bool heard = false;
    for (int i = 0; i < 20; ++i)
        thread.begin(sample::request(), sample::time(), {}, gone.get(), [&](const auto &) { heard = true; });

    gone.reset();
    qint64 count = 0;
    thread.run(
        [&](store::History &history) {
            count = history.count().value();
            return dcs::Result<void>();
        },
        &m_context, [&](const dcs::Result<void> &) { count += 100; });

    EXPECT_TRUE(wait([&] { return count == 120; }));
    EXPECT_FALSE(heard);
}

TEST_F(HistoryThreadTest, ClosingWaitsForWhatIsToBeWritten)
{
    {
        HistoryThread thread(m_folder);
        for (int i = 0; i < 50; ++i)
            thread.begin(sample::request(), sample::time(), {}, &m_context, [](const auto &) {});
    }

    EXPECT_EQ(sample::open(m_folder)->count().value(), 50);
}

TEST_F(HistoryThreadTest, ANewerPageOfAChannelTakesThePlaceOfTheOneBefore)
{
    const auto history = sample::open(m_folder);
    for (int i = 0; i < 100; ++i)
        sample::record(*history, sample::exchange(sample::request()));
    HistoryThread thread(m_folder);
    QStringList heard;
    store::HistoryFilter slow;
    slow.terms = {QStringLiteral("zz")}; // reads every call

    const auto hear = [&](const char *name) {
        return [&heard, name](const dcs::Result<QList<HistoryRow>> &rows) {
            EXPECT_TRUE(rows);
            heard.append(QLatin1StringView(name));
        };
    };
    for (int i = 0; i < 20; ++i)
        thread.page(slow, {}, 10, 1, &m_context, hear("old"));
    thread.page({}, {}, 10, 2, &m_context, hear("other"));
    thread.page({}, {}, 10, 1, &m_context, [&](const dcs::Result<QList<HistoryRow>> &rows) {
        EXPECT_EQ(rows->size(), 10);
        heard.append(QStringLiteral("new"));
    });

    ASSERT_TRUE(wait([&] { return heard.contains(QStringLiteral("new")); }));
    EXPECT_THAT(heard, ElementsAre(QStringLiteral("other"), QStringLiteral("new")));
}

TEST_F(HistoryThreadTest, TellsWhatAnotherProcessHasWritten)
{
    store::HistoryThread thread(m_folder);
    QSignalSpy changed(&thread, &store::HistoryThread::changed);
    bool read = false;
    thread.page({}, {}, 10, 1, &m_context, [&](const auto &) { read = true; });
    ASSERT_TRUE(wait([&] { return read; }));
    const auto other = sample::open(m_folder);
    const qsizetype before = changed.count();

    sample::record(*other, sample::exchange(sample::request()));

    EXPECT_TRUE(wait([&] { return changed.count() > before; }));
}

TEST_F(HistoryThreadTest, TidiesByItself)
{
    HistoryThread thread(m_folder);
    bool isPruned = false;
    for (int i = 0; i < 120; ++i)
        thread.begin(sample::request(), sample::time(), {}, &m_context, [](const auto &) {});
    qint64 told = -1;
    store::PruneReport report;
    bool isRecorded = false;
    thread.run([](store::History &) { return dcs::Result<void>(); }, &m_context,
        [&](const auto &) { isRecorded = true; });
    ASSERT_TRUE(wait([&] { return isRecorded; }));

    thread.prunePreview(
        {{}, 20, {}}, &m_context, [&](const dcs::Result<store::PruneReport> &r) { report = r.value(); });
    thread.prune(
        {{}, 20, {}}, &m_context, [&](qint64 done, qint64) { told = done; },
        [&](const dcs::Result<store::PruneReport> &r) { isPruned = r.has_value(); });
    ASSERT_TRUE(wait([&] { return isPruned; }));

    EXPECT_EQ(report.calls, 0); // all of them are in flight
    EXPECT_EQ(told, 0);
    bool isDone = false;
    thread.vacuum(&m_context, {}, [&](const dcs::Result<void> &r) { isDone = r.has_value(); });
    EXPECT_TRUE(wait([&] { return isDone; }));
}

TEST_F(HistoryThreadTest, SaysWhyItCannotOpen)
{
    HistoryThread thread(m_temporary.write(QStringLiteral("file"), {}) + QStringLiteral("/data"));
    QSignalSpy failed(&thread, &HistoryThread::openFailed);
    std::optional<dcs::Error> error;

    thread.begin(sample::request(), sample::time(), {}, &m_context,
        [&](const dcs::Result<ExchangeId> &result) { error = result.error(); });

    ASSERT_TRUE(wait([&] { return error.has_value() && failed.count() == 1; }));
    EXPECT_EQ(error->code, dcs::Errc::Storage);
}
