// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decode.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "interop/har.h"

namespace interop {

using namespace Qt::StringLiterals;

namespace {

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

void writeHeaders(dcs::JsonWriter &out, const QList<dcs::Header> &headers)
{
    out.beginArray();
    for (const dcs::Header &header : headers)
        out.beginObject()
            .key(u"name")
            .value(text(header.name))
            .key(u"value")
            .value(text(header.value))
            .endObject();
    out.endArray();
}

void writeRequest(dcs::JsonWriter &out, const dcs::WireRequest &request)
{
    const QList<dcs::Header> headers = request.headers();
    out.beginObject().key(u"method").value(text(request.method())).key(u"url").value(text(request.url()));
    out.key(u"httpVersion").value(u"HTTP/1.1").key(u"cookies").beginArray().endArray().key(u"headers");
    writeHeaders(out, headers);
    out.key(u"queryString").beginArray();
    if (const auto call = dcs::decode(request)) {
        for (const dcs::Parameter &parameter : call->parameters) {
            if (parameter.place == dcs::Parameter::Place::Query && !parameter.wire.isEmpty())
                out.beginObject()
                    .key(u"name")
                    .value(parameter.key())
                    .key(u"value")
                    .value(parameter.value())
                    .endObject();
        }
    }
    out.endArray();
    const QByteArrayView body = request.body();
    if (!body.isEmpty())
        out.key(u"postData")
            .beginObject()
            .key(u"mimeType")
            .value(text(dcs::headerValue(headers, "content-type").value_or("")))
            .key(u"text")
            .value(text(body))
            .endObject();
    out.key(u"headersSize")
        .value(qint64(request.headBytes))
        .key(u"bodySize")
        .value(qint64(body.size()))
        .endObject();
}

void writeResponse(dcs::JsonWriter &out, const dcs::Exchange &exchange)
{
    out.beginObject().key(u"status").value(exchange.status).key(u"statusText").value(text(exchange.reason));
    out.key(u"httpVersion")
        .value(u"HTTP/"_s + text(exchange.httpVersion.isEmpty() ? "1.1" : exchange.httpVersion));
    out.key(u"cookies").beginArray().endArray().key(u"headers");
    writeHeaders(out, exchange.headers);
    out.key(u"content").beginObject().key(u"size").value(qint64(exchange.body.size()));
    out.key(u"mimeType").value(text(dcs::headerValue(exchange.headers, "content-type").value_or("")));
    if (dcs::isUtf8(exchange.body))
        out.key(u"text").value(text(exchange.body));
    else
        out.key(u"text")
            .value(QString::fromLatin1(exchange.body.toBase64()))
            .key(u"encoding")
            .value(u"base64");
    out.endObject()
        .key(u"redirectURL")
        .value(text(dcs::headerValue(exchange.headers, "location").value_or("")));
    out.key(u"headersSize")
        .value(qint64(exchange.responseHead.isEmpty() ? -1 : exchange.responseHead.size()));
    out.key(u"bodySize").value(qint64(exchange.body.size()));
    if (exchange.failure)
        out.key(u"_error").value(exchange.failure->message);
    out.endObject();
}

double orZero(double value)
{
    return qMax(0.0, value);
}

void writeEntry(dcs::JsonWriter &out, const dcs::Exchange &exchange)
{
    const dcs::Timings &timings = exchange.timings;
    const bool tls = timings.tls > 0;
    const bool connected = timings.connect > 0 && !exchange.reusedConnection;
    // ssl is included in connect, so the total counts it once.
    const double connect = orZero(timings.connect) + orZero(timings.tls);
    const double total = orZero(timings.dns) + (connected ? connect : 0) + orZero(timings.send)
        + orZero(timings.wait) + orZero(timings.receive);
    out.beginObject().key(u"startedDateTime").value(exchange.startedAt.toUTC().toString(Qt::ISODateWithMs));
    out.key(u"time").value(total).key(u"request");
    writeRequest(out, exchange.request);
    out.key(u"response");
    writeResponse(out, exchange);
    out.key(u"cache").beginObject().endObject().key(u"timings").beginObject().key(u"blocked").value(-1);
    out.key(u"dns")
        .value(timings.dns > 0 ? timings.dns : -1.0)
        .key(u"connect")
        .value(connected ? connect : -1.0);
    out.key(u"ssl").value(connected && tls ? timings.tls : -1.0).key(u"send").value(orZero(timings.send));
    out.key(u"wait").value(orZero(timings.wait)).key(u"receive").value(orZero(timings.receive)).endObject();
    if (!exchange.peer.isEmpty())
        out.key(u"serverIPAddress")
            .value(exchange.peer.left(exchange.peer.lastIndexOf(u':')).remove(u'[').remove(u']'));
    out.key(u"_connectHost").value(text(exchange.request.host)).endObject();
}

} // namespace

QByteArray writeHar(const QList<dcs::Exchange> &exchanges)
{
    dcs::JsonWriter out;
    out.beginObject().key(u"log").beginObject().key(u"version").value(u"1.2").key(u"creator").beginObject();
    out.key(u"name")
        .value(u"DCS Workbench")
        .key(u"version")
        .value(QLatin1String(DCS_VERSION).toString())
        .endObject();
    out.key(u"entries").beginArray();
    for (const dcs::Exchange &exchange : exchanges)
        writeEntry(out, exchange);
    return out.endArray().endObject().endObject().take();
}

} // namespace interop
