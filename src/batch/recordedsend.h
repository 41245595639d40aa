// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/sendoptions.h"
#include "store/history.h"

#include <QObject>

namespace dcs {
class Catalogue;
}
namespace store {
class HistoryThread;
class Keychain;
}
namespace transport {
class ExchangeJob;
class WireManager;
}

namespace batch {

class CookieFile;
class Recorder;

/// What History::begin and History::finish want to know of a call and its answer.
store::CallFacts callFacts(const dcs::Call &call, const dcs::Catalogue &catalogue);
store::AnswerFacts answerFacts(const dcs::Answer &answer);

/// One press of Send: durable in the history, sent at most once, finished in the history, then reported.
/// Without a history nothing is recorded. Finishes exactly once, never inside start(). Destroyed under way,
/// it stops the call and records it as cancelled.
class RecordedSend : public QObject
{
    Q_OBJECT
public:
    /// With the history behind its thread: nothing waits for the disk. `history` may be null.
    RecordedSend(dcs::WireRequest request, dcs::SendOptions options, store::CallFacts facts,
        transport::WireManager &network, store::HistoryThread *history, const dcs::Catalogue &catalogue,
        QObject *parent = nullptr);
    /// With the history on this thread, for programs that have nothing else to do meanwhile. `history` may be
    /// null.
    RecordedSend(dcs::WireRequest request, dcs::SendOptions options, store::CallFacts facts,
        transport::WireManager &network, store::History *history, const dcs::Catalogue &catalogue,
        QObject *parent = nullptr);
    ~RecordedSend() override;

    /// Where the values of the request's and the proxy's secret marks come from (interop::secretMark()). They
    /// take their place on the way to the socket only: what is recorded and reported keeps the marks.
    void setKeychain(store::Keychain *keychain);
    /// The jar that takes the answer's cookies. Those of the request are in it already; `ownHeader`: the user
    /// wrote them, so redirects keep them as they are.
    void setCookies(CookieFile *cookies, bool ownHeader);

    void start();
    void cancel();

    struct Outcome {
        std::optional<store::ExchangeId> id;
        dcs::Exchange exchange;
        QList<dcs::Exchange> hops;
        std::optional<dcs::Error> refusal; ///< not sent: a secret is missing, or would break the call
        std::optional<dcs::Error> storageError; ///< not sent (begin failed) or not recorded (finish failed)
        bool sent = false; ///< the call was handed to the network
    };

Q_SIGNALS:
    void progressed(qint64 receivedBytes);
    void finished(const batch::RecordedSend::Outcome &outcome);

private:
    RecordedSend(dcs::WireRequest request, dcs::SendOptions options, store::CallFacts facts,
        transport::WireManager &network, std::unique_ptr<Recorder> recorder, QObject *parent);
    void fetchSecrets(const QStringList &names);
    void record();
    void refuse(const dcs::Error &error);
    void hideSecrets(dcs::Exchange &exchange) const;
    void begun(const dcs::Result<store::ExchangeId> &id);
    void send();
    void exchanged(const dcs::Exchange &exchange);
    void recorded(const dcs::Result<void> &result);
    dcs::Exchange neverSent(const QString &why) const;
    void notSent(const QString &why, std::optional<dcs::Error> storageError);
    void report();

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace batch
