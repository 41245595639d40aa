// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answer.h"
#include "dcs/catalogue.h"
#include "store/historyprivate.h"
#include "store/record.h"

#include <vector>

namespace store {

namespace {

constexpr int maskedAtOnce = 50; // a transaction of some milliseconds

QString writing()
{
    return QStringLiteral("written to");
}

std::vector<ExchangeId> unmaskedAfter(Database &database, ExchangeId id)
{
    std::vector<ExchangeId> ids;
    Statement rows = database.prepare(
        "SELECT id FROM exchanges WHERE id > ? AND masked IS NULL AND removed IS NOT -2 ORDER BY id LIMIT ?");
    rows.bind(1, id).bind(2, maskedAtOnce);
    while (rows.step())
        ids.push_back(rows.integer(0));
    return ids;
}

} // namespace

// In the database and not in a file of settings: every program that records into it must obey.
dcs::Result<void> History::setMasking(bool on)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable;
    if (on && !m_d->mask) {
        auto mask = Mask::open(m_d->folder);
        if (!mask)
            return mask.error();
        m_d->mask = *mask;
    }
    Statement set = m_d->database->prepare("INSERT OR REPLACE INTO facts VALUES ('masking', ?)");
    set.bind(1, int(on));
    return set.run(writing());
}

dcs::Result<bool> History::isMasking() const
{
    Statement get = m_d->database->prepare("SELECT value FROM facts WHERE name = 'masking'");
    const bool there = get.step();
    if (get.failed())
        return m_d->error(QStringLiteral("read"));
    return there && get.integer(0) != 0;
}

dcs::Result<qint64> History::countUnmasked() const
{
    Statement count
        = m_d->database->prepare("SELECT count(*) FROM exchanges WHERE masked IS NULL AND removed IS NOT -2");
    if (!count.step())
        return m_d->error(QStringLiteral("read"));
    return count.integer(0);
}

const Mask *History::Private::knownMask()
{
    if (!mask)
        mask = Mask::existing(folder); // another process may have made the key meanwhile
    return mask ? &*mask : nullptr;
}

dcs::Result<const Mask *> History::Private::recordingMask()
{
    {
        Statement get = database->prepare("SELECT value FROM facts WHERE name = 'masking'");
        if (!get.step() || get.integer(0) == 0)
            return static_cast<const Mask *>(nullptr);
    }
    if (!mask) {
        auto opened = Mask::open(folder);
        if (!opened)
            return opened.error();
        mask = *opened;
    }
    return &*mask;
}

// Everything is packed with the URL, so all of it is written anew.
dcs::Result<void> History::Private::maskRecorded(ExchangeId id)
{
    const auto entry = read(id, true);
    if (!entry)
        return entry.error();
    Mask::Replacements ids;
    const dcs::WireRequest request = mask->masked(entry->exchange.request, ids);
    CallFacts facts;
    facts.firstIdentity = entry->row.firstIdentity;
    facts.findings = entry->findings;
    facts = mask->masked(facts, ids);
    const auto answer = dcs::Answer::parse(entry->exchange, dcs::Catalogue::builtIn());
    const dcs::Exchange exchange = mask->masked(entry->exchange, {answer.uuid, answer.mid, answer.blob});

    const QByteArray url = request.url();
    const QByteArray bytes = packer.pack(request.bytes, url);
    const QByteArray findings
        = facts.findings.isEmpty() ? QByteArray() : packer.pack(writeFindings(facts.findings), url);
    const QByteArray record = packer.pack(writeAnswer(exchange), url);
    const QByteArray body = exchange.body.isEmpty() ? QByteArray() : packer.pack(exchange.body, url);
    {
        Statement row = database->prepare("UPDATE exchanges SET url = ?, identity = ?, stored = ?, "
                                          "body_bytes = ?, masked = 1 WHERE id = ?");
        row.bindText(1, url);
        if (!facts.firstIdentity.isEmpty())
            row.bind(2, facts.firstIdentity);
        row.bind(3, rowBytes + url.size() + bytes.size() + findings.size() + record.size() + body.size());
        row.bind(4, qint64(exchange.body.size())).bind(5, id);
        if (auto done = row.run(writing()); !done)
            return done;
    }
    {
        Statement row
            = database->prepare("UPDATE requests SET head_bytes = ?, bytes = ?, findings = ? WHERE id = ?");
        row.bind(1, qint64(request.headBytes)).bindBytes(2, bytes);
        if (!findings.isEmpty())
            row.bindBytes(3, findings);
        row.bind(4, id);
        if (auto done = row.run(writing()); !done)
            return done;
    }
    Statement row = database->prepare("UPDATE answers SET record = ?, body = ? WHERE id = ?");
    row.bindBytes(1, record);
    if (!body.isEmpty())
        row.bindBytes(2, body);
    row.bind(3, id);
    return row.run(writing());
}

dcs::Result<qint64> History::maskEarlier(const Progress &progress)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable.error();
    auto mask = Mask::open(m_d->folder);
    if (!mask)
        return mask.error();
    m_d->mask = *mask;
    Database &database = *m_d->database;
    const auto all = countUnmasked();
    if (!all)
        return all;
    // The index would keep the old texts, and taking each off costs more than making it anew.
    m_d->dropIndex();
    database.execute(
        "PRAGMA secure_delete = ON"); // what an ID is overwritten by is on the same page, or nothing
    qint64 done = 0;
    dcs::Result<void> result;
    std::vector<ExchangeId> ids;
    for (ExchangeId last = 0; result && !(ids = unmaskedAfter(database, last)).empty(); last = ids.back()) {
        if (progress && !progress(done, *all))
            break;
        result = m_d->maskSome(ids, done);
    }
    database.execute("PRAGMA secure_delete = OFF");
    m_d->dropIndex(); // somebody may have begun a new one with calls that were not masked yet
    database.execute("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)");
    if (!result)
        return result.error();
    if (progress)
        progress(done, *all);
    return done;
}

dcs::Result<void> History::Private::maskSome(const std::vector<ExchangeId> &ids, qint64 &done)
{
    // What is indexed must be taken off with the very text that it was given.
    SearchIndex *target = searchIndex();
    if (target && !target->beginWriting(true))
        target = nullptr;
    const ExchangeId mark = target ? target->watermark() : 0;
    const auto work = [&]() -> dcs::Result<void> {
        Transaction transaction(*database);
        if (!transaction.begun())
            return error(writing());
        qint64 masked = 0;
        for (const ExchangeId id : ids) {
            const bool isIndexed = target && id <= mark && !target->isPending(id);
            const auto before = isIndexed ? indexed(id) : std::nullopt;
            if (auto did = maskRecorded(id); !did) {
                if (database->isDamaged() || did.error().code != dcs::Errc::Storage)
                    return did;
                continue; // a call whose bytes cannot be read has none to mask
            }
            ++masked;
            if (before)
                target->remove(*before);
            if (const auto after = before ? indexed(id) : std::nullopt)
                target->add(*after);
        }
        if (!transaction.commit())
            return error(writing());
        done += masked;
        return {};
    };
    auto result = work();
    if (target && (!result || !target->commit()))
        target->rollback();
    return result;
}

} // namespace store
