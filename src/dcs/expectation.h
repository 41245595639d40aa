// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/result.h"

namespace dcs {

/// One line of the expectation language: `status == 200`, `uuid exists`, `trait 420020`, `not error 171`,
/// `json $.dcs_region == 9`, `header Content-Type contains json`, `time < 500` …
struct Expectation {
    bool negated = false;
    QString subject; ///< status uuid region tid trait segment destination cookie errors error header json time body mid
    QString argument; ///< header name, JSON path, ID …
    QString op; ///< "" exists == != < > contains matches
    QString operand;
    QString source; ///< the line as written

    static Result<Expectation> parse(const QString &line);
};

struct ExpectationOutcome {
    QString expression;
    bool held = false;
    QString actual; ///< what was there instead, as text
};

ExpectationOutcome evaluate(const Expectation &expectation, const Exchange &exchange, const Answer &answer);

} // namespace dcs
