// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/comparable.h"

#include "dcs/decode.h"
#include "dcs/json.h"
#include "interop/har.h"

namespace interop {

namespace {

constexpr qsizetype headOfHar = 4096; // a HAR says so at once: {"log": {…
constexpr qsizetype longestName = 120;

QByteArray bodyOf(const dcs::JsonValue &object)
{
    const dcs::JsonValue base64 = object.member(u"bodyBase64");
    return base64.exists() ? QByteArray::fromBase64(base64.string().toLatin1())
                           : object.member(u"body").string().toUtf8();
}

QList<dcs::Header> headersOf(const dcs::JsonValue &object)
{
    QList<dcs::Header> headers;
    const dcs::JsonValue list = object.member(u"headers");
    for (dcs::JsonValue item = list.firstChild(); item.exists(); item = item.next())
        headers.append(
            {item.member(u"name").string().toUtf8(), item.member(u"value").string().toUtf8(), true});
    return headers;
}

dcs::WireRequest requestOf(const dcs::JsonValue &request)
{
    dcs::WireRequest out;
    const QByteArray url = request.member(u"url").string().toUtf8();
    const auto call = dcs::decodeUrl(url);
    if (!call)
        return out;
    out.tls = call->tls;
    out.host = call->connectHost;
    out.port = call->port;
    const qsizetype path = url.indexOf('/', url.indexOf("//") + 2);
    out.bytes = request.member(u"method").string().toUtf8() + ' ' + (path < 0 ? "/" : url.mid(path))
        + " HTTP/1.1\r\n";
    for (const dcs::Header &header : headersOf(request))
        out.bytes += header.name + ": " + header.value + "\r\n";
    out.bytes += "\r\n";
    out.headBytes = out.bytes.size();
    out.bytes += bodyOf(request);
    return out;
}

/// A call as the command line prints it as JSON; nothing for any other text.
std::optional<dcs::Exchange> readCallMade(const QByteArray &bytes)
{
    if (!bytes.contains("\"request\"") || !bytes.contains("\"wireBytes\""))
        return {};
    const dcs::JsonDocument document = dcs::JsonDocument::parse(bytes);
    const dcs::JsonValue root = document.root();
    const dcs::JsonValue request = root.member(u"request");
    if (!document.isValid() || !request.member(u"url").exists() || !root.member(u"bodyBytes").exists())
        return {};
    dcs::Exchange exchange;
    exchange.request = requestOf(request);
    exchange.startedAt = QDateTime::fromString(root.member(u"startedAt").string(), Qt::ISODateWithMs).toUTC();
    exchange.status = int(root.member(u"status").integer().value_or(0));
    exchange.reason = root.member(u"reason").string().toUtf8();
    exchange.headers = headersOf(root);
    exchange.body = bodyOf(root);
    return exchange;
}

bool isHar(const QByteArray &bytes)
{
    const QByteArrayView head = QByteArrayView(bytes).first(qMin(bytes.size(), headOfHar));
    return head.contains("\"log\"") && bytes.contains("\"entries\"");
}

} // namespace

QString comparableName(const dcs::Exchange &exchange)
{
    const QByteArray target = exchange.request.target();
    const qsizetype query = target.indexOf('?');
    QByteArray host = exchange.request.host;
    for (const dcs::Header &header : exchange.request.headers()) {
        if (header.name.compare("host", Qt::CaseInsensitive) == 0)
            host = header.value;
    }
    QStringList parts;
    if (!exchange.request.bytes.isEmpty())
        parts.append(
            QString::fromUtf8(exchange.request.method() + ' ' + host + target.left(query)).left(longestName));
    if (exchange.status > 0)
        parts.append(QString::number(exchange.status));
    if (exchange.startedAt.isValid())
        parts.append(exchange.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    return parts.join(QStringLiteral(", "));
}

dcs::Result<QList<Comparable>> readComparables(const QByteArray &bytes, const QString &name)
{
    if (isHar(bytes)) {
        auto har = readHar(bytes);
        if (har && har->entries.isEmpty())
            return dcs::Error{dcs::Errc::InvalidInput,
                QStringLiteral("\"%1\" is a HAR without a call to the DCS.").arg(name),
                QStringLiteral(
                    "Only calls to demdex.net are read. Record the page again with the calls in it."),
                {}};
        QList<Comparable> all;
        for (qsizetype i = 0; har && i < har->entries.size(); ++i)
            all.append({QStringLiteral("%1 #%2: %3")
                            .arg(name, QString::number(i + 1), comparableName(har->entries[i].exchange)),
                har->entries[i].exchange, true});
        if (har)
            return all;
    }
    if (auto made = readCallMade(bytes))
        return QList<Comparable>{{QStringLiteral("%1: %2").arg(name, comparableName(*made)), *made, true}};
    Comparable body;
    body.name = name;
    body.exchange.body = bytes;
    return QList<Comparable>{body};
}

QList<dcs::Difference> compare(const Comparable &before, const Comparable &after,
    const dcs::Catalogue &catalogue, const dcs::DiffOptions &options)
{
    QList<dcs::Difference> found = dcs::diffExchanges(before.exchange, after.exchange, catalogue, options);
    if (!before.whole || !after.whole)
        found.removeIf([](const dcs::Difference &difference) {
            return difference.part != dcs::Difference::Part::Answer;
        });
    return found;
}

} // namespace interop
