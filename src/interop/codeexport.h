// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/sendoptions.h"
#include "dcs/wirerequest.h"

#include <QByteArray>

namespace interop {

enum class Language {
    Python, ///< requests
    JavaScript, ///< Node's own http and https: its fetch() does not let a program set Host
    Java, ///< java.net.http.HttpClient
    CSharp, ///< System.Net.Http.HttpClient
};

/// A whole program that makes the call, Host included. Where a library would change bytes on the way, a
/// comment says so.
QByteArray writeCode(const dcs::WireRequest &request, const dcs::SendOptions &options, Language language);

} // namespace interop
