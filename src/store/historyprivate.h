// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"
#include "store/mask.h"
#include "store/packer.h"
#include "store/presence.h"
#include "store/searchindex.h"
#include "store/sqlite.h"

#include <QHash>

#include <atomic>
#include <mutex>
#include <optional>

namespace store {

/// As they stand in the column `outcome`.
enum class StoredOutcome { Open = 0, Done = 1, Failed = 2, Unknown = 3 };

/// Values of the column `removed`: the number of the object that can undo it, or one of these.
inline constexpr qint64 removedForGood = -1; ///< waits to be purged; nobody can bring it back
inline constexpr qint64 keptForItsNumber
    = -2; ///< the newest row, purged: empty, so that its ID is not given anew
// Below: minus the milliseconds of the moment when it was removed for now; anybody can bring it back for a
// while.
inline constexpr qint64 removedForNow = -1000;

/// What a row takes beside its bytes, roughly; counts for the retention by size.
inline constexpr qint64 rowBytes = 160;

/// The columns of readRow(), in its order.
inline constexpr char rowColumns[] = "id, started, outcome, owner, pinned, note, method, alias, region, "
                                     "identity, status, errors, failure, total_ms, "
                                     "body_bytes, preset, environment, batch, batch_row, url, masked";

struct History::Private {
    explicit Private(const QString &dataFolder)
        : folder(dataFolder)
        , presence(dataFolder)
    {
    }

    QString folder;
    QString file;
    QString notice;
    bool readOnly = false;
    std::unique_ptr<Database> database;
    Presence presence;
    Packer packer;
    QHash<QByteArray, qint64> tlsIds; ///< records of `tls` that this object has met
    std::optional<Mask> mask; ///< there once masking was asked for, or something masked was met
    std::unique_ptr<SearchIndex> index;
    bool indexTried = false;
    qint64 undoToken = 0; ///< the value in `removed` of what undoRemove() brings back
    std::atomic<bool> interrupted = false;
    std::mutex indexMutex; ///< over making and dropping `index`, which interrupt() may use meanwhile

    // opening (historyopen.cpp)
    dcs::Result<void> connect();
    dcs::Result<void> connectForReading();
    dcs::Result<void> openForWriting();
    dcs::Result<void> prepare();
    dcs::Result<void> replaceDamaged();
    bool looksSound();
    QString suspicion() const; ///< a file that is there after a program met damage while it was running
    dcs::Error error(const QString &what) const; ///< the database's last failure

    // recording (history.cpp)
    dcs::Result<void> refuseIfReadOnly() const;
    const Mask *knownMask();
    /// The mask to record with, if this history masks; nullptr if not.
    dcs::Result<const Mask *> recordingMask();
    HistoryRow readRow(Statement &row);
    /// The whole call; `removedToo` also one that was deleted and can come back.
    dcs::Result<HistoryEntry> read(ExchangeId id, bool removedToo);
    dcs::Result<std::optional<qint64>> tlsId(const std::optional<dcs::TlsFacts> &facts);

    // searching (historypage.cpp)
    SearchIndex *searchIndex();
    /// Text and facets of one call; nullopt if it is gone or cannot be read.
    std::optional<IndexedCall> indexed(ExchangeId id);
    void dropIndex();
    bool indexSome();

    // masking (historymask.cpp)
    dcs::Result<void> maskSome(const std::vector<ExchangeId> &ids, qint64 &done);
    dcs::Result<void> maskRecorded(ExchangeId id);

    // removing (historyremove.cpp)
    dcs::Result<void> markRemoved(const QList<ExchangeId> &ids, qint64 by);
    bool purgeSome();
    /// Takes calls that are marked as removed off for good, out of the search index too.
    dcs::Result<void> purge(const std::vector<ExchangeId> &ids);
};

} // namespace store
