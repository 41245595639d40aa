// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/callinput.h"

#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/host.h"
#include "dcs/text.h"
#include "interop/anycall.h"
#include "interop/environment.h"
#include "interop/environmentoptions.h"
#include "interop/exportcall.h"
#include "interop/httpfile.h"
#include "store/files.h"
#include "store/history.h"
#include "store/workspace.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

dcs::Error usage(const QString &message, const QString &remedy = {})
{
    return {dcs::Errc::Usage, message, remedy, {}};
}

bool isHistoryId(QByteArrayView word)
{
    return !word.isEmpty()
        && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The words behind `curl`, quoted again so that the one reader of curl lines reads them.
QByteArray curlLine(const QList<QByteArray> &words)
{
    QByteArray line = "curl";
    for (QByteArray word : words)
        line += " '" + word.replace('\'', "'\\''") + '\'';
    return line;
}

dcs::Result<CallInput> fromText(const QByteArray &text)
{
    auto read = interop::readAnyCall(text);
    if (!read)
        return read.error();
    CallInput out;
    out.call = out.source.call = read->call;
    out.options = out.source.options = read->options;
    out.notes = read->notes;
    return out;
}

dcs::Result<CallInput> fromHistory(QByteArrayView id, const Context &context)
{
    auto history = store::History::open(context.dataFolder);
    if (!history)
        return history.error();
    auto entry = (*history)->entry(id.toLongLong());
    if (!entry)
        return entry.error();
    auto call = dcs::decode(entry->exchange.request);
    if (!call)
        return call.error();
    CallInput out;
    out.call = out.source.call = *call;
    out.masked = entry->row.masked;
    return out;
}

dcs::Finding errorFinding(const QString &code, const QString &where, const dcs::Error &error)
{
    return {dcs::Severity::Error, code, where, error.message, error.remedy, -1, {}, {}};
}

CallInput unreadable(const interop::Preset &preset, const QString &path)
{
    CallInput out;
    out.source = preset;
    out.preset = path + u'#' + preset.name;
    out.findings += errorFinding(u"request-unreadable"_s, u"request"_s, *preset.error);
    return out;
}

dcs::Result<CallInput> ofPreset(const interop::Preset &preset, const QString &path)
{
    if (preset.error)
        return dcs::Error{preset.error->code,
            u"%1:%2: %3"_s.arg(path, QString::number(preset.line), preset.error->message),
            preset.error->remedy, {}};

    CallInput out;
    out.call = preset.call;
    out.source = preset;
    out.preset = path + u'#' + preset.name;
    out.expectationLines = preset.expectations;
    out.options = presetOptions(preset, path, out.notes);
    return out;
}

dcs::Result<CallInput> fromPreset(
    const QString &path, const QString &name, const QMap<QString, QString> &given)
{
    auto read = readPresets(path);
    if (!read)
        return read.error();
    const interop::HttpFile &file = *read;
    const int index = name.isEmpty() ? 0 : file.indexOf(name);
    if (index < 0) {
        QStringList names;
        for (const interop::Preset &preset : file.presets())
            names += u'"' + preset.name + u'"';
        return dcs::Error{dcs::Errc::NotFound, u"\"%1\" has no request named \"%2\"."_s.arg(path, name),
            u"It has: %1."_s.arg(names.join(u", "_s)), {}};
    }
    auto input = ofPreset(file.presets()[index], path);
    if (input)
        input->source = interop::portablePresets(file, given)[index];
    if (input && name.isEmpty() && file.presets().size() > 1)
        input->notes.append(
            u"\"%1\" holds %2 requests; the first was taken. Others are named so: %1#NAME"_s.arg(
                path, QString::number(file.presets().size())));
    return input;
}

/// A word that is no URL, but a file: what it holds is read from standard input.
std::optional<dcs::Error> findFile(const QString &word)
{
    if (word.contains(u"://"_s) || !QFileInfo::exists(word))
        return std::nullopt;
    const QString name = dcs::visible(word, 200);
    if (QFileInfo(word).isDir())
        return dcs::Error{dcs::Errc::Usage, u"\"%1\" is a folder."_s.arg(name),
            u"Name a file in it; \"dcs presets --workspace %1\" lists its requests."_s.arg(name), {}};
    return dcs::Error{dcs::Errc::Usage, u"\"%1\" is a file, and no .http file by its name."_s.arg(name),
        u"To read a URL, a curl line or a request from it, say - and feed it in: - < %1"_s.arg(name), {}};
}

dcs::Result<CallInput> fromOperand(const Arguments &arguments, Context &context)
{
    const QByteArray operand = arguments.operand(0);
    if (operand == "curl" && arguments.operands().size() == 1)
        return fromText(curlLine(arguments.curlWords()));
    if (arguments.operands().size() > 1)
        return usage(u"One call at a time: \"%1\" is one word too many."_s.arg(
                         dcs::visible(QString::fromUtf8(arguments.operand(1)))),
            u"A URL or a curl line with blanks or & in it stands in quotation marks."_s);
    if (operand == "-") {
        auto text = context.readInput();
        if (!text)
            return text.error();
        return fromText(*text);
    }
    if (isHistoryId(operand))
        return fromHistory(operand, context);

    const QString word = QString::fromUtf8(operand);
    const qsizetype hash = word.lastIndexOf(u'#');
    const QString path = hash < 0 ? word : word.left(hash);
    if (isPresetFile(path)) {
        const auto given = readVariables(arguments);
        if (!given)
            return given.error();
        return fromPreset(presetFile(path, context), hash < 0 ? QString() : word.mid(hash + 1), *given);
    }
    if (auto file = findFile(word))
        return *file;
    return fromText(operand);
}

/// A call by options alone: alias and where it goes must be said.
dcs::Result<CallInput> fromOptions(const Arguments &arguments)
{
    const QList<QByteArray> headers = arguments.all("header");
    const bool hostGiven = std::any_of(headers.begin(), headers.end(),
        [](const QByteArray &line) { return line.toLower().startsWith("host:"); });
    if (!arguments.has("alias") && !hostGiven && !arguments.has("sandbox"))
        return usage(u"There is no call: neither an operand nor --alias."_s,
            u"For example: dcs send --alias acme --region 9 --uuid 22920112968019678612904394744954398990"_s);
    if (!arguments.has("region") && !arguments.has("direct") && !arguments.has("sandbox")
        && !arguments.has("connect-to"))
        return usage(u"The call has no destination."_s,
            u"Give the user's region (--region 9; \"dcs regions\" lists them), or --direct for the alias's own host."_s);
    CallInput out;
    out.call = out.source.call = dcs::newCall("acme", dcs::usualRegionHost);
    return out;
}

} // namespace

