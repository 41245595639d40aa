// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/damage.h"

#include "store/schema.h"
#include "store/sqlite.h"

#include <QFile>

#include <limits>
#include <sqlite3.h>

namespace store {

namespace {

constexpr const char *logSuffixes[] = {"-wal", "-shm"};

// The rows of one table, as far as their pages can be read: upwards from the lowest ID; where a page is
// damaged, past it in growing leaps, since the IDs on the other side of the gap are not known.
class TableRescue
{
public:
    TableRescue(sqlite3 *from, sqlite3 *into, const std::string &table)
        : m_into(into)
    {
        sqlite3_prepare_v2(from,
            ("SELECT rowid, * FROM " + table + " WHERE rowid > ? ORDER BY rowid").c_str(), -1, &m_read,
            nullptr);
        if (!m_read)
            return;
        const int columns = sqlite3_column_count(m_read) - 1;
        std::string names, places;
        for (int i = 1; i <= columns; ++i) {
            names += (i > 1 ? "," : "") + std::string(sqlite3_column_name(m_read, i));
            places += i > 1 ? ",?" : "?";
        }
        sqlite3_prepare_v2(into,
            ("INSERT OR IGNORE INTO " + table + "(" + names + ") VALUES (" + places + ")").c_str(), -1,
            &m_write, nullptr);
    }
    ~TableRescue()
    {
        sqlite3_finalize(m_read);
        sqlite3_finalize(m_write);
    }
    TableRescue(const TableRescue &) = delete;
    TableRescue &operator=(const TableRescue &) = delete;

    qint64 run()
    {
        if (!m_read || !m_write)
            return 0;
        qint64 copied = 0;
        qint64 after = std::numeric_limits<qint64>::min();
        for (qint64 leap = 1; leap < (qint64(1) << 40);) {
            const qint64 before = copied;
            const bool complete = copyFrom(after, copied);
            if (complete)
                break;
            if (copied > before)
                leap = 1;
            after = std::max(after, qint64(0)) + leap;
            leap *= 2;
        }
        return copied;
    }

private:
    // True at the end of the table; false where a page could not be read.
    bool copyFrom(qint64 &after, qint64 &copied)
    {
        sqlite3_reset(m_read);
        sqlite3_bind_int64(m_read, 1, after);
        int code = SQLITE_OK;
        while ((code = sqlite3_step(m_read)) == SQLITE_ROW) {
            after = sqlite3_column_int64(m_read, 0);
            sqlite3_reset(m_write);
            for (int i = 1; i < sqlite3_column_count(m_read); ++i)
                sqlite3_bind_value(m_write, i, sqlite3_column_value(m_read, i));
            copied += sqlite3_step(m_write) == SQLITE_DONE ? sqlite3_changes(m_into) : 0;
        }
        return code == SQLITE_DONE;
    }

    sqlite3 *m_into;
    sqlite3_stmt *m_read = nullptr;
    sqlite3_stmt *m_write = nullptr;
};

qint64 copyTables(const QString &damaged, Database &into)
{
    auto source = Database::open(damaged, Database::Access::ReadWrite); // its log is read too
    if (!source)
        return 0;
    const qint64 version = (*source)->number("PRAGMA user_version", -1);
    if (version < 1 || version > schemaVersion)
        return 0;
    Transaction transaction(into);
    if (!transaction.begun())
        return 0;
    sqlite3 *from = (*source)->handle();
    for (const char *table : {"exchanges", "requests", "answers", "tls"})
        TableRescue(from, into.handle(), table).run();
    // A row without its bytes still says when what was called; bytes without a row cannot be found.
    into.execute(
        "DELETE FROM requests WHERE id NOT IN (SELECT id FROM exchanges);"
        "DELETE FROM answers WHERE id NOT IN (SELECT id FROM exchanges);"
        "UPDATE exchanges SET outcome = 3 WHERE outcome IN (1, 2) AND id NOT IN (SELECT id FROM answers)");
    const qint64 calls = into.number("SELECT count(*) FROM exchanges WHERE removed IS NULL");
    return transaction.commit() ? calls : 0;
}

bool copyFile(const QString &from, const QString &to)
{
    QFile::remove(to);
    return QFile::copy(from, to)
        && QFile::setPermissions(to, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

// The first page says what the file is and where its tables are, and it is the same in every history of a
// version. So a file whose beginning was overwritten is read with the first page of a new one.
bool giveFirstPage(const QString &to, const QString &from)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::ReadWrite))
        return false;
    QByteArray page = source.read(4096);
    if (page.size() != 4096 || target.size() < 4096)
        return false;
    constexpr qsizetype sizeInPages = 28, freePages = 32, versionOfSize = 92;
    page.replace(sizeInPages, 4, QByteArray(4, '\0')); // then the file's own length counts
    page.replace(versionOfSize, 4, QByteArray(4, '\0'));
    page.replace(freePages, 8, QByteArray(8, '\0'));
    return target.write(page) == page.size() && target.flush();
}

} // namespace

dcs::Result<QString> setAside(const QString &file, const QDateTime &now)
{
    const QString stem = file.chopped(int(qstrlen(".sqlite"))) + QStringLiteral("-damaged-")
        + now.toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString target = stem + QStringLiteral(".sqlite");
    for (int n = 2; QFile::exists(target); ++n)
        target = stem + QStringLiteral("-%1.sqlite").arg(n);
    if (!QFile::rename(file, target))
        return dcs::Error{dcs::Errc::Storage,
            QStringLiteral("The history “%1” is damaged and could not be renamed.").arg(file),
            QStringLiteral("Move it away by hand, then start again."), {}};
    // The log belongs to its database; beside the new one it would damage that too.
    for (const char *suffix : logSuffixes)
        QFile::rename(file + QLatin1StringView(suffix), target + QLatin1StringView(suffix));
    return target;
}

qint64 recover(const QString &damaged, Database &into)
{
    // Opening brings a log back into its database, so that happens to a copy.
    const QString copy = damaged + QStringLiteral(".copy");
    if (!copyFile(damaged, copy))
        return 0;
    for (const char *suffix : logSuffixes)
        QFile::copy(damaged + QLatin1StringView(suffix), copy + QLatin1StringView(suffix));
    qint64 calls = copyTables(copy, into);
    if (calls == 0 && into.execute("PRAGMA wal_checkpoint(TRUNCATE)") && giveFirstPage(copy, into.fileName()))
        calls = copyTables(copy, into);
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(copy + QLatin1StringView(suffix));
    return calls;
}

} // namespace store
