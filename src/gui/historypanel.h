// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/finding.h"
#include "store/history.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QAction;

namespace Ui {
class HistoryPanel;
}
namespace interop {
struct ExportFormat;
}
namespace store {
class HistoryThread;
}

namespace gui {

class HistoryModel;
class SearchCompleter;
class Services;

/// Every call that was made: search as you type, and what can be done with the calls that are found.
class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(Services &services, QWidget *parent = nullptr);
    ~HistoryPanel() override;

    void focusSearch();
    void addViewAction(QAction &action); ///< in the context menu, and by its key while the list has the focus
    bool viewHasFocus() const;
    QList<store::ExchangeId> selectedIds() const; ///< newest first
    qint64 selectedCount() const; ///< without walking through a million of them
    const store::HistoryFilter &filter() const { return m_filter; }
    SearchCompleter &completer() { return *m_completer; }

    // What is done with the selected calls.
    void open() { withCurrent(&HistoryPanel::openRequested); }
    void openAsNew() { withCurrent(&HistoryPanel::newCallRequested); }
    void resend() { withCurrent(&HistoryPanel::resendRequested); }
    void savePreset() { withCurrent(&HistoryPanel::presetRequested); }
    void copyCurl() { withCurrent(&HistoryPanel::curlRequested); }
    void togglePinned();
    void editNote();
    void deleteSelected();

Q_SIGNALS:
    void openRequested(const store::HistoryEntry &entry);
    void newCallRequested(const store::HistoryEntry &entry);
    void resendRequested(const store::HistoryEntry &entry);
    void presetRequested(const store::HistoryEntry &entry);
    void curlRequested(const store::HistoryEntry &entry);
    void copyRequested(
        const store::HistoryEntry &entry, const interop::ExportFormat *format); ///< null: as a file
    void undoOffered(const QString &text, const std::function<void()> &undo);
    void failed(const dcs::Error &error);
    void selectionChanged(qint64 selected, bool pinned);

private:
    void connectView();
    void setUpColumns();
    void explainHelp();
    void learnValues();
    void offerValues(const QList<store::HistoryRow> &rows);
    void applySearch();
    void explain(const QString &text);
    void updateButtons();
    void showMenu(const QPoint &at);
    void withCurrent(void (HistoryPanel::*signal)(const store::HistoryEntry &));
    void copyCurrent(const interop::ExportFormat *format);
    bool isSelectionPinned() const;
    void change(const std::function<dcs::Result<void>(store::History &, store::ExchangeId)> &work);
    void undoDelete();

    std::unique_ptr<Ui::HistoryPanel> m_ui;
    Services &m_services;
    store::HistoryThread &m_history;
    HistoryModel *m_model;
    SearchCompleter *m_completer;
    store::HistoryFilter m_filter; ///< of the list
    bool m_isReadable = true; ///< the search line: else the list is older than it
    QList<QAction *> m_actions;
    QTimer m_refresh;
};

} // namespace gui
