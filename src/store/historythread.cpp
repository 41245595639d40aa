// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/historythread.h"

#include <QHash>
#include <QPointer>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace store {

namespace {

// Where a result goes. The context may be destroyed by its own thread while a result is on its way from ours:
// its destruction waits for a delivery that has begun, and later ones find it gone.
class Address
{
public:
    static std::shared_ptr<Address> of(QObject *context)
    {
        auto address = std::make_shared<Address>();
        address->m_context = context;
        address->m_connection = QObject::connect(
            context, &QObject::destroyed, context,
            [address] {
                const std::lock_guard guard(address->m_mutex);
                address->m_context = nullptr;
            },
            Qt::DirectConnection);
        return address;
    }

    void deliver(std::function<void()> function)
    {
        const std::lock_guard guard(m_mutex);
        if (m_context)
            QMetaObject::invokeMethod(m_context, std::move(function), Qt::QueuedConnection);
    }
    /// Nothing more will be delivered.
    void close() { QObject::disconnect(m_connection); }

private:
    std::mutex m_mutex;
    QObject *m_context = nullptr;
    QMetaObject::Connection m_connection;
};

// A thread with a history of its own that does one thing after another.
class Worker
{
public:
    using Work = std::function<void(dcs::Result<std::unique_ptr<History>> &)>;

