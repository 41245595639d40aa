// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerexport.h"

#include "dcs/catalogue.h"
#include "gui/answermask.h"
#include "interop/contract.h"
#include "interop/har.h"

namespace gui {

namespace {

dcs::Exchange exported(const AnswerReading &reading, const dcs::Exchange &exchange, bool mask)
{
    return mask ? masked(exchange, reading.call, reading.answer) : exchange;
}

} // namespace

QByteArray exportedBody(const AnswerReading &reading, bool mask)
{
    return exported(reading, reading.exchange, mask).body;
}

QByteArray exportedHar(const AnswerReading &reading, bool mask)
{
    QList<dcs::Exchange> exchanges;
    for (const dcs::Exchange &hop : reading.hops)
        exchanges.append(exported(reading, hop, mask));
    exchanges.append(exported(reading, reading.exchange, mask));
    return interop::writeHar(exchanges);
}

QByteArray exportedJson(const AnswerReading &reading, bool mask)
{
    const dcs::Exchange exchange = exported(reading, reading.exchange, mask);
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
