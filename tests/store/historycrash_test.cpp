// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// What happens to the history when processes die, disks are full, and several write at once.

#include "store/plainsqlite.h"
#include "store/sample.h"
#include "support/generate.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSet>

#include <gmock/gmock.h>

#include <sys/mount.h>
#include <thread>
#include <unistd.h>

using store::ExchangeId;
using store::Outcome;

namespace {

int fromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? number : otherwise;
}

struct Told {
    QSet<ExchangeId> begun, finished;
    QByteArrayList errors;

    void read(const QByteArray &output)
    {
        // The last line may be cut off: then it was not told.
        for (const QByteArray &line : output.first(output.lastIndexOf('\n') + 1).split('\n')) {
            if (line.startsWith("b "))
                begun.insert(line.sliced(2).toLongLong());
            else if (line.startsWith("f "))
                finished.insert(line.sliced(2).toLongLong());
            else if (line.startsWith("e "))
                errors.append(line.sliced(2));
        }
    }
};

std::unique_ptr<QProcess> startWriter(const QString &folder, int calls, qint64 limit = 0)
{
    auto process = std::make_unique<QProcess>();
    QStringList arguments = {folder, QString::number(calls)};
    if (limit)
        arguments.append(QString::number(limit));
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QStringLiteral(HISTORY_WRITER), arguments);
    EXPECT_TRUE(process->waitForStarted());
    return process;
}

void expectKept(store::History &history, const Told &told, bool allBegunAreFinished = false)
{
    for (const ExchangeId id : told.begun) {
        const auto entry = history.entry(id);
        ASSERT_TRUE(entry) << id << ": " << entry.error().message.toStdString();
        ASSERT_TRUE(entry->exchange.request.bytes.startsWith("GET /event?c_n="));
        if (told.finished.contains(id) || allBegunAreFinished) {
            ASSERT_EQ(entry->row.outcome, Outcome::Done) << id;
            ASSERT_TRUE(entry->exchange.body.startsWith("{\"tid\":\"")) << id;
        } else {
            // Killed between the commit and the telling, it may be finished; else nobody knows what became of
            // it.
            ASSERT_THAT(entry->row.outcome, testing::AnyOf(Outcome::Done, Outcome::Unknown)) << id;
        }
    }
}

/// A file system in memory of a few megabytes; only root can have one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder, const char *size)
        : m_folder(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        m_isMounted
            = ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, QByteArray("size=").append(size).constData())
            == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    bool makeReadOnly()
    {
        return ::mount(nullptr, m_folder.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
};

class HistoryCrashTest : public testing::Test
{
protected:
    TemporaryFolder m_temporary;
    QString m_folder = m_temporary.path(QStringLiteral("data"));
    QString m_file = m_folder + QStringLiteral("/history.sqlite");
};

} // namespace

