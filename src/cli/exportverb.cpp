// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/callinput.h"
#include "cli/delivery.h"
#include "cli/exitcode.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "interop/exportcall.h"
#include "interop/postman.h"
#include "interop/secretmark.h"
#include "store/files.h"
#include "store/workspace.h"

#include <QDir>
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr char environmentFormat[] = "postman-environment";

interop::Preset presetOf(const CallInput &input)
{
    interop::Preset preset = input.source;
    if (preset.name.isEmpty())
        preset.name = u"call"_s;
    if (preset.title.isEmpty())
        preset.title = preset.name;
    for (const dcs::Expectation &expectation : input.expectations)
        preset.expectations += expectation.source;
    return preset;
}

QString exportNames()
{
    QStringList names;
    for (const interop::ExportFormat &format : interop::exportFormats())
        names += QLatin1String(format.name);
    return names.join(u", "_s) + u" and "_s + QLatin1String(environmentFormat);
}

dcs::Result<interop::LoadPlan> readLoadPlan(const Arguments &arguments)
{
    interop::LoadPlan plan;
    if (arguments.has("rate")) {
        auto rate = arguments.decimal("rate", 0.01, 1e6);
        if (!rate)
            return rate.error();
        plan.callsPerSecond = *rate;
    }
    if (arguments.has("seconds")) {
        auto seconds = arguments.number("seconds", 1, 1'000'000);
        if (!seconds)
            return seconds.error();
        plan.seconds = int(*seconds);
    }
    if (arguments.has("data"))
        plan.dataFile = arguments.text("data");
    return plan;
}

dcs::Result<interop::ExportedCalls> readOne(const Arguments &arguments, Context &context)
{
    auto input = readCallInput(arguments, context, Unresolved::Kept);
    if (!input)
        return input.error();
    const interop::Preset preset = presetOf(*input);
    interop::ExportedCalls out;
    out.name = preset.name;
    out.calls.append({preset, input->call, input->options, {}, {}, {}});
    return out;
}

dcs::Result<void> addFile(interop::ExportedCalls &out, const Arguments &arguments, const Context &context,
    const QString &path, const QStringList &folders)
{
    auto bytes = store::readFile(path, qint64(64) << 20);
    if (!bytes)
        return bytes.error();
    auto around = readSurroundings(arguments, context, path + u'#');
    if (!around)
        return around.error();
    const auto given = readVariables(arguments);
    if (!given)
        return given.error();
    interop::addPresets(out, folders, *bytes, around->values, *given);
    return {};
}

/// Every preset of a file, or of a folder, where each file is a folder of the collection.
dcs::Result<interop::ExportedCalls> readAllOf(const Arguments &arguments, const Context &context)
{
    const QString word = QString::fromUtf8(arguments.operand(0));
    const QString place = word.isEmpty() ? context.workspaceFolder
        : isPresetFile(word)             ? presetFile(word, context)
                                         : word;
    interop::ExportedCalls out;
    out.name = QFileInfo(place).completeBaseName();
    if (QFileInfo(place).isFile()) {
        if (auto done = addFile(out, arguments, context, place, {}); !done)
            return done.error();
        return out;
    }
    out.name = QDir(place).dirName();
    auto files = store::Workspace(place).list();
    if (!files)
        return files.error();
    for (const store::WorkspaceFile &file : std::as_const(*files)) {
        QStringList folders = file.path.split(u'/');
        folders.last() = QFileInfo(folders.last()).completeBaseName();
        if (auto done = addFile(out, arguments, context, QDir(place).filePath(file.path), folders); !done)
            return done.error();
    }
    return out;
}

int exportEnvironment(const Arguments &arguments, const Context &context)
{
    if (!arguments.has("env"))
        return context.fail({dcs::Errc::Usage, u"Which environment is not said."_s,
            u"Name it: dcs export postman-environment --env staging"_s, {}});
    auto environment = readEnvironment(arguments, context, {});
    if (!environment)
        return context.fail(environment.error());
    if (!environment->privateNames.isEmpty())
        context.tell(u"note: private values were left out: %1\n"_s.arg(
            dcs::visible(environment->privateNames.join(u", "_s))));
    return deliver(arguments, context, interop::writePostmanEnvironment(*environment));
}

} // namespace

int runExport(const Arguments &given, Context &context)
{
    const QByteArray name = given.operand(0);
    if (name == environmentFormat)
        return exportEnvironment(given, context);
    const interop::ExportFormat *format = interop::exportFormat(name);
    if (!format)
        return context.fail({dcs::Errc::Usage,
            u"There is no format \"%1\" to export."_s.arg(dcs::visible(QString::fromUtf8(name))),
            u"Known are %1."_s.arg(exportNames()), {}});
    const Arguments arguments = given.withoutFirstOperand();
    const auto plan = readLoadPlan(arguments);
    if (!plan)
        return context.fail(plan.error());
    auto exported = arguments.has("all") ? readAllOf(arguments, context) : readOne(arguments, context);
    if (!exported)
        return context.fail(exported.error());
    for (interop::ExportedCall &call : exported->calls)
        call.load = *plan;
    if (arguments.has("mask"))
        exported = interop::maskIdentifiers(*exported, *context.catalogue);
    for (const QString &note : exported->notes)
        context.tell(u"note: "_s + dcs::visible(note, 2000) + u'\n');
    for (const QString &secret : interop::secretsIn(*format, *exported))
        context.tell(u"note: %1 stands for the keychain's entry \"%2\"; put its value there before another "
                     "program sends this.\n"_s.arg(interop::secretMark(secret), secret));
    if (exported->calls.isEmpty())
        return context.fail({dcs::Errc::InvalidInput, u"There is no request to export."_s, {}, {}});
    auto bytes = interop::exportCalls(*format, *exported);
    if (!bytes)
        return context.fail(bytes.error());
    return deliver(arguments, context, *bytes);
}

} // namespace cli
