// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/recorder.h"

#include "batch/recordedsend.h"
#include "store/historythread.h"

#include <QCoreApplication>

namespace batch {

namespace {

dcs::Result<void> finishIn(store::History &history, store::ExchangeId id, const dcs::Exchange &exchange,
    const dcs::Catalogue &catalogue)
{
    return history.finish(id, exchange, answerFacts(dcs::Answer::parse(exchange, catalogue)));
}

class DirectRecorder : public Recorder
{
public:
    DirectRecorder(store::History &history, const dcs::Catalogue &catalogue)
        : m_history(history)
        , m_catalogue(catalogue)
    {
    }

    void begin(const dcs::WireRequest &request, const QDateTime &startedAt, const store::CallFacts &facts,
        QObject *, Begun done) override
    {
        done(m_history.begin(request, startedAt, facts));
    }

    void finish(store::ExchangeId id, const dcs::Exchange &exchange, QObject *, Finished done) override
    {
        done(finishIn(m_history, id, exchange, m_catalogue));
    }

    void abandon(const dcs::Exchange &) override { } // begin() has answered before it returned

private:
    store::History &m_history;
    const dcs::Catalogue &m_catalogue;
};

class ThreadRecorder : public Recorder
{
public:
    ThreadRecorder(store::HistoryThread &history, const dcs::Catalogue &catalogue)
        : m_history(history)
        , m_catalogue(catalogue)
    {
    }

    void begin(const dcs::WireRequest &request, const QDateTime &startedAt, const store::CallFacts &facts,
        QObject *context, Begun done) override
    {
        auto begun = std::make_shared<dcs::Result<store::ExchangeId>>(dcs::Error{});
        m_begun = begun;
        m_history.run(
            [begun, request, startedAt, facts](store::History &history) {
                *begun = history.begin(request, startedAt, facts);
                return dcs::Result<void>();
            },
            context,
            [begun, done = std::move(done)](const dcs::Result<void> &ran) {
                done(ran ? *begun : dcs::Result<store::ExchangeId>(ran.error()));
            });
    }

    // Writes happen in order, so the row is there by then, if there will ever be one.
    void abandon(const dcs::Exchange &exchange) override
    {
        if (!m_begun)
            return;
        m_history.run(
            [begun = m_begun, exchange, &catalogue = m_catalogue](store::History &history) {
                return *begun ? finishIn(history, **begun, exchange, catalogue) : dcs::Result<void>();
            },
            QCoreApplication::instance(), {});
    }

    void finish(store::ExchangeId id, const dcs::Exchange &exchange, QObject *context, Finished done) override
    {
        // The answer is read over there as well: a large one takes longer than a frame.
        m_history.run([id, exchange, &catalogue = m_catalogue](
                          store::History &history) { return finishIn(history, id, exchange, catalogue); },
            context, std::move(done));
    }

private:
    store::HistoryThread &m_history;
    const dcs::Catalogue &m_catalogue;
    std::shared_ptr<dcs::Result<store::ExchangeId>> m_begun; ///< written on the history's thread
};

} // namespace

std::unique_ptr<Recorder> recorder(store::History *history, const dcs::Catalogue &catalogue)
{
    return history ? std::make_unique<DirectRecorder>(*history, catalogue) : nullptr;
}

std::unique_ptr<Recorder> recorder(store::HistoryThread *history, const dcs::Catalogue &catalogue)
{
    return history ? std::make_unique<ThreadRecorder>(*history, catalogue) : nullptr;
}

} // namespace batch
