// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/mainwindow.h"

#include "dcs/text.h"
#include "gui/calldocument.h"
#include "gui/calltab.h"
#include "gui/calltabs.h"
#include "gui/helppane.h"
#include "gui/historypanel.h"
#include "gui/messagebar.h"
#include "gui/openpresets.h"
#include "gui/plaintext.h"
#include "gui/presetspanel.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/settingkeys.h"
#include "gui/urledit.h"
#include "gui/variablehelp.h"
#include "gui/windowstate.h"
#include "store/files.h"
#include "ui_mainwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QScrollArea>
#include <QTabBar>
#include <QUndoGroup>

namespace gui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_services(services)
{
    m_ui->setupUi(this);
    m_ui->helpDock->hide();
    m_ui->mainSplitter->setStretchFactor(0, 1);
    m_ui->mainSplitter->setStretchFactor(1, 2);
    m_ui->mainSplitter->setSizes({366, 874});
    for (int i = 0; i < m_ui->sidebar->count(); ++i) // not the names of the list and the tree on the pages
        m_ui->sidebar->tabBar()->setAccessibleTabName(i, m_ui->sidebar->tabText(i).toLower());
    setAcceptDrops(true);
    m_messages = new MessageBar;
    m_ui->centralLayout->insertWidget(0, m_messages);
    m_calls = new CallTabs(services, *m_ui->callTabs, this);
    m_actions = std::make_unique<Actions>(*this);
    connectCallActions();
    connectEditActions();
    connectViewActions();
    connectToolActions();
    connect(m_calls, &CallTabs::callMade, this, [this](CallTab *tab) { connectTab(*tab); });
    connect(m_calls, &CallTabs::currentChanged, this, [this] {
        showTitle();
        updateActions();
        m_autosave.start();
    });
    connect(m_calls, &CallTabs::titleChanged, this, &MainWindow::showTitle);
    connect(m_calls, &CallTabs::edited, &m_autosave, qOverload<>(&QTimer::start));
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(400);
    connect(&m_autosave, &QTimer::timeout, this, [this] { saveSession(false); });
    m_writer.setMaxThreadCount(1);
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::revealFocus);
    new VariableHelp(this);
    restoreWindow();
    restoreCalls();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    disconnect(qApp, nullptr, this, nullptr);
    delete m_calls; // before the pages that it speaks of
    m_calls = nullptr;
    m_writer.waitForDone();
}

void MainWindow::connectCallActions()
{
    const Actions &actions = *m_actions;
    connect(&actions["new"], &QAction::triggered, this, [this] {
        const CallTab *before = m_calls->current();
        m_calls->open(newDraft(!before || m_calls->current()->document().draft().sandbox));
    });
    connect(&actions["duplicate"], &QAction::triggered, this, [this] {
        if (m_presets && m_presets->viewHasFocus())
            m_presets->duplicateSelected();
        else if (CallTab *tab = m_calls->current())
            m_calls->open(tab->document().draft());
    });
    connect(&actions["open"], &QAction::triggered, this, [this] {
        if (const auto file = m_services.prompts().openFile(
                tr("Open file"), tr("Calls (*.http *.rest *.har *.json *.csv *.txt);;All files (*)")))
            openFile(*file);
    });
    connect(&actions["paste"], &QAction::triggered, this,
        [this] { openText(QGuiApplication::clipboard()->text().toUtf8()); });
    connect(&actions["send"], &QAction::triggered, this, [this] { m_calls->current()->send(); });
    connect(&actions["cancel"], &QAction::triggered, this, [this] { m_calls->current()->cancel(); });
    connect(&actions["save"], &QAction::triggered, this, [this] { save(false); });
    connect(&actions["saveAs"], &QAction::triggered, this, [this] { save(true); });
    connect(&actions["workspace"], &QAction::triggered, this, &MainWindow::chooseWorkspace);
    connect(&actions["close"], &QAction::triggered, this,
        [this] { m_calls->close(m_ui->callTabs->currentIndex()); });
    connect(&actions["reopen"], &QAction::triggered, m_calls, &CallTabs::reopenClosed);
    connect(&actions["quit"], &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectEditActions()
{
    const Actions &actions = *m_actions;
    QUndoGroup &group = m_calls->undoGroup();
    connect(&actions["undo"], &QAction::triggered, &group, &QUndoGroup::undo);
    connect(&actions["redo"], &QAction::triggered, &group, &QUndoGroup::redo);
    connect(&group, &QUndoGroup::canUndoChanged, &actions["undo"], &QAction::setEnabled);
    connect(&group, &QUndoGroup::canRedoChanged, &actions["redo"], &QAction::setEnabled);
    connect(&group, &QUndoGroup::undoTextChanged, this, [this](const QString &text) {
        (*m_actions)["undo"].setText(
            text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(literalAmpersands(text)));
    });
    connect(&group, &QUndoGroup::redoTextChanged, this, [this](const QString &text) {
        (*m_actions)["redo"].setText(
            text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(literalAmpersands(text)));
    });
    actions["undo"].setEnabled(false);
    actions["redo"].setEnabled(false);
    connect(&actions["copyCurl"], &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_calls->current()->asCurl())); });
    connect(&actions["copyUrl"], &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(dcs::url(m_calls->current()->document().call())));
    });
    connect(&actions["url"], &QAction::triggered, this, [this] { m_calls->current()->focusUrl(); });
    connect(&actions["find"], &QAction::triggered, this, [this] { m_calls->current()->find(); });
    connect(&actions["delete"], &QAction::triggered, this, &MainWindow::deleteSelected);
    connect(&actions["rename"], &QAction::triggered, this, [this] {
        if (m_presets)
            m_presets->renameCurrent();
    });
}

