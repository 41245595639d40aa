// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace dcs {

/// What goes out, byte for byte: the preview shows it, the history keeps it, the socket writes it.
struct WireRequest {
    bool tls = true;
    QByteArray host; ///< where the connection goes unless SendOptions::connectTo says else; with TLS the verified name
    quint16 port = 443;
    QByteArray bytes; ///< request line, header lines, empty line, body
    qsizetype headBytes = 0; ///< length of all but the body

    QByteArrayView head() const { return QByteArrayView(bytes).first(headBytes); }
    QByteArrayView body() const { return QByteArrayView(bytes).sliced(headBytes); }
    QByteArrayView requestLine() const; ///< without CRLF
    QByteArray method() const;
    QByteArray target() const;
    QList<Header> headers() const;
    QByteArray url() const; ///< scheme://host[:port]target

    bool operator==(const WireRequest &) const = default;
};

} // namespace dcs
