// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/record.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamWriter>
#include <QCborValue>

namespace store {

namespace {

using dcs::Exchange;
using dcs::Finding;
using dcs::Header;

// Writes the pairs of a map that are not empty; absent is empty.
class MapWriter
{
public:
    explicit MapWriter(QCborStreamWriter &writer)
        : m_writer(writer)
    {
        m_writer.startMap();
    }
    ~MapWriter() { m_writer.endMap(); }
    MapWriter(const MapWriter &) = delete;
    MapWriter &operator=(const MapWriter &) = delete;

    void bytes(const char *key, const QByteArray &value)
    {
        if (!value.isEmpty())
            name(key).append(value);
    }
    void text(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            name(key).append(QStringView(value));
    }
    void number(const char *key, qint64 value, qint64 absent = 0)
    {
        if (value != absent)
            name(key).append(value);
    }
    void flag(const char *key, bool value)
    {
        if (value)
            name(key).append(true);
    }
    QCborStreamWriter &name(const char *key)
    {
        m_writer.append(QLatin1StringView(key));
        return m_writer;
    }

private:
    QCborStreamWriter &m_writer;
};

QCborValue at(const QCborMap &map, const char *key)
{
    return map.value(QLatin1StringView(key));
}

void writeTexts(QCborStreamWriter &writer, const QStringList &texts)
{
    writer.startArray(quint64(texts.size()));
    for (const QString &text : texts)
        writer.append(QStringView(text));
    writer.endArray();
}

QStringList readTexts(const QCborValue &value)
{
    QStringList texts;
    for (const QCborValue &text : value.toArray())
        texts.append(text.toString());
    return texts;
}

// Name, value, and a third element only for a header that is switched off.
void writeHeaders(QCborStreamWriter &writer, const QList<Header> &headers)
{
    writer.startArray(quint64(headers.size()));
    for (const Header &header : headers) {
        writer.startArray(header.sent ? 2 : 3);
        writer.append(header.name);
        writer.append(header.value);
        if (!header.sent)
            writer.append(false);
        writer.endArray();
    }
    writer.endArray();
}

QList<Header> readHeaders(const QCborValue &value)
{
    QList<Header> headers;
    for (const QCborValue &element : value.toArray()) {
        const QCborArray header = element.toArray();
        headers.append({header.at(0).toByteArray(), header.at(1).toByteArray(), header.size() < 3});
    }
    return headers;
}

// The header list of an ordinary answer says what its head says, so it is not kept twice.
QList<Header> headersOf(const QByteArray &head)
{
    QList<Header> headers;
    qsizetype at = head.indexOf("\r\n");
    while (at >= 0) {
        at += 2;
        const qsizetype end = head.indexOf("\r\n", at);
        if (end <= at)
            break;
        const QByteArrayView line = QByteArrayView(head).sliced(at, end - at);
        const qsizetype colon = line.indexOf(':');
        if (colon >= 0)
            headers.append(
                {line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray(), true});
        at = end;
    }
    return headers;
}

void writeTimings(QCborStreamWriter &writer, const dcs::Timings &timings)
{
    writer.startArray(7);
    for (const double ms : {timings.dns, timings.connect, timings.tls, timings.send, timings.wait,
             timings.receive, timings.total})
        writer.append(ms);
    writer.endArray();
}

dcs::Timings readTimings(const QCborValue &value)
{
    const QCborArray list = value.toArray();
    return {list.at(0).toDouble(), list.at(1).toDouble(), list.at(2).toDouble(), list.at(3).toDouble(),
        list.at(4).toDouble(), list.at(5).toDouble(), list.at(6).toDouble()};
}

void writeFailure(QCborStreamWriter &writer, const dcs::Failure &failure)
{
    MapWriter map(writer);
    map.text("kind", dcs::failureKindName(failure.kind));
    map.text("message", failure.message);
    map.text("remedy", failure.remedy);
    map.flag("outcomeUnknown", failure.outcomeUnknown);
}

dcs::Failure readFailure(const QCborMap &map)
{
    using Kind = dcs::Failure::Kind;
    dcs::Failure failure;
    const QString name = at(map, "kind").toString();
    for (const Kind kind : {Kind::Dns, Kind::Connect, Kind::Proxy, Kind::Tls, Kind::Timeout, Kind::Protocol,
             Kind::TooLarge, Kind::Aborted}) {
        if (dcs::failureKindName(kind) == name)
            failure.kind = kind;
    }
    failure.message = at(map, "message").toString();
    failure.remedy = at(map, "remedy").toString();
    failure.outcomeUnknown = at(map, "outcomeUnknown").toBool();
    return failure;
}

QDateTime readTime(const QCborValue &value)
{
    return value.isInteger() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
}

void writeCertificate(QCborStreamWriter &writer, const dcs::Certificate &certificate)
{
    MapWriter map(writer);
    map.text("subject", certificate.subject);
    map.text("issuer", certificate.issuer);
    if (!certificate.names.isEmpty())
        writeTexts(map.name("names"), certificate.names);
    if (certificate.notBefore.isValid())
        map.name("notBefore").append(certificate.notBefore.toMSecsSinceEpoch());
    if (certificate.notAfter.isValid())
        map.name("notAfter").append(certificate.notAfter.toMSecsSinceEpoch());
    map.bytes("sha256", certificate.sha256);
}

} // namespace

QByteArray writeFindings(const QList<Finding> &findings)
{
    QByteArray record;
    if (findings.isEmpty())
        return record;
    QCborStreamWriter writer(&record);
    writer.startArray(quint64(findings.size()));
    for (const Finding &finding : findings) {
        MapWriter map(writer);
        map.number("severity", qint64(finding.severity));
        map.text("code", finding.code);
        map.text("where", finding.where);
        map.text("message", finding.message);
        map.text("fix", finding.fix);
        map.number("parameter", finding.parameter, -1);
        if (finding.dcsCode)
            map.name("dcsCode").append(qint64(*finding.dcsCode));
        map.text("mend", finding.mend);
    }
    writer.endArray();
    return record;
}

QList<Finding> readFindings(const QByteArray &record)
{
    QList<Finding> findings;
    for (const QCborValue &element : QCborValue::fromCbor(record).toArray()) {
        const QCborMap map = element.toMap();
        Finding finding;
        finding.severity = dcs::Severity(qBound(qint64(0), at(map, "severity").toInteger(), qint64(2)));
        finding.code = at(map, "code").toString();
        finding.where = at(map, "where").toString();
        finding.message = at(map, "message").toString();
        finding.fix = at(map, "fix").toString();
        finding.parameter = int(at(map, "parameter").toInteger(-1));
        if (const QCborValue code = at(map, "dcsCode"); code.isInteger())
            finding.dcsCode = int(code.toInteger());
        finding.mend = at(map, "mend").toString();
        findings.append(finding);
    }
    return findings;
}

QByteArray writeAnswer(const Exchange &exchange)
{
    QByteArray record;
    record.reserve(exchange.responseHead.size() + 512);
    QCborStreamWriter writer(&record);
    {
        MapWriter map(writer);
        map.bytes("reason", exchange.reason);
        map.bytes("version", exchange.httpVersion);
        map.bytes("head", exchange.responseHead);
        if (exchange.headers != headersOf(exchange.responseHead))
            writeHeaders(map.name("headers"), exchange.headers);
        if (!exchange.trailers.isEmpty())
            writeHeaders(map.name("trailers"), exchange.trailers);
        map.number("wireBytes", exchange.wireBytes);
        if (!exchange.notes.isEmpty())
            writeTexts(map.name("notes"), exchange.notes);
        writeTimings(map.name("timings"), exchange.timings);
        map.flag("reused", exchange.reusedConnection);
        map.text("peer", exchange.peer);
        if (exchange.failure)
            writeFailure(map.name("failure"), *exchange.failure);
    }
    return record;
}

void readAnswer(const QByteArray &record, Exchange &into)
{
    const QCborMap map = QCborValue::fromCbor(record).toMap();
    into.reason = at(map, "reason").toByteArray();
    into.httpVersion = at(map, "version").toByteArray();
    into.responseHead = at(map, "head").toByteArray();
    const QCborValue headers = at(map, "headers");
    into.headers = headers.isArray() ? readHeaders(headers) : headersOf(into.responseHead);
    into.trailers = readHeaders(at(map, "trailers"));
    into.wireBytes = at(map, "wireBytes").toInteger();
    into.notes = readTexts(at(map, "notes"));
    into.timings = readTimings(at(map, "timings"));
    into.reusedConnection = at(map, "reused").toBool();
    into.peer = at(map, "peer").toString();
    if (const QCborValue failure = at(map, "failure"); failure.isMap())
        into.failure = readFailure(failure.toMap());
}

QByteArray writeTls(const dcs::TlsFacts &facts)
{
    QByteArray record;
    QCborStreamWriter writer(&record);
    {
        MapWriter map(writer);
        map.text("version", facts.version);
        map.text("cipher", facts.cipher);
        map.text("serverName", facts.serverName);
        map.flag("unverified", !facts.verified);
        if (!facts.chain.isEmpty()) {
            map.name("chain").startArray(quint64(facts.chain.size()));
            for (const dcs::Certificate &certificate : facts.chain)
                writeCertificate(writer, certificate);
            writer.endArray();
        }
    }
    return record;
}

dcs::TlsFacts readTls(const QByteArray &record)
{
    const QCborMap map = QCborValue::fromCbor(record).toMap();
    dcs::TlsFacts facts;
    facts.version = at(map, "version").toString();
    facts.cipher = at(map, "cipher").toString();
    facts.serverName = at(map, "serverName").toString();
    facts.verified = !at(map, "unverified").toBool();
    for (const QCborValue &element : at(map, "chain").toArray()) {
        const QCborMap entry = element.toMap();
        dcs::Certificate certificate;
        certificate.subject = at(entry, "subject").toString();
        certificate.issuer = at(entry, "issuer").toString();
        certificate.names = readTexts(at(entry, "names"));
        certificate.notBefore = readTime(at(entry, "notBefore"));
        certificate.notAfter = readTime(at(entry, "notAfter"));
        certificate.sha256 = at(entry, "sha256").toByteArray();
        facts.chain.append(certificate);
    }
    return facts;
}

} // namespace store
