// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"
#include "gui/session.h"

#include <QMainWindow>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace Ui {
class MainWindow;
}
namespace interop {
struct ExportFormat;
struct ExportedCall;
}
namespace store {
struct HistoryEntry;
}

namespace gui {

struct PresetEdit;
class CallTab;
class CallTabs;
class HelpPane;
class HistoryPanel;
class MessageBar;
class OpenPresets;
class PresetsPanel;
class Services;

/// The window: tabs of calls, sidebar, menus. Before the first paint it builds only what is seen; history,
/// presets, sandbox and the other calls follow.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    CallTabs &calls() { return *m_calls; }
    MessageBar &messages() { return *m_messages; }
    /// `.http`, `.har`, `.json` and `.csv` files of the command line, a menu or a drop.
    void openFile(const QString &fileName);
    void openSandboxCall();
    void saveSession(bool wait);
    bool isSettled() const { return m_settled; } ///< what follows the first paint has happened

Q_SIGNALS:
    void settled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectCallActions();
    void connectEditActions();
    void connectViewActions();
    void connectToolActions();
    void connectTab(CallTab &tab);
    void restoreWindow();
    void restoreCalls();
    void settle();
    void makeHistory();
    void connectHistoryActions();
    void updateHistoryActions(qint64 selected, bool pinned);
    void makePresets();
    void connectPresets();
    void followEnvironments();
    void showTitle();
    void updateActions();
    void showSaved(const PresetPlace &place, const PresetEdit &edit);
    enum class Reopen { WithAnswer, AsNew, AndSend };
    void openHistoryEntry(const store::HistoryEntry &entry, Reopen how);
    void saveHistoryEntry(const store::HistoryEntry &entry);
    void compareSelectedCalls();
    void exportCalls();
    void save(bool asNew);
    void openHttpFile(const QString &fileName);
    void openHar(const QString &fileName, const QByteArray &bytes);
    void openText(const QByteArray &text);
    void openAnswerFile(const QString &fileName, const QByteArray &bytes);
    void copyAs(const interop::ExportFormat *format, const dcs::Result<interop::ExportedCall> &exported);
    void showImport(const QByteArray &text, const QString &fileName);
    void showEnvironments();
    void showRunAll();
    void chooseWorkspace();
    void revealFocus(QWidget *before, QWidget *now);
    void showHelp();
    void showKeys();
    void showAbout();
    void deleteSelected();
    void offerUndo(const QString &text, const std::function<void()> &undo);

    std::unique_ptr<Ui::MainWindow> m_ui;
    Services &m_services;
    std::unique_ptr<Actions> m_actions;
    MessageBar *m_messages = nullptr;
    CallTabs *m_calls = nullptr;
    HistoryPanel *m_history = nullptr;
    PresetsPanel *m_presets = nullptr;
    OpenPresets *m_openPresets = nullptr;
    HelpPane *m_help = nullptr;
    QTimer m_autosave;
    QThreadPool m_writer; ///< one thread, so that the newest session is written last
    bool m_painted = false;
    bool m_settled = false;
};

} // namespace gui
