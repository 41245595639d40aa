// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/damage.h"
#include "store/files.h"
#include "store/historyprivate.h"
#include "store/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace store {

namespace {

using dcs::Errc;
using dcs::Error;

// The log and its index take the mode of the file, so all is owner-only if the file is before SQLite sees it.
dcs::Result<void> makeFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return Error{Errc::Storage, QStringLiteral("“%1” is no regular file.").arg(path),
            QStringLiteral("Move it away, or name another folder with --data-dir."), {}};
    constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (info.exists()) {
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        if (info.permissions() & others)
            QFile::setPermissions(path, owner);
        return {};
    }
    QFile file(path);
    if (file.open(QIODevice::NewOnly, owner) || QFileInfo::exists(path))
        return {};
    return Error{Errc::Storage,
        QStringLiteral("The history “%1” could not be made: %2.").arg(path, file.errorString()),
        QStringLiteral("Name another folder with --data-dir, or see that this one may be written to."), {}};
}

bool mayWrite(const QString &file)
{
    return QFileInfo(file).isWritable() && QFileInfo(QFileInfo(file).path()).isWritable();
}

// Pages are written back by the commit that fills the log to so many; a command that finds the log in use by
// nobody reads it whole at its start, so it must stay small.
constexpr int logPages = 400;

} // namespace

dcs::Result<std::unique_ptr<History>> History::open(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    if (auto made = makePrivateFolder(path); !made)
        return made.error();
    auto d = std::make_unique<Private>(path);
    d->file = path + QStringLiteral("/history.sqlite");
    if (auto made = makeFile(d->file); !made)
        return made.error();
    d->readOnly = !mayWrite(d->file);
    if (auto connected = d->readOnly ? d->connectForReading() : d->connect(); !connected)
        return connected.error();
    return std::unique_ptr<History>(new History(std::move(d)));
}

dcs::Result<void> History::Private::openForWriting()
{
    auto opened = Database::open(file, Database::Access::ReadWrite);
    if (!opened)
        return opened.error();
    database = std::move(*opened);
    database->execute("PRAGMA synchronous = FULL");
    sqlite3_wal_autocheckpoint(database->handle(), logPages);
    return {};
}

dcs::Result<void> History::Private::connect()
{
    if (auto opened = openForWriting(); !opened)
        return opened;
    const qint64 version = database->number("PRAGMA user_version", -1);
    if (version == schemaVersion && looksSound())
        return {}; // the ordinary case: a command must not pay for the size of the history
    if (version > schemaVersion) {
        readOnly = true;
        if (auto reading = connectForReading(); !reading)
            return reading;
        notice = QStringLiteral(
            "The history “%1” was written by a newer version of this program (format %2, this one knows "
            "%3). It is open for reading only, and calls are not recorded in it. Use the newer version, "
            "or name another folder with --data-dir.")
                     .arg(file)
                     .arg(version)
                     .arg(schemaVersion);
        return {};
    }
    const Presence::Exclusive exclusive(folder);
    return prepare();
}

// Alone now; another process may have done the work while we waited for that.
dcs::Result<void> History::Private::prepare()
{
    if (auto opened = openForWriting(); !opened)
        return opened;
    const qint64 version = database->number("PRAGMA user_version", -1);
    if (version == schemaVersion)
        return looksSound() ? dcs::Result<void>() : replaceDamaged();
    if (version > 0) {
        auto moved = migrateSchema(*database, int(version));
        return !moved && database->isDamaged() ? replaceDamaged() : moved;
    }
    const qint64 tables = version < 0 ? -1 : database->number("SELECT count(*) FROM sqlite_master", -1);
    if (tables > 0)
        return Error{Errc::Storage, QStringLiteral("“%1” is a database of another program.").arg(file),
            QStringLiteral("Move it away, or name another folder with --data-dir."), {}};
    // SQLite takes a few bytes of anything for an empty database.
    const bool remains = QFileInfo(file).size() > 0 && database->number("PRAGMA page_count") == 0;
    if (database->isDamaged() || remains)
        return replaceDamaged();
    if (tables < 0)
        return database->error(QStringLiteral("opened"));
    return createSchema(*database);
}

