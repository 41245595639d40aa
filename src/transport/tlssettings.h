// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/result.h"
#include "dcs/sendoptions.h"

#include <QSslConfiguration>

class QSslSocket;

namespace transport {

/// HTTP/1.1 alone by ALPN, TLS 1.2 or newer, the options' CA and client certificate. Errors name the file.
dcs::Result<QSslConfiguration> tlsConfiguration(const dcs::SendOptions &options);

/// Whether a subjectAltName covers the host: an equal name, a wildcard for exactly its first label, or an
/// equal address. commonName does not count, as in every browser (RFC 9110 4.3.4), though QSslSocket takes
/// it.
bool certificateCovers(const QSslCertificate &certificate, const QString &host);

dcs::Certificate certificateFacts(const QSslCertificate &certificate);
dcs::TlsFacts tlsFacts(const QSslSocket &socket, const QString &serverName, bool verified);

} // namespace transport
