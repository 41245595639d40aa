// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace store {

/// The history behind a thread of its own, so that no caller waits for the disk. Each call takes a function
/// that gets the result on the caller's `context` thread; it is dropped if the context is gone. Writes happen
/// in order. Reads run on a second connection; a new page() interrupts the one before with the same
/// `channel`, which then reports nothing. What takes long (indexing for the search, pruning, giving space
/// back) is done on a third.
class HistoryThread : public QObject
{
    Q_OBJECT
public:
    explicit HistoryThread(QString folder, QObject *parent = nullptr);
    ~HistoryThread() override; ///< waits for what has been asked for

    template <typename T>
    using Done = std::function<void(const dcs::Result<T> &)>;

    void begin(const dcs::WireRequest &request, const QDateTime &startedAt, const CallFacts &facts,
        QObject *context, Done<ExchangeId> done);
    void finish(ExchangeId id, const dcs::Exchange &exchange, const AnswerFacts &facts, QObject *context,
        Done<void> done);
    void entry(ExchangeId id, QObject *context, Done<HistoryEntry> done);
    void page(const HistoryFilter &filter, std::optional<ExchangeId> before, int count, int channel,
        QObject *context, Done<QList<HistoryRow>> done);
    void setMasking(bool on, QObject *context, Done<void> done);
    void isMasking(QObject *context, Done<bool> done);
    void countUnmasked(QObject *context, Done<qint64> done);
    void count(QObject *context, Done<qint64> done);
    /// Any other short operation, on the writing connection.
    void run(std::function<dcs::Result<void>(History &)> work, QObject *context, Done<void> done);

    void prunePreview(const Retention &retention, QObject *context, Done<PruneReport> done);
    /// `progress` is told on the context's thread.
    using Progress = std::function<void(qint64 done, qint64 all)>;
    void prune(const Retention &retention, QObject *context, Progress progress, Done<PruneReport> done);
    void vacuum(QObject *context, Progress progress, Done<void> done);
    /// Any other long operation on the third connection; what it gives is a number of calls.
    using Work = std::function<dcs::Result<qint64>(History &, const History::Progress &)>;
    void work(Work work, QObject *context, Progress progress, Done<qint64> done);
    void
    stopTidying(); ///< ends a prune(), vacuum() or work() at its next safe point; what was done stays done

Q_SIGNALS:
    void opened(const QString &notice); ///< "" where all is well
    void openFailed(const dcs::Error &error);
    void changed(); ///< something was written, by this process or another one

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace store
