// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/historyprivate.h"
#include "store/record.h"
#include "store/searchtext.h"

#include <algorithm>
#include <limits>

namespace store {

namespace {

constexpr ExchangeId newest = std::numeric_limits<ExchangeId>::max();

bool statusMatches(const HistoryRow &row, const QString &wanted)
{
    if (wanted.isEmpty())
        return true;
    if (wanted == QStringLiteral("failed"))
        return row.outcome == Outcome::Failed;
    if (wanted == QStringLiteral("unknown"))
        return row.outcome == Outcome::Unknown;
    if (wanted == QStringLiteral("inflight"))
        return row.outcome == Outcome::InFlight;
    if (wanted.endsWith(QStringLiteral("xx")))
        return row.status > 0 && row.status / 100 == wanted.chopped(2).toInt();
    return row.status > 0 && row.status == wanted.toInt();
}

bool noteMatches(const QString &note, const QString &wanted)
{
    if (wanted.isEmpty())
        return true;
    return wanted == QStringLiteral("*") ? !note.isEmpty()
                                         : folded(note.toUtf8()).contains(folded(wanted.toUtf8()));
}

// All but the terms.
bool rowMatches(const HistoryRow &row, const HistoryFilter &filter)
{
    return (filter.alias.isEmpty() || row.alias.compare(filter.alias, Qt::CaseInsensitive) == 0)
        && (!filter.region || row.region == filter.region) && statusMatches(row, filter.status)
        && (!filter.error || row.errorCodes.contains(*filter.error))
        && (!filter.since.isValid() || row.startedAt >= filter.since)
        && (!filter.until.isValid() || row.startedAt < filter.until)
        && (filter.preset.isEmpty() || row.preset.compare(filter.preset, Qt::CaseInsensitive) == 0
            || row.preset.section(u'#', -1).compare(filter.preset, Qt::CaseInsensitive) == 0)
        && (filter.environment.isEmpty()
            || row.environment.compare(filter.environment, Qt::CaseInsensitive) == 0)
        && (filter.batch.isEmpty() || row.batch == filter.batch)
        && (!filter.pinned || row.pinned == *filter.pinned) && noteMatches(row.note, filter.note);
}

QByteArrayList facetsOf(const HistoryRow &row)
{
    QByteArrayList facets;
    const auto add = [&](facet::Kind kind, const QString &value) {
        if (!value.isEmpty())
            facets.append(facet::token(kind, value));
    };
    add(facet::Alias, row.alias);
    if (row.region)
        add(facet::Region, QString::number(*row.region));
    if (row.status > 0) {
        add(facet::Status, QString::number(row.status));
        add(facet::Status, QString::number(row.status / 100) + QStringLiteral("xx"));
    }
    if (row.outcome == Outcome::Failed)
        add(facet::Status, QStringLiteral("failed"));
    if (row.outcome == Outcome::Unknown)
        add(facet::Status, QStringLiteral("unknown"));
    for (const int code : row.errorCodes)
        add(facet::Error, QString::number(code));
    add(facet::Preset, row.preset);
    if (row.preset.contains(u'#'))
        add(facet::Preset, row.preset.section(u'#', -1));
    add(facet::Batch, row.batch);
    add(facet::Environment, row.environment);
    return facets;
}

SearchIndex::Query queryOf(const HistoryFilter &filter, const Mask *mask)
{
    SearchIndex::Query query;
    const auto add = [&](facet::Kind kind, const QString &value) {
        if (!value.isEmpty())
            query.facets.append(facet::token(kind, value));
    };
    for (const QString &term : filter.terms)
        query.terms.append(mask ? QByteArrayList{folded(term.toUtf8()), mask->token(term.toUtf8())}
                                : QByteArrayList{folded(term.toUtf8())});
    add(facet::Alias, filter.alias);
    if (filter.region)
        add(facet::Region, QString::number(*filter.region));
    add(facet::Status, filter.status);
    if (filter.error)
        add(facet::Error, QString::number(*filter.error));
    add(facet::Preset, filter.preset);
    add(facet::Batch, filter.batch);
    add(facet::Environment, filter.environment);
    query.since = filter.since;
    query.until = filter.until;
    return query;
}

/// Whether the text has a term, in one of its spellings.
auto isIn(const QByteArray &text)
{
    return [&text](const QByteArrayList &spellings) {
        return std::any_of(spellings.begin(), spellings.end(),
            [&](const QByteArray &spelling) { return text.contains(spelling); });
    };
}

const std::string selectRows = "SELECT " + std::string(rowColumns) + " FROM exchanges ";

} // namespace

// Gathers one page: looks at rows, newest first, from where they may be, until there are enough.
class PageSearch
{
public:
    PageSearch(History::Private &history, const HistoryFilter &filter, int count)
        : m_history(history)
        , m_filter(filter)
        , m_query(queryOf(filter, filter.terms.isEmpty() ? nullptr : history.knownMask()))
        , m_count(count)
        , m_wanted(m_query.terms)
    {
    }

