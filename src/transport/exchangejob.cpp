// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/exchangejob.h"

#include "transport/cookiejar.h"
#include "transport/redirect.h"
#include "transport/wiremanager.h"
#include "transport/wirereply.h"

using namespace Qt::StringLiterals;

namespace transport {

namespace {

dcs::Exchange aborted(const dcs::WireRequest &request)
{
    dcs::Exchange out;
    out.request = request;
    out.startedAt = QDateTime::currentDateTimeUtc();
    out.failure = dcs::Failure{
        dcs::Failure::Kind::Aborted, u"The call was cancelled before it was sent."_s, {}, false};
    return out;
}

} // namespace

ExchangeJob::ExchangeJob(
    dcs::WireRequest request, dcs::SendOptions options, WireManager &network, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_options(std::move(options))
    , m_network(&network)
{
}

ExchangeJob::~ExchangeJob()
{
    m_done = true;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void ExchangeJob::start()
{
    if (m_done || m_clock.isValid())
        return;
    m_clock.start();
    begin(m_request);
}

void ExchangeJob::begin(const dcs::WireRequest &request)
{
    if (!m_network) {
        finish(aborted(request));
        return;
    }
    dcs::SendOptions options = m_options;
    options.timeout = m_options.timeout - std::chrono::milliseconds(m_hops.isEmpty() ? 0 : m_clock.elapsed());
    if (!keepsAddress(m_request, request))
        options.connectTo.reset();
    m_visited.insert(request.method() + ' ' + request.url());
    m_reply = m_network->send(request, options);
    m_reply->setStatedTimeout(m_options.timeout);
    connect(m_reply, &WireReply::progressed, this, &ExchangeJob::progressed);
    connect(m_reply, &WireReply::finished, this, &ExchangeJob::replyFinished);
}

void ExchangeJob::cancel()
{
    if (m_done)
        return;
    if (m_reply)
        m_reply->abort();
    else
        finish(aborted(m_request));
}

void ExchangeJob::replyFinished()
{
    dcs::Exchange exchange = m_reply->takeExchange();
    m_reply->deleteLater();
    m_reply = nullptr;
    if (m_jar)
        m_jar->take(exchange);
    if (!follow(exchange))
        finish(exchange);
}

/// Goes on to the next hop if there is one to go to; else says in the exchange why not.
bool ExchangeJob::follow(dcs::Exchange &exchange)
{
    if (m_options.followRedirects <= 0 || !isRedirect(exchange))
        return false;
    if (m_hops.size() >= m_options.followRedirects) {
        exchange.notes.append(
            u"Another redirect follows; it was not followed, because %1 were."_s.arg(m_hops.size()));
        return false;
    }
    NextHop next = nextHop(exchange);
    if (next.request && m_jar && m_renewsCookies)
        next.request = m_jar->renewed(*next.request);
    if (!next.request) {
        exchange.notes.append(next.reason);
        return false;
    }
    if (m_visited.contains(next.request->method() + ' ' + next.request->url())) {
        exchange.failure = dcs::Failure{dcs::Failure::Kind::Protocol,
            u"The redirects run in a circle: “%1” was called before."_s.arg(
                QString::fromLatin1(next.request->url().left(200))),
            u"Call without following redirects, and read the Location headers."_s, true};
        return false;
    }
    m_hops.append(exchange);
    begin(*next.request);
    return true;
}

void ExchangeJob::finish(const dcs::Exchange &exchange)
{
    m_done = true;
    Q_EMIT finished(exchange);
}

} // namespace transport
