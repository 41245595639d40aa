// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"

#include <QList>

namespace cli {

/// One verb as data: what help, completion and dispatch need.
struct Verb {
    const char *name;
    const char *operands;
    const char *summary;
    const char *example;
    OptionTable options; ///< without the common ones
    int (*run)(const Arguments &arguments, Context &context);
    int callAt = -1; ///< number of the operand that is a call
    int mostOperands = -1; ///< -1: the verb counts them itself
    QString (*more)() = nullptr; ///< what its help says behind the options
};

const QList<Verb> &verbs();
const OptionTable &commonOptions(); ///< --help, --json, --color, --data-dir, --workspace …
const OptionTable &routeOptions(); ///< how a call travels
const OptionTable &callOptions(); ///< those that make or change a call

/// The whole program: `words` are argv without the program's name. `context` has its streams and catalogue
/// set.
int run(const QList<QByteArray> &words, Context &context, bool outIsTerminal);

int runSend(const Arguments &arguments, Context &context);
int runDecode(const Arguments &arguments, Context &context);
int runCheck(const Arguments &arguments, Context &context);
int runAnswer(const Arguments &arguments, Context &context);
int runIds(const Arguments &arguments, Context &context);
int runHistory(const Arguments &arguments, Context &context);
int runPresets(const Arguments &arguments, Context &context);
int runEnv(const Arguments &arguments, Context &context);
int runCookies(const Arguments &arguments, Context &context);
int runSecret(const Arguments &arguments, Context &context);
int runRegions(const Arguments &arguments, Context &context);
int runSandbox(const Arguments &arguments, Context &context);
QString sandboxChoices(); ///< of the help of `dcs sandbox`
int runDiff(const Arguments &arguments, Context &context);
int runImport(const Arguments &arguments, Context &context);
int runExport(const Arguments &arguments, Context &context);
int runExplain(const Arguments &arguments, Context &context);
int runCompletion(const Arguments &arguments, Context &context);

} // namespace cli