void MainWindow::connectViewActions()
{
    const Actions &actions = *m_actions;
    connect(&actions["sidebar"], &QAction::triggered, this,
        [this] { m_ui->sidebar->setVisible(!m_ui->sidebar->isVisible()); });
    const auto showPage = [this](QWidget *page) {
        m_ui->sidebar->show();
        m_ui->sidebar->setCurrentWidget(page);
    };
    connect(&actions["presets"], &QAction::triggered, this, [=, this] { showPage(m_ui->presetsPage); });
    connect(&actions["history"], &QAction::triggered, this, [=, this] { showPage(m_ui->historyPage); });
    connect(&actions["findHistory"], &QAction::triggered, this, [=, this] {
        showPage(m_ui->historyPage);
        if (m_history)
            m_history->focusSearch();
    });
    connect(&actions["findPreset"], &QAction::triggered, this, [=, this] {
        showPage(m_ui->presetsPage);
        if (m_presets)
            m_presets->focusSearch();
    });
    connect(&actions["findings"], &QAction::triggered, this, [this] { m_calls->current()->showFindings(); });
    connect(&actions["nextCall"], &QAction::triggered, this, [this] { m_calls->step(1); });
    connect(&actions["previousCall"], &QAction::triggered, this, [this] { m_calls->step(-1); });
    for (int i = 0; i < 9; ++i) {
        const QByteArray id = "call" + QByteArray::number(i + 1);
        connect(&actions[id.constData()], &QAction::triggered, this, [this, i] { m_calls->activate(i); });
    }
    connect(&actions["help"], &QAction::triggered, this, &MainWindow::showHelp);
    connect(&actions["keys"], &QAction::triggered, this, &MainWindow::showKeys);
    connect(&actions["about"], &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectTab(CallTab &tab)
{
    connect(&tab, &CallTab::failed, m_messages, qOverload<const dcs::Error &>(&MessageBar::show));
    connect(&tab, &CallTab::message, this,
        [this](dcs::Severity severity, const QString &text) { m_messages->show(severity, text); });
    connect(&tab, &CallTab::answered, this,
        [this](const QString &summary) { statusBar()->showMessage(summary); });
    connect(&tab, &CallTab::sendingChanged, this, [this, &tab] {
        if (tab.isSending())
            m_messages->settle();
        updateActions();
    });
    restoreLayoutState(tab, m_services.settings());
    if (m_settled)
        tab.answer(); // before the first paint it can wait
}

void MainWindow::updateActions()
{
    const CallTab *tab = m_calls->at(m_ui->callTabs->currentIndex(), false);
    const bool sending = tab && tab->isSending();
    (*m_actions)["send"].setEnabled(tab && !sending);
    (*m_actions)["cancel"].setEnabled(sending);
}

void MainWindow::showTitle()
{
    const CallDocument *document = m_calls->document(m_ui->callTabs->currentIndex());
    const interop::Environment *environment
        = document ? m_services.environments().current(document->place()) : nullptr;
    const QString title = document ? document->title().remove(u"[*]"_s) : QString();
    if (environment && environment->live)
        setWindowTitle(tr("LIVE %1 – %2[*] – DCS Workbench")
                           .arg(dcs::visible(environment->name, 40).remove(u"[*]"_s), title));
    else
        setWindowTitle(document ? tr("%1[*] – DCS Workbench").arg(title) : tr("DCS Workbench"));
    setWindowModified(document && document->place().isPreset() && document->isModified());
}

void MainWindow::restoreWindow()
{
    store::Settings &settings = m_services.settings();
    restoreGeometry(settings.get(settings::geometry));
    restoreState(settings.get(settings::docks));
    m_ui->helpDock->hide();
    m_ui->sidebar->setCurrentIndex(settings.get(settings::sidebarTab));
    restoreLayoutState(*this, settings);
}

void MainWindow::restoreCalls()
{
    const auto bytes = store::readFile(m_services.dataFolder() + "/session.json"_L1);
    Session session{{{firstDraft(), {}, {}, -1, {}, {}, {}, false, 0}}, 0};
    if (bytes) {
        const auto read = readSession(*bytes);
        if (!read)
            m_messages->show(read.error());
        else if (!read->calls.isEmpty())
            session = *read;
    }
    m_calls->restore(session);
}

void MainWindow::saveSession(bool wait)
{
    m_autosave.stop();
    store::Settings &settings = m_services.settings();
    settings.set(settings::geometry, saveGeometry());
    settings.set(settings::docks, saveState());
    settings.set(settings::sidebarTab, m_ui->sidebar->currentIndex());
    saveLayoutState(*this, settings);
    m_writer.start([bytes = writeSession(m_calls->session()), folder = m_services.dataFolder()] {
        if (store::makePrivateFolder(
                folder)) // a failure shows when a call is sent; there is nobody to tell here
            (void)store::writeFile(folder + "/session.json"_L1, bytes, true);
    });
    if (wait)
        m_writer.waitForDone();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true))
        QTimer::singleShot(0, this, &MainWindow::settle);
}

