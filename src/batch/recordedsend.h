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
}
namespace transport {
class ExchangeJob;
class WireManager;
}

namespace batch {

/// What History::begin and History::finish want to know of a call and its answer.
store::CallFacts callFacts(const dcs::Call &call, const dcs::Catalogue &catalogue);
store::AnswerFacts answerFacts(const dcs::Answer &answer);

/// One press of Send: durable in the history, sent at most once, finished in the history, then reported. Without a
/// history thread nothing is recorded. Finishes exactly once.
class RecordedSend : public QObject
{
    Q_OBJECT
public:
    RecordedSend(dcs::WireRequest request, dcs::SendOptions options, store::CallFacts facts,
        transport::WireManager &network, store::HistoryThread *history, const dcs::Catalogue &catalogue,
        QObject *parent = nullptr);
    ~RecordedSend() override;

    void start();
    void cancel();

    struct Outcome {
        std::optional<store::ExchangeId> id;
        dcs::Exchange exchange;
        QList<dcs::Exchange> hops;
        std::optional<dcs::Error> storageError; ///< not sent (begin failed) or not recorded (finish failed)
        bool sent = false;
    };

Q_SIGNALS:
    void progressed(qint64 receivedBytes);
    void finished(const batch::RecordedSend::Outcome &outcome);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace batch
