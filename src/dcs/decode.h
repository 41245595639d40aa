// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/result.h"
#include "dcs/wirerequest.h"

namespace dcs {

/// Reads a URL, with or without scheme (then https), as a call with Host = the URL's authority. Lossless: url(call)
/// gives the bytes back (with the scheme). Errors: empty, other schemes than http and https, user info, bad port.
Result<Call> decodeUrl(QByteArrayView text);

/// Reads a whole HTTP request (request line, headers, body; CRLF or LF line ends). `tls`, `connectHost` and `port` say
/// where it would go; an empty connectHost means the Host header. An absolute-form target overrides them.
Result<Call> decodeRequest(QByteArrayView bytes, bool tls = true, const QByteArray &connectHost = {}, quint16 port = 443);

/// The inverse of encode().
Result<Call> decode(const WireRequest &request);

/// Splits at '&' only; empty pieces are kept, so that joining gives the text back. "" gives no pieces.
QList<Parameter> splitParameters(QByteArrayView text, Parameter::Place place);

} // namespace dcs
