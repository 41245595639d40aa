// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/historyprivate.h"
#include "store/record.h"

#include <QCryptographicHash>

namespace store {

namespace {

using dcs::Errc;
using dcs::Error;

QString codesToText(const QList<int> &codes)
{
    QStringList texts;
    for (const int code : codes)
        texts.append(QString::number(code));
    return texts.join(u',');
}

QList<int> codesFromText(const QString &text)
{
    QList<int> codes;
    for (const QString &code : text.split(u',', Qt::SkipEmptyParts))
        codes.append(code.toInt());
    return codes;
}

void bindOptional(Statement &statement, int parameter, const QString &text)
{
    if (!text.isEmpty())
        statement.bind(parameter, text);
}

Error noSuchCall(ExchangeId id)
{
    return {Errc::NotFound, QStringLiteral("There is no call %1 in the history.").arg(id),
        QStringLiteral("“dcs history” lists what there is."), {}};
}

} // namespace

History::History(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

const QString &History::openNotice() const
{
    return m_d->notice;
}

bool History::isReadOnly() const
{
    return m_d->readOnly;
}

QString History::fileName() const
{
    return m_d->file;
}

dcs::Result<void> History::Private::refuseIfReadOnly() const
{
    if (!readOnly)
        return {};
    return Error{Errc::Storage, QStringLiteral("The history “%1” is open for reading only.").arg(file),
        notice.isEmpty() ? QStringLiteral("Name another folder with --data-dir.") : notice, {}};
}

dcs::Result<ExchangeId> History::begin(
    const dcs::WireRequest &asked, const QDateTime &startedAt, const CallFacts &askedFacts)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable.error();
    Database &database = *m_d->database;
    const auto mask = m_d->recordingMask();
    if (!mask)
        return mask.error();
    Mask::Replacements ids;
    const dcs::WireRequest request = *mask ? (*mask)->masked(asked, ids) : asked;
    const CallFacts facts = *mask ? (*mask)->masked(askedFacts, ids) : askedFacts;
    const QByteArray url = request.url();
    const QByteArray method = request.method();
    const QByteArray bytes = m_d->packer.pack(request.bytes, url);
    const QByteArray findings
        = facts.findings.isEmpty() ? QByteArray() : m_d->packer.pack(writeFindings(facts.findings), url);
    const QString what = QStringLiteral("written to");

    Transaction transaction(database);
    if (!transaction.begun())
        return m_d->error(what);
    {
        Statement row = database.prepare(
            "INSERT INTO exchanges(started, outcome, owner, method, alias, region, identity, preset, "
            "environment, batch, "
            "batch_row, stored, url, masked) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        row.bind(1, startedAt.toMSecsSinceEpoch()).bind(2, m_d->presence.own()).bindText(3, method);
        bindOptional(row, 4, facts.alias);
        if (facts.region)
            row.bind(5, *facts.region);
        bindOptional(row, 6, facts.firstIdentity);
        bindOptional(row, 7, facts.preset);
        bindOptional(row, 8, facts.environment);
        bindOptional(row, 9, facts.batch);
        if (facts.batchRow >= 0)
            row.bind(10, facts.batchRow);
        row.bind(11, rowBytes + url.size() + bytes.size() + findings.size()).bindText(12, url);
        if (*mask)
            row.bind(13, 1);
        if (auto done = row.run(what); !done)
            return done.error();
    }
    const ExchangeId id = database.lastId();
    {
        Statement row = database.prepare("INSERT INTO requests(id, tls, host, port, head_bytes, bytes, "
                                         "findings) VALUES (?, ?, ?, ?, ?, ?, ?)");
        row.bind(1, id).bind(2, request.tls ? 1 : 0).bindBytes(3, request.host).bind(4, int(request.port));
        row.bind(5, qint64(request.headBytes)).bindBytes(6, bytes);
        if (!findings.isEmpty())
            row.bindBytes(7, findings);
        if (auto done = row.run(what); !done)
            return done.error();
    }
    if (!transaction.commit())
        return m_d->error(what);
    return id;
}

dcs::Result<std::optional<qint64>> History::Private::tlsId(const std::optional<dcs::TlsFacts> &facts)
{
    if (!facts)
        return std::optional<qint64>();
    // The chain of a server is the same in every call, and as long as the rest together.
    const QByteArray record = writeTls(*facts);
    const auto known = tlsIds.constFind(record);
    if (known != tlsIds.constEnd())
        return std::optional<qint64>(*known);
    const QByteArray hash = QCryptographicHash::hash(record, QCryptographicHash::Sha256);
    const QString what = QStringLiteral("written to");
    Statement insert = database->prepare("INSERT OR IGNORE INTO tls(hash, record) VALUES (?, ?)");
    const QByteArray packed = packer.pack(record, {});
    insert.bindBytes(1, hash).bindBytes(2, packed);
    if (auto done = insert.run(what); !done)
        return done.error();
    Statement find = database->prepare("SELECT id FROM tls WHERE hash = ?");
    find.bindBytes(1, hash);
    if (!find.step())
        return error(what);
    return std::optional<qint64>(find.integer(0));
}

dcs::Result<void> History::finish(ExchangeId id, const dcs::Exchange &received, const AnswerFacts &facts)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable;
    Database &database = *m_d->database;
    QByteArray url; // as it was begun with, since what is packed is read with it
    const Mask *mask = nullptr;
    {
        Statement begun
            = database.prepare("SELECT url, masked FROM exchanges WHERE id = ? AND removed IS NOT -2");
        begun.bind(1, id);
        if (!begun.step())
            return begun.failed() ? m_d->error(QStringLiteral("read")) : noSuchCall(id);
        url = begun.bytes(0);
        if (begun.integer(1) && !(mask = m_d->knownMask()))
            return Error{Errc::Storage,
                QStringLiteral("The key of the masked calls in “%1” is gone.").arg(m_d->folder),
                QStringLiteral("Put the file history.key back."), {}};
    }
    const dcs::Exchange exchange
        = mask ? mask->masked(received, QStringList(facts.uuid) + facts.otherIds) : received;
    const QByteArray record = m_d->packer.pack(writeAnswer(exchange), url);
    const QByteArray body = exchange.body.isEmpty() ? QByteArray() : m_d->packer.pack(exchange.body, url);
    const QString what = QStringLiteral("written to");
    const auto outcome = exchange.failure ? StoredOutcome::Failed : StoredOutcome::Done;

    Transaction transaction(database);
    if (!transaction.begun())
        return m_d->error(what);
    {
        Statement row = database.prepare("UPDATE exchanges SET outcome = ?, owner = NULL, status = ?, errors "
                                         "= ?, failure = ?, total_ms = ?, "
                                         "body_bytes = ?, stored = stored + ? WHERE id = ?");
        row.bind(1, int(outcome)).bind(2, exchange.status);
        bindOptional(row, 3, codesToText(facts.errorCodes));
        if (exchange.failure)
            row.bind(4, dcs::failureKindName(exchange.failure->kind));
        row.bind(5, exchange.timings.total).bind(6, qint64(exchange.body.size()));
        row.bind(7, qint64(record.size() + body.size())).bind(8, id);
        if (auto done = row.run(what); !done)
            return done;
    }
    if (database.changes() == 0)
        return noSuchCall(id);
    const auto tls = m_d->tlsId(exchange.tls);
    if (!tls)
        return tls.error();
    {
        Statement row = database.prepare(
            "INSERT OR REPLACE INTO answers(id, started, tls, record, body) VALUES (?, ?, ?, ?, ?)");
        row.bind(1, id).bind(2, exchange.startedAt.toMSecsSinceEpoch());
        if (*tls)
            row.bind(3, **tls);
        row.bindBytes(4, record);
        if (!body.isEmpty())
            row.bindBytes(5, body);
        if (auto done = row.run(what); !done)
            return done;
    }
    if (!transaction.commit())
        return m_d->error(what);
    if (*tls)
        m_d->tlsIds.insert(writeTls(*exchange.tls), **tls);
    return {};
}

HistoryRow History::Private::readRow(Statement &row)
{
    HistoryRow out;
    out.id = row.integer(0);
    out.startedAt = QDateTime::fromMSecsSinceEpoch(row.integer(1), Qt::UTC);
    switch (StoredOutcome(row.integer(2))) {
    case StoredOutcome::Open:
        out.outcome = presence.isPresent(row.integer(3)) ? Outcome::InFlight : Outcome::Unknown;
        break;
    case StoredOutcome::Done:
        out.outcome = Outcome::Done;
        break;
    case StoredOutcome::Failed:
        out.outcome = Outcome::Failed;
        break;
    case StoredOutcome::Unknown:
        out.outcome = Outcome::Unknown;
        break;
    }
    out.pinned = row.integer(4) != 0;
    out.note = row.text(5);
    out.method = row.bytes(6);
    out.alias = row.text(7);
    if (!row.isNull(8))
        out.region = int(row.integer(8));
    out.firstIdentity = row.text(9);
    out.status = int(row.integer(10));
    out.errorCodes = codesFromText(row.text(11));
    out.failure = row.text(12);
    out.totalMs = row.real(13);
    out.bodyBytes = row.integer(14);
    out.preset = row.text(15);
    out.environment = row.text(16);
    out.batch = row.text(17);
    out.batchRow = row.isNull(18) ? -1 : row.integer(18);
    out.url = row.text(19);
    out.masked = row.integer(20) != 0;
    return out;
}

dcs::Result<HistoryEntry> History::entry(ExchangeId id) const
{
    return m_d->read(id, false);
}

dcs::Result<HistoryEntry> History::Private::read(ExchangeId id, bool removedToo)
{
    const QString what = QStringLiteral("read");
    HistoryEntry entry;
    QByteArray url;
    {
        Statement row = database->prepare("SELECT " + std::string(rowColumns)
            + " FROM exchanges WHERE id = ? AND removed " + (removedToo ? "IS NOT -2" : "IS NULL"));
        row.bind(1, id);
        if (!row.step())
            return row.failed() ? error(what) : noSuchCall(id);
        entry.row = readRow(row);
        url = row.bytes(19);
    }
    const auto damaged = [&] {
        return Error{Errc::Storage,
            QStringLiteral("The bytes of call %1 in “%2” are damaged.").arg(id).arg(file),
            QStringLiteral("Other calls may still be readable."), {}};
    };
    dcs::Exchange &exchange = entry.exchange;
    {
        Statement row = database->prepare(
            "SELECT tls, host, port, head_bytes, bytes, findings FROM requests WHERE id = ?");
        row.bind(1, id);
        if (!row.step())
            return row.failed() ? error(what) : damaged();
        const auto bytes = packer.unpack(row.bytes(4), url);
        if (!bytes)
            return damaged();
        exchange.request = {row.integer(0) != 0, row.bytes(1), quint16(row.integer(2)), *bytes,
            qBound(qsizetype(0), qsizetype(row.integer(3)), bytes->size())};
        if (!row.isNull(5))
            entry.findings = readFindings(packer.unpack(row.bytes(5), url).value_or(QByteArray()));
    }
    exchange.startedAt = entry.row.startedAt;
    exchange.status = entry.row.status;
    Statement row
        = database->prepare("SELECT a.started, a.record, a.body, t.record FROM answers a LEFT JOIN tls t ON "
                            "t.id = a.tls WHERE a.id = ?");
    row.bind(1, id);
    if (!row.step()) {
        if (row.failed())
            return error(what);
        return entry; // in flight, or nobody knows
    }
    const auto record = packer.unpack(row.bytes(1), url);
    const auto body = row.isNull(2) ? QByteArray() : packer.unpack(row.bytes(2), url);
    if (!record || !body)
        return damaged();
    exchange.startedAt = QDateTime::fromMSecsSinceEpoch(row.integer(0), Qt::UTC);
    readAnswer(*record, exchange);
    exchange.body = *body;
    if (!row.isNull(3))
        exchange.tls = readTls(packer.unpack(row.bytes(3), {}).value_or(QByteArray()));
    return entry;
}

dcs::Result<qint64> History::count() const
{
    Statement count = m_d->database->prepare("SELECT count(*) FROM exchanges WHERE removed IS NULL");
    if (!count.step())
        return m_d->error(QStringLiteral("read"));
    return count.integer(0);
}

qint64 History::changeCount() const
{
    return m_d->database->number("PRAGMA data_version");
}

void History::interrupt()
{
    m_d->interrupted = true;
    m_d->database->interrupt();
    const std::lock_guard guard(m_d->indexMutex);
    if (m_d->index)
        m_d->index->database().interrupt();
}

void History::clearInterruption()
{
    m_d->interrupted = false;
}

dcs::Result<void> History::setPinned(ExchangeId id, bool pinned)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable;
    Statement set
        = m_d->database->prepare("UPDATE exchanges SET pinned = ? WHERE id = ? AND removed IS NULL");
    if (pinned)
        set.bind(1, 1);
    set.bind(2, id);
    if (auto done = set.run(QStringLiteral("written to")); !done)
        return done;
    return m_d->database->changes() ? dcs::Result<void>() : noSuchCall(id);
}

dcs::Result<void> History::setNote(ExchangeId id, const QString &note)
{
    if (auto writable = m_d->refuseIfReadOnly(); !writable)
        return writable;
    Statement set = m_d->database->prepare("UPDATE exchanges SET note = ? WHERE id = ? AND removed IS NULL");
    bindOptional(set, 1, note);
    set.bind(2, id);
    if (auto done = set.run(QStringLiteral("written to")); !done)
        return done;
    return m_d->database->changes() ? dcs::Result<void>() : noSuchCall(id);
}

} // namespace store
