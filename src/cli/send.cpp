// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "batch/cookiefile.h"
#include "batch/recordedsend.h"
#include "cli/callinput.h"
#include "cli/callmade.h"
#include "cli/exitcode.h"
#include "cli/interrupt.h"
#include "cli/localsandbox.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "cli/sendall.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/encode.h"
#include "dcs/text.h"
#include "interop/contract.h"
#include "sandbox/server.h"
#include "store/history.h"
#include "store/keychain.h"
#include "transport/wiremanager.h"

#include <QEventLoop>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// What is shown and decided once the call has been made.
struct Made {
    CallInput input;
    batch::RecordedSend::Outcome outcome;
    dcs::Answer answer;
    QList<dcs::ExpectationOutcome> expectations;
};

batch::RecordedSend::Outcome sendAndWait(batch::RecordedSend &send, const Interrupt &interrupt)
{
    QEventLoop loop;
    batch::RecordedSend::Outcome result;
    QObject::connect(
        &send, &batch::RecordedSend::finished, &loop, [&](const batch::RecordedSend::Outcome &outcome) {
            result = outcome;
            loop.quit();
        });
    QObject::connect(&interrupt, &Interrupt::interrupted, &send, &batch::RecordedSend::cancel);
    QMetaObject::invokeMethod(&send, &batch::RecordedSend::start, Qt::QueuedConnection);
    loop.exec();
    return result;
}

void printWire(const Context &context, const dcs::Exchange &exchange)
{
    context.out(exchange.request.bytes);
    if (!exchange.request.bytes.endsWith('\n'))
        context.out("\n");
    context.out("\n");
    context.out(exchange.responseHead);
    context.out(exchange.body);
    if (!exchange.body.endsWith('\n'))
        context.out("\n");
}

void print(const Arguments &arguments, const Context &context, const Made &made)
{
    if (isJson(arguments)) {
        printJson(context, arguments, [&made](dcs::JsonWriter &out) {
            interop::writeCallMade(out,
                {made.outcome.id ? QString::number(*made.outcome.id) : QString(), &made.outcome.exchange,
                    &made.answer, made.expectations, false});
        });
        return;
    }
    if (arguments.has("wire"))
        printWire(context, made.outcome.exchange);
    printExchange(context, made.outcome.exchange);
    if (made.outcome.exchange.status > 0)
        printAnswer(context, made.answer);
    QList<dcs::Finding> findings
        = dcs::checkAnswer(made.input.call, made.outcome.exchange, made.answer, *context.catalogue);
    // The codes of the answer stand above already.
    findings.removeIf([](const dcs::Finding &finding) {
        return finding.code == u"answer-refused" || finding.code == u"answer-warning";
    });
    printFindings(context, findings, false);
    printExpectations(context, made.expectations);
}

} // namespace

int runSend(const Arguments &arguments, Context &context)
{
    if (arguments.has("all"))
        return sendAll(arguments, context);
    auto input = readCallInput(arguments, context);
    if (!input)
        return context.fail(input.error());
    for (const QString &note : input->notes)
        context.tell(u"note: "_s + dcs::visible(note) + u'\n');

    std::unique_ptr<sandbox::Server> server;
    if (arguments.has("sandbox") && !arguments.has("dry-run")) {
        auto started = startSandbox(context);
        if (!started)
            return context.fail(started.error());
        server = std::move(*started);
        sendToSandbox(*server, input->call, input->options);
    }
    batch::CookieFile cookies(context.dataFolder, input->environmentFolder, input->environment);
    const bool usesCookies = batch::usesCookies(input->options, &cookies);
    const bool ownCookieHeader = batch::hasCookieHeader(input->call);
    if (usesCookies)
        cookies.addTo(input->call);
    auto request = dcs::encode(input->call);
    if (!request)
        return context.fail(request.error());
    if (arguments.has("dry-run")) {
        context.out(request->bytes);
        return Ok;
    }
    if (input->masked && request->bytes.contains(store::maskedIdStart))
        return context.fail({dcs::Errc::NotSendable,
            u"This call was recorded with masked IDs, so it cannot be sent again as it was."_s,
            u"--dry-run prints it; build it anew with IDs in the place of the hashes (%1…)."_s.arg(
                QLatin1String(store::maskedIdStart)),
            {}});
    warnBefore(context, input->call);
    if (input->options.insecure)
        warnOfInsecure(context);

    auto history = openRecording(arguments, context);
    if (!history)
        return context.fail(history.error());

    transport::WireManager network;
    const Interrupt interrupt;
    store::CallFacts facts = batch::callFacts(input->call, *context.catalogue);
    facts.preset = input->preset;
    facts.environment = input->environment;
    store::Keychain keychain(context.dataFolder);
    batch::RecordedSend send(*request, input->options, facts, network, history->get(), *context.catalogue);
    send.setKeychain(&keychain);
    if (usesCookies)
        send.setCookies(&cookies, ownCookieHeader);

    Made made{*input, sendAndWait(send, interrupt), {}, {}};
    if (made.outcome.refusal)
        return context.fail(*made.outcome.refusal);
    if (made.outcome.storageError)
        context.fail(*made.outcome.storageError);
    if (!made.outcome.sent && made.outcome.storageError)
        return StorageFailed;
    made.answer = dcs::Answer::parse(made.outcome.exchange, *context.catalogue);
    for (const dcs::Expectation &expectation : input->expectations)
        made.expectations.append(dcs::evaluate(expectation, made.outcome.exchange, made.answer));
    print(arguments, context, made);
    const int code = exitCodeOf(made.outcome, made.answer, made.expectations);
    return interrupt.happened() ? Interrupted : afterCookies(cookies, context, code);
}

} // namespace cli
