// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/contract.h"
#include "interop/contractmembers.h"

#include <cmath>

namespace interop {

using dcs::JsonWriter;

namespace {

void writeRequest(JsonWriter &out, const dcs::WireRequest &request)
{
    out.key(u"request").beginObject();
    out.key(u"method").value(QString::fromUtf8(request.method()));
    out.key(u"url").value(dcs::textOfUtf8(request.url()));
    writeHeaders(out, u"headers", request.headers());
    writeBody(out, request.body().toByteArray());
    out.endObject();
}

// Milliseconds to the microsecond; a phase that cannot be seen is null.
void writePhase(JsonWriter &out, QStringView key, double milliseconds)
{
    out.key(key);
    if (milliseconds < 0)
        out.null();
    else
        out.value(std::round(milliseconds * 1000) / 1000);
}

void writeTimings(JsonWriter &out, const dcs::Timings &timings)
{
    out.key(u"timings").beginObject();
    writePhase(out, u"dns", timings.dns);
    writePhase(out, u"connect", timings.connect);
    writePhase(out, u"tls", timings.tls);
    writePhase(out, u"send", timings.send);
    writePhase(out, u"wait", timings.wait);
    writePhase(out, u"receive", timings.receive);
    writePhase(out, u"total", timings.total);
    out.endObject();
}

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

void writeCertificate(JsonWriter &out, const dcs::Certificate &certificate)
{
    out.beginObject();
    out.key(u"subject").value(certificate.subject);
    out.key(u"issuer").value(certificate.issuer);
    writeTexts(out, u"names", certificate.names);
    writeText(out, u"notBefore", isoTime(certificate.notBefore));
    writeText(out, u"notAfter", isoTime(certificate.notAfter));
    out.key(u"sha256").value(QString::fromLatin1(certificate.sha256));
    out.endObject();
}

void writeTls(JsonWriter &out, const std::optional<dcs::TlsFacts> &tls)
{
    out.key(u"tls");
    if (!tls) {
        out.null();
        return;
    }
    out.beginObject();
    writeNonEmpty(out, u"version", tls->version);
    writeNonEmpty(out, u"cipher", tls->cipher);
    writeNonEmpty(
        out, u"peerCertificate", tls->chain.isEmpty() ? QString() : tls->chain.constFirst().subject);
    writeNonEmpty(out, u"serverName", tls->serverName);
    out.key(u"verified").value(tls->verified);
    out.key(u"chain").beginArray();
    for (const dcs::Certificate &certificate : tls->chain)
        writeCertificate(out, certificate);
    out.endArray();
    out.endObject();
}

void writeFailure(JsonWriter &out, const std::optional<dcs::Failure> &failure)
{
    out.key(u"failure");
    if (!failure) {
        out.null();
        return;
    }
    // The published kinds have none for proxies: to a script, a proxy that fails is a connection that failed.
    const bool proxy = failure->kind == dcs::Failure::Kind::Proxy;
    out.beginObject();
    out.key(u"kind").value(dcs::failureKindName(proxy ? dcs::Failure::Kind::Connect : failure->kind));
    out.key(u"message").value(failure->message);
    writeNonEmpty(out, u"remedy", failure->remedy);
    out.key(u"proxy").value(proxy);
    out.key(u"outcomeUnknown").value(failure->outcomeUnknown);
    out.endObject();
}

void writeResponse(JsonWriter &out, const dcs::Exchange &exchange)
{
    const bool came = exchange.status > 0;
    writeNumber(out, u"status", came ? std::optional(exchange.status) : std::nullopt);
    writeText(out, u"reason", came ? QStringLiteral("") + dcs::textOfUtf8(exchange.reason) : QString());
    writeNonEmpty(out, u"httpVersion", QString::fromUtf8(exchange.httpVersion));
    writeHeaders(out, u"headers", exchange.headers);
    out.key(u"bodyBytes").value(qint64(exchange.body.size()));
    out.key(u"wireBytes").value(exchange.wireBytes);
    writeBody(out, exchange.body);
    writeTimings(out, exchange.timings);
    writeNonEmpty(out, u"peer", exchange.peer);
    writeTls(out, exchange.tls);
    writeFailure(out, exchange.failure);
}

void writeKept(JsonWriter &out, const CallKept &kept)
{
    out.key(u"history").beginObject();
    out.key(u"outcome").value(kept.outcome);
    writeNonEmpty(out, u"alias", kept.alias);
    writeNumber(out, u"region", kept.region);
    writeNonEmpty(out, u"identity", kept.identity);
    out.key(u"errors").beginArray();
    for (const int code : kept.errors)
        out.value(code);
    out.endArray();
    out.key(u"pinned").value(kept.pinned);
    writeNonEmpty(out, u"note", kept.note);
    writeNonEmpty(out, u"preset", kept.preset);
    writeNonEmpty(out, u"environment", kept.environment);
    writeNonEmpty(out, u"batch", kept.batch);
    writeNumber(out, u"batchRow", kept.batchRow >= 0 ? std::optional(kept.batchRow) : std::nullopt);
    out.key(u"masked").value(kept.masked);
    out.endObject();
}

} // namespace

void writeCallMade(JsonWriter &out, const CallMade &made)
{
    const dcs::Exchange nothing;
    const dcs::Exchange &exchange = made.exchange ? *made.exchange : nothing;
    out.beginObject();
    writeNonEmpty(out, u"id", made.id);
    if (!made.preset.isEmpty())
        out.key(u"preset").value(made.preset);
    writeText(out, u"startedAt", isoTime(exchange.startedAt));
    writeRequest(out, exchange.request);
    writeResponse(out, exchange);
    out.key(u"answer");
    if (made.answer)
        writeAnswer(out, *made.answer);
    else
        out.null();
    out.key(u"expectations").beginArray();
    for (const dcs::ExpectationOutcome &outcome : made.expectations) {
        out.beginObject();
        out.key(u"expr").value(outcome.expression);
        out.key(u"held").value(outcome.held);
        out.key(u"actual").value(outcome.actual);
        out.endObject();
    }
    out.endArray();
    writeTexts(out, u"notes", exchange.notes);
    out.key(u"reusedConnection").value(exchange.reusedConnection);
    out.key(u"outcomeUnknown")
        .value(made.outcomeUnknown || (exchange.failure && exchange.failure->outcomeUnknown));
    if (made.kept)
        writeKept(out, *made.kept);
    out.endObject();
}

} // namespace interop
