// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerexport.h"

#include "dcs/catalogue.h"
#include "interop/contract.h"
#include "interop/har.h"
#include "interop/maskidentifiers.h"

namespace gui {

namespace {

dcs::Exchange exported(const dcs::Exchange &exchange, bool mask)
{
    return mask ? interop::maskIdentifiers(exchange, dcs::Catalogue::builtIn()) : exchange;
}

} // namespace

QByteArray exportedBody(const AnswerReading &reading, bool mask)
{
    return exported(reading.exchange, mask).body;
}

QByteArray exportedHar(const AnswerReading &reading, bool mask)
{
    QList<dcs::Exchange> exchanges;
    for (const dcs::Exchange &hop : reading.hops)
        exchanges.append(exported(hop, mask));
    exchanges.append(exported(reading.exchange, mask));
    return interop::writeHar(exchanges);
}

QByteArray exportedJson(const AnswerReading &reading, bool mask)
{
    const dcs::Exchange exchange = exported(reading.exchange, mask);
    const dcs::Answer answer
        = mask ? dcs::Answer::parse(exchange, dcs::Catalogue::builtIn()) : reading.answer;
    interop::CallMade made;
    made.exchange = &exchange;
    made.answer = &answer;
    made.expectations = reading.outcomes;
    dcs::JsonWriter out;
    interop::writeCallMade(out, made);
    return out.take();
}

} // namespace gui