    dcs::Result<QList<HistoryRow>> run(ExchangeId before)
    {
        if (m_filter == HistoryFilter())
            scan(1, before - 1);
        else if (m_filter.pinned == true)
            scan(1, before - 1, "WHERE pinned = 1 AND");
        else if (!m_filter.note.isEmpty())
            scan(1, before - 1, "INDEXED BY exchanges_noted WHERE note IS NOT NULL AND");
        else if (SearchIndex *index = m_history.searchIndex())
            search(*index, before);
        else
            scan(1, before - 1);
        if (m_failed && !m_history.interrupted)
            return m_history.error(QStringLiteral("read"));
        return m_rows;
    }

private:
    bool isDone() const { return m_rows.size() >= m_count || m_history.interrupted || m_failed; }

    void search(SearchIndex &index, ExchangeId before)
    {
        // What the index does not cover yet: the newest calls, and some that were in flight when it came by.
        const ExchangeId mark = index.watermark();
        scan(mark + 1, before - 1);
        if (isDone())
            return;
        const std::vector<ExchangeId> pending = index.pending();
        m_pending.assign(
            std::upper_bound(pending.begin(), pending.end(), before, std::greater<>()), pending.end());
        addNoted(std::min(before - 1, mark));
        const SearchIndex::Range range = index.range(m_query, std::min(before - 1, mark));
        if (!SearchIndex::canLookUp(m_query)) {
            scanBetweenPending(range);
            return;
        }
        ExchangeId last = range.high + 1;
        {
            Statement candidates = index.candidates(m_query, range);
            while (!isDone() && candidates.step()) {
                last = candidates.integer(0);
                considerPending(last);
                if (!isDone())
                    considerCandidate(last);
            }
            if (!candidates.failed() || m_history.interrupted) {
                considerPending(0);
                return;
            }
        }
        m_history.dropIndex(); // unreadable: go on without it, the next one who tidies makes it anew
        m_pending.clear();
        scan(1, last - 1);
    }

    // Notes come and go and are not in the index: calls whose note has one of the terms are looked at like
    // those that it does not cover.
    void addNoted(ExchangeId high)
    {
        if (m_wanted.isEmpty())
            return;
        std::vector<ExchangeId> noted;
        Statement notes
            = m_history.database->prepare("SELECT id, note FROM exchanges INDEXED BY exchanges_noted "
                                          "WHERE note IS NOT NULL AND id <= ? ORDER BY id DESC");
        notes.bind(1, high);
        while (!isDone() && notes.step()) {
            const QByteArray note = folded(notes.bytes(1));
            if (std::any_of(m_wanted.begin(), m_wanted.end(), isIn(note)))
                noted.push_back(notes.integer(0));
        }
        m_failed = m_failed || notes.failed();
        std::vector<ExchangeId> both;
        std::set_union(m_pending.begin(), m_pending.end(), noted.begin(), noted.end(),
            std::back_inserter(both), std::greater<>());
        m_pending = std::move(both);
    }

