// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decode.h"
#include "dcs/encode.h"
#include "dcs/json.h"
#include "interop/har.h"

#include <algorithm>

namespace interop {

using namespace Qt::StringLiterals;

namespace {

QList<dcs::Header> readHeaders(const dcs::JsonValue &list)
{
    QList<dcs::Header> out;
    for (dcs::JsonValue header = list.firstChild(); header.exists(); header = header.next())
        out.append({header.member(u"name").text().toUtf8(), header.member(u"value").text().toUtf8(), true});
    return out;
}

bool isDemdex(QByteArray host)
{
    if (const qsizetype colon = host.lastIndexOf(':'); colon >= 0)
        host.truncate(colon);
    host = host.toLower();
    return host == "demdex.net" || host.endsWith(".demdex.net");
}

/// HTTP/2 entries carry pseudo-headers: `:authority` is what Host is in HTTP/1.1, the others say nothing new.
/// What belongs to a browser's connection and not to the call is left out.
void addHeaders(const QList<dcs::Header> &headers, dcs::Call &call)
{
    std::optional<QByteArray> host = dcs::headerValue(headers, ":authority");
    if (const auto plain = dcs::headerValue(headers, "host"))
        host = plain;
    if (host)
        dcs::setHostHeader(call, *host);
    for (const dcs::Header &header : headers) {
        const QByteArray name = header.name.toLower();
        const bool ofConnection = name.startsWith(':') || name == "host" || name == "content-length"
            || name == "connection" || name == "accept-encoding" || name == "te"
            || name == "transfer-encoding" || name == "upgrade" || name == "expect";
        if (!ofConnection)
            call.headers.append(header);
    }
}

QByteArray readBody(const dcs::JsonValue &postData)
{
    if (const dcs::JsonValue text = postData.member(u"text"); text.exists())
        return text.text().toUtf8();
    QByteArray body;
    for (dcs::JsonValue item = postData.member(u"params").firstChild(); item.exists(); item = item.next()) {
        if (!body.isEmpty())
            body += '&';
        body += item.member(u"name").text().toUtf8() + '=' + item.member(u"value").text().toUtf8();
    }
    return body;
}

void addBody(const dcs::JsonValue &request, dcs::Call &call)
{
    const dcs::JsonValue postData = request.member(u"postData");
    if (!postData.exists())
        return;
    const QByteArray body = readBody(postData);
    QByteArray type = postData.member(u"mimeType").text().toUtf8();
    if (const auto header = dcs::headerValue(call.headers, "content-type"))
        type = *header;
    if (type.toLower().startsWith("application/x-www-form-urlencoded"))
        call.parameters += dcs::splitParameters(body, dcs::Parameter::Place::Body);
    else if (!body.isEmpty())
        call.opaqueBody = body;
}

double phase(const dcs::JsonValue &timings, QStringView name)
{
    const double value = timings.member(name).text().toDouble();
    return value < 0 ? 0 : value; // -1: does not apply
}

dcs::Exchange readExchange(const dcs::JsonValue &entry, const dcs::Call &call)
{
    dcs::Exchange out;
    if (auto request = dcs::encode(call))
        out.request = *request;
    out.startedAt = QDateTime::fromString(entry.member(u"startedDateTime").text(), Qt::ISODateWithMs).toUTC();
    const dcs::JsonValue response = entry.member(u"response");
    out.status = int(response.member(u"status").integer().value_or(0));
    out.reason = response.member(u"statusText").text().toUtf8();
    const QString version = response.member(u"httpVersion").text();
    out.httpVersion = version.mid(version.indexOf(u'/') + 1).toUtf8();
    out.headers = readHeaders(response.member(u"headers"));
    const dcs::JsonValue content = response.member(u"content");
    out.body = content.member(u"text").text().toUtf8();
    if (content.member(u"encoding").text() == u"base64")
        out.body = QByteArray::fromBase64(out.body);
    const dcs::JsonValue timings = entry.member(u"timings");
    out.timings.dns = phase(timings, u"dns");
    out.timings.tls = phase(timings, u"ssl");
    out.timings.connect
        = qMax(0.0, phase(timings, u"connect") - out.timings.tls); // HAR counts TLS as part of connect
    out.timings.send = phase(timings, u"send");
    out.timings.wait = phase(timings, u"wait");
    out.timings.receive = phase(timings, u"receive");
    out.timings.total = phase(entry, u"time");
    out.peer = entry.member(u"serverIPAddress").text();
    return out;
}

} // namespace

dcs::Result<HarImport> readHar(const QByteArray &text)
{
    const dcs::JsonDocument document
        = dcs::JsonDocument::parse(text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text);
    const dcs::JsonValue entries = document.root().member(u"log").member(u"entries");
    if (entries.kind() != dcs::JsonValue::Kind::Array) {
        return dcs::Error{dcs::Errc::InvalidInput, u"This is no HAR file: it has no log with entries."_s,
            document.problem() ? u"Its JSON is broken at byte %1: %2."_s.arg(
                QString::number(document.problem()->offset), document.problem()->message)
                               : u"Browsers write one with \"Save all as HAR\" in the network panel."_s,
            {}};
    }
    HarImport out;
    if (document.problem())
        out.notes += u"The file is broken at byte %1 (%2); what stood before it was read."_s.arg(
            QString::number(document.problem()->offset), document.problem()->message);
    qsizetype index = 0;
    for (dcs::JsonValue entry = entries.firstChild(); entry.exists(); entry = entry.next(), ++index) {
        const dcs::JsonValue request = entry.member(u"request");
        auto call = dcs::decodeUrl(request.member(u"url").text().toUtf8());
        if (!call) {
            ++out.skipped;
            continue;
        }
        const QString method = request.member(u"method").text();
        if (!method.isEmpty())
            call->method = method.toUtf8();
        addHeaders(readHeaders(request.member(u"headers")), *call);
        if (!isDemdex(call->connectHost) && !isDemdex(dcs::hostHeader(*call))) {
            ++out.skipped;
            continue;
        }
        addBody(request, *call);
        out.entries.append({*call, readExchange(entry, *call)});
    }
    return out;
}

} // namespace interop
