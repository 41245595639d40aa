// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"
#include "dcs/call.h"
#include "dcs/expectation.h"
#include "dcs/sendoptions.h"

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
    QStringList notes; ///< what an import left out
};

/// Values given by options are plain text and are encoded for the wire; operands are wire form and stay as
/// they are.
/// What becomes of {{variables}} without a value.
enum class Unresolved { Refused, Kept };
dcs::Result<CallInput> readCallInput(
    const Arguments &arguments, Context &context, Unresolved unresolved = Unresolved::Refused);

/// How the call travels, out of --connect-to, --timeout, --proxy, --ca, --insecure …, over what `options`
/// says.
dcs::Result<void> applySendOptions(const Arguments &arguments, dcs::SendOptions &options);

/// One label of letters, digits, - and _, as Adobe assigns it.
dcs::Result<QString> checkAlias(const QString &alias);
/// DPID:ID[:STATE] or CODE:ID[:STATE].
dcs::Result<dcs::Identity> parseCustomerId(const QString &text, dcs::Identity::Kind kind);

} // namespace cli
