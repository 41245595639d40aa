// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/historyprivate.h"

#include <limits>

namespace store {

namespace {

using dcs::Error;

QString writing()
{
    return QStringLiteral("written to");
}

constexpr int purgedAtOnce = 100; // a transaction of a few milliseconds
constexpr qint64 restorableMs = 3600 * 1000;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

struct PruneChoice {
    std::vector<ExchangeId> ids;
    PruneReport report;
};

dcs::Result<PruneChoice> choose(History::Private &history, const Retention &retention)
{
    PruneChoice choice;
    const qint64 oldest = retention.days
        ? QDateTime::currentDateTimeUtc().addDays(-qint64(*retention.days)).toMSecsSinceEpoch()
        : std::numeric_limits<qint64>::min();
    qint64 calls = 0;
    qint64 bytes = 0;
    Statement rows = history.database->prepare("SELECT id, started, stored, pinned, outcome, owner FROM "
                                               "exchanges WHERE removed IS NULL ORDER BY id DESC");
    while (rows.step()) {
        const qint64 started = rows.integer(1);
        const qint64 stored = rows.integer(2);
        ++calls;
        bytes += stored;
        const bool tooMuch = started < oldest || (retention.count && calls > *retention.count)
            || (retention.bytes && bytes > *retention.bytes);
        if (!tooMuch || rows.integer(3))
            continue;
        if (StoredOutcome(rows.integer(4)) == StoredOutcome::Open
            && history.presence.isPresent(rows.integer(5)))
            continue;
        choice.ids.push_back(rows.integer(0));
        PruneReport &report = choice.report;
        ++report.calls;
        report.bytes += stored;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(started, Qt::UTC);
        report.oldest = report.oldest.isValid() ? std::min(report.oldest, at) : at;
        report.newest = report.newest.isValid() ? std::max(report.newest, at) : at;
    }
    if (rows.failed())
        return history.error(QStringLiteral("read"));
    return choice;
}

} // namespace

dcs::Result<void> History::remove(const QList<ExchangeId> &ids)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable;
    Database &database = *m_d->database;
    Transaction transaction(database);
    if (!transaction.begun())
        return m_d->error(writing());
    if (m_d->undoToken) {
        Statement forget = database.prepare("UPDATE exchanges SET removed = ? WHERE removed = ?");
        forget.bind(1, removedForGood).bind(2, m_d->undoToken);
        if (auto done = forget.run(writing()); !done)
            return done;
    }
    // The number of this removal's owner and not just a mark, so that what is left behind by a crash is known
    // as such.
    const qint64 token = m_d->presence.own() ? m_d->presence.own() : qint64(1);
    if (auto done = m_d->markRemoved(ids, token); !done)
        return done;
    if (!transaction.commit())
        return m_d->error(writing());
    m_d->undoToken = token;
    return {};
}

dcs::Result<void> History::Private::markRemoved(const QList<ExchangeId> &ids, qint64 by)
{
    for (const ExchangeId id : ids) {
        Statement mark
            = database->prepare("UPDATE exchanges SET removed = ? WHERE id = ? AND removed IS NULL");
        mark.bind(1, by).bind(2, id);
        if (auto done = mark.run(writing()); !done)
            return done;
    }
    return {};
}

dcs::Result<void> History::removeForNow(const QList<ExchangeId> &ids)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable;
    Transaction transaction(*m_d->database);
    if (!transaction.begun())
        return m_d->error(writing());
    if (auto done = m_d->markRemoved(ids, -nowMs()); !done)
        return done;
    return transaction.commit() ? dcs::Result<void>() : m_d->error(writing());
}

dcs::Result<int> History::restore(const QList<ExchangeId> &ids)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable.error();
    Database &database = *m_d->database;
    if (ids.isEmpty()) {
        Statement bring = database.prepare("UPDATE exchanges SET removed = NULL WHERE removed < ?");
        bring.bind(1, removedForNow);
        if (auto done = bring.run(writing()); !done)
            return done.error();
        return database.changes();
    }
    Transaction transaction(database);
    if (!transaction.begun())
        return m_d->error(writing());
    for (const ExchangeId id : ids) {
        Statement bring
            = database.prepare("UPDATE exchanges SET removed = NULL WHERE id = ? AND removed < ?");
        bring.bind(1, id).bind(2, removedForNow);
        if (auto done = bring.run(writing()); !done)
            return done.error();
        if (database.changes() == 0)
            return Error{dcs::Errc::NotFound, QStringLiteral("Call %1 cannot be brought back.").arg(id),
                QStringLiteral("Only what was deleted on the command line within the last hour can."), {}};
    }
    return transaction.commit() ? dcs::Result<int>(int(ids.size())) : m_d->error(writing());
}

dcs::Result<void> History::undoRemove()
{
    if (!m_d->undoToken)
        return Error{dcs::Errc::NotFound, QStringLiteral("There is no deletion to undo."), {}, {}};
    Statement bring = m_d->database->prepare("UPDATE exchanges SET removed = NULL WHERE removed = ?");
    bring.bind(1, m_d->undoToken);
    if (auto done = bring.run(writing()); !done)
        return done;
    m_d->undoToken = 0;
    return {};
}

