// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/flowbox.h"

#include <algorithm>

namespace gui {

namespace {

constexpr int gapX = 12;
constexpr int gapY = 4;

bool expands(const QLayoutItem &item)
{
    return item.expandingDirections() & Qt::Horizontal;
}

} // namespace

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return place(QRect(0, 0, width, 0).marginsRemoved(margins), false) + margins.top() + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + gapX;
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(width, height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect.marginsRemoved(contentsMargins()), true);
}

/// Breaks into lines; the height of them all.
int FlowLayout::place(const QRect &rect, bool apply) const
{
    QList<QLayoutItem *> line;
    int used = 0;
    int lineHeight = 0;
    int y = rect.y();
    const auto endLine = [&] {
        if (apply)
            placeLine(line, {rect.x(), y}, rect.width(), lineHeight);
        y += lineHeight + gapY;
        line.clear();
        used = 0;
        lineHeight = 0;
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        if (!line.isEmpty() && used + gapX + hint.width() > rect.width())
            endLine();
        used += (line.isEmpty() ? 0 : gapX) + hint.width();
        lineHeight = std::max(lineHeight, hint.height());
        line.append(item);
    }
    if (!line.isEmpty())
        endLine();
    return std::max(0, y - gapY - rect.y());
}

void FlowLayout::placeLine(const QList<QLayoutItem *> &line, QPoint at, int width, int height) const
{
    int used = gapX * (int(line.size()) - 1);
    int expanding = 0;
    for (const QLayoutItem *item : line) {
        used += item->sizeHint().width();
        expanding += expands(*item);
    }
    int left = std::max(0, width - used);
    const bool mirrored = parentWidget() && parentWidget()->isRightToLeft();
    int x = at.x();
    for (QLayoutItem *item : line) {
        int itemWidth = std::min(item->sizeHint().width(), width);
        if (expands(*item)) {
            const int share = left / expanding--;
            itemWidth += share;
            left -= share;
        }
        const QRect place(mirrored ? 2 * at.x() + width - x - itemWidth : x, at.y(), itemWidth, height);
        item->setGeometry(place);
        x += itemWidth + gapX;
    }
}

FlowBox::FlowBox(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowBox::flow()
{
    auto *flowing = new FlowLayout(this);
    flowing->setContentsMargins(0, 0, 0, 0);
    for (QObject *child : children()) {
        if (auto *widget = qobject_cast<QWidget *>(child))
            flowing->addWidget(widget);
    }
}

} // namespace gui
