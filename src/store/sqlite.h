// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

class Database;

/// A prepared statement, borrowed from its Database and given back, reset, when the handle ends. Columns
/// count from 0, parameters from 1. Bound bytes are not copied: they must live until the statement has run.
class Statement
{
public:
    Statement(Database &database, sqlite3_stmt *statement);
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    Statement &bind(int parameter, qint64 value);
    Statement &bind(int parameter, int value) { return bind(parameter, qint64(value)); }
    Statement &bind(int parameter, double value);
    Statement &bind(int parameter, const QString &text); ///< copied; "" is stored as ''
    Statement &bindText(int parameter, QByteArrayView utf8);
    Statement &bindBytes(int parameter, QByteArrayView bytes);
    Statement &bindNull(int parameter);

    /// True: there is a row. False: no more rows, or a failure; see failed().
    bool step();
    bool failed() const;
    dcs::Result<void> run(const QString &what); ///< steps to the end
    void reset();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    Database *m_database;
    sqlite3_stmt *m_statement;
    int m_code = 0;
};

/// One SQLite connection: used by one thread at a time, except for interrupt().
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly, Immutable };
    static dcs::Result<std::unique_ptr<Database>> open(const QString &file, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Statement prepare(std::string_view sql); ///< prepared once, kept until the database closes
    bool execute(const char *sql); ///< several statements; see error()
    qint64 number(const char *sql, qint64 otherwise = 0); ///< first column of the first row
    int changes() const;
    qint64 lastId() const;
    void interrupt();

    void setPatient(bool patient); ///< false: do not wait for locks

    int code() const; ///< extended code of the last failure
    bool isDamaged() const; ///< the last failure says that the file is no sound database
    bool isBusy() const;
    bool wasInterrupted() const;
    /// The last failure as a sentence about the file; `what` is what could not be done.
    dcs::Error error(const QString &what) const;
    sqlite3 *handle() const { return m_handle; }
    const QString &fileName() const { return m_file; }

private:
    explicit Database(QString file);

    friend class Statement;
    QString m_file;
    sqlite3 *m_handle = nullptr;
    int m_code = 0;
    QString m_detail;
    std::unordered_map<std::string, sqlite3_stmt *> m_statements;
    void remember(int code);
};

/// A writing transaction; rolls back unless committed. IMMEDIATE, since a read that turns into a write fails
/// at once where another process has written meanwhile.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    bool begun() const { return m_open; }
    bool commit();

private:
    Database &m_database;
    bool m_open;
};

} // namespace store
