// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/result.h"
#include "dcs/sendoptions.h"
#include "dcs/wirerequest.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace interop {

enum class Shell { Posix, Cmd, PowerShell };

/// One call of a curl line.
struct CurlCall {
    dcs::Call call;
    dcs::SendOptions options;
    QStringList notes; ///< what was left out and why: unknown flags are named, never dropped silently
};

/// Reads curl command lines in the quoting of bash ('…', "…", $'…', \ at line ends), of Windows' cmd (^) or
/// of PowerShell (`); the shell is recognised. Several calls for several URLs or --next.
/// `readFile` gives the bytes of a file that an @file names; without it such data is left out, with a note.
using CurlFileReader = std::function<dcs::Result<QByteArray>(const QString &path)>;
dcs::Result<QList<CurlCall>> readCurl(const QByteArray &text, const CurlFileReader &readFile = {});
bool looksLikeCurl(QByteArrayView text);

/// A command line that sends the same target, Host and body; in bash and sh byte for byte the same request.
QByteArray writeCurl(
    const dcs::WireRequest &request, const dcs::SendOptions &options, Shell shell = Shell::Posix);

} // namespace interop
