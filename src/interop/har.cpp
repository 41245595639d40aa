// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/har.h"

#include "dcs/decode.h"
#include "dcs/encode.h"
#include "dcs/host.h"
#include "dcs/json.h"
#include "dcs/text.h"
#include "interop/httpblock.h"

namespace interop {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isDemdex(QByteArrayView authority)
{
    return dcs::isDcsHost(dcs::splitPort(authority).first);
}

/// Text of HAR as bytes: what was no UTF-8 was written as Latin-1 by most programs, this one too.
QByteArray bytesOf(const dcs::JsonValue &value)
{
    return value.string().toUtf8();
}

double number(const dcs::JsonValue &value)
{
    bool ok = false;
    const double out
        = value.kind() == dcs::JsonValue::Kind::Number ? value.raw().toByteArray().toDouble(&ok) : 0;
    return ok ? out : 0;
}

/// -1 says "does not apply".
double duration(const dcs::JsonValue &timings, QStringView name)
{
    return qMax(0.0, number(timings.member(name)));
}

/// "encoding" is HAR's for answers; for bodies of requests some write it too, and we "_encoding".
QByteArray contentOf(const dcs::JsonValue &content)
{
    const QByteArray text = bytesOf(content.member(u"text"));
    QString encoding = content.member(u"encoding").string();
    if (encoding.isEmpty())
        encoding = content.member(u"_encoding").string();
    return encoding.compare(u"base64", Qt::CaseInsensitive) == 0 ? QByteArray::fromBase64(text) : text;
}

/// The request as bytes, also where it could not be sent again as it is.
dcs::WireRequest wireOf(const dcs::Call &call)
{
    if (auto encoded = dcs::encode(call))
        return *std::move(encoded);
    dcs::WireRequest out;
    out.tls = call.tls;
    out.host = call.connectHost;
    out.port = call.port;
    out.bytes = call.method + ' ' + dcs::target(call) + " HTTP/1.1\r\n";
    for (const dcs::Header &header : call.headers)
        out.bytes += header.name + ": " + header.value + "\r\n";
    out.bytes += "\r\n";
    out.headBytes = out.bytes.size();
    out.bytes += dcs::body(call);
    return out;
}

/// Reads the entries of a log one after the other.
class LogReader
{
public:
    void read(const dcs::JsonValue &entry)
    {
        const dcs::JsonValue request = entry.member(u"request");
        auto call = readCall(request);
        if (!call) {
            ++m_out.skipped;
            return;
        }
        const bool wanted = isDemdex(call->connectHost) || isDemdex(dcs::hostHeader(*call));
        if (!wanted) {
            ++m_out.skipped;
            return;
        }
        HarEntry out;
        out.call = *std::move(call);
        readExchange(entry, out);
        m_out.entries.append(out);
    }

    HarImport take() { return std::move(m_out); }
    void note(const QString &text)
    {
        if (!m_out.notes.contains(text))
            m_out.notes.append(text);
    }

private:
    std::optional<dcs::Call> readCall(const dcs::JsonValue &request)
    {
        QByteArray url = bytesOf(request.member(u"url"));
        auto call = dcs::decodeUrl(url);
        if (!call)
            return std::nullopt;
        // Our own exports keep a target that is no valid URL beside the one that is.
        if (const dcs::JsonValue target = request.member(u"_target"); target.exists()) {
            if (const auto exact
                = dcs::decodeUrl("https://nobody.invalid" + target.string().toLatin1() + '#')) {
                call->path = exact->path;
                call->parameters = exact->parameters;
            }
        }
        call->method = bytesOf(request.member(u"method"));
        readHeaders(request.member(u"headers"), *call);
        readBody(request.member(u"postData"), *call);
        return *call;
    }

    // HTTP/2 has the Host in :authority; headers of the connection are the connection's, not the call's.
    void readHeaders(const dcs::JsonValue &list, dcs::Call &call)
    {
        const QByteArray authority = dcs::hostHeader(call);
        std::optional<QByteArray> pseudo;
        bool hasHost = false;
        call.headers.clear();
        for (dcs::JsonValue item = list.firstChild(); item.exists(); item = item.next()) {
            const QByteArray name = bytesOf(item.member(u"name"));
            const QByteArray value = bytesOf(item.member(u"value"));
            if (name == ":authority")
                pseudo = value;
            if (name.isEmpty() || name.startsWith(':') || sameName(name, "Content-Length"))
                continue;
            static const QList<QByteArray> ofConnection{"connection", "keep-alive", "proxy-connection",
                "transfer-encoding", "te", "upgrade", "expect"};
            if (ofConnection.contains(name.toLower())) {
                note(QStringLiteral("Headers of the connection (%1) were left out.")
                         .arg(QString::fromUtf8(name)));
                continue;
            }
            hasHost = hasHost || sameName(name, "Host");
            call.headers.append({name, value, true});
        }
        if (!hasHost)
            call.headers.prepend({"Host", pseudo.value_or(authority), true});
    }

