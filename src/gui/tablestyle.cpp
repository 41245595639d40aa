// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/tablestyle.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QTableView>

namespace gui {

namespace {

class CurrentOnFocus : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        auto *view = qobject_cast<QAbstractItemView *>(object);
        if (view && event->type() == QEvent::FocusIn && view->model() && !view->currentIndex().isValid())
            view->setCurrentIndex(view->model()->index(0, 0));
        return false;
    }
};

} // namespace

void setUpTable(QTableView &view)
{
    view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().height() + 8);
    view.verticalHeader()->setMinimumSectionSize(view.fontMetrics().height() + 4);
    view.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view.horizontalHeader()->setMinimumSectionSize(view.fontMetrics().horizontalAdvance(u'0') * 4);
    view.setTabKeyNavigation(false);
    view.setWordWrap(false);
    view.installEventFilter(new CurrentOnFocus(&view));
}

} // namespace gui
