// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "dcs/sendoptions.h"

#include <optional>

namespace interop {

/// `none`, `system`, or `[http://|socks5://][user[:password]@]host[:port]`; user and password are
/// percent-encoded, but for {{variables}}, which stay as they are.
std::optional<dcs::SendOptions::Proxy> readProxyText(const QString &text);
/// The same, back; "" for a proxy that is not chosen. A password is written only where it is a {{variable}}.
QString proxyText(const dcs::SendOptions::Proxy &proxy);

/// What a user gives for a proxy as it goes into a file: in the form of proxyText(), or the one {{variable}}
/// that it is. Refuses a password that is none.
dcs::Result<QString> proxyForFile(const QString &given);

/// Whether a text is one {{variable}}, the only form in which a password is written into a file.
bool isReference(QStringView text);

/// `host:port`, `[::1]:port`; without a port `otherwise`, which 0 refuses.
std::optional<dcs::HostPort> readHostPort(const QString &text, quint16 otherwise = 0);
QString hostPortText(const dcs::HostPort &address);

} // namespace interop
