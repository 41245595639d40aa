// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/recordedsend.h"

#include "batch/recorder.h"
#include "transport/exchangejob.h"
#include "transport/wiremanager.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace batch {

struct RecordedSend::Private {
    dcs::WireRequest request;
    dcs::SendOptions options;
    store::CallFacts facts;
    QPointer<transport::WireManager> network;
    std::unique_ptr<Recorder> recorder;
    transport::ExchangeJob *job = nullptr;
    Outcome outcome;
    bool started = false;
    bool cancelled = false;
    bool reported = false;
};

RecordedSend::RecordedSend(dcs::WireRequest request, dcs::SendOptions options, store::CallFacts facts,
    transport::WireManager &network, store::HistoryThread *history, const dcs::Catalogue &catalogue,
    QObject *parent)
    : RecordedSend(std::move(request), std::move(options), std::move(facts), network,
        batch::recorder(history, catalogue), parent)
{
}

RecordedSend::RecordedSend(dcs::WireRequest request, dcs::SendOptions options, store::CallFacts facts,
    transport::WireManager &network, store::History *history, const dcs::Catalogue &catalogue,
    QObject *parent)
    : RecordedSend(std::move(request), std::move(options), std::move(facts), network,
        batch::recorder(history, catalogue), parent)
{
}

RecordedSend::RecordedSend(dcs::WireRequest request, dcs::SendOptions options, store::CallFacts facts,
    transport::WireManager &network, std::unique_ptr<Recorder> recorder, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->request = std::move(request);
    m_d->options = std::move(options);
    m_d->facts = std::move(facts);
    m_d->network = &network;
    m_d->recorder = std::move(recorder);
}

RecordedSend::~RecordedSend()
{
    const bool waits = m_d->started && m_d->recorder && !m_d->outcome.id && !m_d->reported;
    m_d->reported = true;
    if (m_d->job) {
        m_d->job->cancel();
    } else if (waits) {
        m_d->outcome.exchange = neverSent(u"The call was cancelled before it was sent."_s);
        m_d->recorder->abandon(m_d->outcome.exchange);
    }
}

void RecordedSend::start()
{
    if (m_d->started || m_d->reported)
        return;
    m_d->started = true;
    if (!m_d->recorder) {
        send();
        return;
    }
    m_d->recorder->begin(m_d->request, QDateTime::currentDateTimeUtc(), m_d->facts, this,
        [this](const dcs::Result<store::ExchangeId> &id) { begun(id); });
}

void RecordedSend::begun(const dcs::Result<store::ExchangeId> &id)
{
    if (!id) {
        // A call that could not be recorded does not leave: "never lost" comes before "sent".
        notSent(u"The call was not sent, because it could not be recorded in the history."_s, id.error());
        return;
    }
    m_d->outcome.id = *id;
    send();
}

void RecordedSend::send()
{
    if (!m_d->network) {
        notSent(u"The call was not sent, because the network was shut down."_s, std::nullopt);
        return;
    }
    m_d->job = new transport::ExchangeJob(m_d->request, m_d->options, *m_d->network, this);
    connect(m_d->job, &transport::ExchangeJob::progressed, this, &RecordedSend::progressed);
    connect(m_d->job, &transport::ExchangeJob::finished, this, &RecordedSend::exchanged);
    m_d->outcome.sent = !m_d->cancelled;
    if (m_d->cancelled)
        m_d->job->cancel();
    else
        m_d->job->start();
}

void RecordedSend::cancel()
{
    m_d->cancelled = true;
    if (m_d->job)
        m_d->job->cancel();
    else if (!m_d->started)
        notSent(u"The call was cancelled before it was sent."_s, std::nullopt);
    // Else the history has not answered yet: send() sees the flag.
}

void RecordedSend::exchanged(const dcs::Exchange &exchange)
{
    m_d->outcome.exchange = exchange;
    m_d->outcome.hops = m_d->job->hops();
    m_d->job->deleteLater();
    m_d->job = nullptr;
    if (m_d->outcome.id)
        m_d->recorder->finish(
            *m_d->outcome.id, exchange, this, [this](const dcs::Result<void> &result) { recorded(result); });
    else
        report();
}

void RecordedSend::recorded(const dcs::Result<void> &result)
{
    if (!result)
        m_d->outcome.storageError = result.error();
    report();
}

dcs::Exchange RecordedSend::neverSent(const QString &why) const
{
    dcs::Exchange out;
    out.request = m_d->request;
    out.startedAt = QDateTime::currentDateTimeUtc();
    out.failure = dcs::Failure{dcs::Failure::Kind::Aborted, why, {}, false};
    return out;
}

void RecordedSend::notSent(const QString &why, std::optional<dcs::Error> storageError)
{
    m_d->outcome.exchange = neverSent(why);
    m_d->outcome.storageError = std::move(storageError);
    // Not from here: the history of this thread answers inside start().
    QMetaObject::invokeMethod(this, &RecordedSend::report, Qt::QueuedConnection);
}

void RecordedSend::report()
{
    if (std::exchange(m_d->reported, true))
        return;
    Q_EMIT finished(m_d->outcome);
}

} // namespace batch
