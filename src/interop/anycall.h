// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/result.h"
#include "dcs/sendoptions.h"

#include <QByteArray>
#include <QStringList>

namespace interop {

/// A call out of text that a person pasted.
struct ReadCall {
    dcs::Call call;
    dcs::SendOptions options;
    QStringList notes;
};

/// Reads a URL, a curl line, a raw HTTP request or the first request of an `.http` text, whichever it is.
dcs::Result<ReadCall> readAnyCall(const QByteArray &text);

} // namespace interop
