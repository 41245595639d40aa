// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/sqlite.h"

#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <sqlite3.h>
#include <thread>

namespace store {

namespace {

// SQLite's own waiting sleeps up to 100 ms at a time, while another process's commit takes well under one.
int waitForLock(void *, int attempts)
{
    using namespace std::chrono_literals;
    constexpr int patience = 6000; // 50 × 0.2 ms + 5950 × 5 ms: half a minute
    if (attempts >= patience)
        return 0;
    std::this_thread::sleep_for(attempts < 50 ? 200us : 5000us);
    return 1;
}

// SQLite syncs the folder once for each process that writes, in case it has just made the log: a third sync
// for a command that makes one call. A log that is there and not empty was made, and its folder synced, by
// somebody before.
int openExistingLog(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *givenFlags)
{
    const sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
    if ((flags & SQLITE_OPEN_WAL) && name && QFileInfo(QFile::decodeName(name)).size() > 0)
        flags &= ~SQLITE_OPEN_CREATE;
    return system->xOpen(vfs, name, file, flags, givenFlags);
}

const char *fileSystem()
{
#ifdef Q_OS_UNIX
    static sqlite3_vfs ours;
    static const bool isRegistered = [] {
        const sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
        if (!system)
            return false;
        ours = *system;
        ours.pNext = nullptr;
        ours.zName = "dcs";
        ours.xOpen = openExistingLog;
        return sqlite3_vfs_register(&ours, 0) == SQLITE_OK;
    }();
    return isRegistered ? ours.zName : nullptr;
#else
    return nullptr;
#endif
}

int openFlags(Database::Access access)
{
    switch (access) {
    case Database::Access::ReadWrite:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    case Database::Access::ReadOnly:
        return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    case Database::Access::Immutable:
        break;
    }
    return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
}

QByteArray openName(const QString &file, Database::Access access)
{
    QByteArray name = QFile::encodeName(file);
    if (access != Database::Access::Immutable)
        return name;
    name.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    return "file:" + name + "?immutable=1";
}

} // namespace

Database::Database(QString file)
    : m_file(std::move(file))
{
}

dcs::Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access)
{
    std::unique_ptr<Database> database(new Database(file));
    const int code = sqlite3_open_v2(
        openName(file, access).constData(), &database->m_handle, openFlags(access), fileSystem());
    database->remember(code);
    if (code != SQLITE_OK)
        return database->error(QStringLiteral("opened"));
    sqlite3_extended_result_codes(database->m_handle, 1);
    sqlite3_busy_handler(database->m_handle, waitForLock, nullptr);
    sqlite3_db_config(database->m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // A command that makes one call would else spend more on tidying the log at its end than on the call: the
    // pages stay in the log, and whoever fills it up writes them back.
    sqlite3_db_config(database->m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return database;
}

Database::~Database()
{
    for (const auto &[sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

Statement Database::prepare(std::string_view sql)
{
    auto &statement = m_statements[std::string(sql)];
    if (!statement)
        remember(sqlite3_prepare_v3(
            m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return Statement(*this, statement);
}

bool Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    remember(code);
    return code == SQLITE_OK;
}

qint64 Database::number(const char *sql, qint64 otherwise)
{
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : otherwise;
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

qint64 Database::lastId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

void Database::setPatient(bool patient)
{
    sqlite3_busy_handler(m_handle, patient ? waitForLock : nullptr, nullptr);
}

void Database::remember(int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    m_code = code;
    m_detail = QStringLiteral("SQLite %1: %2").arg(code).arg(QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

int Database::code() const
{
    return m_code;
}

bool Database::isDamaged() const
{
    return (m_code & 0xff) == SQLITE_CORRUPT || (m_code & 0xff) == SQLITE_NOTADB;
}

bool Database::isBusy() const
{
    return (m_code & 0xff) == SQLITE_BUSY || (m_code & 0xff) == SQLITE_LOCKED;
}

bool Database::wasInterrupted() const
{
    return (m_code & 0xff) == SQLITE_INTERRUPT;
}

dcs::Error Database::error(const QString &what) const
{
    QString why;
    QString remedy;
    switch (m_code & 0xff) {
    case SQLITE_FULL:
        why = QStringLiteral("there is no space left on its disk");
        remedy = QStringLiteral("Free some space, then do it again.");
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        why = QStringLiteral("another program keeps it locked");
        remedy = QStringLiteral("Close the other program, then do it again.");
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        why = QStringLiteral("it may not be written to");
        remedy = QStringLiteral(
            "Give yourself the right to write to the file and its folder, or name another folder with "
            "--data-dir.");
        break;
    case SQLITE_CANTOPEN:
        why = QStringLiteral("it, or its folder, may not be read or written");
        remedy = QStringLiteral("See that you may write to the folder, or name another one with --data-dir.");
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        why = QStringLiteral("the file is damaged");
        remedy = QStringLiteral(
            "Close every window and start again: the damaged file is then set aside, and what can "
            "be read is brought over.");
        break;
    case SQLITE_IOERR:
        why = QStringLiteral("its disk failed or is full");
        remedy = QStringLiteral("See to the disk, then do it again.");
        break;
    default:
        why = QStringLiteral("the database refused it");
    }
    return {dcs::Errc::Storage,
        QStringLiteral("The history “%1” could not be %2: %3.").arg(m_file, what, why), remedy, m_detail};
}

Statement::Statement(Database &database, sqlite3_stmt *statement)
    : m_database(&database)
    , m_statement(statement)
    , m_code(statement ? SQLITE_OK : SQLITE_ERROR)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_code(other.m_code)
{
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Statement &Statement::bind(int parameter, qint64 value)
{
    sqlite3_bind_int64(m_statement, parameter, value);
    return *this;
}

Statement &Statement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement, parameter, value);
    return *this;
}

Statement &Statement::bind(int parameter, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(
        m_statement, parameter, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindText(int parameter, QByteArrayView utf8)
{
    const char *data = utf8.isEmpty() ? "" : utf8.data(); // a null pointer would be NULL
    sqlite3_bind_text64(
        m_statement, parameter, data, sqlite3_uint64(utf8.size()), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBytes(int parameter, QByteArrayView bytes)
{
    const char *data = bytes.isEmpty() ? "" : bytes.data();
    sqlite3_bind_blob64(m_statement, parameter, data, sqlite3_uint64(bytes.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement, parameter);
    return *this;
}

bool Statement::step()
{
    if (!m_statement)
        return false;
    m_code = sqlite3_step(m_statement);
    m_database->remember(m_code);
    return m_code == SQLITE_ROW;
}

bool Statement::failed() const
{
    return m_code != SQLITE_OK && m_code != SQLITE_ROW && m_code != SQLITE_DONE;
}

dcs::Result<void> Statement::run(const QString &what)
{
    while (step()) { }
    if (failed())
        return m_database->error(what);
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    Statement begin = database.prepare("BEGIN IMMEDIATE");
    begin.step();
    m_open = !begin.failed();
}

Transaction::~Transaction()
{
    // A failed COMMIT may have rolled back by itself (disk full), hence the question.
    if (m_open && !sqlite3_get_autocommit(m_database.handle()))
        m_database.prepare("ROLLBACK").step();
}

bool Transaction::commit()
{
    Statement commit = m_database.prepare("COMMIT");
    commit.step();
    if (commit.failed())
        return false;
    m_open = false;
    return true;
}

} // namespace store