dcs::SendOptions presetOptions(const interop::Preset &preset, const QString &path, QStringList &notes)
{
    dcs::SendOptions options = preset.options;
    interop::anchorFiles(options, QFileInfo(path).absolutePath());
    if (preset.asksInsecure)
        notes
            += u"\"%1\" asks for any certificate to be taken. That is chosen for one call only: --insecure."_s
                   .arg(preset.name);
    return options;
}

bool isPresetFile(const QString &path)
{
    return (path.endsWith(u".http") || path.endsWith(u".rest")) && !path.contains(u"://");
}

dcs::Result<interop::HttpFile> readPresets(const QString &path)
{
    auto bytes = store::readFile(path, qint64(64) << 20);
    if (!bytes)
        return bytes.error();
    interop::HttpFile file = interop::HttpFile::parse(*bytes);
    if (file.presets().isEmpty())
        return dcs::Error{dcs::Errc::InvalidInput, u"\"%1\" holds no request."_s.arg(dcs::visible(path)),
            u"A request begins with a line such as: GET https://usw2.demdex.net/event?d_rtbd=json"_s, {}};
    return file;
}

QString presetFile(const QString &path, const Context &context)
{
    const QString inWorkspace = QDir(context.workspaceFolder).filePath(path);
    return !QFileInfo::exists(path) && QFileInfo::exists(inWorkspace) ? inWorkspace : path;
}

