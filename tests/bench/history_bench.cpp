// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// history_bench [FOLDER]: what a call costs beside a bare SQLite insert with the same durability; and, given
// a folder made by history_generate --plain, what opening, listing and searching cost beside plain SQLite
// doing the same.

#include "bench/callgenerator.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <sqlite3.h>
#include <vector>

namespace {

using bench::CallGenerator;

double microseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1000;
}

double quantile(std::vector<double> values, double part)
{
    const auto at = values.begin() + long(double(values.size() - 1) * part);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

void compare(const char *title, const std::vector<double> &ours, const std::vector<double> &plain)
{
    std::printf("%-30s ours %9.1f us  p99 %9.1f us   plain %9.1f us  p99 %9.1f us   ratio %.2f  p99 %.2f\n",
        title, quantile(ours, 0.5), quantile(ours, 0.99), quantile(plain, 0.5), quantile(plain, 0.99),
        quantile(ours, 0.5) / quantile(plain, 0.5), quantile(ours, 0.99) / quantile(plain, 0.99));
    std::fflush(stdout);
}

// What one would write by hand: the request in one durable insert before it is sent, the answer in one
// durable update.
class BareTable
{
public:
    explicit BareTable(const QString &path)
    {
        sqlite3_open(path.toUtf8().constData(), &m_database);
        sqlite3_exec(m_database,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "CREATE TABLE calls(id INTEGER PRIMARY KEY, started INTEGER, url TEXT, request BLOB, status "
            "INTEGER, head BLOB, "
            "body BLOB)",
            nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(
            m_database, "INSERT INTO calls(started, url, request) VALUES (?,?,?)", -1, &m_insert, nullptr);
        sqlite3_prepare_v2(m_database, "UPDATE calls SET status = ?, head = ?, body = ? WHERE id = ?", -1,
            &m_update, nullptr);
    }
    ~BareTable()
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_update);
        sqlite3_close(m_database);
    }
    BareTable(const BareTable &) = delete;
    BareTable &operator=(const BareTable &) = delete;

    void record(const CallGenerator::Recorded &call)
    {
        const dcs::Exchange &exchange = call.exchange;
        const QByteArray url = exchange.request.url();
        sqlite3_bind_int64(m_insert, 1, exchange.startedAt.toMSecsSinceEpoch());
        sqlite3_bind_text(m_insert, 2, url.constData(), int(url.size()), SQLITE_STATIC);
        bindBytes(m_insert, 3, exchange.request.bytes);
        sqlite3_step(m_insert);
        sqlite3_reset(m_insert);
        sqlite3_bind_int(m_update, 1, exchange.status);
        bindBytes(m_update, 2, exchange.responseHead);
        bindBytes(m_update, 3, exchange.body);
        sqlite3_bind_int64(m_update, 4, sqlite3_last_insert_rowid(m_database));
        sqlite3_step(m_update);
        sqlite3_reset(m_update);
    }

private:
    static void bindBytes(sqlite3_stmt *statement, int at, const QByteArray &bytes)
    {
        sqlite3_bind_blob(statement, at, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
    }
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_update = nullptr;
};

void inserting()
{
    QTemporaryDir folder(QStringLiteral("./history-bench-XXXXXX")); // on a disk: /tmp may be memory
    auto history = store::History::open(folder.filePath(QStringLiteral("ours")));
    if (!history)
        return;
    BareTable bare(folder.filePath(QStringLiteral("bare.sqlite")));
    CallGenerator generator;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    constexpr int calls = 2000;
    std::vector<double> ours, plain;
    for (int i = 0; i < calls; ++i) {
        const auto call = generator.next(now);
        const auto us = [&] {
            ours.push_back(microseconds([&] {
                const auto id = (*history)->begin(call.exchange.request, call.exchange.startedAt, call.facts);
                if (!id || !(*history)->finish(*id, call.exchange, call.answer))
                    std::abort();
            }));
        };
        const auto peer = [&] { plain.push_back(microseconds([&] { bare.record(call); })); };
        if (i % 2) {
            us();
            peer();
        } else {
            peer();
            us();
        }
    }
    compare("insert, one call", ours, plain);
    const auto mean = [](const std::vector<double> &values) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum / double(values.size());
    };
    std::printf("%-30s ours %9.1f us  plain %9.1f us   ratio %.2f\n", "insert, mean", mean(ours), mean(plain),
        mean(ours) / mean(plain));
}

// The rows of a page in plain SQLite, every column read as a list would.
class PlainSearch
{
public:
    explicit PlainSearch(const QString &path)
    {
        sqlite3_open_v2(path.toUtf8().constData(), &m_database, SQLITE_OPEN_READONLY, nullptr);
    }
    ~PlainSearch() { sqlite3_close(m_database); }
    PlainSearch(const PlainSearch &) = delete;
    PlainSearch &operator=(const PlainSearch &) = delete;

    int page(const QByteArray &sql, const QByteArray &term)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_database, sql.constData(), -1, &statement, nullptr);
        if (!term.isEmpty())
            sqlite3_bind_text(statement, 1, term.constData(), int(term.size()), SQLITE_STATIC);
        int rows = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                m_bytes += sqlite3_column_bytes(statement, i);
            ++rows;
        }
        sqlite3_finalize(statement);
        return rows;
    }

