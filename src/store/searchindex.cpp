// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/searchindex.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <sqlite3.h>

namespace store {

namespace {

// In the file's name, so that programs of two versions do not make each other's index anew all the time.
constexpr int indexVersion = 2;
constexpr qint64 dayMs = 24 * 3600 * 1000;

QString indexFile(const QString &folder, int version = indexVersion)
{
    return folder + QStringLiteral("/search-%1.sqlite").arg(version);
}

void removeFiles(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1StringView(suffix));
}

// With positions (detail=full) a term is found exactly where it stands: without them the index has a fifth of
// the size, but every call with the same trigrams anywhere must be read and looked through, a hundred times
// the time for a phrase of common words; and a phrase is then found nowhere at all. Case is folded before.
constexpr char schema[] = R"(
CREATE VIRTUAL TABLE calls USING fts5(text, facets, content='', columnsize=0, detail=full,
                                      tokenize='trigram case_sensitive 1');
CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE pending (id INTEGER PRIMARY KEY);
CREATE TABLE days (day INTEGER PRIMARY KEY, low INTEGER NOT NULL, high INTEGER NOT NULL);
)";

QString character(uint point)
{
    return QString(QChar(char16_t(point)));
}

// Whatever stands in a term is text and never an operator; an end of the string would be the end of the
// query.
QString quoted(QString text)
{
    text.remove(QChar(u'\0'));
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

bool isLong(const QByteArray &term)
{
    return QString::fromUtf8(term).toUcs4().size() >= 3;
}

} // namespace

// One character for the kind, two for a hash of the value: one trigram, out of the private use area where no
// text is.
QByteArray facet::token(Kind kind, const QString &value)
{
    const QByteArray hash = QCryptographicHash::hash(value.toCaseFolded().toUtf8(), QCryptographicHash::Sha1);
    const auto byte = [&](int i) { return uint(static_cast<unsigned char>(hash[i])); };
    const uint first = byte(0) << 4 | byte(1) >> 4;
    const uint second = (byte(1) & 15) << 8 | byte(2);
    return QString(character(0xe000 + uint(kind)) + character(0xe100 + first) + character(0xe100 + second))
        .toUtf8();
}

