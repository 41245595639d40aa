// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/calltabs.h"

#include "gui/calldocument.h"
#include "gui/calltab.h"
#include "gui/plaintext.h"
#include "gui/services.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace gui {

CallTabs::CallTabs(Services &services, QTabWidget &tabs, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_tabs(tabs)
{
    connect(&m_tabs, &QTabWidget::currentChanged, this, &CallTabs::currentPageChanged);
    connect(&m_tabs, &QTabWidget::tabCloseRequested, this, &CallTabs::close);
}

CallTabs::~CallTabs()
{
    m_tabs.disconnect(this);
}

CallTabs::Entry *CallTabs::entryOf(const QWidget *page) const
{
    for (const auto &entry : m_entries) {
        if (entry->page == page)
            return entry.get();
    }
    return nullptr;
}

CallTabs::Entry &CallTabs::append(const SavedCall &saved)
{
    m_entries.push_back(std::make_unique<Entry>());
    Entry &entry = *m_entries.back();
    entry.page = new QWidget;
    auto *layout = new QVBoxLayout(entry.page);
    layout->setContentsMargins(0, 0, 0, 0);
    entry.document = new CallDocument(m_services.catalogue(), entry.page);
    entry.part = saved.part;
    PresetPlace place;
    place.path = saved.path;
    place.index = saved.index;
    place.sha256 = saved.sha256;
    place.folder = saved.folder.isEmpty() ? m_services.workspaceFolders().first() : saved.folder;
    place.text = saved.text;
    place.preset.name = saved.name; // until the file is read again
    entry.document->open(saved.draft, place);
    if (!saved.name.isEmpty())
        entry.document->setName(saved.name);
    if (saved.modified)
        entry.document->setRestoredModified();
    m_undoGroup.addStack(&entry.document->undoStack());
    connect(entry.document, &CallDocument::changed, this, &CallTabs::edited);
    connect(entry.document, &CallDocument::titleChanged, this, [this, &entry] { showTitle(entry); });
    m_tabs.addTab(entry.page, QString());
    showTitle(entry);
    return entry;
}

CallDocument &CallTabs::open(const Draft &draft, const PresetPlace &place)
{
    Entry &entry = append({draft, {}, {}, -1, {}, {}, {}, false, 0});
    if (place.isPreset())
        entry.document->open(draft, place);
    m_tabs.setCurrentWidget(entry.page);
    currentPageChanged();
    Q_EMIT edited();
    return *entry.document;
}

bool CallTabs::showPreset(const PresetRef &ref)
{
    for (const auto &entry : m_entries) {
        const PresetPlace &place = entry->document->place();
        if (place.folder == ref.folder && place.path == ref.path && place.index == ref.preset) {
            m_tabs.setCurrentWidget(entry->page);
            return true;
        }
    }
    return false;
}

void CallTabs::close(int index)
{
    Entry *entry = entryOf(m_tabs.widget(index));
    if (!entry)
        return;
    m_closed.append(saved(*entry));
    if (entry->view)
        entry->view->cancel();
    QWidget *page = entry->page;
    m_undoGroup.removeStack(&entry->document->undoStack());
    m_tabs.removeTab(index);
    std::erase_if(m_entries, [entry](const auto &owned) { return owned.get() == entry; });
    page->deleteLater();
    if (m_tabs.count() == 0)
        open(newDraft(m_closed.last().draft.sandbox));
    Q_EMIT edited();
}

void CallTabs::reopenClosed()
{
    if (m_closed.isEmpty())
        return;
    m_tabs.setCurrentWidget(append(m_closed.takeLast()).page);
    Q_EMIT edited();
}

void CallTabs::activate(int index)
{
    if (index >= 0 && index < m_tabs.count())
        m_tabs.setCurrentIndex(index);
}

void CallTabs::step(int by)
{
    if (m_tabs.count() > 0)
        activate((m_tabs.currentIndex() + by + m_tabs.count()) % m_tabs.count());
}

int CallTabs::count() const
{
    return m_tabs.count();
}

CallTab *CallTabs::current() const
{
    return at(m_tabs.currentIndex(), true);
}

CallTab *CallTabs::at(int index, bool make) const
{
    Entry *entry = entryOf(m_tabs.widget(index));
    if (!entry)
        return nullptr;
    return entry->view || !make ? entry->view : build(*entry);
}

CallDocument *CallTabs::document(int index) const
{
    const Entry *entry = entryOf(m_tabs.widget(index));
    return entry ? entry->document : nullptr;
}

CallTab *CallTabs::build(Entry &entry) const
{
    entry.view = new CallTab(m_services, *entry.document);
    entry.page->layout()->addWidget(entry.view);
    entry.view->setPart(entry.part);
    Q_EMIT const_cast<CallTabs *>(this)->callMade(entry.view);
    return entry.view;
}

void CallTabs::showTitle(const Entry &entry)
{
    const int index = m_tabs.indexOf(entry.page);
    const QString mark = entry.document->isModified() && entry.document->place().isPreset()
        ? QStringLiteral("*")
        : QString();
    m_tabs.setTabText(index, literalAmpersands(entry.document->title()) + mark);
    m_tabs.setTabToolTip(index,
        plainToolTip(
            entry.document->place().isPreset() ? entry.document->place().path : entry.document->title()));
    Q_EMIT titleChanged();
}

SavedCall CallTabs::saved(const Entry &entry) const
{
    const CallDocument &document = *entry.document;
    const PresetPlace &place = document.place();
    SavedCall saved{document.draft(), document.name(), place.path, place.index, place.sha256, place.folder,
        place.text, document.isModified(), entry.view ? entry.view->part() : entry.part};
    saved.draft.options.proxy.password.clear();
    return saved;
}

Session CallTabs::session() const
{
    Session session;
    session.current = std::max(0, m_tabs.currentIndex());
    for (int i = 0; i < m_tabs.count(); ++i) {
        if (const Entry *entry = entryOf(m_tabs.widget(i)))
            session.calls.append(saved(*entry));
    }
    return session;
}

void CallTabs::restore(const Session &session)
{
    const QSignalBlocker quiet(m_tabs); // else each page added in front is built
    for (const SavedCall &saved : session.calls)
        append(saved);
    m_tabs.setCurrentIndex(std::clamp(session.current, 0, std::max(0, m_tabs.count() - 1)));
    currentPageChanged();
}

void CallTabs::currentPageChanged()
{
    Entry *entry = entryOf(m_tabs.currentWidget());
    if (!entry)
        return;
    if (!entry->view)
        build(*entry);
    m_undoGroup.setActiveStack(&entry->document->undoStack());
    Q_EMIT currentChanged();
}

} // namespace gui