private:
    sqlite3 *m_database = nullptr;
    qint64 m_bytes = 0;
};

const QByteArray columns = "SELECT c.id, c.started, c.alias, c.region, c.status, c.errors, c.url FROM ";
constexpr int pageSize = 50;

struct Asked {
    QString line;
    QByteArray term; ///< "" for none
    QByteArray where; ///< the filters, in SQL
};

QByteArray plainSql(const Asked &asked)
{
    const QByteArray limit = " LIMIT " + QByteArray::number(pageSize);
    if (asked.term.isEmpty())
        return columns + "calls c WHERE 1" + asked.where + " ORDER BY c.id DESC" + limit;
    return columns + "search s JOIN calls c ON c.id = s.rowid WHERE search MATCH ?" + asked.where
        + " ORDER BY s.rowid DESC" + limit;
}

void searching(
    const char *title, store::History &history, PlainSearch &plain, const std::vector<Asked> &questions)
{
    std::vector<double> ours, peer;
    const QDateTime now = QDateTime::currentDateTime();
    int differing = 0;
    for (const Asked &asked : questions) {
        const auto filter = store::parseSearch(asked.line, now);
        if (!filter)
            std::abort();
        qsizetype found = 0;
        int plainFound = 0;
        ours.push_back(microseconds([&] { found = history.page(*filter, {}, pageSize)->size(); }));
        const QByteArray sql = plainSql(asked);
        const QByteArray match = asked.term.isEmpty() ? QByteArray() : '"' + asked.term + '"';
        peer.push_back(microseconds([&] { plainFound = plain.page(sql, match); }));
        differing += found != plainFound;
        if (qEnvironmentVariableIsSet("DCS_BENCH_EACH"))
            std::printf("%-60s ours %9.1f us  plain %9.1f us  %lld rows\n", qPrintable(asked.line),
                ours.back(), peer.back(), static_cast<long long>(found));
    }
    compare(title, ours, peer);
    if (differing)
        std::printf("%-30s %d of %zu answers differ in length\n", "", differing, questions.size());
}

void reading(const QString &folder)
{
    std::vector<double> openings;
    for (int i = 0; i < 50; ++i)
        openings.push_back(microseconds([&] {
            auto history = store::History::open(folder);
            if (!history || (*history)->page({}, {}, pageSize)->isEmpty())
                std::abort();
        }));
    auto opened = store::History::open(folder);
    store::History &history = **opened;
    const qint64 calls = history.count().value();
    std::printf("%-30s %lld\n", "calls", static_cast<long long>(calls));
    std::printf("%-30s %9.1f us  p99 %9.1f us\n", "open and first page", quantile(openings, 0.5),
        quantile(openings, 0.99));
    const qint64 bytes = QFileInfo(history.fileName()).size();
    const qint64 index = QFileInfo(folder + QStringLiteral("/search-2.sqlite")).size();
    std::printf("%-30s %.0f bytes a call, search index %.0f\n", "file size", double(bytes) / double(calls),
        double(index) / double(calls));

    PlainSearch plain(folder + QStringLiteral("/plain.sqlite"));
    CallGenerator generator(99);
    std::vector<Asked> typing, filtered, paging;
    for (int i = 0; i < 60; ++i) {
        const QByteArray user = CallGenerator::userId(generator.skewed(200'000));
        const QByteArray words = generator.phrase("%20");
        for (const QByteArray &text : {user, words, "d_uuid=" + user.first(12)}) {
            for (qsizetype length = 3; length <= text.size(); length += length < 12 ? 1 : 5)
                typing.push_back({QString::fromLatin1(text.first(length)), text.first(length), {}});
        }
        const QByteArray partner = "partner" + QByteArray::number(generator.skewed(60));
        const qint64 since = QDateTime::currentDateTime().addDays(-7).toMSecsSinceEpoch();
        const QByteArray alias = " AND c.alias = '" + partner + "'";
        filtered.push_back({QStringLiteral("alias:") + QString::fromLatin1(partner), {}, alias});
        filtered.push_back({QStringLiteral("error:171 alias:") + QString::fromLatin1(partner), {},
            alias + " AND c.errors = '171'"});
        filtered.push_back({QStringLiteral("error:171 since:7d ") + QString::fromLatin1(words), words,
            " AND c.errors = '171' AND c.started >= " + QByteArray::number(since)});
        filtered.push_back({QStringLiteral("alias:") + QString::fromLatin1(partner)
                + QStringLiteral(" region:9 ") + QString::fromLatin1(user.first(6)),
            user.first(6), alias + " AND c.region = 9"});
        filtered.push_back({QStringLiteral("status:5xx ") + QString::fromLatin1(words), words,
            " AND c.status BETWEEN 500 AND 599"});
        paging.push_back({QString(), {}, {}});
    }
    searching("first page", history, plain, paging);
    searching("search as you type", history, plain, typing);
    searching("filtered search", history, plain, filtered);
}

} // namespace

int main(int argc, char **argv)
{
    inserting();
    if (argc > 1)
        reading(QString::fromLocal8Bit(argv[1]));
    return 0;
}