    void readBody(const dcs::JsonValue &post, dcs::Call &call)
    {
        if (!post.exists())
            return;
        QByteArray body = contentOf(post);
        if (!post.member(u"text").exists()) {
            QList<QByteArray> pieces;
            for (dcs::JsonValue item = post.member(u"params").firstChild(); item.exists();
                 item = item.next()) {
                const QByteArray name = dcs::percentEncode(item.member(u"name").string());
                const dcs::JsonValue value = item.member(u"value");
                pieces.append(value.exists() ? name + '=' + dcs::percentEncode(value.string()) : name);
            }
            body = pieces.join('&');
            if (!body.isEmpty())
                note(QStringLiteral("A body was given as parameters only; it was encoded anew."));
        }
        const QByteArray type = bytesOf(post.member(u"mimeType"));
        const auto header = dcs::headerValue(call.headers, "Content-Type");
        if (!header && !type.isEmpty() && !body.isEmpty())
            call.headers.append({"Content-Type", type, true});
        if (body.isEmpty())
            return;
        if (isFormContentType(header.value_or(type)))
            call.parameters += dcs::splitParameters(body, dcs::Parameter::Place::Body);
        else
            call.opaqueBody = body;
    }

    static void readExchange(const dcs::JsonValue &entry, HarEntry &out)
    {
        dcs::Exchange &exchange = out.exchange;
        exchange.request = wireOf(out.call);
        exchange.startedAt
            = QDateTime::fromString(entry.member(u"startedDateTime").string(), Qt::ISODateWithMs).toUTC();
        const dcs::JsonValue response = entry.member(u"response");
        exchange.status = int(response.member(u"status").integer().value_or(0));
        exchange.reason = bytesOf(response.member(u"statusText"));
        const QByteArray version = bytesOf(response.member(u"httpVersion")).toLower();
        exchange.httpVersion = version.startsWith("http/") ? version.mid(5)
            : version.startsWith('h')                      ? version.mid(1)
                                                           : version;
        for (dcs::JsonValue item = response.member(u"headers").firstChild(); item.exists();
             item = item.next()) {
            const QByteArray name = bytesOf(item.member(u"name"));
            if (!name.startsWith(':'))
                exchange.headers.append({name, bytesOf(item.member(u"value")), true});
        }
        exchange.body = contentOf(response.member(u"content"));
        const dcs::JsonValue timings = entry.member(u"timings");
        dcs::Timings &times = exchange.timings;
        times.dns = duration(timings, u"dns");
        times.tls = duration(timings, u"ssl");
        times.connect = qMax(0.0, duration(timings, u"connect") - times.tls); // which has ssl in it
        times.send = duration(timings, u"send");
        times.wait = duration(timings, u"wait");
        times.receive = duration(timings, u"receive");
        times.total = qMax(0.0, number(entry.member(u"time")));
        if (const QString address = entry.member(u"serverIPAddress").string(); !address.isEmpty()) {
            const QString host
                = address.contains(u':') && !address.startsWith(u'[') ? u'[' + address + u']' : address;
            exchange.peer = host + u':' + QString::number(out.call.port);
        }
        QString failed = response.member(u"_error").string();
        if (failed.isEmpty())
            failed = response.member(u"_failureText").string();
        if (exchange.status <= 0) { // 0 in Chromium's own files, -1 in Playwright's
            exchange.status = 0;
            exchange.failure = dcs::Failure{dcs::Failure::Kind::Aborted,
                failed.isEmpty() ? QStringLiteral("The entry has no answer.") : dcs::visible(failed), {},
                true};
        }
    }

    HarImport m_out;
};

} // namespace

dcs::Result<HarImport> readHar(const QByteArray &text)
{
    const QByteArray bytes = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    const dcs::JsonDocument document = dcs::JsonDocument::parse(bytes);
    const dcs::JsonValue entries = document.root().member(u"log").member(u"entries");
    const auto &problem = document.problem();
    const qint64 line
        = problem ? QByteArrayView(bytes).first(qMin(problem->offset, bytes.size())).count('\n') + 1 : 0;
    if (entries.kind() != dcs::JsonValue::Kind::Array) {
        return dcs::Error{dcs::Errc::InvalidInput,
            problem ? QStringLiteral("The HAR file is broken in line %1: %2")
                          .arg(QString::number(line), problem->message)
                    : QStringLiteral("The file is no HAR: it has no log with entries."),
            QStringLiteral("Export it again from the browser or proxy, as HAR 1.2."), {}};
    }
    LogReader reader;
    for (dcs::JsonValue entry = entries.firstChild(); entry.exists(); entry = entry.next()) {
        if (!problem || entry.end() < problem->offset) // else it is the one that breaks off
            reader.read(entry);
    }
    if (problem) {
        reader.note(QStringLiteral("The file is broken in line %1 (%2); what stands before was read.")
                        .arg(QString::number(line), problem->message));
    }
    return reader.take();
}

} // namespace interop
