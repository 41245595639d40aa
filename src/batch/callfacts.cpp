// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/recordedsend.h"
#include "dcs/catalogue.h"
#include "dcs/check.h"

namespace batch {

store::CallFacts callFacts(const dcs::Call &call, const dcs::Catalogue &catalogue)
{
    store::CallFacts out;
    out.alias = dcs::alias(call, catalogue);
    out.region = dcs::region(call, catalogue);
    out.findings = dcs::check(call, catalogue);
    const QList<dcs::Identity> identities = dcs::identities(call);
    if (!identities.isEmpty()) {
        const dcs::Identity &first = identities.first();
        out.firstIdentity = dcs::kindName(first.kind) + u' '
            + (first.nameSpace.isEmpty() ? first.value : first.nameSpace + u':' + first.value);
    }
    return out;
}

store::AnswerFacts answerFacts(const dcs::Answer &answer)
{
    store::AnswerFacts out;
    for (const dcs::AnswerError &error : answer.errors) {
        if (error.code)
            out.errorCodes.append(*error.code);
    }
    if (answer.region)
        out.answerRegion = int(*answer.region);
    out.uuid = answer.uuid.isEmpty() ? answer.mid : answer.uuid;
    out.tid = answer.tid;
    for (const QString &id : {answer.mid, answer.blob}) {
        if (!id.isEmpty())
            out.otherIds.append(id);
    }
    return out;
}

} // namespace batch
