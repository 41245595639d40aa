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

/// Every call that was made: search as you type, open, send again, pin, copy, delete with undo.
class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(store::HistoryThread &history, QWidget *parent = nullptr);
    ~HistoryPanel() override;

    void focusSearch();
    void addViewAction(QAction &action); ///< in the context menu, and by its key while the list has the focus
    bool viewHasFocus() const;
    void deleteSelected();

Q_SIGNALS:
    void openRequested(const store::HistoryEntry &entry);
    void resendRequested(const store::HistoryEntry &entry);
    void curlRequested(const store::HistoryEntry &entry);
    void copyRequested(
        const store::HistoryEntry &entry, const interop::ExportFormat *format); ///< null: as a file
    void undoOffered(const QString &text, const std::function<void()> &undo);
    void failed(const dcs::Error &error);

private:
    void connectView();
    void applySearch();
    void updateButtons();
    void showMenu(const QPoint &at);
    void withCurrent(void (HistoryPanel::*signal)(const store::HistoryEntry &));
    void copyCurrent(const interop::ExportFormat *format);
    void togglePinned();
    QList<store::ExchangeId> selectedIds() const;

    std::unique_ptr<Ui::HistoryPanel> m_ui;
    store::HistoryThread &m_history;
    HistoryModel *m_model;
    QList<QAction *> m_actions;
    QTimer m_refresh;
};

} // namespace gui
