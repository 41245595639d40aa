// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/timingchart.h"
#include "gui/timingspans.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;

const dcs::Timings timings{1, 2, 3, 0.5, 80, 4, 90.5};

TEST(Timing, PhasesFollowEachOther)
{
    const QList<gui::TimingSpan> spans = gui::timingSpans(timings);

    ASSERT_EQ(spans.size(), 6);
    EXPECT_EQ(spans[4].phase, gui::TimingSpan::Wait);
    EXPECT_DOUBLE_EQ(spans[4].begin, 6.5);
    EXPECT_DOUBLE_EQ(spans[5].begin, 86.5);
}

TEST(Timing, APhaseThatCannotBeSeenTakesNoRoom)
{
    dcs::Timings proxied = timings;
    proxied.dns = -1;

    EXPECT_DOUBLE_EQ(gui::timingSpans(proxied)[1].begin, 0);
    EXPECT_EQ(gui::timingRows(proxied, nullptr)[0], QStringList({u"Name look-up"_s, u"cannot be seen"_s}));
}

TEST(Timing, TellsTheDifferenceToTheLastCall)
{
    dcs::Timings before = timings;
    before.wait = 100;
    before.total = 110.5;

    const QList<QStringList> rows = gui::timingRows(timings, &before);

    EXPECT_EQ(
        rows[4], QStringList({u"Wait for the first byte"_s, u"80.00 ms"_s, u"100.00 ms"_s, u"-20.00 ms"_s}));
    EXPECT_EQ(rows.back()[3], u"-20.00 ms"_s);
}

TEST(Timing, NamesAnExpiredCertificate)
{
    dcs::Exchange exchange;
    const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    dcs::Certificate certificate{
        u"demdex.net"_s, u"CA"_s, {u"*.demdex.net"_s}, now.addDays(-400), now.addDays(-1), "ab"};
    dcs::Certificate valid = certificate;
    valid.notAfter = now.addDays(30);
    exchange.tls = dcs::TlsFacts{u"TLSv1.3"_s, u"X"_s, u"usw2.demdex.net"_s, {certificate, valid}, true};

    const QList<QStringList> rows = gui::certificateRows(exchange, now);

    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0][5], u"expired"_s);
    EXPECT_EQ(rows[1][5], u"30"_s);
}

TEST(Timing, SaysLoudlyThatACertificateWasNotVerified)
{
    dcs::Exchange exchange;
    exchange.tls = dcs::TlsFacts{u"TLSv1.3"_s, u"X"_s, {}, {}, false};

    EXPECT_TRUE(gui::connectionRows(exchange).contains(
        QStringList({u"Certificate"_s, u"NOT verified: this call was sent insecurely on request"_s})));
}

TEST(TimingChart, IsATextAsWell)
{
    gui::TimingChart chart;
    chart.setCalls({{u"This call"_s, timings, false}, {u"Last"_s, timings, true}});
    chart.resize(600, chart.sizeHint().height());
    chart.grab();

    EXPECT_TRUE(chart.accessibleDescription().contains(u"Wait for the first byte 80.00 ms"_s));
    EXPECT_TRUE(chart.accessibleDescription().contains(u"total 90.50 ms"_s));
}

} // namespace