    // The index vouches for the terms that it could look up.
    void considerCandidate(ExchangeId id)
    {
        m_wanted.removeIf(SearchIndex::looksUp);
        considerId(id);
        m_wanted = m_query.terms;
    }

    void considerPending(ExchangeId above)
    {
        while (!isDone() && !m_pending.empty() && m_pending.front() >= above) {
            const ExchangeId id = m_pending.front();
            m_pending.erase(m_pending.begin());
            if (id != above)
                considerId(id);
        }
    }

    void scanBetweenPending(SearchIndex::Range range)
    {
        // Those in flight are rows like others here; only ones outside the range of days need a look of their
        // own.
        while (!m_pending.empty() && m_pending.front() > range.high && !isDone()) {
            considerId(m_pending.front());
            m_pending.erase(m_pending.begin());
        }
        scan(range.low, range.high);
        for (const ExchangeId id : m_pending) {
            if (id < range.low && !isDone())
                considerId(id);
        }
    }

    void scan(ExchangeId low, ExchangeId high, const char *condition = "WHERE")
    {
        if (low > high || isDone())
            return;
        Statement rows = m_history.database->prepare(
            selectRows + condition + " id BETWEEN ? AND ? AND removed IS NULL ORDER BY id DESC");
        rows.bind(1, low).bind(2, high);
        while (!isDone() && rows.step())
            consider(rows);
        m_failed = m_failed || rows.failed();
    }

    void considerId(ExchangeId id)
    {
        Statement row = m_history.database->prepare(selectRows + "WHERE id = ? AND removed IS NULL");
        row.bind(1, id);
        if (row.step())
            consider(row);
        m_failed = m_failed || row.failed();
    }

    void consider(Statement &statement)
    {
        HistoryRow row = m_history.readRow(statement);
        if (rowMatches(row, m_filter) && textMatches(row))
            m_rows.append(std::move(row));
    }

    bool textMatches(const HistoryRow &row)
    {
        if (m_wanted.isEmpty())
            return true;
        // Most of what is looked for stands in the URL; the bytes are fetched only where it does not.
        QByteArray text = folded(row.url.toUtf8()) + '\n' + folded(row.note.toUtf8());
        if (std::all_of(m_wanted.begin(), m_wanted.end(), isIn(text)))
            return true;
        const auto call = m_history.indexed(row.id);
        if (call)
            text += '\n' + call->text;
        return call && std::all_of(m_wanted.begin(), m_wanted.end(), isIn(text));
    }

