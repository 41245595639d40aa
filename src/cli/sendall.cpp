// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/sendall.h"

#include "batch/cookiefile.h"
#include "batch/presetrun.h"
#include "cli/callinput.h"
#include "cli/callmade.h"
#include "cli/exitcode.h"
#include "cli/interrupt.h"
#include "cli/localsandbox.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "interop/contract.h"
#include "interop/environmentoptions.h"
#include "store/history.h"
#include "store/keychain.h"
#include "transport/wiremanager.h"

#include <QEventLoop>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

using Step = batch::PresetRun::Step;

/// The file's requests with the command line's options over them.
struct Sequence {
    QString path;
    QList<interop::Preset> presets;
    batch::PresetRunSettings settings;
    QString environmentFolder;
};

dcs::Result<void> applyOptions(const Arguments &arguments, const Context &context, const QString &path,
    const Surroundings &around, interop::Preset &preset)
{
    if (preset.error)
        return {}; // reported when its turn comes
    QStringList notes;
    preset.options = presetOptions(preset, path, notes);
    for (const QString &note : notes)
        context.tell(u"note: "_s + dcs::visible(note) + u'\n');
    if (auto done = applyCallOptions(arguments, context, preset.call); !done)
        return done;
    for (const QByteArray &line : arguments.all("expect"))
        preset.expectations += QString::fromUtf8(line);
    if (auto done = applySendOptions(arguments, preset.options); !done)
        return done;
    auto options = interop::completeOptions(preset.options, around.sending, around.values, around.folder);
    if (!options)
        return options.error();
    preset.options = *options;
    return {};
}

dcs::Result<Sequence> readSequence(const Arguments &arguments, const Context &context)
{
    const QString word = QString::fromUtf8(arguments.operand(0));
    if (arguments.operands().size() != 1 || !isPresetFile(word))
        return dcs::Error{dcs::Errc::Usage, u"--all wants one .http file."_s,
            u"For example: dcs send presets/visit.http --all --jsonl"_s, {}};
    for (const char *name : {"dry-run", "wire"}) {
        if (arguments.has(name))
            return dcs::Error{dcs::Errc::Usage,
                u"--all and --%1 do not go together."_s.arg(QLatin1String(name)),
                u"Name one request of the file: FILE.http#NAME."_s, {}};
    }
    Sequence out;
    out.path = presetFile(word, context);
    auto file = readPresets(out.path);
    if (!file)
        return file.error();
    out.presets = file->presets();
    auto around = readSurroundings(arguments, context, out.path + u'#');
    if (!around)
        return around.error();
    for (interop::Preset &preset : out.presets) {
        if (auto done = applyOptions(arguments, context, out.path, *around, preset); !done)
            return done.error();
    }
    out.settings = {out.path, arguments.text("env"), around->values, {}, nullptr, nullptr};
    out.environmentFolder = around->folder;
    return out;
}

void printStep(
    const Arguments &arguments, const Context &context, const Step &step, dcs::JsonWriter &document)
{
    const interop::CallMade made{step.outcome.id ? QString::number(*step.outcome.id) : QString(),
        &step.outcome.exchange, &step.answer, step.expectations, false, step.preset.name};
    if (arguments.has("jsonl")) {
        dcs::JsonWriter line(0);
        interop::writeCallMade(line, made);
        context.out(line.take());
    } else if (arguments.has("json")) {
        interop::writeCallMade(document, made);
    } else {
        context.print(u"### "_s + dcs::visible(step.preset.name) + u'\n');
        printExchange(context, step.outcome.exchange);
        if (step.outcome.exchange.status > 0)
            printAnswer(context, step.answer);
        printExpectations(context, step.expectations);
        for (auto it = step.captured.begin(); it != step.captured.end(); ++it)
            context.print(u"captured %1 = %2\n"_s.arg(dcs::visible(it.key()), dcs::visible(it.value())));
        context.print(u"\n"_s);
    }
}

int exitCodeOf(const Step &step)
{
    const int code = cli::exitCodeOf(step.outcome, step.answer, step.expectations);
    // A refusal is also the reason why nothing could be captured.
    const bool wasAnswered = code == Ok || code == CheckFailed;
    return wasAnswered && step.problem ? cli::exitCodeOf(*step.problem) : code;
}

dcs::Error named(const Step &step)
{
    dcs::Error error = *step.problem;
    error.message = u"%1: %2"_s.arg(dcs::visible(step.preset.name), error.message);
    return error;
}

int runSteps(const Arguments &arguments, Context &context, batch::PresetRun &run)
{
    const Interrupt interrupt;
    QEventLoop loop;
    dcs::JsonWriter document;
    document.beginArray();
    QObject::connect(&run, &batch::PresetRun::changed, &loop, [&](int index) {
        const Step &step = run.steps()[index];
        if (step.state == Step::State::Running)
            warnBefore(context, step.call, step.preset.name);
        const bool over = step.state == Step::State::Done || step.state == Step::State::Failed;
        if (over && (step.outcome.sent || step.outcome.exchange.failure))
            printStep(arguments, context, step, document);
        if (over && step.problem)
            context.fail(named(step));
    });
    QObject::connect(&run, &batch::PresetRun::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupt, &Interrupt::interrupted, &run, &batch::PresetRun::cancel);
    run.start();
    loop.exec();

    if (arguments.has("json") && !arguments.has("jsonl"))
        context.out(document.endArray().take());
    int skipped = 0;
    int code = Ok;
    for (const Step &step : run.steps()) {
        if (step.state == Step::State::Skipped)
            ++skipped;
        else if (code == Ok)
            code = exitCodeOf(step);
    }
    if (skipped > 0)
        context.tell(u"%1 further requests of the file were not sent.\n"_s.arg(skipped));
    return interrupt.happened() ? Interrupted : code;
}

} // namespace

int sendAll(const Arguments &arguments, Context &context)
{
    auto sequence = readSequence(arguments, context);
    if (!sequence)
        return context.fail(sequence.error());
    std::unique_ptr<sandbox::Server> server;
    if (arguments.has("sandbox")) {
        auto started = startSandbox(context);
        if (!started)
            return context.fail(started.error());
        server = std::move(*started);
        for (interop::Preset &preset : sequence->presets)
            sendToSandbox(*server, preset.call, preset.options);
    }
    auto history = openRecording(arguments, context);
    if (!history)
        return context.fail(history.error());
    if (arguments.has("insecure"))
        warnOfInsecure(context);
    transport::WireManager network;
    store::Keychain keychain(context.dataFolder);
    batch::CookieFile cookies(context.dataFolder, sequence->environmentFolder, arguments.text("env"));
    sequence->settings.keychain = &keychain;
    sequence->settings.cookies = &cookies;
    batch::PresetRun run(sequence->presets, sequence->settings, network, history->get(), *context.catalogue);
    return afterCookies(cookies, context, runSteps(arguments, context, run));
}

} // namespace cli
