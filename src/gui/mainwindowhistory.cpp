// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The part of MainWindow that has to do with the history: what its panel asks for, and its upkeep.
#include "dcs/decode.h"
#include "gui/answerpanel.h"
#include "gui/calldocument.h"
#include "gui/calltab.h"
#include "gui/calltabs.h"
#include "gui/comparedialog.h"
#include "gui/copyas.h"
#include "gui/historyexportdialog.h"
#include "gui/historypanel.h"
#include "gui/mainwindow.h"
#include "gui/maskingdialog.h"
#include "gui/messagebar.h"
#include "gui/opened.h"
#include "gui/presetfiles.h"
#include "gui/presetspanel.h"
#include "gui/prompts.h"
#include "gui/retentiondialog.h"
#include "gui/services.h"
#include "interop/curl.h"
#include "store/historythread.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QStatusBar>

namespace gui {

using namespace Qt::StringLiterals;
using store::HistoryEntry;

namespace {

/// The call as it can be edited and sent again. The peer tells whether it went to the sandbox; it must not go
/// to the real place by being opened again.
dcs::Result<Draft> draftOf(const HistoryEntry &entry)
{
    const auto call = dcs::decode(entry.exchange.request);
    if (!call)
        return call.error();
    Draft draft;
    draft.call = *call;
    draft.sandbox = entry.exchange.peer.startsWith("127.0.0.1:"_L1) && call->connectHost != "127.0.0.1";
    return draft;
}

} // namespace

void MainWindow::makeHistory()
{
    store::HistoryThread &history = m_services.history();
    connect(&history, &store::HistoryThread::opened, this, [this](const QString &notice) {
        if (!notice.isEmpty())
            m_messages->show(dcs::Severity::Warning, notice);
    });
    connect(&history, &store::HistoryThread::openFailed, m_messages,
        qOverload<const dcs::Error &>(&MessageBar::show));
    m_history = new HistoryPanel(m_services);
    m_ui->historyPage->layout()->addWidget(m_history);
    connect(m_history, &HistoryPanel::openRequested, this,
        [this](const HistoryEntry &entry) { openHistoryEntry(entry, Reopen::WithAnswer); });
    connect(m_history, &HistoryPanel::newCallRequested, this,
        [this](const HistoryEntry &entry) { openHistoryEntry(entry, Reopen::AsNew); });
    connect(m_history, &HistoryPanel::resendRequested, this,
        [this](const HistoryEntry &entry) { openHistoryEntry(entry, Reopen::AndSend); });
    connect(m_history, &HistoryPanel::presetRequested, this, &MainWindow::saveHistoryEntry);
    connect(m_history, &HistoryPanel::curlRequested, this, [this](const HistoryEntry &entry) {
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(interop::writeCurl(entry.exchange.request, {})));
        statusBar()->showMessage(tr("Copied as curl."));
    });
    connect(m_history, &HistoryPanel::copyRequested, this,
        [this](const HistoryEntry &entry, const interop::ExportFormat *format) {
            copyAs(format, exportedCall(entry));
        });
    connect(m_history, &HistoryPanel::undoOffered, this, &MainWindow::offerUndo);
    connect(m_history, &HistoryPanel::failed, m_messages, qOverload<const dcs::Error &>(&MessageBar::show));
    connectHistoryActions();
}

void MainWindow::connectHistoryActions()
{
    const Actions &actions = *m_actions;
    const std::pair<const char *, void (HistoryPanel::*)()> works[]
        = {{"historyOpen", &HistoryPanel::open}, {"historyNew", &HistoryPanel::openAsNew},
            {"historyResend", &HistoryPanel::resend}, {"historySave", &HistoryPanel::savePreset},
            {"historyPin", &HistoryPanel::togglePinned}, {"historyNote", &HistoryPanel::editNote},
            {"historyCurl", &HistoryPanel::copyCurl}, {"historyDelete", &HistoryPanel::deleteSelected}};
    for (const auto &[id, work] : works)
        connect(&actions[id], &QAction::triggered, m_history, work);
    connect(&actions["historyCompare"], &QAction::triggered, this, &MainWindow::compareSelectedCalls);
    connect(&actions["historyExport"], &QAction::triggered, this, &MainWindow::exportCalls);
    connect(&actions["retention"], &QAction::triggered, this,
        [this] { opened(new RetentionDialog(m_services.history(), m_services.prompts(), this)); });
    connect(&actions["masking"], &QAction::triggered, this,
        [this] { opened(new MaskingDialog(m_services.history(), m_services.prompts(), this)); });
    for (const char *id : {"historyOpen", "historyNew", "historyResend", "historySave", "historyPin",
             "historyNote", "historyCompare", "historyCurl", "historyExport", "delete"})
        m_history->addViewAction(actions[id]);
    connect(m_history, &HistoryPanel::selectionChanged, this, &MainWindow::updateHistoryActions);
    updateHistoryActions(0, false);
}

