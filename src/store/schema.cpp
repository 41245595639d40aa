// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/schema.h"

#include <QRandomGenerator>

#include <iterator>
#include <string>

namespace store {

namespace {

// The row of the list is apart from the bytes, so that a page of the list reads no bytes; requests and
// answers are apart, so that every write goes to the end of its table. The URL is last since it may be long.
constexpr char version1[] = R"(
CREATE TABLE exchanges (
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    owner INTEGER,
    removed INTEGER,
    pinned INTEGER,
    note TEXT,
    method TEXT NOT NULL,
    alias TEXT,
    region INTEGER,
    identity TEXT,
    status INTEGER,
    errors TEXT,
    failure TEXT,
    total_ms REAL,
    body_bytes INTEGER,
    preset TEXT,
    environment TEXT,
    batch TEXT,
    batch_row INTEGER,
    stored INTEGER NOT NULL,
    url TEXT NOT NULL
);
CREATE INDEX exchanges_pinned ON exchanges(pinned) WHERE pinned = 1;
CREATE INDEX exchanges_removed ON exchanges(removed) WHERE removed IS NOT NULL;
CREATE TABLE requests (
    id INTEGER PRIMARY KEY,
    tls INTEGER NOT NULL,
    host BLOB NOT NULL,
    port INTEGER NOT NULL,
    head_bytes INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    findings BLOB
);
CREATE TABLE answers (
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL,
    tls INTEGER,
    record BLOB NOT NULL,
    body BLOB
);
CREATE TABLE tls (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    record BLOB NOT NULL
);
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;
)";

bool setVersion(Database &database, int version)
{
    return database.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
}

// Which calls were recorded with their IDs masked.
constexpr char from1to2[] = "ALTER TABLE exchanges ADD COLUMN masked INTEGER";

// Notes are searched, and most calls have none.
constexpr char from2to3[] = "CREATE INDEX exchanges_noted ON exchanges(id, note) WHERE note IS NOT NULL";

constexpr const char *steps[] = {from1to2, from2to3}; // the first leads from version 1 to 2
static_assert(std::size(steps) == schemaVersion - 1);

} // namespace

dcs::Result<void> createSchema(Database &database)
{
    const QString what = QStringLiteral("made");
    // Both can only be said while the file is empty.
    if (!database.execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL"))
        return database.error(what);
    Transaction transaction(database);
    if (!transaction.begun())
        return database.error(what);
    const std::string id = "PRAGMA application_id = " + std::to_string(applicationId);
    if (!database.execute(version1) || !database.execute(id.c_str()))
        return database.error(what);
    // A new file takes the same way as an old one, so that there is but one description of each version.
    for (const char *step : steps) {
        if (!database.execute(step))
            return database.error(what);
    }
    if (!setVersion(database, schemaVersion))
        return database.error(what);
    // Tells a search index that belongs to another file from ours.
    Statement instance = database.prepare("INSERT INTO facts VALUES ('instance', ?)");
    instance.bind(1, qint64(QRandomGenerator::system()->generate64() >> 1));
    if (auto done = instance.run(what); !done)
        return done;
    if (!transaction.commit())
        return database.error(what);
    return {};
}

dcs::Result<void> migrateSchema(Database &database, int from)
{
    const QString what = QStringLiteral("brought to the version of this program");
    Transaction transaction(database);
    if (!transaction.begun())
        return database.error(what);
    for (int version = from; version < schemaVersion; ++version) {
        if (!database.execute(steps[version - 1]))
            return database.error(what);
    }
    if (!setVersion(database, schemaVersion) || !transaction.commit())
        return database.error(what);
    return {};
}

} // namespace store