SearchIndex::SearchIndex(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

std::unique_ptr<SearchIndex> SearchIndex::open(const QString &folder, qint64 instance, bool readOnly)
{
    const QString path = indexFile(folder);
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!readOnly) {
            QFile file(path);
            if (!file.exists())
                static_cast<void>(
                    file.open(QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        }
        auto database
            = Database::open(path, readOnly ? Database::Access::ReadOnly : Database::Access::ReadWrite);
        if (!database)
            return nullptr;
        std::unique_ptr<SearchIndex> index(new SearchIndex(std::move(*database)));
        if (index->isReady(instance))
            return index;
        if (readOnly)
            return nullptr;
        const bool usable = !index->m_database->isDamaged()
            && index->m_database->number("SELECT count(*) FROM sqlite_master") == 0;
        if (usable && index->make(instance)) {
            for (int version = 1; version < indexVersion; ++version)
                removeFiles(indexFile(folder, version)); // it would only take room
            return index;
        }
        index.reset();
        discard(folder); // of another history, half made, or damaged
    }
    return nullptr;
}

void SearchIndex::discard(const QString &folder)
{
    removeFiles(indexFile(folder));
}

bool SearchIndex::isInPlace()
{
    int moved = 0;
    return sqlite3_file_control(m_database->handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK
        || !moved;
}

bool SearchIndex::isReady(qint64 instance)
{
    if (m_database->number("PRAGMA user_version", -1) != indexVersion)
        return false;
    // NORMAL: after a power cut the last additions may be missing, and the watermark with them.
    m_database->execute("PRAGMA synchronous = NORMAL");
    return m_database->number("SELECT value FROM state WHERE name = 'instance'") == instance;
}

bool SearchIndex::make(qint64 instance)
{
    if (!m_database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"))
        return false;
    Transaction transaction(*m_database);
    if (!transaction.begun())
        return false;
    if (m_database->number("SELECT count(*) FROM sqlite_master") != 0)
        return false; // another process was faster
    const std::string rows = "INSERT INTO state VALUES ('watermark', 0), ('instance', "
        + std::to_string(instance) + "); PRAGMA user_version = " + std::to_string(indexVersion);
    return m_database->execute(schema) && m_database->execute(rows.c_str()) && transaction.commit();
}

ExchangeId SearchIndex::watermark()
{
    return m_database->number("SELECT value FROM state WHERE name = 'watermark'");
}

std::vector<ExchangeId> SearchIndex::pending()
{
    std::vector<ExchangeId> ids;
    Statement all = m_database->prepare("SELECT id FROM pending ORDER BY id DESC");
    while (all.step())
        ids.push_back(all.integer(0));
    return ids;
}

bool SearchIndex::beginWriting(bool wait)
{
    if (wait)
        return m_database->execute("BEGIN IMMEDIATE");
    // Somebody who is indexing already does our work too.
    m_database->setPatient(false);
    const bool begun = m_database->execute("BEGIN IMMEDIATE");
    m_database->setPatient(true);
    return begun;
}

bool SearchIndex::commit()
{
    if (m_database->execute("COMMIT"))
        return true;
    rollback();
    return false;
}

void SearchIndex::rollback()
{
    m_database->execute("ROLLBACK");
}

void SearchIndex::add(const IndexedCall &call)
{
    {
        Statement insert = m_database->prepare("INSERT INTO calls(rowid, text, facets) VALUES (?, ?, ?)");
        insert.bind(1, call.id).bindText(2, call.text).bindText(3, call.facets);
        insert.step();
    }
    // Where the days lie among the IDs; clocks are set back at times, so a day's range may hold other days'
    // calls.
    Statement day = m_database->prepare("INSERT INTO days VALUES (?1, ?2, ?2) ON CONFLICT(day) DO UPDATE SET "
                                        "low = min(low, excluded.low), high = max(high, excluded.high)");
    day.bind(1, call.startedMs / dayMs).bind(2, call.id);
    day.step();
}

void SearchIndex::remove(const IndexedCall &call)
{
    Statement remove
        = m_database->prepare("INSERT INTO calls(calls, rowid, text, facets) VALUES ('delete', ?, ?, ?)");
    remove.bind(1, call.id).bindText(2, call.text).bindText(3, call.facets);
    remove.step();
}

void SearchIndex::setPending(ExchangeId id, bool isPending)
{
    Statement change = m_database->prepare(
        isPending ? "INSERT OR IGNORE INTO pending VALUES (?)" : "DELETE FROM pending WHERE id = ?");
    change.bind(1, id);
    change.step();
}

void SearchIndex::setWatermark(ExchangeId id)
{
    Statement set = m_database->prepare("UPDATE state SET value = ? WHERE name = 'watermark'");
    set.bind(1, id);
    set.step();
}

bool SearchIndex::isPending(ExchangeId id)
{
    Statement query = m_database->prepare("SELECT 1 FROM pending WHERE id = ?");
    query.bind(1, id);
    return query.step();
}

bool SearchIndex::canLookUp(const Query &query)
{
    return !expression(query).isEmpty();
}

bool SearchIndex::looksUp(const QByteArrayList &spellings)
{
    return std::all_of(spellings.begin(), spellings.end(), isLong);
}

QString SearchIndex::expression(const Query &query)
{
    QStringList parts;
    for (const QByteArray &facet : query.facets)
        parts.append(quoted(QString::fromUtf8(facet)));
    for (const QByteArrayList &spellings : query.terms) {
        if (!looksUp(spellings))
            continue; // restricts nothing here
        QStringList either;
        for (const QByteArray &spelling : spellings)
            either.append(quoted(QString::fromUtf8(spelling)));
        parts.append(u'(' + either.join(QStringLiteral(" OR ")) + u')');
    }
    return parts.join(QStringLiteral(" AND "));
}

SearchIndex::Range SearchIndex::range(const Query &query, ExchangeId high)
{
    Range range{1, high};
    if (query.since.isValid()) {
        Statement first = m_database->prepare("SELECT min(low) FROM days WHERE day >= ?");
        first.bind(1, query.since.toMSecsSinceEpoch() / dayMs);
        range.low
            = first.step() && !first.isNull(0) ? first.integer(0) : std::numeric_limits<ExchangeId>::max();
    }
    if (query.until.isValid()) {
        Statement last = m_database->prepare("SELECT max(high) FROM days WHERE day <= ?");
        last.bind(1, query.until.toMSecsSinceEpoch() / dayMs);
        range.high = std::min(high, last.step() && !last.isNull(0) ? last.integer(0) : ExchangeId(0));
    }
    return range;
}

Statement SearchIndex::candidates(const Query &query, Range range)
{
    Statement found = m_database->prepare(
        "SELECT rowid FROM calls WHERE calls MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC");
    found.bind(1, expression(query)).bind(2, range.low).bind(3, range.high);
    return found;
}

} // namespace store
