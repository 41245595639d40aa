// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "dcs/call.h"
#include "dcs/jsonwriter.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace interop {

// Members that every part of the contract is made of: absent things are null, never left out.

void writeText(dcs::JsonWriter &out, QStringView key, const QString &text); ///< null for a null text
void writeNonEmpty(
    dcs::JsonWriter &out, QStringView key, const QString &text); ///< null for an empty one, too
void writeTexts(dcs::JsonWriter &out, QStringView key, const QStringList &texts);
void writeHeaders(
    dcs::JsonWriter &out, QStringView key, const QList<dcs::Header> &headers); ///< those that are sent
/// `body` as text where the bytes are UTF-8, else `bodyBase64`.
void writeBody(dcs::JsonWriter &out, const QByteArray &body);

template <typename Number>
void writeNumber(dcs::JsonWriter &out, QStringView key, const std::optional<Number> &number)
{
    out.key(key);
    if (number)
        out.value(*number);
    else
        out.null();
}

} // namespace interop
