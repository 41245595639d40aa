// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace gui {

/// The threads for work that takes long. Not the global pool: Qt 6.4 paints large areas on that one and waits
/// for it, so that one long job there and one paint event are a window that stands still.
inline QThreadPool &workPool()
{
    static QThreadPool pool;
    return pool;
}

/// Work on a pool of threads of which only the newest result counts: older ones are dropped, and nothing is
/// delivered once the owner is gone. Work takes values and gives a value; the result arrives on the owner's
/// thread.
class Latest : public QObject
{
public:
    using QObject::QObject;

    template <typename Work, typename Done>
    void run(Work work, Done done)
    {
        using Value = std::invoke_result_t<Work>;
        const quint64 number = ++m_number;
        auto promise = std::make_shared<QPromise<Value>>();
        auto *watcher = new QFutureWatcher<Value>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number, done] {
            watcher->deleteLater();
            if (number == m_number)
                done(watcher->result());
        });
        watcher->setFuture(promise->future());
        workPool().start([promise, work] {
            promise->start();
            promise->addResult(work());
            promise->finish();
        });
    }

    void drop() { ++m_number; } ///< whatever is under way is no longer wanted
    quint64 number() const { return m_number; }

private:
    quint64 m_number = 0;
};

} // namespace gui
