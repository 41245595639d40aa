// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/windowstate.h"

#include "store/settings.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>

namespace gui {

namespace {

/// Names of the named objects from the window down. Generated ones (`qt_…`) and call tabs, which come and go,
/// carry no name of their own, so all calls share one layout.
QString pathOf(const QObject &object)
{
    QStringList names;
    for (const QObject *at = &object; at; at = at->parent()) {
        if (!at->objectName().isEmpty() && !at->objectName().startsWith(QLatin1String("qt_")))
            names.prepend(at->objectName());
    }
    return QStringLiteral("layout/") + names.join(u'.');
}

} // namespace

void saveLayoutState(const QWidget &root, store::Settings &settings)
{
    for (const QSplitter *splitter : root.findChildren<QSplitter *>())
        settings.raw().setValue(pathOf(*splitter), splitter->saveState());
    for (const QTableView *view : root.findChildren<QTableView *>()) {
        if (!view->objectName().isEmpty())
            settings.raw().setValue(pathOf(*view), view->horizontalHeader()->saveState());
    }
}

void restoreLayoutState(QWidget &root, store::Settings &settings)
{
    for (QSplitter *splitter : root.findChildren<QSplitter *>())
        splitter->restoreState(settings.raw().value(pathOf(*splitter)).toByteArray());
    for (QTableView *view : root.findChildren<QTableView *>()) {
        if (!view->objectName().isEmpty())
            view->horizontalHeader()->restoreState(settings.raw().value(pathOf(*view)).toByteArray());
    }
}

} // namespace gui
