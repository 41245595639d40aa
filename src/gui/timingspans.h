// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace gui {

/// A bar of the waterfall: where it begins and how long it is, in milliseconds.
struct TimingSpan {
    enum Phase { Dns, Connect, Tls, Send, Wait, Receive, PhaseCount };

    Phase phase = Dns;
    double begin = 0;
    double length = 0; ///< negative: cannot be seen
};

QString phaseName(TimingSpan::Phase phase);
QList<TimingSpan> timingSpans(const dcs::Timings &timings); ///< all phases, one after the other
QString timeText(double ms); ///< "12.34 ms"

/// A call in the waterfall.
struct TimingCall {
    QString title;
    dcs::Timings timings;
    bool earlier = false; ///< one to compare with
};

/// Rows for the table: phase, time, the earlier call's time and the difference, if there is one.
QList<QStringList> timingRows(const dcs::Timings &timings, const dcs::Timings *earlier);
/// Captions and values: peer, connection, TLS, bytes …
QList<QStringList> connectionRows(const dcs::Exchange &exchange);
/// Subject, issuer, names, first and last day, days left at `now`, fingerprint.
QList<QStringList> certificateRows(const dcs::Exchange &exchange, const QDateTime &now);

} // namespace gui
