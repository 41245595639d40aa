// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <variant>

namespace sandbox {

/// A request as it came, raw target included: broken percent sequences are part of the protocol (error 311).
struct HttpRequest {
    QByteArray method;
    QByteArray target; ///< origin form or "*"; an absolute form is cut down to it
    QByteArray
        host; ///< the name that counts: of an absolute-form target, else of Host; "" where there is none
    bool hasHost = false;
    QByteArray version; ///< "1.1"
    QList<dcs::Header> headers;
    QByteArray body;
    qsizetype bytes = 0; ///< length on the wire
    bool keepAlive = true;

    /// Value of the first header of that name, without case; empty if there is none.
    QByteArrayView header(QByteArrayView name) const;
};
struct NeedMore {
    bool headComplete = false; ///< only the body is missing
    bool expectsContinue = false; ///< the client waits for "100 Continue" before it sends the body
};
struct BadRequest {
    int status = 400;
    QString reason;
};

/// What the parser accepts. GET 8K, POST 32K: DCS API Methods; the product's reading of both is in
/// `dcs::Limits`.
struct RequestLimits {
    qsizetype requestLine = 8192; ///< METHOD SP target SP HTTP/1.1, without CRLF
    qsizetype headerLine = 8192;
    qsizetype head = 65536;
    int headers = 100;
    qsizetype body = 32768;
};

/// Pure: the first request in `bytes`, or that more is needed, or that it can be none.
std::variant<NeedMore, HttpRequest, BadRequest> parseRequest(
    QByteArrayView bytes, const RequestLimits &limits = {});

} // namespace sandbox
