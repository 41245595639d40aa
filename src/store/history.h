// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/finding.h"
#include "dcs/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace store {

using ExchangeId = qint64;

inline constexpr char maskedIdStart[] = "masked-"; ///< of what stands in the place of a masked ID

/// What is known about a call beside its bytes, when it starts.
struct CallFacts {
    QString alias;
    std::optional<int> region;
    QString firstIdentity; ///< "uuid 2292…", for the list
    QString preset; ///< path#name inside the workspace, or ""
    QString environment;
    QString batch; ///< ID of the batch run, or ""
    qint64 batchRow = -1;
    QList<dcs::Finding> findings;
};

/// What the answer said, as far as the list and the search need it.
struct AnswerFacts {
    QList<int> errorCodes;
    std::optional<int> answerRegion;
    QString uuid, tid;
    QStringList otherIds{}; ///< what else the answer names a person by: masked like the user
};

enum class Outcome {
    InFlight,
    Done,
    Failed,
    Unknown
}; ///< Unknown: begun, never finished, its process is gone

/// One line of the list: everything but the bytes.
struct HistoryRow {
    ExchangeId id = 0;
    QDateTime startedAt; ///< UTC, milliseconds
    Outcome outcome = Outcome::Done;
    QByteArray method;
    QString url;
    QString alias;
    std::optional<int> region;
    QString firstIdentity;
    int status = 0; ///< 0: no status line came
    QList<int> errorCodes;
    QString failure; ///< kind of failure, or ""
    double totalMs = 0;
    qint64 bodyBytes = 0;
    bool pinned = false;
    QString note;
    QString preset, environment, batch;
    qint64 batchRow = -1;
    bool masked = false; ///< its IDs are keyed hashes: it cannot be sent again as it was
};

struct HistoryEntry {
    HistoryRow row;
    dcs::Exchange exchange;
    QList<dcs::Finding> findings;
};

/// The search line, understood. Empty members do not restrict.
struct HistoryFilter {
    QStringList terms; ///< each must occur (substring) in URL, parameters, IDs, answer text or note
    QString alias;
    std::optional<int> region;
    QString status; ///< "200", "4xx", "failed", "unknown", "inflight"
    std::optional<int> error; ///< DCS code
    QDateTime since, until; ///< UTC; until is exclusive
    QString preset, environment, batch;
    std::optional<bool> pinned;
    QString note; ///< must occur in the note; "*": any note

    bool operator==(const HistoryFilter &) const = default;
};

/// `error:171 alias:acme since:yesterday "famous popstar"` → filter. Unknown words with a colon that is no
/// filter name are plain terms. `now` resolves today, yesterday, 2h, 7d and dates, in local time. Errors say
/// which word is wrong.
dcs::Result<HistoryFilter> parseSearch(const QString &line, const QDateTime &now);
/// The filters' names, in the order in which to offer them; and values that are the same for everybody.
QStringList searchFilters();
QStringList searchValues(const QString &filter);
/// A filter as it is written, in quotation marks where it needs them.
QString searchWord(const QString &filter, const QString &value);
/// The filter in words, for the line under the search field: "alias acme, DCS error 171, since …, with
/// “popstar”".
QString describe(const HistoryFilter &filter);

struct Retention {
    std::optional<int> days;
    std::optional<qint64> count;
    std::optional<qint64> bytes;
};
struct PruneReport {
    qint64 calls = 0;
    qint64 bytes = 0;
    QDateTime oldest, newest;
};

/// The history database: every exchange, whole. SQLite in WAL mode, readable by its owner alone. Several
/// processes and windows may have it open; an object belongs to one thread at a time. begin() and finish()
/// are durable when they return.
class History
{
public:
    /// Opens or makes `<folder>/history.sqlite`. A damaged file is set aside and a new one started (see
    /// openNotice()); one of a newer version is opened read-only.
    static dcs::Result<std::unique_ptr<History>> open(const QString &folder);
    ~History();

    const QString &
    openNotice() const; ///< what the user must be told about opening: set aside, recovered, read-only
    bool isReadOnly() const;
    QString fileName() const;

    /// From now on user and device IDs are recorded as keyed hashes only, by whoever has this history open; a
    /// search for the ID itself still finds them.
    dcs::Result<void> setMasking(bool on);
    dcs::Result<bool> isMasking() const;
    dcs::Result<qint64> countUnmasked() const;

    dcs::Result<ExchangeId> begin(
        const dcs::WireRequest &request, const QDateTime &startedAt, const CallFacts &facts);
    dcs::Result<void> finish(ExchangeId id, const dcs::Exchange &exchange, const AnswerFacts &facts);

    dcs::Result<HistoryEntry> entry(ExchangeId id) const;
    /// Newest first, older than `before`. Keyset paging, never an OFFSET.
    dcs::Result<QList<HistoryRow>> page(
        const HistoryFilter &filter, std::optional<ExchangeId> before, int count) const;
    dcs::Result<qint64> count() const;
    /// Makes a page() that runs in another thread return at once with what it has; if none runs, the next
    /// one.
    void interrupt();
    void clearInterruption();

    dcs::Result<void> setPinned(ExchangeId id, bool pinned);
    dcs::Result<void> setNote(ExchangeId id, const QString &note);
    /// Removes and gives back what undoes it.
    dcs::Result<void> remove(const QList<ExchangeId> &ids);
    dcs::Result<void> undoRemove(); ///< brings the last remove() of this object back
    /// For programs that end at once: anybody may bring these back with restore() for an hour.
    dcs::Result<void> removeForNow(const QList<ExchangeId> &ids);
    /// Those of removeForNow() that are still there, or all of them if none is named; gives the number.
    dcs::Result<int> restore(const QList<ExchangeId> &ids);
    dcs::Result<PruneReport> prunePreview(const Retention &retention) const;
    /// Tells how far it is; returning false stops at the next safe point.
    using Progress = std::function<bool(qint64 done, qint64 all)>;
    /// Pinned calls and those in flight stay. Short transactions: others go on writing meanwhile.
    dcs::Result<PruneReport> prune(const Retention &retention, const Progress &progress = {});
    /// Masks the IDs of calls that were recorded without; gives how many it did. Short transactions, and what
    /// was done stays done. The search index is made anew afterwards: it would remember them.
    dcs::Result<qint64> maskEarlier(const Progress &progress = {});
    /// Gives free pages back to the disk, a few at a time; never locks others out for long.
    dcs::Result<void> vacuum(const Progress &progress = {});

    /// Grows with each change by another connection, be it of another process.
    qint64 changeCount() const;

    /// A little of the work nobody should wait for: indexes new calls for the search, takes removed ones off
    /// for good. True: there is more to do. The search finds everything also without it, only slower.
    bool tidySome();

    struct Private;

private:
    explicit History(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace store
