// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"
#include "dcs/call.h"
#include "dcs/expectation.h"
#include "dcs/sendoptions.h"
#include "interop/environment.h"
#include "interop/httpfile.h"

#include <QMap>

namespace cli {

/// A call as the command line names it: an operand (URL, curl line, FILE.http[#NAME], history ID, -),
/// options, or both.
struct CallInput {
    dcs::Call call; ///< with values in place of its {{variables}}
    dcs::SendOptions options;
    QList<dcs::Expectation> expectations;
    QString preset; ///< FILE.http#NAME
    QString environment;
    QString environmentFolder; ///< where its file lies
    QStringList notes; ///< what an import left out
    QStringList expectationLines; ///< of the preset, until the variables are known
    QList<dcs::Finding> findings; ///< where all is kept: variables without a value, a request that is none
    interop::Preset
        source; ///< what is named, {{variables}} open, with the options over it; perhaps its error
    bool masked = false; ///< out of the history, which kept hashes of its IDs
};

/// What becomes of {{variables}} without a value, and in a file of many of a request that cannot be read.
enum class Unresolved { Refused, Kept };
/// Values given by options are plain text and are encoded for the wire; operands are wire form and stay as
/// they are.
dcs::Result<CallInput> readCallInput(
    const Arguments &arguments, Context &context, Unresolved unresolved = Unresolved::Refused);
/// Every request of FILE.http, in order.
dcs::Result<QList<CallInput>> readAllCalls(
    const Arguments &arguments, const Context &context, Unresolved unresolved = Unresolved::Refused);

/// The options that make or change a call: alias, region, method, identities, parameters, headers, body.
dcs::Result<void> applyCallOptions(const Arguments &arguments, const Context &context, dcs::Call &call);
/// The one that --env names, out of the environment files beside the preset, else in the workspace.
dcs::Result<interop::Environment> readEnvironment(
    const Arguments &arguments, const Context &context, const QString &preset);
/// What --var says.
dcs::Result<QMap<QString, QString>> readVariables(const Arguments &arguments);
/// What --env, --var and the preset's file say.
struct Surroundings {
    /// Of the environment, over them `@name = value` lines of the preset's file, over them --var.
    QMap<QString, QString> values;
    QMap<QString, QString> sending; ///< how the environment's calls travel
    QString folder; ///< of the environment files: beside the preset, else the workspace
};
/// `preset`: FILE.http#NAME, or "".
dcs::Result<Surroundings> readSurroundings(
    const Arguments &arguments, const Context &context, const QString &preset);
/// Where the environment files lie: beside the preset or, inside the workspace, in the next folder above it
/// that has some; else, and for calls without a preset, in the workspace.
QString environmentFolder(const Context &context, const QString &preset);
/// What a preset's own options are here: its files lie beside it, and it cannot ask to be sent insecurely.
dcs::SendOptions presetOptions(const interop::Preset &preset, const QString &path, QStringList &notes);
/// An .http file that holds at least one request, readable or not.
dcs::Result<interop::HttpFile> readPresets(const QString &path);
bool isPresetFile(const QString &path); ///< by its name
QString presetFile(const QString &path, const Context &context); ///< as named, else in the workspace

/// How the call travels, out of --connect-to, --timeout, --proxy, --ca, --insecure …, over what `options`
/// says.
dcs::Result<void> applySendOptions(const Arguments &arguments, dcs::SendOptions &options);

} // namespace cli
