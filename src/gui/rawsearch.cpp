// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawsearch.h"

#include "gui/latest.h"

#include <QElapsedTimer>
#include <QPromise>

#include <algorithm>
#include <memory>

namespace gui {

namespace {

constexpr size_t batchMatches = 8192;
constexpr qint64 batchMs = 40; // how often the window hears of matches

} // namespace

RawSearch::RawSearch(QObject *parent)
    : QObject(parent)
{
}

RawSearch::~RawSearch()
{
    stop();
}

void RawSearch::work(QPromise<Batch> &promise, const QList<RawPart> &parts, const RawPattern &pattern)
{
    RawFinder finder(pattern);
    Batch batch;
    size_t kept = 0;
    QElapsedTimer sinceBatch;
    sinceBatch.start();
    const auto hand = [&] {
        Batch now = std::exchange(batch, Batch());
        now.count = batch.count = now.count;
        promise.addResult(std::move(now));
        sinceBatch.restart();
    };
    const auto stopped = [&] {
        if (batch.count > 0 && sinceBatch.elapsed() > batchMs)
            hand();
        return promise.isCanceled();
    };
    for (const RawPart &part : parts) {
        const bool done = finder.find(
            part.bytes,
            [&](const RawMatch &match) {
                ++batch.count;
                if (kept < mostMatches) {
                    batch.matches.push_back({part.base + match.begin, match.length});
                    ++kept;
                }
                if (batch.matches.size() >= batchMatches)
                    hand();
                return (batch.count & 0xfff) != 0 || !promise.isCanceled();
            },
            stopped);
        if (!done || promise.isCanceled())
            break;
    }
    batch.problem = finder.problem();
    hand();
}

void RawSearch::start(const QList<RawPart> &parts, const RawPattern &pattern)
{
    stop();
    m_pattern = pattern;
    if (pattern.isEmpty()) {
        Q_EMIT progressed();
        return;
    }
    m_running = true;
    m_watcher = new QFutureWatcher<Batch>(this);
    connect(m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &RawSearch::takeBatches);
    connect(m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_running = false;
        Q_EMIT progressed();
    });
    auto promise = std::make_shared<QPromise<Batch>>();
    m_watcher->setFuture(promise->future());
    workPool().start([promise, parts, pattern] {
        promise->start();
        if (!promise->isCanceled())
            work(*promise, parts, pattern);
        promise->finish();
    });
}

void RawSearch::takeBatches(int begin, int end)
{
    for (int i = begin; i < end; ++i) {
        const Batch batch = m_watcher->resultAt(i);
        m_matches.insert(m_matches.end(), batch.matches.begin(), batch.matches.end());
        m_count = batch.count;
        m_problem = batch.problem;
    }
    Q_EMIT progressed();
}

void RawSearch::stop()
{
    if (m_watcher) {
        disconnect(m_watcher, nullptr, this, nullptr);
        m_watcher->future().cancel();
        m_watcher->deleteLater();
        m_watcher = nullptr;
    }
    m_pattern = {};
    m_matches.clear();
    m_count = 0;
    m_running = false;
    m_problem.clear();
}

size_t RawSearch::firstFrom(qsizetype offset) const
{
    const auto found = std::lower_bound(m_matches.begin(), m_matches.end(), offset,
        [](const RawMatch &match, qsizetype at) { return match.begin < at; });
    return size_t(found - m_matches.begin());
}

} // namespace gui
