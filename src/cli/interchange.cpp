// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/callinput.h"
#include "cli/exitcode.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "interop/exportcall.h"
#include "interop/importcalls.h"
#include "store/files.h"

#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

interop::Preset presetOf(const CallInput &input)
{
    interop::Preset preset;
    preset.name = input.preset.isEmpty() ? u"call"_s : input.preset.mid(input.preset.lastIndexOf(u'#') + 1);
    preset.title = preset.name;
    preset.call = input.call;
    preset.options = input.options;
    for (const dcs::Expectation &expectation : input.expectations)
        preset.expectations += expectation.source;
    return preset;
}

QString exportNames()
{
    QStringList names;
    for (const interop::ExportFormat &format : interop::exportFormats())
        names += QLatin1String(format.name);
    return names.join(u", "_s);
}

/// Standard output, or a file that must not exist yet: an import never overwrites somebody's presets.
int deliver(const Arguments &arguments, const Context &context, const QByteArray &bytes)
{
    if (!arguments.has("out")) {
        context.out(bytes);
        return Ok;
    }
    const QString path = arguments.text("out");
    if (QFileInfo::exists(path))
        return context.fail({dcs::Errc::Usage, u"\"%1\" exists."_s.arg(dcs::visible(path)),
            u"Name another file, or remove that one first."_s, {}});
    if (auto done = store::writeFile(path, bytes); !done)
        return context.fail(done.error());
    return Ok;
}

} // namespace

int runImport(const Arguments &arguments, Context &context)
{
    const QString word
        = arguments.operands().size() > 1 ? QString::fromUtf8(arguments.operand(0)) : QString();
    const QByteArray file = arguments.operands().size() > 1 ? arguments.operand(1) : arguments.operand(0);
    const auto named = interop::importFormat(word);
    if ((!word.isEmpty() && !named) || arguments.operands().size() > 2)
        return context.fail(
            {dcs::Errc::Usage, u"There is no format \"%1\" to import."_s.arg(dcs::visible(word)),
                u"Known are url, curl, har, postman, http and csv: dcs import har session.har"_s, {}});
    auto text
        = file.isEmpty() || file == "-" ? context.readInput() : store::readFile(QString::fromUtf8(file));
    if (!text)
        return context.fail(text.error());
    const auto readFile = [](const QString &path) { return store::readFile(path, qint64(64) << 20); };
    auto calls = interop::importCalls(
        *text, named.value_or(interop::recogniseFormat(*text)), *context.catalogue, readFile);
    if (!calls)
        return context.fail(calls.error());
    for (const QString &note : calls->notes)
        context.tell(u"note: "_s + dcs::visible(note, 2000) + u'\n');
    if (calls->calls.isEmpty())
        return context.fail({dcs::Errc::InvalidInput, u"There is no call to the DCS in it."_s, {}, {}});
    context.tell(u"%1 calls\n"_s.arg(calls->calls.size()));
    return deliver(arguments, context, interop::writeHttp(*calls));
}

int runExport(const Arguments &arguments, Context &context)
{
    const QByteArray name = arguments.operand(0);
    const interop::ExportFormat *format = interop::exportFormat(name);
    if (!format)
        return context.fail({dcs::Errc::Usage,
            u"There is no format \"%1\" to export."_s.arg(dcs::visible(QString::fromUtf8(name))),
            u"Known are %1."_s.arg(exportNames()), {}});
    auto input = readCallInput(arguments.withoutFirstOperand(), context, Unresolved::Kept);
    if (!input)
        return context.fail(input.error());
    interop::ExportedCall exported{presetOf(*input), input->call, input->options, {}};
    if (arguments.has("mask"))
        exported = interop::maskIdentifiers(exported, *context.catalogue);
    auto bytes = interop::exportCall(*format, exported);
    if (!bytes)
        return context.fail(bytes.error());
    return deliver(arguments, context, *bytes);
}

} // namespace cli