void MainWindow::settle()
{
    if (CallTab *tab = m_calls->current())
        tab->answer();
    makeHistory();
    makePresets();
    restoreLayoutState(*this, m_services.settings());
    followEnvironments();
    connect(&m_services.sandbox(), &BuiltInSandbox::failed, m_messages,
        qOverload<const dcs::Error &>(&MessageBar::show));
    m_services.sandbox().start();
    m_settled = true;
    Q_EMIT settled();
}

void MainWindow::makePresets()
{
    m_presets = new PresetsPanel(m_services);
    m_ui->presetsPage->layout()->addWidget(m_presets);
    m_presets->addViewAction((*m_actions)["rename"]);
    m_presets->addViewAction((*m_actions)["delete"]);
    m_presets->addViewAction((*m_actions)["runAll"]);
    m_calls->undoGroup().addStack(&m_presets->steps().undoStack());
    connectPresets();
    connect(m_presets, &PresetsPanel::failed, m_messages, qOverload<const dcs::Error &>(&MessageBar::show));
}

void MainWindow::followEnvironments()
{
    Environments &environments = m_services.environments();
    environments.choose(m_services.settings().get(settings::environment));
    connect(
        &environments, &Environments::failed, m_messages, qOverload<const dcs::Error &>(&MessageBar::show));
    connect(&environments, &Environments::changed, this, [this] {
        m_services.settings().set(settings::environment, m_services.environments().currentName());
        showTitle();
    });
}

void MainWindow::connectPresets()
{
    m_openPresets = new OpenPresets(m_services, *m_calls, m_presets->steps(), this);
    connect(m_presets, &PresetsPanel::openRequested, m_openPresets, &OpenPresets::open);
    connect(m_presets, &PresetsPanel::undoOffered, this, &MainWindow::offerUndo);
    connect(m_presets, &PresetsPanel::workspaceWanted, this, &MainWindow::chooseWorkspace);
    connect(m_presets, &PresetsPanel::told, this,
        [this](const QString &text) { statusBar()->showMessage(text); });
    connect(&m_presets->list(), &PresetList::scanned, m_openPresets, &OpenPresets::refresh);
    connect(m_openPresets, &OpenPresets::saved, this, &MainWindow::showSaved);
    connect(m_openPresets, &OpenPresets::newPlaceWanted, this, [this] { save(true); });
    connect(m_openPresets, &OpenPresets::told, this,
        [this](dcs::Severity severity, const QString &text) { m_messages->show(severity, text); });
    connect(
        m_openPresets, &OpenPresets::failed, m_messages, qOverload<const dcs::Error &>(&MessageBar::show));
}

void MainWindow::offerUndo(const QString &text, const std::function<void()> &undo)
{
    m_messages->show(dcs::Severity::Hint, text, tr("Undo"), undo);
}

void MainWindow::deleteSelected()
{
    if (m_history && m_history->viewHasFocus())
        m_history->deleteSelected();
    else if (m_presets && m_presets->viewHasFocus())
        m_presets->deleteSelected();
}

// A scroll area follows the focus only while it moves inside it. Undo means what the focus is in: the tree of
// presets or a call.
void MainWindow::revealFocus(QWidget *, QWidget *now)
{
    if (m_presets && m_presets->viewHasFocus())
        m_calls->undoGroup().setActiveStack(&m_presets->steps().undoStack());
    else if (CallTab *tab = m_calls->current(); tab && now && tab->isAncestorOf(now))
        m_calls->undoGroup().setActiveStack(&tab->document().undoStack());
    for (QWidget *at = now ? now->parentWidget() : nullptr; at; at = at->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(at))
            area->ensureWidgetVisible(now);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSession(true);
    event->accept();
}

// A line edit keeps Ctrl+Z for itself; in a call it belongs to the call's one undo stack. An open cell editor
// is not part of the call yet, so it keeps its own.
bool MainWindow::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
        return false;
    for (QObject *at = object; at; at = at->parent()) {
        if (qobject_cast<QAbstractItemView *>(at))
            return false;
        if (qobject_cast<CallTab *>(at)) {
            event->ignore();
            return true;
        }
    }
    return false;
}

} // namespace gui
