// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decode.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "interop/har.h"

namespace interop {

namespace {

using dcs::JsonWriter;

QString textOf(QByteArrayView bytes)
{
    return dcs::isUtf8(bytes) ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

/// The target as a valid URI has it; what the DCS sees beyond that stands in "_target".
QByteArray uriTarget(const QByteArray &target)
{
    return dcs::escapeBytes(target, [&target](qsizetype at) {
        const auto byte = static_cast<unsigned char>(target[at]);
        return byte <= 0x20 || byte >= 0x7f || QByteArrayView("\"<>\\^`{|}[]#").contains(target[at])
            || (byte == '%' && !dcs::isEscape(target, at));
    });
}

void writePairs(JsonWriter &out, QStringView key, const QList<std::pair<QString, QString>> &pairs)
{
    out.key(key).beginArray();
    for (const auto &[name, value] : pairs) {
        out.beginObject();
        out.key(u"name").value(name);
        out.key(u"value").value(value);
        out.endObject();
    }
    out.endArray();
}

void writeHeaders(JsonWriter &out, const QList<dcs::Header> &headers)
{
    QList<std::pair<QString, QString>> pairs;
    for (const dcs::Header &header : headers)
        pairs.append({textOf(header.name), textOf(header.value)});
    writePairs(out, u"headers", pairs);
}

/// Cookies of a Cookie header, or the first pair of each Set-Cookie.
void writeCookies(JsonWriter &out, const QList<dcs::Header> &headers, QByteArrayView name)
{
    QList<std::pair<QString, QString>> pairs;
    for (const dcs::Header &header : headers) {
        if (QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        QList<QByteArray> pieces = header.value.split(';');
        if (name == "Set-Cookie")
            pieces = pieces.first(1);
        for (const QByteArray &piece : std::as_const(pieces)) {
            const qsizetype equals = piece.indexOf('=');
            if (equals > 0)
                pairs.append({textOf(piece.left(equals).trimmed()), textOf(piece.mid(equals + 1).trimmed())});
        }
    }
    writePairs(out, u"cookies", pairs);
}

void writeBytes(JsonWriter &out, const QByteArray &bytes, QStringView encodingKey)
{
    if (dcs::isUtf8(bytes)) {
        out.key(u"text").value(QString::fromUtf8(bytes));
        return;
    }
    out.key(u"text").value(QString::fromLatin1(bytes.toBase64()));
    out.key(encodingKey).value(QStringLiteral("base64"));
}

void writeRequest(JsonWriter &out, const dcs::WireRequest &request)
{
    const QList<dcs::Header> headers = request.headers();
    const QByteArray target = request.target();
    const QByteArray uri = uriTarget(target);
    QByteArray url = request.url();
    url.truncate(url.size() - target.size());
    out.key(u"request").beginObject();
    out.key(u"method").value(textOf(request.method()));
    out.key(u"url").value(textOf(url + uri));
    if (uri != target)
        out.key(u"_target").value(QString::fromLatin1(target));
    out.key(u"httpVersion").value(QStringLiteral("HTTP/1.1"));
    writeCookies(out, headers, "Cookie");
    writeHeaders(out, headers);
    // As browsers write it, not decoded: programs that read it decode it.
    QList<std::pair<QString, QString>> query;
    const qsizetype mark = target.indexOf('?');
    if (mark >= 0) {
        for (const dcs::Parameter &parameter :
            dcs::splitParameters(target.mid(mark + 1), dcs::Parameter::Place::Query))
            query.append({textOf(parameter.wireKey()), textOf(parameter.wireValue())});
    }
    writePairs(out, u"queryString", query);
    const QByteArray body = request.body().toByteArray();
    if (!body.isEmpty()) {
        out.key(u"postData").beginObject();
        out.key(u"mimeType").value(textOf(dcs::headerValue(headers, "Content-Type").value_or(QByteArray())));
        writeBytes(out, body, u"_encoding");
        out.endObject();
    }
    out.key(u"headersSize").value(qint64(request.headBytes));
    out.key(u"bodySize").value(qint64(body.size()));
    out.key(u"_connectHost").value(textOf(request.host));
    out.endObject();
}

void writeResponse(JsonWriter &out, const dcs::Exchange &exchange)
{
    out.key(u"response").beginObject();
    out.key(u"status").value(exchange.status);
    out.key(u"statusText").value(textOf(exchange.reason));
    out.key(u"httpVersion")
        .value(QStringLiteral("HTTP/")
            + (exchange.httpVersion.isEmpty() ? QStringLiteral("1.1") : textOf(exchange.httpVersion)));
    writeCookies(out, exchange.headers, "Set-Cookie");
    writeHeaders(out, exchange.headers);
    out.key(u"content").beginObject();
    out.key(u"size").value(qint64(exchange.body.size()));
    out.key(u"mimeType")
        .value(textOf(dcs::headerValue(exchange.headers, "Content-Type").value_or("x-unknown")));
    if (!exchange.body.isEmpty())
        writeBytes(out, exchange.body, u"encoding");
    out.endObject();
    out.key(u"redirectURL")
        .value(textOf(dcs::headerValue(exchange.headers, "Location").value_or(QByteArray())));
    const bool answered = !exchange.responseHead.isEmpty();
    out.key(u"headersSize").value(answered ? qint64(exchange.responseHead.size()) : qint64(-1));
    out.key(u"bodySize")
        .value(answered ? qMax(qint64(0), exchange.wireBytes - exchange.responseHead.size()) : qint64(-1));
    if (exchange.failure)
        out.key(u"_error").value(exchange.failure->message);
    out.endObject();
}

/// Phases that did not happen are -1; "ssl" is part of "connect" too.
void writeTimings(JsonWriter &out, const dcs::Timings &times, double *total)
{
    const auto known = [](double phase) { return qMax(0.0, phase); };
    const double connect = known(times.connect) + known(times.tls);
    *total = known(times.dns) + connect + known(times.send) + known(times.wait) + known(times.receive);
    out.key(u"timings").beginObject();
    out.key(u"blocked").value(-1);
    out.key(u"dns").value(times.dns > 0 ? times.dns : -1.0);
    out.key(u"connect").value(connect > 0 ? connect : -1.0);
    out.key(u"ssl").value(times.tls > 0 ? times.tls : -1.0);
    out.key(u"send").value(known(times.send));
    out.key(u"wait").value(known(times.wait));
    out.key(u"receive").value(known(times.receive));
    out.endObject();
}

void writeCreator(JsonWriter &out)
{
    out.key(u"version").value(QStringLiteral("1.2"));
    out.key(u"creator").beginObject();
    out.key(u"name").value(QStringLiteral("DCS Workbench"));
    out.key(u"version").value(QStringLiteral(DCS_VERSION));
    out.endObject();
}

QString addressOf(const QString &peer)
{
    QString host = peer.left(peer.lastIndexOf(u':'));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        return host.mid(1, host.size() - 2);
    for (const QChar c : host) {
        if ((c < u'0' || c > u'9') && c != u'.')
            return {};
    }
    return host;
}

void writeEntry(JsonWriter &out, const dcs::Exchange &exchange, const QString &comment)
{
    out.beginObject();
    const QDateTime started = exchange.startedAt.isValid() ? exchange.startedAt.toUTC()
                                                           : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    out.key(u"startedDateTime").value(started.toString(Qt::ISODateWithMs));
    writeRequest(out, exchange.request);
    writeResponse(out, exchange);
    out.key(u"cache").beginObject().endObject();
    double total = 0;
    writeTimings(out, exchange.timings, &total);
    out.key(u"time").value(total);
    if (const QString address = addressOf(exchange.peer); !address.isEmpty())
        out.key(u"serverIPAddress").value(address);
    if (!comment.isEmpty())
        out.key(u"comment").value(comment);
    out.endObject();
}

} // namespace

QByteArray writeHar(const QList<dcs::Exchange> &exchanges)
{
    JsonWriter out;
    out.beginObject().key(u"log").beginObject();
    writeCreator(out);
    out.key(u"entries").beginArray();
    for (const dcs::Exchange &exchange : exchanges)
        writeEntry(out, exchange, {});
    out.endArray().endObject().endObject();
    return out.take();
}

QByteArray harBegin()
{
    JsonWriter out(0);
    out.beginObject().key(u"log").beginObject();
    writeCreator(out);
    out.key(u"entries").beginArray();
    return out.take().trimmed();
}

QByteArray harEntry(const dcs::Exchange &exchange, const QString &comment)
{
    JsonWriter out(0);
    writeEntry(out, exchange, comment);
    return out.take().trimmed();
}

QByteArray harEnd()
{
    return "\n]}}\n";
}

} // namespace interop
