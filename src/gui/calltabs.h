// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/presetedits.h"
#include "gui/session.h"

#include <QObject>
#include <QUndoGroup>

class QTabWidget;

namespace gui {

class CallDocument;
class CallTab;
class Services;

/// The open calls of the window: a document each, and the page that shows it once it is looked at.
class CallTabs : public QObject
{
    Q_OBJECT
public:
    CallTabs(Services &services, QTabWidget &tabs, QObject *parent = nullptr);
    ~CallTabs() override;

    CallDocument &open(const Draft &draft, const PresetPlace &place = {}); ///< in front
    bool showPreset(const PresetRef &ref); ///< false if it is not open
    void close(int index);
    void reopenClosed();
    void activate(int index);
    void step(int by);
    int count() const;

    CallTab *current() const; ///< null only while there is no call
    CallTab *at(int index, bool make) const;
    CallDocument *document(int index) const;
    QUndoGroup &undoGroup() { return m_undoGroup; }

    Session session() const;
    void restore(const Session &session); ///< only the call in front gets its page now

Q_SIGNALS:
    void currentChanged();
    void edited(); ///< something worth saving in the session
    void titleChanged();
    void callMade(gui::CallTab *tab); ///< a page was built: connect to it

private:
    struct Entry {
        QWidget *page = nullptr; ///< in the tab widget, empty until it is looked at
        CallDocument *document = nullptr;
        CallTab *view = nullptr;
        int part = 0;
    };
    Entry *entryOf(const QWidget *page) const;
    Entry &append(const SavedCall &saved);
    CallTab *build(Entry &entry) const;
    void showTitle(const Entry &entry);
    SavedCall saved(const Entry &entry) const;
    void currentPageChanged();

    Services &m_services;
    QTabWidget &m_tabs;
    QUndoGroup m_undoGroup;
    std::vector<std::unique_ptr<Entry>> m_entries; ///< in no order; the tab widget has that
    QList<SavedCall> m_closed;
};

} // namespace gui
