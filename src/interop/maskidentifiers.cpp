// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/maskidentifiers.h"

#include "dcs/answer.h"
#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/jsonscan.h"
#include "dcs/text.h"

#include <QSet>

#include <algorithm>

namespace interop {

namespace {

// Shorter values turn up inside other texts by chance; replacing those would spoil the whole answer.
constexpr qsizetype shortestElsewhere = 4;

bool isReadable(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/// Escapes stay: some are separators (%01). So do {{variables}}.
QByteArray crossedOut(QByteArrayView value)
{
    QByteArray out = value.toByteArray();
    for (qsizetype i = 0; i < out.size(); ++i) {
        const bool escape = out[i] == '%' && i + 2 < out.size() && dcs::jsonscan::hexDigit(out[i + 1]) >= 0
            && dcs::jsonscan::hexDigit(out[i + 2]) >= 0;
        const qsizetype close = out.mid(i, 2) == "{{" ? out.indexOf("}}", i) : -1;
        if (escape)
            i += 2;
        else if (close >= 0)
            i = close + 1;
        else if (isReadable(out[i]))
            out[i] = 'x';
    }
    return out;
}

/// IDs in all the forms in which they may be written, and how to take them out of a text.
class Secrets
{
public:
    void add(const QString &id)
    {
        addBytes(id.toUtf8());
        addBytes(dcs::percentEncode(id));
    }
    void addBytes(QByteArrayView id)
    {
        if (id.size() >= shortestElsewhere && crossedOut(id) != id)
            m_found.insert(id.toByteArray());
    }
    void removeFrom(QByteArray &text)
    {
        for (const QByteArray &id : inOrder())
            text.replace(id, crossedOut(id));
    }

private:
    /// The longest first: an ID may be a part of another one.
    QList<QByteArray> inOrder() const
    {
        QList<QByteArray> ids(m_found.begin(), m_found.end());
        std::sort(ids.begin(), ids.end(), [](const QByteArray &a, const QByteArray &b) {
            return a.size() != b.size() ? a.size() > b.size() : a < b;
        });
        return ids;
    }

    QSet<QByteArray> m_found;
};

bool isSensitive(const dcs::Parameter &parameter, const dcs::Catalogue &catalogue)
{
    const dcs::Attribute *attribute = catalogue.attribute(parameter.key());
    return attribute && attribute->sensitive;
}

/// The part of the value that is the ID: behind the data source and in front of the state in
/// 123%01cust-4711%011 (CID Replaces DPID and DPUUID), else all of it.
QByteArrayView idOf(const dcs::Parameter &parameter)
{
    const QByteArrayView value = parameter.wireValue();
    const qsizetype first = value.indexOf("%01");
    if (first < 0 || !parameter.key().startsWith(QLatin1String("d_cid")))
        return value;
    const qsizetype last = value.lastIndexOf("%01");
    const QByteArrayView state = value.sliced(last + 3);
    const bool hasState = last > first && (state == "0" || state == "1" || state == "2");
    return value.sliced(first + 3, (hasState ? last : value.size()) - first - 3);
}

bool isCookie(const dcs::Header &header)
{
    return header.name.compare("cookie", Qt::CaseInsensitive) == 0
        || header.name.compare("set-cookie", Qt::CaseInsensitive) == 0;
}

/// The values of `a=1; b=2`; of a Set-Cookie line only the first, the others are no data.
QByteArray withoutCookieValues(const dcs::Header &header)
{
    const bool set = header.name.size() > 6;
    QList<QByteArray> parts = header.value.split(';');
    for (qsizetype i = 0; i < (set ? 1 : parts.size()); ++i) {
        const qsizetype equals = parts[i].indexOf('=');
        parts[i] = parts[i].left(equals + 1) + crossedOut(QByteArrayView(parts[i]).sliced(equals + 1));
    }
    return parts.join(';');
}

Secrets secretsOf(const dcs::Call &call, const dcs::Catalogue &catalogue)
{
    Secrets secrets;
    for (const dcs::Parameter &parameter : call.parameters) {
        if (isSensitive(parameter, catalogue)) {
            secrets.addBytes(idOf(parameter));
            secrets.add(dcs::percentDecodeText(idOf(parameter)));
        }
    }
    for (const dcs::Identity &identity : dcs::identities(call))
        secrets.add(identity.value);
    return secrets;
}

/// The IDs in `key=value` of a request's bytes, short ones too, in front of which they can be found.
void maskRequest(dcs::WireRequest &request, const dcs::Catalogue &catalogue)
{
    const auto call = dcs::decode(request);
    if (!call)
        return;
    const dcs::Call clean = maskIdentifiers(*call, catalogue);
    for (qsizetype i = 0; i < call->parameters.size(); ++i) {
        const QByteArray &wire = call->parameters[i].wire;
        if (wire != clean.parameters[i].wire)
            request.bytes.replace(wire, clean.parameters[i].wire);
    }
    for (qsizetype i = 0; i < call->headers.size(); ++i) {
        const QByteArray &value = call->headers[i].value;
        if (value != clean.headers[i].value)
            request.bytes.replace(value, clean.headers[i].value);
    }
}

} // namespace

dcs::Call maskIdentifiers(const dcs::Call &call, const dcs::Catalogue &catalogue)
{
    Secrets secrets = secretsOf(call, catalogue);
    dcs::Call out = call;
    for (dcs::Parameter &parameter : out.parameters) {
        if (isSensitive(parameter, catalogue)) {
            const QByteArrayView id = idOf(parameter);
            const qsizetype at = id.data() - parameter.wire.constData();
            parameter.wire.replace(at, id.size(), crossedOut(id));
        }
        secrets.removeFrom(parameter.wire);
    }
    secrets.removeFrom(out.path);
    secrets.removeFrom(out.fragment);
    if (out.opaqueBody)
        secrets.removeFrom(*out.opaqueBody);
    for (dcs::Header &header : out.headers) {
        if (isCookie(header))
            header.value = withoutCookieValues(header);
        secrets.removeFrom(header.value);
    }
    return out;
}

dcs::Exchange maskIdentifiers(const dcs::Exchange &exchange, const dcs::Catalogue &catalogue)
{
    Secrets secrets;
    if (const auto call = dcs::decode(exchange.request))
        secrets = secretsOf(*call, catalogue);
    const dcs::Answer answer = dcs::Answer::parse(exchange, catalogue);
    for (const QString &id : {answer.uuid, answer.mid, answer.blob})
        secrets.add(id);

    dcs::Exchange out = exchange;
    maskRequest(out.request, catalogue);
    for (QList<dcs::Header> *headers : {&out.headers, &out.trailers}) {
        for (dcs::Header &header : *headers) {
            const QByteArray before = header.value;
            if (isCookie(header))
                header.value = withoutCookieValues(header);
            secrets.removeFrom(header.value);
            if (header.value != before)
                out.responseHead.replace(before, header.value);
        }
    }
    for (QByteArray *text : {&out.request.bytes, &out.responseHead, &out.body})
        secrets.removeFrom(*text);
    return out;
}

} // namespace interop
