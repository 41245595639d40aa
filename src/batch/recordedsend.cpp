// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/recordedsend.h"

#include "batch/cookiefile.h"
#include "batch/recorder.h"
#include "batch/secrets.h"
#include "interop/secretmark.h"
#include "store/keychain.h"
#include "transport/exchangejob.h"
#include "transport/wiremanager.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace batch {

struct RecordedSend::Private {
    dcs::WireRequest request; ///< with marks in place of secrets
    dcs::WireRequest wire; ///< what goes out
    dcs::SendOptions options;
    QMap<QString, QString> secrets;
    store::CallFacts facts;
    QPointer<transport::WireManager> network;
    std::unique_ptr<Recorder> recorder;
    QPointer<store::Keychain> keychain;
    QPointer<CookieFile> cookies;
    transport::CookieJar jar; ///< of this call, from one redirect to the next
    bool ownCookieHeader = false;
    std::unique_ptr<QObject> fetching; ///< while the keychain is asked
    transport::ExchangeJob *job = nullptr;
    Outcome outcome;
    bool started = false;
    bool beginning = false; ///< the history was told, and has not answered
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
    const bool waits = m_d->beginning && !m_d->reported;
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
    m_d->wire = m_d->request;
    const QStringList secrets = interop::secretsOf(m_d->request, m_d->options);
    if (secrets.isEmpty())
        record();
    else
        fetchSecrets(secrets);
}

void RecordedSend::setKeychain(store::Keychain *keychain)
{
    m_d->keychain = keychain;
}

void RecordedSend::setCookies(CookieFile *cookies, bool ownHeader)
{
    m_d->cookies = cookies;
    m_d->ownCookieHeader = ownHeader;
}

void RecordedSend::fetchSecrets(const QStringList &names)
{
    m_d->fetching = std::make_unique<QObject>();
    batch::fetchSecrets(
        m_d->keychain, names, m_d->fetching.get(), [this](const dcs::Result<QMap<QString, QString>> &values) {
            m_d->fetching.release()->deleteLater(); // this is its answer
            if (!values)
                return refuse(values.error());
            m_d->secrets = *values;
            const auto filled = interop::fillSecrets(m_d->wire, m_d->options, m_d->secrets);
            return filled ? record() : refuse(filled.error());
        });
}

void RecordedSend::record()
{
    if (!m_d->recorder) {
        send();
        return;
    }
    m_d->beginning = true;
    m_d->recorder->begin(m_d->request, QDateTime::currentDateTimeUtc(), m_d->facts, this,
        [this](const dcs::Result<store::ExchangeId> &id) { begun(id); });
}

void RecordedSend::refuse(const dcs::Error &error)
{
    m_d->outcome.refusal = error;
    notSent(error.message, std::nullopt);
}

/// What goes into the history, and to whoever shows it, has marks in place of secrets.
void RecordedSend::hideSecrets(dcs::Exchange &exchange) const
{
    if (m_d->secrets.isEmpty())
        return;
    if (exchange.request == m_d->wire) {
        exchange.request = m_d->request;
    } else {
        const QByteArray head = interop::hideSecrets(exchange.request.head().toByteArray(), m_d->secrets);
        exchange.request.bytes
            = head + interop::hideSecrets(exchange.request.body().toByteArray(), m_d->secrets);
        exchange.request.headBytes = head.size();
    }
    if (exchange.failure)
        exchange.failure->message
            = QString::fromUtf8(interop::hideSecrets(exchange.failure->message.toUtf8(), m_d->secrets));
}

void RecordedSend::begun(const dcs::Result<store::ExchangeId> &id)
{
    m_d->beginning = false;
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
    m_d->job = new transport::ExchangeJob(m_d->wire, m_d->options, *m_d->network, this);
    if (m_d->cookies) {
        m_d->jar.setCookies(m_d->cookies->jar().cookies());
        m_d->job->setCookieJar(&m_d->jar, !m_d->ownCookieHeader);
    }
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
    else if (!m_d->started || std::exchange(m_d->fetching, nullptr))
        notSent(u"The call was cancelled before it was sent."_s, std::nullopt);
    // Else the history has not answered yet: send() sees the flag.
}

void RecordedSend::exchanged(const dcs::Exchange &exchange)
{
    m_d->outcome.exchange = exchange;
    m_d->outcome.hops = m_d->job->hops();
    if (m_d->cookies)
        m_d->cookies->take(m_d->outcome.hops + QList<dcs::Exchange>{exchange});
    hideSecrets(m_d->outcome.exchange);
    for (dcs::Exchange &hop : m_d->outcome.hops)
        hideSecrets(hop);
    m_d->job->deleteLater();
    m_d->job = nullptr;
    if (m_d->outcome.id)
        m_d->recorder->finish(*m_d->outcome.id, m_d->outcome.exchange, this,
            [this](const dcs::Result<void> &result) { recorded(result); });
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