    /// `idle` says whether there is more to do; `watch` is called now and then, whatever else happens.
    Worker(QString folder, std::function<void(const dcs::Result<std::unique_ptr<History>> &)> opened,
        std::function<bool(History &)> idle, std::function<void(History &)> watch)
        : m_folder(std::move(folder))
        , m_opened(std::move(opened))
        , m_idle(std::move(idle))
        , m_watch(std::move(watch))
        , m_thread([this] { loop(); })
    {
    }
    ~Worker() { stop(); }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(Work work)
    {
        {
            const std::lock_guard guard(m_mutex);
            m_queue.push_back(std::move(work));
        }
        m_wake.notify_one();
    }
    void wake()
    {
        {
            const std::lock_guard guard(m_mutex);
            m_awake = true;
        }
        m_wake.notify_one();
    }
    void interrupt()
    {
        const std::lock_guard guard(m_mutex);
        if (m_history)
            m_history->interrupt();
    }
    void stop()
    {
        {
            const std::lock_guard guard(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_one();
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    // With nothing to do it is idle once, and again as long as that says that there is more, or when it is
    // woken; a while after the start and after the last time, so that much is done at once and nobody is
    // disturbed.
    void loop()
    {
        std::unique_lock lock(m_mutex);
        if (m_opened)
            open(lock);
        bool more = m_idle != nullptr;
        auto idleAt = std::chrono::steady_clock::now() + firstIdle;
        auto watchAt = std::chrono::steady_clock::now();
        for (;;) {
            const auto hasWork = [&] { return m_stopping || !m_queue.empty(); };
            const bool watches = m_watch && m_history;
            if (m_awake || more)
                m_wake.wait_until(lock, watches ? std::min(idleAt, watchAt) : idleAt, hasWork);
            else if (watches)
                m_wake.wait_until(lock, watchAt, [&] { return hasWork() || m_awake; });
            else
                m_wake.wait(lock, [&] { return hasWork() || m_awake; });
            if (m_queue.empty() && m_stopping)
                break;
            if (!m_isOpen)
                open(lock);
            if (!m_queue.empty()) {
                const Work work = std::move(m_queue.front());
                m_queue.pop_front();
                lock.unlock();
                work(m_result);
                lock.lock();
            } else if (watches && std::chrono::steady_clock::now() >= watchAt) {
                lock.unlock();
                m_watch(**m_result);
                lock.lock();
                watchAt = std::chrono::steady_clock::now() + betweenWatches;
            } else if (m_idle && std::chrono::steady_clock::now() >= idleAt) {
                m_awake = false;
                lock.unlock();
                more = m_result && m_idle(**m_result);
                lock.lock();
                idleAt
                    = std::chrono::steady_clock::now() + (more ? std::chrono::milliseconds(0) : betweenIdle);
            }
        }
        m_history = nullptr;
        lock.unlock();
        m_result = dcs::Error{};
    }

    void open(std::unique_lock<std::mutex> &lock)
    {
        lock.unlock();
        m_result = History::open(m_folder);
        if (m_opened)
            m_opened(m_result);
        if (m_watch && m_result)
            m_watch(**m_result); // what follows is a change
        lock.lock();
        m_isOpen = true;
        m_history = m_result ? m_result->get() : nullptr;
    }

    static constexpr std::chrono::milliseconds firstIdle{1500};
    static constexpr std::chrono::milliseconds betweenIdle{300};
    static constexpr std::chrono::milliseconds betweenWatches{500}; // some microseconds each

    QString m_folder;
    std::function<void(const dcs::Result<std::unique_ptr<History>> &)> m_opened;
    std::function<bool(History &)> m_idle;
    std::function<void(History &)> m_watch;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Work> m_queue;
    bool m_stopping = false;
    bool m_awake = false;
    bool m_isOpen = false;
    History *m_history = nullptr;
    dcs::Result<std::unique_ptr<History>> m_result = dcs::Error{};
    std::thread m_thread;
};

} // namespace

struct HistoryThread::Private {
    Private(HistoryThread *owner, const QString &folder)
        : q(owner)
        , writer(
              folder, [this](const auto &history) { reportOpening(history); }, nullptr, nullptr)
        , reader(folder, nullptr, nullptr, [this](History &history) { watch(history); })
        , keeper(
              folder, nullptr, [this](History &history) { return !stopping && history.tidySome(); }, nullptr)
    {
    }
    ~Private()
    {
        stopping = true;
        writer.stop(); // whatever was to be written, is
        reader.interrupt();
        reader.stop();
        keeper.stop();
    }

    void reportOpening(const dcs::Result<std::unique_ptr<History>> &history)
    {
        const QString notice = history ? (*history)->openNotice() : QString();
        const dcs::Error error = history ? dcs::Error{} : history.error();
        const bool isOpen = history.has_value();
        QMetaObject::invokeMethod(
            q,
            [this, isOpen, notice, error] {
                if (isOpen)
                    Q_EMIT q->opened(notice);
                else
                    Q_EMIT q->openFailed(error);
            },
            Qt::QueuedConnection);
    }

    // What another process has written; what this one has is met again, which costs a look at the first page.
    void watch(History &history)
    {
        const qint64 count = history.changeCount();
        const auto before = std::exchange(seenChanges, count);
        if (before && *before != count)
            reportChange();
    }

    // One signal for all that was written since the last one was received.
    void reportChange()
    {
        keeper.wake();
        if (changeReported.exchange(true))
            return;
        QMetaObject::invokeMethod(
            q,
            [this] {
                changeReported = false;
                Q_EMIT q->changed();
            },
            Qt::QueuedConnection);
    }

    template <typename T>
    void ask(Worker &worker, QObject *context, Done<T> done, std::function<dcs::Result<T>(History &)> work,
        bool changes, std::function<bool()> isWanted = {})
    {
        auto address = Address::of(context);
        worker.post([this, address, done = std::move(done), work = std::move(work), changes,
                        isWanted = std::move(isWanted)](dcs::Result<std::unique_ptr<History>> &history) {
            if (isWanted && !isWanted()) {
                address->close();
                return;
            }
            dcs::Result<T> result = history ? work(**history) : dcs::Result<T>(history.error());
            if (changes)
                reportChange();
            if (done && !(isWanted && !isWanted()))
                address->deliver([done, result = std::move(result)] { done(result); });
            address->close();
        });
    }

    struct Channel {
        int newest = 0;
        int running = 0; ///< serial of the page that is being read, or 0
    };

    HistoryThread *q;
    std::atomic<bool> stopping = false;
    std::atomic<bool> stopTidying = false;
    std::atomic<bool> changeReported = false;
    std::optional<qint64> seenChanges; ///< the reader's
    std::mutex channelMutex;
    QHash<int, Channel> channels;
    Worker writer, reader, keeper;
};

HistoryThread::HistoryThread(QString folder, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(this, folder))
{
}

HistoryThread::~HistoryThread() = default;

void HistoryThread::begin(const dcs::WireRequest &request, const QDateTime &startedAt, const CallFacts &facts,
    QObject *context, Done<ExchangeId> done)
{
    m_d->ask<ExchangeId>(
        m_d->writer, context, std::move(done),
        [request, startedAt, facts](History &history) { return history.begin(request, startedAt, facts); },
        true);
}

void HistoryThread::finish(
    ExchangeId id, const dcs::Exchange &exchange, const AnswerFacts &facts, QObject *context, Done<void> done)
{
    m_d->ask<void>(
        m_d->writer, context, std::move(done),
        [id, exchange, facts](History &history) { return history.finish(id, exchange, facts); }, true);
}

void HistoryThread::entry(ExchangeId id, QObject *context, Done<HistoryEntry> done)
{
    m_d->ask<HistoryEntry>(
        m_d->reader, context, std::move(done), [id](History &history) { return history.entry(id); }, false);
}

void HistoryThread::count(QObject *context, Done<qint64> done)
{
    m_d->ask<qint64>(
        m_d->reader, context, std::move(done), [](History &history) { return history.count(); }, false);
}

void HistoryThread::page(const HistoryFilter &filter, std::optional<ExchangeId> before, int count,
    int channel, QObject *context, Done<QList<HistoryRow>> done)
{
    int serial = 0;
    {
        const std::lock_guard guard(m_d->channelMutex);
        Private::Channel &state = m_d->channels[channel];
        serial = ++state.newest;
        if (state.running)
            m_d->reader.interrupt();
    }
    Private *d = m_d.get();
    const auto isNewest = [d, channel, serial] {
        const std::lock_guard guard(d->channelMutex);
        return !d->stopping && d->channels[channel].newest == serial;
    };
    d->ask<QList<HistoryRow>>(
        d->reader, context, std::move(done),
        [=](History &history) {
            {
                // From here on an interruption means this page, and no other one.
                const std::lock_guard guard(d->channelMutex);
                history.clearInterruption();
                d->channels[channel].running = serial;
            }
            auto page = history.page(filter, before, count);
            const std::lock_guard guard(d->channelMutex);
            d->channels[channel].running = 0;
            return page;
        },
        false, isNewest);
}

void HistoryThread::run(std::function<dcs::Result<void>(History &)> work, QObject *context, Done<void> done)
{
    m_d->ask<void>(m_d->writer, context, std::move(done), std::move(work), true);
}

void HistoryThread::setMasking(bool on, QObject *context, Done<void> done)
{
    m_d->ask<void>(
        m_d->writer, context, std::move(done), [on](History &history) { return history.setMasking(on); },
        false);
}

void HistoryThread::isMasking(QObject *context, Done<bool> done)
{
    m_d->ask<bool>(
        m_d->reader, context, std::move(done), [](History &history) { return history.isMasking(); }, false);
}

void HistoryThread::countUnmasked(QObject *context, Done<qint64> done)
{
    m_d->ask<qint64>(
        m_d->reader, context, std::move(done), [](History &history) { return history.countUnmasked(); },
        false);
}

void HistoryThread::prunePreview(const Retention &retention, QObject *context, Done<PruneReport> done)
{
    m_d->ask<PruneReport>(
        m_d->keeper, context, std::move(done),
        [retention](History &history) { return history.prunePreview(retention); }, false);
}

// How far it is, sent to the context at most once for each hundredth.
static History::Progress relay(
    std::shared_ptr<Address> address, HistoryThread::Progress progress, std::function<bool()> goOn)
{
    return [address, progress, goOn, last = qint64(-1)](qint64 done, qint64 all) mutable {
        const qint64 part = all > 0 ? done * 100 / all : 100;
        if (progress && part != last)
            address->deliver([progress, done, all] { progress(done, all); });
        last = part;
        return goOn();
    };
}

void HistoryThread::work(Work work, QObject *context, Progress progress, Done<qint64> done)
{
    m_d->stopTidying = false;
    Private *d = m_d.get();
    const auto report
        = relay(Address::of(context), std::move(progress), [d] { return !d->stopping && !d->stopTidying; });
    d->ask<qint64>(
        d->keeper, context, std::move(done),
        [work, report](History &history) { return work(history, report); }, true);
}

void HistoryThread::prune(
    const Retention &retention, QObject *context, Progress progress, Done<PruneReport> done)
{
    m_d->stopTidying = false;
    Private *d = m_d.get();
    const auto report
        = relay(Address::of(context), std::move(progress), [d] { return !d->stopping && !d->stopTidying; });
    d->ask<PruneReport>(
        d->keeper, context, std::move(done),
        [retention, report](History &history) { return history.prune(retention, report); }, true);
}

void HistoryThread::vacuum(QObject *context, Progress progress, Done<void> done)
{
    m_d->stopTidying = false;
    Private *d = m_d.get();
    const auto report
        = relay(Address::of(context), std::move(progress), [d] { return !d->stopping && !d->stopTidying; });
    d->ask<void>(
        d->keeper, context, std::move(done), [report](History &history) { return history.vacuum(report); },
        true);
}

void HistoryThread::stopTidying()
{
    m_d->stopTidying = true;
}

} // namespace store
