// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/timingchart.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/rawcolors.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

QColor phaseColor(TimingSpan::Phase phase, bool dark)
{
    switch (phase) {
    case TimingSpan::Dns:
        return dark ? QColor(0x4f, 0xa3, 0x9b) : QColor(0x2a, 0x80, 0x78);
    case TimingSpan::Connect:
        return dark ? QColor(0xd9, 0x95, 0x3f) : QColor(0xc4, 0x72, 0x0c);
    case TimingSpan::Tls:
        return dark ? QColor(0xb0, 0x88, 0xd8) : QColor(0x83, 0x4f, 0xb5);
    case TimingSpan::Send:
        return dark ? QColor(0xc8, 0xc8, 0x5a) : QColor(0x8e, 0x8a, 0x12);
    case TimingSpan::Wait:
        return dark ? QColor(0x73, 0xb8, 0x6a) : QColor(0x3d, 0x8b, 0x37);
    default:
        return dark ? QColor(0x6a, 0xa5, 0xe8) : QColor(0x2b, 0x6c, 0xb8);
    }
}

} // namespace

TimingChart::TimingChart(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void TimingChart::setCalls(const QList<TimingCall> &calls)
{
    m_calls = calls;
    describe();
    updateGeometry();
    update();
}

void TimingChart::describe()
{
    QStringList lines;
    for (const TimingCall &call : m_calls) {
        QStringList phases;
        for (const TimingSpan &span : timingSpans(call.timings)) {
            if (span.length > 0)
                phases.append(phaseName(span.phase) + u' ' + timeText(span.length));
        }
        phases.append(tr("total %1").arg(timeText(call.timings.total)));
        lines.append(tr("%1: %2").arg(call.title, phases.join(u", "_s)));
    }
    setAccessibleDescription(dcs::visible(lines.join(u"; "_s), 4000));
}

int TimingChart::rowHeight() const
{
    return fontMetrics().height() + 10;
}

int TimingChart::titleWidth() const
{
    int width = 0;
    for (const TimingCall &call : m_calls)
        width = std::max(width, fontMetrics().horizontalAdvance(dcs::visible(call.title, 60)));
    return std::min(width + 16, this->width() / 3);
}

double TimingChart::scaleEnd() const
{
    double most = 0.1;
    for (const TimingCall &call : m_calls) {
        const QList<TimingSpan> spans = timingSpans(call.timings);
        most = std::max({most, call.timings.total, spans.back().begin + std::max(0.0, spans.back().length)});
    }
    return most;
}

QSize TimingChart::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(u'0') * 60;
    return {width, heightForWidth(width)};
}

QSize TimingChart::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 30, rowHeight() * int(m_calls.size() + 2) + 8};
}

int TimingChart::heightForWidth(int width) const
{
    const int legendRows = legend(width).back().y() / rowHeight() + 1;
    return rowHeight() * int(m_calls.size() + 1 + legendRows) + 8;
}

QList<QPoint> TimingChart::legend(int width) const
{
    QList<QPoint> places;
    QPoint at;
    for (int phase = 0; phase < TimingSpan::PhaseCount; ++phase) {
        const int entry = fontMetrics().ascent() + 5
            + fontMetrics().horizontalAdvance(phaseName(TimingSpan::Phase(phase)));
        if (at.x() > 0 && at.x() + entry > width)
            at = QPoint(0, at.y() + rowHeight());
        places.append(at);
        at.rx() += entry + 15;
    }
    return places;
}

QRectF TimingChart::barOf(qsizetype call, const TimingSpan &span) const
{
    const double left = titleWidth();
    const double width = this->width() - left - fontMetrics().horizontalAdvance(timeText(scaleEnd())) - 12;
    const double perMs = std::max(1.0, width) / scaleEnd();
    const double top = double(call + 1) * rowHeight() + 3;
    const double bar = std::max(0.0, span.length) * perMs;
    return {left + span.begin * perMs, top, bar > 0 ? std::max(1.0, bar) : 0, rowHeight() - 6.0};
}

void TimingChart::paintScale(QPainter &painter) const
{
    // Steps of 1, 2 or 5 times a power of ten, about six of them.
    const double rough = scaleEnd() / 6;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double step = power
        * (rough / power <= 1        ? 1
                : rough / power <= 2 ? 2
                : rough / power <= 5 ? 5
                                     : 10);
    const QLocale locale;
    QColor line = palette().color(QPalette::WindowText);
    line.setAlpha(50);
    for (double at = 0; at <= scaleEnd() * 1.0001; at += step) {
        const double x = barOf(0, {TimingSpan::Dns, at, 0}).left();
        painter.setPen(line);
        painter.drawLine(
            QPointF(x, rowHeight() - 4), QPointF(x, double(rowHeight()) * double(m_calls.size() + 1)));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x + 2, rowHeight() - 8),
            step < 1 ? locale.toString(at, 'f', step < 0.1 ? 2 : 1) : locale.toString(at, 'f', 0));
    }
}

void TimingChart::paintLegend(QPainter &painter) const
{
    const bool dark = isDark(palette());
    const int top = rowHeight() * int(m_calls.size() + 1) + 6;
    const int side = fontMetrics().ascent();
    const QList<QPoint> places = legend(width());
    for (int phase = 0; phase < TimingSpan::PhaseCount; ++phase) {
        const QPoint at = places[phase] + QPoint(0, top);
        painter.fillRect(at.x(), at.y() + 2, side, side, phaseColor(TimingSpan::Phase(phase), dark));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(at.x() + side + 5, at.y() + side + 1, phaseName(TimingSpan::Phase(phase)));
    }
}

void TimingChart::paintEvent(QPaintEvent *)
{
    if (m_calls.isEmpty())
        return;
    QPainter painter(this);
    const bool dark = isDark(palette());
    paintScale(painter);
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        const TimingCall &call = m_calls[i];
        const QRectF title(0, double(i + 1) * rowHeight(), titleWidth() - 8, rowHeight());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(dcs::visible(call.title, 200), Qt::ElideRight, int(title.width())));
        double right = titleWidth();
        for (const TimingSpan &span : timingSpans(call.timings)) {
            const QRectF bar = barOf(i, span);
            right = std::max(right, bar.right());
            if (bar.width() <= 0)
                continue;
            const QColor color = phaseColor(span.phase, dark);
            painter.fillRect(bar, call.earlier ? QBrush(color, Qt::Dense4Pattern) : QBrush(color));
        }
        painter.drawText(QRectF(right + 6, title.top(), width() - right, rowHeight()),
            Qt::AlignVCenter | Qt::AlignLeft, timeText(call.timings.total));
    }
    paintLegend(painter);
}

bool TimingChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype i = 0; i < m_calls.size(); ++i) {
        for (const TimingSpan &span : timingSpans(m_calls[i].timings)) {
            if (!barOf(i, span).adjusted(-1, 0, 1, 0).contains(help->pos()))
                continue;
            QToolTip::showText(help->globalPos(),
                plainToolTip(tr("%1: %2").arg(phaseName(span.phase), timeText(span.length))), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace gui
