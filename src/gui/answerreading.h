// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/expectation.h"
#include "gui/jsonrows.h"

#include <QList>

#include <memory>

namespace gui {

/// All that the answer's pages show of an exchange. Made off the window's thread, never changed, shared by the
/// pages.
struct AnswerReading {
    dcs::Call call;
    dcs::Exchange exchange;
    QList<dcs::Exchange> hops; ///< redirects before the exchange
    dcs::Answer answer;
    QList<dcs::Finding> findings;
    QList<dcs::ExpectationOutcome> outcomes;
    std::shared_ptr<const JsonRows> rows; ///< null where the body is no JSON
    QList<QStringList> traitRows, segmentRows; ///< for their tables: there may be a million

    static std::shared_ptr<const AnswerReading> read(const dcs::Call &call, const dcs::Exchange &exchange,
        const QList<dcs::Exchange> &hops, const QList<dcs::Expectation> &expectations);
};

using AnswerReadingPtr = std::shared_ptr<const AnswerReading>;

} // namespace gui