void MainWindow::updateHistoryActions(qint64 selected, bool pinned)
{
    const Actions &actions = *m_actions;
    for (const char *id : {"historyOpen", "historyNew", "historyResend", "historySave", "historyCurl"})
        actions[id].setEnabled(selected == 1);
    for (const char *id : {"historyPin", "historyNote", "historyDelete"})
        actions[id].setEnabled(selected > 0);
    actions["historyCompare"].setEnabled(selected == 1 || selected == 2);
    actions["historyCompare"].setText(
        selected == 2 ? tr("&Compare the two calls") : tr("&Compare with the open answer"));
    actions["historyPin"].setText(pinned ? tr("Unp&in") : tr("P&in"));
}

void MainWindow::openHistoryEntry(const HistoryEntry &entry, Reopen how)
{
    const auto draft = draftOf(entry);
    if (!draft) {
        m_messages->show(draft.error());
        return;
    }
    m_calls->open(*draft);
    const bool isOver
        = entry.row.outcome == store::Outcome::Done || entry.row.outcome == store::Outcome::Failed;
    if (how != Reopen::AsNew && isOver)
        m_calls->current()->showExchange(draft->call, entry.exchange);
    if (entry.row.masked) {
        m_messages->show(dcs::Severity::Warning,
            how == Reopen::AndSend
                ? tr("Call %1 was recorded with masked IDs, so it was opened but not sent: put IDs in the "
                     "place of "
                     "the hashes (%2…) first.")
                      .arg(QString::number(entry.row.id), QLatin1String(store::maskedIdStart))
                : tr("Call %1 was recorded with masked IDs: hashes (%2…) stand in their place.")
                      .arg(QString::number(entry.row.id), QLatin1String(store::maskedIdStart)));
        return;
    }
    if (how == Reopen::AndSend)
        m_calls->current()->send();
}

void MainWindow::saveHistoryEntry(const HistoryEntry &entry)
{
    const auto draft = draftOf(entry);
    if (!draft) {
        m_messages->show(draft.error());
        return;
    }
    const QStringList files = m_presets->files();
    const QString suggested = tr("Call %1").arg(entry.row.id);
    const auto target
        = m_services.prompts().presetTarget({suggested, files.value(0, u"calls.http"_s)}, files);
    if (!target)
        return;
    struct Saved {
        dcs::Result<PresetPlace> place;
        PresetEdit edit;
    };
    const auto at = QDir::isAbsolutePath(target->path)
        ? m_services.placeOfFile(target->path)
        : std::pair(m_services.workspaceFolders().first(), target->path);
    m_services.files().run(
        this,
        [at, name = target->name, draft = *draft] {
            PresetEdit edit;
            auto place = addPreset(store::Workspace(at.first), at.second, name, draft, &edit);
            return Saved{std::move(place), edit};
        },
        [this](const Saved &saved) {
            if (saved.place)
                showSaved(*saved.place, saved.edit);
            else
                m_messages->show(saved.place.error());
        });
}

// Two calls with each other, the older one before; or one with the answer that is open.
void MainWindow::compareSelectedCalls()
{
    const QList<store::ExchangeId> ids = m_history->selectedIds();
    if (ids.isEmpty() || ids.size() > 2)
        return;
    const CallTab *tab = m_calls->current();
    const AnswerReadingPtr reading
        = tab && ids.size() == 1 ? m_calls->current()->answer().reading() : nullptr;
    if (ids.size() == 1 && !reading) {
        m_messages->show({dcs::Errc::Usage, tr("There is no open answer to compare with."),
            tr("Select two calls of the history, or open one first."), {}});
        return;
    }
    auto *dialog = new CompareDialog(m_services.prompts(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setHistory([this](qint64 id, QObject *context, const CompareDialog::Deliver &deliver) {
        m_services.history().entry(id, context, [deliver](const dcs::Result<HistoryEntry> &entry) {
            if (entry)
                deliver(entry->exchange);
            else
                deliver(entry.error());
        });
    });
    dialog->openHistory(CompareDialog::Before, ids.last());
    if (reading)
        dialog->choose(CompareDialog::After,
            dialog->addAnswer({tr("open call: %1").arg(interop::comparableName(reading->exchange)),
                reading->exchange, true}));
    else
        dialog->openHistory(CompareDialog::After, ids.first());
    dialog->show();
}

void MainWindow::exportCalls()
{
    opened(new HistoryExportDialog(m_services, m_history->filter(), m_history->selectedIds(), this));
}

} // namespace gui
