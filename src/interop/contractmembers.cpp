// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/contractmembers.h"

#include "dcs/json.h"
#include "dcs/text.h"

namespace interop {

using dcs::JsonWriter;

void writeText(JsonWriter &out, QStringView key, const QString &text)
{
    out.key(key);
    if (text.isNull())
        out.null();
    else
        out.value(text);
}

void writeNonEmpty(JsonWriter &out, QStringView key, const QString &text)
{
    writeText(out, key, text.isEmpty() ? QString() : text);
}

void writeTexts(JsonWriter &out, QStringView key, const QStringList &texts)
{
    out.key(key).beginArray();
    for (const QString &text : texts)
        out.value(text);
    out.endArray();
}

void writeBody(JsonWriter &out, const QByteArray &body)
{
    if (dcs::isUtf8(body))
        out.key(u"body").value(dcs::textOfUtf8(body));
    else
        out.key(u"bodyBase64").value(QString::fromLatin1(body.toBase64()));
}

void writeHeaders(JsonWriter &out, QStringView key, const QList<dcs::Header> &headers)
{
    out.key(key).beginArray();
    for (const dcs::Header &header : headers) {
        if (!header.sent)
            continue;
        out.beginObject();
        out.key(u"name").value(dcs::textOfUtf8(header.name));
        out.key(u"value").value(dcs::textOfUtf8(header.value));
        out.endObject();
    }
    out.endArray();
}

} // namespace interop