    History::Private &m_history;
    const HistoryFilter &m_filter;
    SearchIndex::Query m_query;
    int m_count;
    QList<QByteArrayList> m_wanted; ///< terms that still must be looked for in the text
    bool m_failed = false;
    std::vector<ExchangeId> m_pending; ///< to be looked at one by one, newest first
    QList<HistoryRow> m_rows;
};

dcs::Result<QList<HistoryRow>> History::page(
    const HistoryFilter &filter, std::optional<ExchangeId> before, int count) const
{
    auto rows = PageSearch(*m_d, filter, count).run(before.value_or(newest));
    m_d->interrupted = false;
    return rows;
}

SearchIndex *History::Private::searchIndex()
{
    if (index && !index->isInPlace()) {
        const std::lock_guard guard(indexMutex);
        index.reset();
        indexTried = false;
    }
    if (!indexTried) {
        indexTried = true;
        const qint64 instance = database->number("SELECT value FROM facts WHERE name = 'instance'");
        auto opened = SearchIndex::open(folder, instance, readOnly);
        const std::lock_guard guard(indexMutex);
        index = std::move(opened);
    }
    return index.get();
}

void History::Private::dropIndex()
{
    const std::lock_guard guard(indexMutex);
    index.reset();
    if (!readOnly)
        SearchIndex::discard(folder);
    indexTried = false;
}

std::optional<IndexedCall> History::Private::indexed(ExchangeId id)
{
    Statement call = database->prepare("SELECT " + std::string(rowColumns)
        + ", r.tls, r.host, r.port, r.head_bytes, r.bytes, a.record, a.body FROM exchanges "
          "JOIN requests r USING(id) LEFT JOIN (SELECT id, record, body FROM answers) a USING(id) WHERE id = "
          "?");
    call.bind(1, id);
    if (!call.step())
        return {};
    const HistoryRow row = readRow(call);
    const QByteArray url = call.bytes(19);
    const auto bytes = packer.unpack(call.bytes(25), url);
    dcs::WireRequest request{
        call.integer(21) != 0, call.bytes(22), quint16(call.integer(23)), bytes.value_or(QByteArray()), 0};
    request.headBytes = qBound(qsizetype(0), qsizetype(call.integer(24)), request.bytes.size());
    dcs::Exchange exchange;
    if (!call.isNull(26))
        readAnswer(packer.unpack(call.bytes(26), url).value_or(QByteArray()), exchange);
    const auto body = call.isNull(27) ? QByteArray() : packer.unpack(call.bytes(27), url, searchedBytes + 8);
    return IndexedCall{id, row.startedAt.toMSecsSinceEpoch(),
        searchText(request, exchange.responseHead, body.value_or(QByteArray())), facetsOf(row).join()};
}

namespace {

// So many at a time that a search that has begun meanwhile does not wait.
constexpr int indexedAtOnce = 64;
constexpr qsizetype indexedBytesAtOnce = 256 * 1024;

} // namespace

bool History::Private::indexSome()
{
    SearchIndex *target = readOnly ? nullptr : searchIndex();
    if (!target || !target->beginWriting(false))
        return false;
    qsizetype bytes = 0;
    const auto add = [&](ExchangeId id) {
        if (const auto call = indexed(id)) {
            bytes += call->text.size();
            target->add(*call);
        }
    };
    // True once it will not change any more.
    const auto isSettled = [&](ExchangeId id, StoredOutcome outcome, qint64 owner) {
        if (outcome != StoredOutcome::Open)
            return true;
        if (presence.isPresent(owner))
            return false;
        Statement mark = database->prepare(
            "UPDATE exchanges SET outcome = 3, owner = NULL WHERE id = ? AND outcome = 0");
        mark.bind(1, id);
        return mark.run({}).has_value();
    };
    for (const ExchangeId id : target->pending()) {
        Statement row = database->prepare("SELECT outcome, owner FROM exchanges WHERE id = ?");
        row.bind(1, id);
        const bool there = row.step();
        if (there && !isSettled(id, StoredOutcome(row.integer(0)), row.integer(1)))
            continue;
        if (there)
            add(id);
        target->setPending(id, false);
    }
    struct Found {
        ExchangeId id;
        StoredOutcome outcome;
        qint64 owner;
    };
    std::vector<Found> found;
    {
        Statement rows
            = database->prepare("SELECT id, outcome, owner FROM exchanges WHERE id > ? ORDER BY id LIMIT ?");
        rows.bind(1, target->watermark()).bind(2, indexedAtOnce);
        while (rows.step())
            found.push_back({rows.integer(0), StoredOutcome(rows.integer(1)), rows.integer(2)});
    }
    ExchangeId mark = 0;
    size_t taken = 0;
    for (; taken < found.size() && bytes < indexedBytesAtOnce; ++taken) {
        const Found &call = found[taken];
        mark = call.id;
        if (isSettled(call.id, call.outcome, call.owner))
            add(call.id);
        else
            target->setPending(call.id, true);
    }
    if (mark)
        target->setWatermark(mark);
    const bool kept = target->commit();
    if (!kept && target->database().isDamaged())
        dropIndex();
    return kept && (taken < found.size() || found.size() == indexedAtOnce);
}

bool History::tidySome()
{
    if (m_d->readOnly)
        return false;
    const bool moreToPurge = m_d->purgeSome();
    return m_d->indexSome() || moreToPurge;
}

} // namespace store
