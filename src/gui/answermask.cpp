// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answermask.h"

#include "dcs/catalogue.h"
#include "dcs/identity.h"
#include "dcs/jsonscan.h"

#include <QSet>

#include <algorithm>

namespace gui {

namespace {

constexpr qsizetype shortestMasked = 4; // a value of a character or three would black out half the answer

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

QByteArray crossedOut(QByteArrayView value)
{
    QByteArray out = value.toByteArray();
    for (qsizetype i = 0; i < out.size(); ++i) {
        const bool escape = out[i] == '%' && i + 2 < out.size() && dcs::jsonscan::hexDigit(out[i + 1]) >= 0
            && dcs::jsonscan::hexDigit(out[i + 2]) >= 0;
        if (escape)
            i += 2; // separators stay where they are
        else if (isAlnum(out[i]))
            out[i] = 'x';
    }
    return out;
}

QList<QByteArray> secrets(const dcs::Call &call, const dcs::Answer &answer)
{
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    QSet<QByteArray> found;
    for (const dcs::Parameter &parameter : call.parameters) {
        const dcs::Attribute *attribute = catalogue.attribute(parameter.key());
        if (attribute && attribute->sensitive)
            found << parameter.wireValue().toByteArray() << parameter.value().toUtf8();
    }
    for (const dcs::Identity &identity : dcs::identities(call))
        found << identity.value.toUtf8();
    for (const QString &id : {answer.uuid, answer.mid, answer.blob})
        found << id.toUtf8();
    QList<QByteArray> values;
    for (const QByteArray &value : found) {
        if (value.size() >= shortestMasked)
            values.append(value);
    }
    // The longest first: a value may be a part of another one.
    std::sort(values.begin(), values.end(), [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return values;
}

void cross(QByteArray &bytes, const QList<QByteArray> &values)
{
    for (const QByteArray &value : values)
        bytes.replace(value, crossedOut(value));
}

} // namespace

dcs::Exchange masked(const dcs::Exchange &exchange, const dcs::Call &call, const dcs::Answer &answer)
{
    const QList<QByteArray> values = secrets(call, answer);
    dcs::Exchange out = exchange;
    cross(out.request.bytes, values);
    cross(out.responseHead, values);
    cross(out.body, values);
    for (QList<dcs::Header> *headers : {&out.headers, &out.trailers}) {
        for (dcs::Header &header : *headers)
            cross(header.value, values);
    }
    return out;
}

} // namespace gui
