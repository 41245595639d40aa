// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/callmade.h"

#include "cli/exitcode.h"
#include "cli/output.h"
#include "dcs/check.h"
#include "dcs/text.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

void warnBefore(const Context &context, const dcs::Call &call, const QString &name)
{
    QList<dcs::Finding> findings = dcs::check(call, *context.catalogue);
    findings.removeIf([](const dcs::Finding &finding) { return finding.severity == dcs::Severity::Hint; });
    if (!findings.isEmpty() && !name.isEmpty())
        context.tell(u"### "_s + dcs::visible(name) + u'\n');
    printFindings(context, findings, true);
}

void warnOfInsecure(const Context &context)
{
    context.tell(
        context.paint(u"warning"_s, "1;31") + u": the server's certificate is not verified (--insecure)\n"_s);
}

int exitCodeOf(const batch::RecordedSend::Outcome &outcome, const dcs::Answer &answer,
    const QList<dcs::ExpectationOutcome> &expectations)
{
    if (outcome.refusal)
        return exitCodeOf(*outcome.refusal);
    if (!outcome.sent && outcome.storageError)
        return StorageFailed; // which is why it was not sent
    if (outcome.exchange.failure)
        return NetworkFailed;
    if (outcome.storageError)
        return StorageFailed;
    if (answer.refused())
        return Refused;
    const bool allHeld = std::all_of(expectations.begin(), expectations.end(),
        [](const dcs::ExpectationOutcome &expectation) { return expectation.held; });
    return allHeld ? Ok : CheckFailed;
}

} // namespace cli