dcs::Result<void> History::Private::connectForReading()
{
    const auto tryOpen = [&](Database::Access access) {
        auto opened = Database::open(file, access);
        if (!opened)
            return false;
        database = std::move(*opened);
        return database->number("SELECT count(*) FROM sqlite_master", -1) >= 0;
    };
    // Without the right to make the log's index, SQLite reads a database only if told that nobody changes it.
    const bool noLog = QFileInfo(file + QStringLiteral("-wal")).size() == 0;
    if (!tryOpen(Database::Access::ReadOnly) && !(noLog && tryOpen(Database::Access::Immutable))) {
        if (database)
            return database->error(QStringLiteral("opened for reading"));
        return Error{Errc::Storage,
            QStringLiteral("The history “%1” could not be opened for reading.").arg(file),
            QStringLiteral("See that you may read the file, or name another folder with --data-dir."), {}};
    }
    if (const qint64 version = database->number("PRAGMA user_version"); version < schemaVersion)
        return Error{Errc::Storage,
            QStringLiteral("The history “%1” is of an older format (%2) and may not be written to, so it "
                           "cannot be read.")
                .arg(file)
                .arg(version),
            QStringLiteral("Give yourself the right to write to the file and its folder, so that it can be "
                           "brought up to "
                           "date."),
            {}};
    notice = QStringLiteral(
        "The history “%1” may not be written to, so it is open for reading only and calls are not "
        "recorded in it. Give yourself the right to write to the file and its folder, or name another "
        "folder with --data-dir.")
                 .arg(file);
    return {};
}

QString History::Private::suspicion() const
{
    return folder + QStringLiteral("/history.suspect");
}

dcs::Error History::Private::error(const QString &what) const
{
    // Looking through the whole file takes too long for every start, and mending it needs a moment when nobody has it
    // open: so the next start is told.
    if (database->isDamaged() && !readOnly)
        static_cast<void>(QFile(suspicion()).open(QIODevice::WriteOnly));
    return database->error(what);
}

// The right edge of each tree: where the next call is written. It costs a few pages, whatever the size of the
// history, and meets a file that was cut off.
bool History::Private::looksSound()
{
    if (QFileInfo::exists(suspicion())) {
        Statement check = database->prepare("PRAGMA quick_check(1)");
        if (!check.step() || check.text(0) != QStringLiteral("ok"))
            return false;
        QFile::remove(suspicion());
    }
    for (const char *edge :
        {"SELECT max(id) FROM exchanges", "SELECT max(id) FROM requests", "SELECT max(id) FROM answers"}) {
        if (!database->prepare(edge).step())
            return !database->isDamaged();
    }
    return true;
}

dcs::Result<void> History::Private::replaceDamaged()
{
    database.reset();
    auto name = setAside(file, QDateTime::currentDateTime());
    if (!name)
        return name.error();
    QFile::remove(suspicion());
    SearchIndex::discard(folder);
    if (auto made = makeFile(file); !made)
        return made;
    if (auto opened = openForWriting(); !opened)
        return opened;
    if (auto made = createSchema(*database); !made)
        return made;
    const qint64 calls = recover(*name, *database);
    notice = calls > 0
        ? QStringLiteral("The history was damaged. It was set aside whole as “%1”; %2 calls could be read "
                         "out of it and are "
                         "in the new one.")
              .arg(*name)
              .arg(calls)
        : QStringLiteral(
            "The history was damaged. It was set aside whole as “%1”, and a new, empty one was started: no "
            "call could be read out of it.")
              .arg(*name);
    return {};
}

History::~History()
{
    if (m_d && m_d->undoToken && !m_d->readOnly) {
        // Nobody can bring these back any more; whoever tidies next takes them off.
        Statement forget = m_d->database->prepare("UPDATE exchanges SET removed = -1 WHERE removed = ?");
        forget.bind(1, m_d->undoToken);
        forget.step();
    }
}

} // namespace store
