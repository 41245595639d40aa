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

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::Timing)
};

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
        return Text::tr("Name look-up");
    case TimingSpan::Connect:
        return Text::tr("Connect");
    case TimingSpan::Tls:
        return Text::tr("TLS handshake");
    case TimingSpan::Send:
        return Text::tr("Send");
    case TimingSpan::Wait:
        return Text::tr("Wait for the first byte");
    case TimingSpan::Receive:
        return Text::tr("Receive");
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
        QStringList row{name, now < 0 ? Text::tr("cannot be seen") : timeText(now)};
        if (earlier)
            row << (before < 0 ? Text::tr("cannot be seen") : timeText(before))
                << differenceText(now, before);
        rows.append(row);
    };
    const QList<TimingSpan> spans = timingSpans(timings);
    const QList<TimingSpan> others = timingSpans(earlier ? *earlier : dcs::Timings());
    for (qsizetype i = 0; i < spans.size(); ++i)
        add(phaseName(spans[i].phase), spans[i].length, others[i].length);
    add(Text::tr("Total"), timings.total, earlier ? earlier->total : 0);
    return rows;
}

QList<QStringList> connectionRows(const dcs::Exchange &exchange)
{
    const QLocale locale;
    const auto bytes = [&locale](qint64 count) {
        return QCoreApplication::translate("gui::Timing", "%1 bytes").arg(locale.toString(count));
    };
    QList<QStringList> rows;
    rows.append({Text::tr("Peer"), exchange.peer.isEmpty() ? Text::tr("cannot be seen") : exchange.peer});
    rows.append({Text::tr("Connection"), exchange.reusedConnection ? Text::tr("reused") : Text::tr("new")});
    rows.append({Text::tr("Sent"), bytes(exchange.request.bytes.size())});
    rows.append({Text::tr("Received on the wire"), bytes(exchange.wireBytes)});
    rows.append({Text::tr("Body, unpacked"), bytes(exchange.body.size())});
    if (exchange.tls) {
        const dcs::TlsFacts &tls = *exchange.tls;
        rows.append({Text::tr("TLS"), tls.version + u", "_s + tls.cipher});
        rows.append({Text::tr("Server name"), tls.serverName});
        rows.append({Text::tr("Certificate"),
            tls.verified ? Text::tr("verified")
                         : Text::tr("NOT verified: this call was sent insecurely on request")});
    } else {
        rows.append({Text::tr("TLS"), Text::tr("none: the call could be read on its way")});
    }
    for (const QString &note : exchange.notes)
        rows.append({Text::tr("Note"), note});
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
        const QString left = certificate.notAfter < now ? Text::tr("expired") : locale.toString(days);
        rows.append({certificate.subject, certificate.issuer, certificate.names.join(u", "_s),
            day(certificate.notBefore), day(certificate.notAfter), left,
            QString::fromLatin1(certificate.sha256)});
    }
    return rows;
}

} // namespace gui
