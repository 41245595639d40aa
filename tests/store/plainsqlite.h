// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QString>

#include <gtest/gtest.h>

#include <sqlite3.h>

/// A look at the file beside the program's own: what any SQLite sees.
class PlainSqlite
{
public:
    explicit PlainSqlite(const QString &file)
    {
        EXPECT_EQ(sqlite3_open(QFile::encodeName(file).constData(), &m_database), SQLITE_OK);
        sqlite3_busy_timeout(m_database, 5000);
    }
    ~PlainSqlite() { sqlite3_close(m_database); }
    PlainSqlite(const PlainSqlite &) = delete;
    PlainSqlite &operator=(const PlainSqlite &) = delete;

    void run(const QByteArray &sql)
    {
        EXPECT_EQ(sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(m_database);
    }
    /// First column of the first row.
    QByteArray value(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr), SQLITE_OK)
            << sqlite3_errmsg(m_database);
        QByteArray out;
        if (sqlite3_step(statement) == SQLITE_ROW)
            out = QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return out;
    }
    QByteArray integrity() { return value("PRAGMA integrity_check"); }

private:
    sqlite3 *m_database = nullptr;
};
