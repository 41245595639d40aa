// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// history_generate FOLDER COUNT [--plain]: a history of COUNT realistic calls, indexed for the search. With
// --plain also plain.sqlite, the same calls in a table and an FTS5 index as one would make them by hand, for
// history_bench to compare.

#include "bench/callgenerator.h"
#include "store/searchtext.h"

#include <cstdio>
#include <cstring>
#include <sqlite3.h>

// A history that can be made again needs no durability, and two syncs for each of a million calls take ten
// minutes.
extern "C" int fdatasync(int)
{
    return 0;
}
extern "C" int fsync(int)
{
    return 0;
}

namespace {

class PlainTable
{
public:
    explicit PlainTable(const QString &path)
    {
        sqlite3_open(path.toUtf8().constData(), &m_database);
        sqlite3_exec(m_database,
            "PRAGMA journal_mode = WAL;"
            "CREATE TABLE calls(id INTEGER PRIMARY KEY, started INTEGER, alias TEXT, region INTEGER, status "
            "INTEGER, errors "
            "TEXT, url TEXT, text TEXT);"
            "CREATE INDEX calls_alias ON calls(alias, id); CREATE INDEX calls_started ON calls(started);"
            "CREATE VIRTUAL TABLE search USING fts5(text, content='calls', content_rowid='id', "
            "tokenize='trigram');"
            "BEGIN",
            nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(m_database, "INSERT INTO calls VALUES (?,?,?,?,?,?,?,?)", -1, &m_insert, nullptr);
        sqlite3_prepare_v2(m_database, "INSERT INTO search(rowid, text) VALUES (?,?)", -1, &m_index, nullptr);
    }
    ~PlainTable()
    {
        sqlite3_exec(m_database, "COMMIT; ANALYZE", nullptr, nullptr, nullptr);
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_index);
        sqlite3_close(m_database);
    }
    PlainTable(const PlainTable &) = delete;
    PlainTable &operator=(const PlainTable &) = delete;

    void add(qint64 id, const bench::CallGenerator::Recorded &call)
    {
        const auto text = [](sqlite3_stmt *statement, int at, const QByteArray &bytes) {
            sqlite3_bind_text(statement, at, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
        };
        const QByteArray searched
            = store::searchText(call.exchange.request, call.exchange.responseHead, call.exchange.body);
        sqlite3_bind_int64(m_insert, 1, id);
        sqlite3_bind_int64(m_insert, 2, call.exchange.startedAt.toMSecsSinceEpoch());
        text(m_insert, 3, call.facts.alias.toUtf8());
        sqlite3_bind_int(m_insert, 4, *call.facts.region);
        sqlite3_bind_int(m_insert, 5, call.exchange.status);
        text(m_insert, 6,
            call.answer.errorCodes.isEmpty() ? "" : QByteArray::number(call.answer.errorCodes.first()));
        text(m_insert, 7, call.exchange.request.url());
        text(m_insert, 8, searched);
        sqlite3_bind_int64(m_index, 1, id);
        text(m_index, 2, searched);
        for (sqlite3_stmt *statement : {m_insert, m_index}) {
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        if (++m_count % 5000 == 0)
            sqlite3_exec(m_database, "COMMIT; BEGIN", nullptr, nullptr, nullptr);
    }

private:
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_index = nullptr;
    int m_count = 0;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "usage: history_generate FOLDER COUNT [--plain]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const int count = std::atoi(argv[2]);
    auto history = store::History::open(folder);
    if (!history) {
        std::fprintf(stderr, "%s\n", history.error().message.toLocal8Bit().constData());
        return 5;
    }
    std::unique_ptr<PlainTable> plain;
    if (argc > 3 && std::strcmp(argv[3], "--plain") == 0)
        plain = std::make_unique<PlainTable>(folder + QStringLiteral("/plain.sqlite"));
    bench::CallGenerator generator;
    const QDateTime end = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < count; ++i) {
        const auto call = generator.next(
            end.addMSecs(-qint64(count - i) * 15'000)); // four a minute: half a year a million
        const auto id = (*history)->begin(call.exchange.request, call.exchange.startedAt, call.facts);
        const auto done
            = id ? (*history)->finish(*id, call.exchange, call.answer) : dcs::Result<void>(id.error());
        if (!done) {
            std::fprintf(stderr, "%s\n", done.error().message.toLocal8Bit().constData());
            return 5;
        }
        if (plain)
            plain->add(*id, call);
        if (i % 20'000 == 0) {
            while ((*history)->tidySome()) { }
            std::fprintf(stderr, "\r%d", i);
        }
    }
    while ((*history)->tidySome()) { }
    std::fprintf(stderr, "\r%d calls in %s\n", count, argv[1]);
    return 0;
}