TEST_F(HistoryCrashTest, NothingAcknowledgedIsLostWhereverTheProcessIsKilled)
{
    Generate generate;
    const int rounds = fromEnvironment("DCS_CRASH_ROUNDS", 25);
    Told told;

    for (int round = 0; round < rounds; ++round) {
        auto process = startWriter(m_folder, 1'000'000);
        QByteArray output;
        const int lines = generate.number(0, 60);
        while (output.count('\n') < lines && process->waitForReadyRead(20'000))
            output += process->readAllStandardOutput();
        // Not at the end of a line but anywhere: in the middle of a commit, a checkpoint, an opening.
        std::this_thread::sleep_for(std::chrono::microseconds(generate.number(0, 3000)));
        process->kill();
        ASSERT_TRUE(process->waitForFinished());
        output += process->readAllStandardOutput();
        told.read(output);
        ASSERT_TRUE(told.errors.isEmpty()) << told.errors.first().toStdString();

        auto history = sample::open(m_folder);
        ASSERT_EQ(history->openNotice(), QString());
        ASSERT_NO_FATAL_FAILURE(expectKept(*history, told));
        if (round % 5 == 0 || round == rounds - 1) {
            ASSERT_EQ(PlainSqlite(m_file).integrity(), "ok");
        }
    }

    EXPECT_GT(told.begun.size(), rounds);
    const auto history = sample::open(m_folder);
    const auto rows = history->page({}, {}, 1'000'000);
    for (const store::HistoryRow &row : *rows)
        EXPECT_THAT(row.outcome, testing::AnyOf(Outcome::Done, Outcome::Unknown));
    sample::tidy(*history);
    EXPECT_EQ(sample::find(*history, QStringLiteral("c_n=0"), 1'000'000).size(),
        PlainSqlite(m_file).value("SELECT count(*) FROM exchanges WHERE url LIKE '%c_n=0'").toInt());
    EXPECT_EQ(PlainSqlite(m_folder + QStringLiteral("/search-2.sqlite")).integrity(), "ok");
}

TEST_F(HistoryCrashTest, TwoProcessesWriteAtOnceAndEveryCallIsThere)
{
    const int calls = fromEnvironment("DCS_WRITER_CALLS", 500);
    auto first = startWriter(m_folder, calls);
    auto second = startWriter(m_folder, calls);

    for (QProcess *process : {first.get(), second.get()}) {
        ASSERT_TRUE(process->waitForFinished(600'000));
        Told told;
        told.read(process->readAllStandardOutput());
        EXPECT_TRUE(told.errors.isEmpty()) << told.errors.first().toStdString();
        EXPECT_EQ(told.finished.size(), calls);
        EXPECT_EQ(process->exitCode(), 0);
    }

    const auto history = sample::open(m_folder);
    EXPECT_EQ(history->count().value(), 2 * calls);
    sample::tidy(*history);
    EXPECT_EQ(sample::find(*history, QStringLiteral("status:200"), 1'000'000).size(), 2 * calls);
    EXPECT_EQ(PlainSqlite(m_file).integrity(), "ok");
}

TEST_F(HistoryCrashTest, ReadersSeeWholePagesWhileOthersWrite)
{
    auto writer = startWriter(m_folder, 300);
    ASSERT_TRUE(writer->waitForReadyRead(20'000));
    std::atomic<bool> isOver = false;
    std::atomic<int> pages = 0;
    const auto read = [&](const QString &line) {
        const auto history = sample::open(m_folder);
        const auto filter = store::parseSearch(line, QDateTime::currentDateTime());
        do {
            const auto rows = history->page(*filter, {}, 50);
            EXPECT_TRUE(rows) << rows.error().message.toStdString();
            if (!rows)
                return;
            for (qsizetype i = 1; i < rows->size(); ++i)
                EXPECT_GT(rows->at(i - 1).id, rows->at(i).id);
            ++pages;
        } while (!isOver);
    };
    std::vector<std::thread> readers;
    for (const char *line : {"", "c_n=1", "status:200", "since:2020-01-01"})
        readers.emplace_back(read, QString::fromLatin1(line));

    EXPECT_TRUE(writer->waitForFinished(120'000));
    isOver = true;
    for (std::thread &reader : readers)
        reader.join();

    Told told;
    told.read(writer->readAllStandardOutput());
    EXPECT_TRUE(told.errors.isEmpty()) << told.errors.first().toStdString();
    EXPECT_GE(pages, 4);
    EXPECT_EQ(sample::open(m_folder)->count().value(), 300);
}

TEST_F(HistoryCrashTest, AFileThatCannotGrowLosesNothingAcknowledged)
{
    for (const qint64 limit : {200'000, 230'001, 261'234, 300'000}) {
        auto process = startWriter(m_folder, 1'000'000, limit);
        ASSERT_TRUE(process->waitForFinished(60'000));
        Told told;
        told.read(process->readAllStandardOutput());

        EXPECT_EQ(process->exitCode(), 5);
        ASSERT_EQ(told.errors.size(), 1);
        EXPECT_THAT(told.errors.first().toStdString(), testing::HasSubstr("history.sqlite"));
        EXPECT_EQ(PlainSqlite(m_file).integrity(), "ok");
        auto history = sample::open(m_folder);
        expectKept(*history, told);
        EXPECT_GT(sample::record(*history, sample::exchange(sample::request())), 0);
    }
}

TEST_F(HistoryCrashTest, OnAFullDiskACallIsRefusedAndAfterwardsItWorksAgain)
{
    const SmallDisk disk(m_temporary.path(QStringLiteral("disk")), "2m");
    if (!disk.isMounted())
        GTEST_SKIP() << "needs the right to mount";
    const QString folder = m_temporary.path(QStringLiteral("disk/data"));
    const auto history = sample::open(folder);
    const ExchangeId before = sample::record(*history, sample::exchange(sample::request()));
    const ExchangeId running = history->begin(sample::request(), sample::time(), {}).value();
    QFile ballast(m_temporary.path(QStringLiteral("disk/ballast")));
    ASSERT_TRUE(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (ballast.write(QByteArray(4096, 'x')) == 4096) { }
    while (ballast.write("x") == 1) { }

    // Space that the log already has can still be used.
    dcs::Result<ExchangeId> refused = dcs::Error{};
    for (int i = 0; i < 1000; ++i) {
        refused = history->begin(
            sample::request("/event?" + QByteArray(4000, char('a' + i % 20))), sample::time(), {});
        if (!refused)
            break;
    }
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, dcs::Errc::Storage);
    EXPECT_THAT(refused.error().message.toStdString(), testing::HasSubstr("no space left"));
    EXPECT_TRUE(history->entry(before));
    EXPECT_TRUE(history->page({}, {}, 10));
    ASSERT_TRUE(ballast.remove());

    EXPECT_TRUE(history->finish(running, sample::exchange(sample::request()), {}));
    EXPECT_GT(sample::record(*history, sample::exchange(sample::request())), running);
    EXPECT_EQ(history->entry(running)->row.outcome, Outcome::Done);
    EXPECT_EQ(PlainSqlite(folder + QStringLiteral("/history.sqlite")).integrity(), "ok");
}

TEST_F(HistoryCrashTest, InAFolderThatMayNotBeWrittenItIsReadOnlyAndSaysSo)
{
    SmallDisk disk(m_temporary.path(QStringLiteral("disk")), "4m");
    const QString folder
        = m_temporary.path(disk.isMounted() ? QStringLiteral("disk/data") : QStringLiteral("data"));
    const ExchangeId id
        = sample::record(*sample::open(folder), sample::exchange(sample::request("/event?c_a=popstar")));
    sample::tidy(*sample::open(folder));
    if (disk.isMounted()) {
        ASSERT_TRUE(disk.makeReadOnly());
    } else if (::geteuid() == 0) {
        GTEST_SKIP() << "root may write everywhere";
    } else {
        for (const QString &name : QDir(folder).entryList(QDir::Files))
            QFile::setPermissions(folder + u'/' + name, QFileDevice::ReadOwner);
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    }

    const auto history = sample::open(folder);

    ASSERT_TRUE(history);
    EXPECT_TRUE(history->isReadOnly());
    EXPECT_THAT(history->openNotice().toStdString(), testing::HasSubstr("reading only"));
    EXPECT_THAT(sample::ids(*history->page({}, {}, 10)), testing::ElementsAre(id));
    EXPECT_THAT(sample::find(*history, QStringLiteral("popstar")), testing::ElementsAre(id));
    EXPECT_TRUE(history->entry(id));
    EXPECT_EQ(history->begin(sample::request(), sample::time(), {}).error().code, dcs::Errc::Storage);
    EXPECT_FALSE(history->setPinned(id, true));
    EXPECT_FALSE(history->remove({id}));
    EXPECT_FALSE(history->prune({}));
    EXPECT_FALSE(history->tidySome());
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}
