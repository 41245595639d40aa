// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawcolors.h"
#include "gui/rawview.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

// How RawView paints.

namespace gui {

namespace {

constexpr int textMargin = 6;

} // namespace

void RawView::fillCharacters(
    QPainter &painter, const RawShape &shape, qsizetype from, qsizetype to, int y, const QColor &color) const
{
    const qreal left = gutterWidth() + textMargin - horizontalScrollBar()->value();
    const qreal begin = xOf(shape, from);
    painter.fillRect(QRectF(left + begin, y, std::max<qreal>(xOf(shape, to) - begin, 1), rowHeight()), color);
}

void RawView::paintBackground(QPainter &painter, qsizetype row, const Shaped &now, int y) const
{
    if (m_matches && !m_matches->matches().empty()) {
        const std::vector<RawMatch> &matches = m_matches->matches();
        const QColor color = matchColor(palette());
        for (const RawShape::Origin &origin : now.shape.origins) {
            if (origin.offset < 0)
                continue;
            size_t i = m_matches->firstFrom(origin.offset);
            i = i > 0 ? i - 1 : 0; // the one before may reach into this row
            const qsizetype end = origin.offset + now.row.size();
            for (; i < matches.size() && matches[i].begin < end; ++i) {
                for (const auto &[from, to] : now.shape.charactersOf(matches[i].begin, matches[i].end()))
                    fillCharacters(painter, now.shape, from, to, y, color);
            }
        }
    }
    const Place from = std::min(m_caret, m_anchor);
    const Place to = std::max(m_caret, m_anchor);
    if (from != to && row >= from.row && row <= to.row) {
        const qsizetype begin = row == from.row ? from.byte : 0;
        const qsizetype end = row == to.row ? to.byte : now.shape.text.size();
        QColor color
            = palette().color(hasFocus() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
        color.setAlpha(110); // the colours of the text stay readable over it
        fillCharacters(painter, now.shape, begin, end, y, color);
        if (row < to.row)
            fillCharacters(painter, now.shape, end, end, y, color);
    }
}

void RawView::paintText(QPainter &painter, const RawShape &shape, int y) const
{
    const int baseline = y + fontMetrics().ascent() + (rowHeight() - fontMetrics().height()) / 2;
    const qreal left = gutterWidth() + textMargin - horizontalScrollBar()->value();
    const qreal width = viewport()->width();
    qreal x = left;
    for (const RawShape::Run &run : shape.runs) {
        if (x > width)
            break;
        int begin = run.begin;
        int length = run.length;
        qreal at = x;
        if (run.ascii) {
            x += run.length * m_charWidth;
            if (x < 0)
                continue;
            // Of a long run only what can be seen.
            const int skip = at < 0 ? std::min(length, int(-at / m_charWidth)) : 0;
            begin += skip;
            at += skip * m_charWidth;
            length = std::min(length - skip, int((width - at) / m_charWidth) + 2);
        }
        const QString text = shape.text.mid(begin, length);
        if (!run.ascii)
            x += QFontMetricsF(font()).horizontalAdvance(text);
        painter.setPen(rawColor(run.kind, palette()));
        painter.drawText(QPointF(at, baseline), text);
    }
}

void RawView::paintGutter(QPainter &painter, const Shaped &now, int y) const
{
    const int width = gutterWidth();
    painter.fillRect(0, y, width, rowHeight(), palette().color(QPalette::AlternateBase));
    painter.setPen(rawColor(RawKind::Note, palette()));
    const QRectF numbers(0, y, width - 2 * m_charWidth, rowHeight());
    if (now.row.continues)
        painter.drawText(numbers, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("·"));
    else if (now.row.line > 0)
        painter.drawText(numbers, Qt::AlignRight | Qt::AlignVCenter, QString::number(now.row.line));
    if (!now.row.fold)
        return;
    const qreal size = std::min<qreal>(m_charWidth, rowHeight() / 2.0);
    const QPointF middle(width - m_charWidth - 1, y + rowHeight() / 2.0);
    QPolygonF mark;
    if (now.row.fold->folded)
        mark << middle + QPointF(-size / 3, -size / 2) << middle + QPointF(size / 2, 0)
             << middle + QPointF(-size / 3, size / 2);
    else
        mark << middle + QPointF(-size / 2, -size / 3) << middle + QPointF(size / 2, -size / 3)
             << middle + QPointF(0, size / 2);
    painter.setBrush(palette().color(QPalette::Text));
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.drawPolygon(mark);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void RawView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(0, 0, gutterWidth(), viewport()->height(), palette().color(QPalette::AlternateBase));
    if (!m_text)
        return;
    const qsizetype first = verticalScrollBar()->value();
    const QRect textArea(gutterWidth(), 0, viewport()->width() - gutterWidth(), viewport()->height());
    int y = 0;
    for (qsizetype row = first; row < m_text->rowCount() && y < viewport()->height();
         ++row, y += rowHeight()) {
        const Shaped &now = shaped(row);
        painter.setClipRect(textArea);
        if (hasFocus() && row == m_caret.row) {
            QColor line = palette().color(QPalette::Text);
            line.setAlpha(14);
            painter.fillRect(textArea.left(), y, textArea.width(), rowHeight(), line);
        }
        paintBackground(painter, row, now, y);
        paintText(painter, now.shape, y);
        if (hasFocus() && row == m_caret.row) {
            const qreal x
                = gutterWidth() + textMargin - horizontalScrollBar()->value() + xOf(now.shape, m_caret.byte);
            painter.fillRect(QRectF(x, y, 1.5, rowHeight()), palette().color(QPalette::Text));
        }
        painter.setClipping(false);
        paintGutter(painter, now, y);
    }
}

} // namespace gui
