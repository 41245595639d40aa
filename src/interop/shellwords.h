// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "interop/curl.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QStringList>

namespace interop {

/// One command of a shell's text: its words after quoting is undone.
struct ShellCommand {
    QList<QByteArray> words;
    int line = 1; ///< where it begins
};

struct ShellText {
    QList<ShellCommand> commands;
    QStringList notes; ///< what a shell would have done and was not: variables, pipes, redirections
};

/// Guesses whose quoting a command line has.
Shell recogniseShell(QByteArrayView text);
/// Splits into commands and words as that shell does. Errors name the line of an open quote.
dcs::Result<ShellText> splitShell(QByteArrayView text, Shell shell);
/// Words of a Windows command line as programs get them (the C runtime's rules for quotes and backslashes).
QList<QByteArray> splitWindowsArguments(QByteArrayView line);

/// One word that the shell gives to the program unchanged.
QByteArray quotePosix(QByteArrayView word);
QByteArray quoteCmd(QByteArrayView word);
QByteArray quotePowerShell(QByteArrayView word);

} // namespace interop
