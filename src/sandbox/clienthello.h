// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace sandbox {

/// The server name in the first bytes of a TLS connection (RFC 8446, 4.1.2; RFC 6066, 3), lower case: Qt's
/// server side does not tell it. "" if there is none or it is no ClientHello, nullopt if more bytes are
/// needed to know.
std::optional<QByteArray> serverNameIn(QByteArrayView bytes);

} // namespace sandbox
