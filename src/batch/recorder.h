// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"

#include <QObject>

#include <functional>
#include <memory>

namespace dcs {
class Catalogue;
}
namespace store {
class HistoryThread;
}

namespace batch {

/// Where RecordedSend writes: a history of this thread, one behind its own thread, or none.
class Recorder
{
public:
    using Begun = std::function<void(const dcs::Result<store::ExchangeId> &)>;
    using Finished = std::function<void(const dcs::Result<void> &)>;

    virtual ~Recorder() = default;
    /// The functions are called on the context's thread, now or later, unless the context is gone.
    virtual void begin(const dcs::WireRequest &request, const QDateTime &startedAt,
        const store::CallFacts &facts, QObject *context, Begun done)
        = 0;
    /// Reads the answer for its facts, too.
    virtual void finish(store::ExchangeId id, const dcs::Exchange &exchange, QObject *context, Finished done)
        = 0;
    /// Nobody waits for begin() any more: what it still writes is finished with that exchange.
    virtual void abandon(const dcs::Exchange &exchange) = 0;
};

/// Null for a null history.
std::unique_ptr<Recorder> recorder(store::History *history, const dcs::Catalogue &catalogue);
std::unique_ptr<Recorder> recorder(store::HistoryThread *history, const dcs::Catalogue &catalogue);

} // namespace batch
