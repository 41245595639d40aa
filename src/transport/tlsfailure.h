// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"

#include <QList>
#include <QSslError>

namespace transport {

/// The server's certificate was not accepted, in words and with what to do. `host` is the name that was
/// verified.
dcs::Failure certificateFailure(const QList<QSslError> &errors, const QString &host);
/// The certificate is trusted, but its subjectAltName does not cover the host.
dcs::Failure nameFailure(const QSslCertificate &certificate, const QString &host);
/// The handshake, or the TLS connection later, broke for another reason: OpenSSL's text says which.
dcs::Failure handshakeFailure(const QString &libraryText, const QString &host, bool clientCertificateGiven);
/// One line on what "insecure" let pass.
QString ignoredCertificateNote(const QList<QSslError> &errors, const QString &host);

} // namespace transport
