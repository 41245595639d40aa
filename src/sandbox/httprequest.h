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
    QByteArray target;
    QByteArray version; ///< "1.1"
    QList<dcs::Header> headers;
    QByteArray body;
    qsizetype bytes = 0; ///< length on the wire
    bool keepAlive = true;
};
struct NeedMore { };
struct BadRequest {
    int status = 400;
    QString reason;
};

/// Pure: the first request in `bytes`, or that more is needed, or that it can be none.
std::variant<NeedMore, HttpRequest, BadRequest> parseRequest(QByteArrayView bytes);

} // namespace sandbox
