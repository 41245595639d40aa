// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/timingspans.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("gui::Timing", text);
}

QString differenceText(double now, double before)
{
    if (now < 0 || before < 0)
        return {};
    const double difference = now - before;
    return (difference > 0 ? u"+"_s : QString()) + timeText(std::abs(difference) < 0.005 ? 0 : difference);
}

} // namespace

QString phaseName(TimingSpan::Phase phase)
{
    switch (phase) {
    case TimingSpan::Dns:
        return tr("Name look-up");
    case TimingSpan::Connect:
        return tr("Connect");
    case TimingSpan::Tls:
        return tr("TLS handshake");
    case TimingSpan::Send:
        return tr("Send");
    case TimingSpan::Wait:
        return tr("Wait for the first byte");
    case TimingSpan::Receive:
        return tr("Receive");
    case TimingSpan::PhaseCount:
        break;
    }
    return {};
}

QString timeText(double ms)
{
    return QCoreApplication::translate("gui::Timing", "%1 ms").arg(QLocale().toString(ms, 'f', 2));
}

QList<TimingSpan> timingSpans(const dcs::Timings &timings)
{
    const double lengths[]
        = {timings.dns, timings.connect, timings.tls, timings.send, timings.wait, timings.receive};
    QList<TimingSpan> spans;
    double at = 0;
    for (int phase = 0; phase < TimingSpan::PhaseCount; ++phase) {
        spans.append({TimingSpan::Phase(phase), at, lengths[phase]});
        at += std::max(0.0, lengths[phase]);
    }
    return spans;
}

QList<QStringList> timingRows(const dcs::Timings &timings, const dcs::Timings *earlier)
{
    QList<QStringList> rows;
    const auto add = [&](const QString &name, double now, double before) {
        QStringList row{name, now < 0 ? tr("cannot be seen") : timeText(now)};
        if (earlier)
            row << (before < 0 ? tr("cannot be seen") : timeText(before)) << differenceText(now, before);
        rows.append(row);
    };
    const QList<TimingSpan> spans = timingSpans(timings);
    const QList<TimingSpan> others = timingSpans(earlier ? *earlier : dcs::Timings());
    for (qsizetype i = 0; i < spans.size(); ++i)
        add(phaseName(spans[i].phase), spans[i].length, others[i].length);
    add(tr("Total"), timings.total, earlier ? earlier->total : 0);
    return rows;
}

QList<QStringList> connectionRows(const dcs::Exchange &exchange)
{
    const QLocale locale;
    const auto bytes = [&locale](qint64 count) {
        return QCoreApplication::translate("gui::Timing", "%1 bytes").arg(locale.toString(count));
    };
    QList<QStringList> rows;
    rows.append({tr("Peer"), exchange.peer.isEmpty() ? tr("cannot be seen") : exchange.peer});
    rows.append({tr("Connection"), exchange.reusedConnection ? tr("reused") : tr("new")});
    rows.append({tr("Sent"), bytes(exchange.request.bytes.size())});
    rows.append({tr("Received on the wire"), bytes(exchange.wireBytes)});
    rows.append({tr("Body, unpacked"), bytes(exchange.body.size())});
    if (exchange.tls) {
        const dcs::TlsFacts &tls = *exchange.tls;
        rows.append({tr("TLS"), tls.version + u", "_s + tls.cipher});
        rows.append({tr("Server name"), tls.serverName});
        rows.append({tr("Certificate"),
            tls.verified ? tr("verified") : tr("NOT verified: this call was sent insecurely on request")});
    } else {
        rows.append({tr("TLS"), tr("none: the call could be read on its way")});
    }
    for (const QString &note : exchange.notes)
        rows.append({tr("Note"), note});
    return rows;
}

QList<QStringList> certificateRows(const dcs::Exchange &exchange, const QDateTime &now)
{
    QList<QStringList> rows;
    if (!exchange.tls)
        return rows;
    const QLocale locale;
    const auto day = [&locale](const QDateTime &time) {
        return locale.toString(time.toUTC().date(), QLocale::ShortFormat);
    };
    for (const dcs::Certificate &certificate : exchange.tls->chain) {
        const qint64 days = now.daysTo(certificate.notAfter);
        const QString left = certificate.notAfter < now ? tr("expired") : locale.toString(days);
        rows.append({certificate.subject, certificate.issuer, certificate.names.join(u", "_s),
            day(certificate.notBefore), day(certificate.notAfter), left,
            QString::fromLatin1(certificate.sha256)});
    }
    return rows;
}

} // namespace gui
