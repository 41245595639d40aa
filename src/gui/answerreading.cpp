// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerreading.h"

#include "dcs/catalogue.h"
#include "gui/answersummaryrows.h"
#include "gui/latest.h"

namespace gui {

AnswerReadingPtr AnswerReading::read(const dcs::Call &call, const dcs::Exchange &exchange,
    const QList<dcs::Exchange> &hops, const QList<dcs::Expectation> &expectations)
{
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    auto reading = std::make_unique<AnswerReading>();
    reading->call = call;
    reading->exchange = exchange;
    reading->hops = hops;
    reading->answer = dcs::Answer::parse(exchange, catalogue);
    reading->findings = dcs::checkAnswer(call, exchange, reading->answer, catalogue);
    for (const dcs::Expectation &expectation : expectations)
        reading->outcomes.append(dcs::evaluate(expectation, exchange, reading->answer));
    if (reading->answer.document && reading->answer.document->exists())
        reading->rows = std::make_shared<const JsonRows>(reading->answer.document);
    reading->traitRows = idRows(reading->answer.traits);
    reading->segmentRows = idRows(reading->answer.segments);
    // A million traits take a while to be given back: not on the window's thread either.
    return AnswerReadingPtr(
        reading.release(), [](const AnswerReading *old) { workPool().start([old] { delete old; }); });
}

} // namespace gui
