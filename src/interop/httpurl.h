// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace interop {

/// A URL of an `.http` file, whose authority may be a {{variable}}.
struct HttpUrl {
    dcs::Call call; ///< connection, path, parameters and fragment; with a variable, connectHost is the whole
                    ///< authority
    QByteArray authority; ///< what Host is where no line gives it; "" for a target without authority
};
dcs::Result<HttpUrl> readHttpUrl(QByteArrayView text);

/// host[:port], the port only where it is not the scheme's own.
QByteArray httpAuthority(const dcs::Call &call);
/// scheme://authority of a call, variables untouched.
QByteArray httpUrlBase(const dcs::Call &call);

/// Puts what the {{variables}} of connectHost stood for into place: "https://host:8443/prefix" sets scheme,
/// host, port and the beginning of the path, "host:8080" host and port.
dcs::Result<void> settleConnectHost(dcs::Call &call);

} // namespace interop
