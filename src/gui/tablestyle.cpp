// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/tablestyle.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTableView>

#include <algorithm>

namespace gui {

namespace {

/// A view without a current cell, or without any, shows nothing when it takes the focus.
class FocusSign : public QObject
{
public:
    explicit FocusSign(QAbstractItemView &view)
        : QObject(&view)
        , m_view(view)
    {
        view.installEventFilter(this);
        view.viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        // A view that loses the focus while it is being destroyed is a view no more.
        if (!qobject_cast<QAbstractItemView *>(parent()))
            return false;
        const bool in = event->type() == QEvent::FocusIn;
        if (object == &m_view && (in || event->type() == QEvent::FocusOut)) {
            if (in && m_view.model() && !m_view.currentIndex().isValid())
                m_view.setCurrentIndex(m_view.model()->index(0, 0));
            m_view.viewport()->update();
        }
        if (object == m_view.viewport() && event->type() == QEvent::Paint && m_view.hasFocus() && isEmpty())
            paintFrame();
        return false;
    }

private:
    bool isEmpty() const { return !m_view.model() || m_view.model()->rowCount() == 0; }
    void paintFrame()
    {
        QPainter painter(m_view.viewport());
        QStyleOptionFocusRect option;
        option.initFrom(m_view.viewport());
        option.state |= QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
        option.rect = m_view.viewport()->rect().adjusted(2, 2, -2, -2);
        option.backgroundColor = m_view.palette().color(QPalette::Base);
        m_view.style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, m_view.viewport());
    }

    QAbstractItemView &m_view;
};

} // namespace

void showFocus(QAbstractItemView &view)
{
    new FocusSign(view);
}

void setUpTable(QTableView &view)
{
    const int height = view.fontMetrics().height();
    view.verticalHeader()->setMinimumSectionSize(height + 4);
    view.verticalHeader()->setDefaultSectionSize(height + 8);
    view.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view.horizontalHeader()->setMinimumSectionSize(view.fontMetrics().horizontalAdvance(u'0') * 4);
    view.setTabKeyNavigation(false);
    view.setWordWrap(false);
    showFocus(view);
}

void setColumnWidths(QTableView &view, std::initializer_list<int> digits)
{
    QHeaderView &header = *view.horizontalHeader();
    int column = 0;
    for (const int count : digits) {
        const int wanted = count * view.fontMetrics().horizontalAdvance(u'0');
        header.resizeSection(column, std::max(wanted, header.sectionSizeHint(column)));
        ++column;
    }
}

} // namespace gui
