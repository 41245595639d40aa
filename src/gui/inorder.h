// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace gui {

/// Work that must happen, one piece after the other, off the window's thread: files are written by it. Each
/// result arrives on the thread of whoever asked, in order, unless they are gone; the work itself is always
/// done.
class InOrder
{
public:
    InOrder() { m_thread.setMaxThreadCount(1); }
    ~InOrder() { m_thread.waitForDone(); }

    template <typename Work, typename Done>
    void run(QObject *asker, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work>;
        auto promise = std::make_shared<QPromise<Value>>();
        auto *watcher = new QFutureWatcher<Value>(asker);
        QObject::connect(watcher, &QFutureWatcherBase::finished, asker, [watcher, done] {
            watcher->deleteLater();
            done(watcher->result());
        });
        watcher->setFuture(promise->future());
        m_thread.start([promise, work] {
            promise->start();
            promise->addResult(work());
            promise->finish();
        });
    }

private:
    QThreadPool m_thread;
};

} // namespace gui
