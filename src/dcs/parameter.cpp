// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/parameter.h"

#include "dcs/text.h"

namespace dcs {

Parameter Parameter::fromText(QStringView key, QStringView value, Place place)
{
    return {encodeText(key) + '=' + encodeText(value), place, true};
}

QByteArrayView Parameter::wireKey() const
{
    const qsizetype equals = wire.indexOf('=');
    return equals < 0 ? QByteArrayView(wire) : QByteArrayView(wire).first(equals);
}

QByteArrayView Parameter::wireValue() const
{
    const qsizetype equals = wire.indexOf('=');
    return equals < 0 ? QByteArrayView() : QByteArrayView(wire).sliced(equals + 1);
}

QString Parameter::key() const
{
    return percentDecodeText(wireKey());
}

QString Parameter::value() const
{
    return percentDecodeText(wireValue());
}

} // namespace dcs
