// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/result.h"

namespace dcs {

/// One line of the expectation language: `status == 200`, `uuid exists`, `trait 420020`, `not error 171`,
/// `json $.dcs_region == 9`, `header Content-Type contains json`, `time < 500`, `no errors` …
///
/// expectation = ["not"] (what [operator [operand]] | "no" list)
/// what        = status | region | time | uuid | mid | tid | blob | form | body | header NAME | json PATH
///             | (trait | segment | destination | cookie | error) [VALUE]
///             | traits | segments | destinations | cookies | errors      (how many there are)
/// operator    = exists | == | != | < | > | <= | >= | contains | matches
/// operand     = the rest of the line, or "quoted", or for matches /pattern/ or /pattern/i
struct Expectation {
    bool negated = false;
    QString subject; ///< status, header, trait, errors … in lower case
    QString argument; ///< header name, JSON path, ID, name of a cookie …
    QString op; ///< "" exists == != < > <= >= contains matches
    QString operand; ///< without quotes; the pattern between the slashes
    bool quoted = false; ///< the operand is text even where it looks like a number
    bool ignoresCase = false; ///< /pattern/i
    QString source; ///< the line as written

    /// Errc::InvalidInput names the column, and the remedy what would be understood there.
    static Result<Expectation> parse(const QString &line);
};

struct ExpectationOutcome {
    QString expression;
    bool held = false;
    QString actual; ///< what was there, as text
};

/// IDs compare digit for digit, numbers by their value however long they are. Nothing is expected in vain of
/// a call that failed: without a complete answer only status, header and time can still hold.
ExpectationOutcome evaluate(const Expectation &expectation, const Exchange &exchange, const Answer &answer);

} // namespace dcs
