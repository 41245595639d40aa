// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/timingspans.h"

#include <QWidget>

namespace gui {

/// The waterfall: a row for each call, a bar for each phase, on one scale of time. What it shows is its
/// accessible description as well.
class TimingChart : public QWidget
{
    Q_OBJECT
public:
    explicit TimingChart(QWidget *parent = nullptr);

    void setCalls(const QList<TimingCall> &calls); ///< in the order of time, redirects first
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override; ///< the legend takes as many lines as its language needs

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rowHeight() const;
    int titleWidth() const;
    double scaleEnd() const;
    QRectF barOf(qsizetype call, const TimingSpan &span) const;
    void paintScale(QPainter &painter) const;
    QList<QPoint> legend(int width) const; ///< where the entry of each phase begins
    void paintLegend(QPainter &painter) const;
    void describe();

    QList<TimingCall> m_calls;
};

} // namespace gui
