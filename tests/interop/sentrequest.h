// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/encode.h"
#include "support/print.h"

#include <QByteArray>
#include <QList>

#include <gtest/gtest.h>

/// A request as it came over the wire, taken apart.
inline dcs::WireRequest sentRequest(const QByteArray &bytes)
{
    dcs::WireRequest out;
    out.bytes = bytes;
    out.headBytes = bytes.indexOf("\r\n\r\n") + 4;
    return out;
}

/// Whether another program sent what the call says: method, target, body, and every header of the call with
/// its value. Headers it adds by itself must be among `allowed` (lower case). Names are compared without
/// case.
inline void expectSent(const QByteArray &bytes, const dcs::Call &call, const QList<QByteArray> &allowed)
{
    const auto wanted = dcs::encode(call);
    ASSERT_TRUE(wanted.has_value()) << wanted.error().message.toStdString();
    const dcs::WireRequest sent = sentRequest(bytes);
    EXPECT_EQ(sent.requestLine().toByteArray(), wanted->requestLine().toByteArray());
    EXPECT_EQ(sent.body().toByteArray(), wanted->body().toByteArray());
    QList<QByteArray> left;
    for (const dcs::Header &header : sent.headers())
        left.append(header.name.toLower() + ": " + header.value);
    for (const dcs::Header &header : wanted->headers()) {
        EXPECT_TRUE(left.removeOne(header.name.toLower() + ": " + header.value))
            << header.name.toStdString() << ": " << header.value.toStdString() << " in\n"
            << bytes.toStdString();
    }
    for (const QByteArray &line : std::as_const(left))
        EXPECT_TRUE(allowed.contains(line.left(line.indexOf(':')))) << "added: " << line.toStdString();
}