// Removed calls whose remover is gone, or has removed others since.
bool History::Private::purgeSome()
{
    std::vector<ExchangeId> ids;
    {
        Statement removed
            = database->prepare("SELECT id, removed, outcome, owner FROM exchanges WHERE "
                                "removed IS NOT NULL AND removed > ? ORDER BY removed LIMIT 1000");
        removed.bind(1, -(nowMs() - restorableMs));
        while (removed.step() && ids.size() < purgedAtOnce) {
            const qint64 by = removed.integer(1);
            const bool inFlight
                = removed.integer(2) == int(StoredOutcome::Open) && presence.isPresent(removed.integer(3));
            if (by == keptForItsNumber || inFlight || (by > 0 && presence.isPresent(by)))
                continue;
            ids.push_back(removed.integer(0));
        }
    }
    return !ids.empty() && purge(ids).has_value() && ids.size() == purgedAtOnce;
}

dcs::Result<void> History::Private::purge(const std::vector<ExchangeId> &ids)
{
    // The index is told the very text that it was given, so it goes first, and is kept from changing
    // meanwhile.
    SearchIndex *target = searchIndex();
    if (target && !target->beginWriting(true))
        target = nullptr;
    const ExchangeId mark = target ? target->watermark() : 0;
    for (const ExchangeId id : ids) {
        if (!target || id > mark)
            continue;
        if (target->isPending(id))
            target->setPending(id, false);
        else if (const auto call = indexed(id))
            target->remove(*call);
    }
    const auto takeOff = [&]() -> dcs::Result<void> {
        Transaction transaction(*database);
        if (!transaction.begun())
            return error(writing());
        const ExchangeId last = database->number("SELECT max(id) FROM exchanges");
        for (const ExchangeId id : ids) {
            for (const char *table : {"DELETE FROM requests WHERE id = ?", "DELETE FROM answers WHERE id = ?",
                     id == last
                         ? "UPDATE exchanges SET removed = -2, outcome = 1, owner = NULL, pinned = NULL, "
                           "note = NULL, "
                           "alias = NULL, region = NULL, identity = NULL, errors = NULL, preset = NULL, "
                           "environment = NULL, batch = NULL, stored = 0, url = '' WHERE id = ?"
                         : "DELETE FROM exchanges WHERE id = ?"}) {
                Statement statement = database->prepare(table);
                statement.bind(1, id);
                if (auto done = statement.run(writing()); !done)
                    return done;
            }
        }
        Statement empty = database->prepare("DELETE FROM exchanges WHERE removed = -2 AND id < ?");
        empty.bind(1, last);
        if (auto done = empty.run(writing()); !done)
            return done;
        return transaction.commit() ? dcs::Result<void>() : error(writing());
    };
    auto done = takeOff();
    if (target && (!done || !target->commit()))
        target->rollback();
    return done;
}

dcs::Result<PruneReport> History::prunePreview(const Retention &retention) const
{
    const auto choice = choose(*m_d, retention);
    if (!choice)
        return choice.error();
    return choice->report;
}

dcs::Result<PruneReport> History::prune(const Retention &retention, const Progress &progress)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable.error();
    auto choice = choose(*m_d, retention);
    if (!choice)
        return choice.error();
    PruneReport report = choice->report;
    const std::vector<ExchangeId> &ids = choice->ids;
    for (size_t at = 0; at < ids.size(); at += purgedAtOnce) {
        if (progress && !progress(qint64(at), qint64(ids.size()))) {
            report.calls = qint64(at);
            return report;
        }
        const std::vector<ExchangeId> some(
            ids.begin() + qsizetype(at), ids.begin() + qsizetype(std::min(at + purgedAtOnce, ids.size())));
        // Somebody may have pinned one since it was chosen.
        std::vector<ExchangeId> marked;
        for (const ExchangeId id : some) {
            Statement mark
                = m_d->database->prepare("SELECT 1 FROM exchanges WHERE id = ? AND pinned IS NULL");
            mark.bind(1, id);
            if (mark.step())
                marked.push_back(id);
        }
        if (auto done = m_d->purge(marked); !done)
            return done.error();
    }
    if (progress)
        progress(qint64(ids.size()), qint64(ids.size()));
    return report;
}

dcs::Result<void> History::vacuum(const Progress &progress)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable;
    Database &database = *m_d->database;
    constexpr int pagesAtOnce = 256; // a megabyte: some milliseconds in which others wait
    const qint64 all = database.number("PRAGMA freelist_count");
    for (qint64 left = all; left > 0;) {
        if (progress && !progress(all - left, all))
            return {};
        const std::string some = "PRAGMA incremental_vacuum(" + std::to_string(pagesAtOnce) + ")";
        if (!database.execute(some.c_str()))
            return m_d->error(QStringLiteral("made smaller"));
        const qint64 now = database.number("PRAGMA freelist_count");
        if (now >= left)
            break;
        left = now;
    }
    // Only now does the file itself get shorter; while others read, as far as they let it.
    database.execute("PRAGMA wal_checkpoint(PASSIVE)");
    if (progress)
        progress(all, all);
    return {};
}

} // namespace store
