// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/sendoptions.h"
#include "dcs/wirerequest.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace transport {

class CookieJar;
class WireManager;
class WireReply;

/// Makes one exchange: sends the wire request at most once and finishes exactly once, also after cancel(). A
/// failure is a result like any other. Redirects are followed only as far as SendOptions::followRedirects
/// says; each hop is an exchange of its own in `hops`, the last one is the result. The timeout is one for all
/// of them together.
class ExchangeJob : public QObject
{
    Q_OBJECT
public:
    ExchangeJob(
        dcs::WireRequest request, dcs::SendOptions options, WireManager &network, QObject *parent = nullptr);
    ~ExchangeJob() override;

    /// Takes the cookies of every answer. The first request has its Cookie header already; `renewsHeader`:
    /// the jar made it, so each hop has the one that the jar makes then; false: the user's own, which stays.
    void setCookieJar(CookieJar *jar, bool renewsHeader)
    {
        m_jar = jar;
        m_renewsCookies = renewsHeader;
    }

    void start();
    void cancel(); ///< finishes with Failure::Aborted, keeping what has come
    const QList<dcs::Exchange> &hops() const { return m_hops; } ///< redirects before the result

Q_SIGNALS:
    void progressed(qint64 receivedBytes);
    void finished(const dcs::Exchange &exchange);

private:
    void begin(const dcs::WireRequest &request);
    void replyFinished();
    bool follow(dcs::Exchange &exchange);
    void finish(const dcs::Exchange &exchange);

    dcs::WireRequest m_request;
    dcs::SendOptions m_options;
    QPointer<WireManager> m_network;
    CookieJar *m_jar = nullptr;
    bool m_renewsCookies = false;
    WireReply *m_reply = nullptr;
    QList<dcs::Exchange> m_hops;
    QSet<QByteArray> m_visited;
    QElapsedTimer m_clock;
    bool m_done = false;
};

} // namespace transport