namespace {

/// An expectation may name variables, too: `uuid == {{user}}`.
dcs::Result<void> readExpectations(CallInput &input, const QMap<QString, QString> &values)
{
    auto lines = interop::resolveLines(
        input.expectationLines, u"the expectation"_s, values, interop::Dynamic::real());
    if (!lines)
        return lines.error();
    for (const QString &line : *lines) {
        auto expectation = dcs::Expectation::parse(line);
        if (!expectation)
            return expectation.error();
        input.expectations.append(*expectation);
    }
    return {};
}

/// Values in the place of the call's variables, where there are some to have.
dcs::Result<void> resolveCall(
    CallInput &input, const Arguments &arguments, const Surroundings &around, Unresolved unresolved)
{
    const QStringList variables = interop::variablesOf(input.call);
    const bool namesSecret = std::any_of(variables.begin(), variables.end(),
        [](const QString &name) { return name.startsWith(u"$keychain "); });
    if (!variables.isEmpty()
        && (arguments.has("env") || !around.values.isEmpty() || !input.preset.isEmpty() || namesSecret)) {
        auto resolved = interop::resolve(input.call, around.values, interop::Dynamic::real());
        if (resolved)
            input.call = *resolved;
        else if (unresolved == Unresolved::Refused || resolved.error().code != dcs::Errc::Unresolved)
            return resolved.error();
        else
            input.findings = interop::unresolvedFindings(input.call, around.values);
    }
    return {};
}

dcs::Result<void> resolveOptions(
    CallInput &input, const Arguments &arguments, const Surroundings &around, Unresolved unresolved)
{
    for (dcs::SendOptions *one : {&input.options, &input.source.options}) {
        if (auto done = applySendOptions(arguments, *one); !done)
            return done.error();
    }
    auto options = interop::completeOptions(input.options, around.sending, around.values, around.folder);
    if (options)
        input.options = *options;
    else if (unresolved == Unresolved::Refused || options.error().code != dcs::Errc::Unresolved)
        return options.error();
    else
        input.findings += errorFinding(u"variable-unresolved"_s, u"options"_s, options.error());
    return {};
}

/// The options over what the operand said.
dcs::Result<CallInput> completed(
    CallInput input, const Arguments &arguments, const Context &context, Unresolved unresolved)
{
    for (dcs::Call *one : {&input.call, &input.source.call}) {
        if (auto done = applyCallOptions(arguments, context, *one); !done)
            return done.error();
    }

    auto around = readSurroundings(arguments, context, input.preset);
    if (!around)
        return around.error();
    if (auto resolved = resolveCall(input, arguments, *around, unresolved); !resolved)
        return resolved.error();
    if (unresolved == Unresolved::Refused) {
        if (auto read = readExpectations(input, around->values); !read)
            return read.error();
    }
    input.environment = arguments.text("env");

    input.environmentFolder = around->folder;
    if (auto resolved = resolveOptions(input, arguments, *around, unresolved); !resolved)
        return resolved.error();
    for (const QByteArray &line : arguments.all("expect")) {
        auto expectation = dcs::Expectation::parse(QString::fromUtf8(line));
        if (!expectation)
            return expectation.error();
        input.expectations.append(*expectation);
    }
    return input;
}

} // namespace

dcs::Result<CallInput> readCallInput(const Arguments &arguments, Context &context, Unresolved unresolved)
{
    auto input = arguments.operands().isEmpty() ? fromOptions(arguments) : fromOperand(arguments, context);
    if (!input)
        return input;
    return completed(*input, arguments, context, unresolved);
}

dcs::Result<QList<CallInput>> readAllCalls(
    const Arguments &arguments, const Context &context, Unresolved unresolved)
{
    const QString word = QString::fromUtf8(arguments.operand(0));
    if (arguments.operands().size() != 1 || !isPresetFile(word))
        return usage(u"--all wants one .http file."_s, u"For example: dcs check presets/visit.http --all"_s);
    const QString path = presetFile(word, context);
    auto file = readPresets(path);
    if (!file)
        return file.error();
    QList<CallInput> calls;
    for (const interop::Preset &preset : file->presets()) {
        if (preset.error && unresolved == Unresolved::Kept) {
            calls.append(unreadable(preset, path));
            continue;
        }
        auto input = ofPreset(preset, path);
        if (!input)
            return input.error();
        input = completed(*input, arguments, context, unresolved);
        if (!input)
            return input.error();
        calls.append(*input);
    }
    return calls;
}

} // namespace cli
