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
    dcs::Call call;
    dcs::SendOptions options;
    QList<dcs::Expectation> expectations;
    QString preset; ///< FILE.http#NAME
    QString environment;
    QString environmentFolder; ///< where its file lies
    QStringList notes; ///< what an import left out
    QStringList expectationLines; ///< of the preset, until the variables are known
    QList<dcs::Finding> unresolved; ///< variables without a value, where they are kept
    bool masked = false; ///< out of the history, which kept hashes of its IDs
};

/// What becomes of {{variables}} without a value.
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
/// Where the environment files lie for a preset, or for calls without one.
QString environmentFolder(const Context &context, const QString &preset);
/// What a preset's own options are here: its files lie beside it, and it cannot ask to be sent insecurely.
dcs::SendOptions presetOptions(const interop::Preset &preset, const QString &path, QStringList &notes);
bool isPresetFile(const QString &path); ///< by its name
QString presetFile(const QString &path, const Context &context); ///< as named, else in the workspace

/// How the call travels, out of --connect-to, --timeout, --proxy, --ca, --insecure …, over what `options`
/// says.
dcs::Result<void> applySendOptions(const Arguments &arguments, dcs::SendOptions &options);

/// DPID:ID[:STATE] or CODE:ID[:STATE].
dcs::Result<dcs::Identity> parseCustomerId(const QString &text, dcs::Identity::Kind kind);

} // namespace cli
