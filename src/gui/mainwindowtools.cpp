// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The part of MainWindow that opens the tools: users, import, export, regions, "run all".
#include "gui/calldocument.h"
#include "gui/calltab.h"
#include "gui/calltabs.h"
#include "gui/copyas.h"
#include "gui/copyasdialog.h"
#include "gui/environmentdialog.h"
#include "gui/environmentsdialog.h"
#include "gui/exportdialog.h"
#include "gui/importdialog.h"
#include "gui/keychaindialog.h"
#include "gui/mainwindow.h"
#include "gui/messagebar.h"
#include "gui/opened.h"
#include "gui/presetspanel.h"
#include "gui/probedialog.h"
#include "gui/runalldialog.h"
#include "gui/services.h"
#include "gui/takeidsdialog.h"

#include <QMenu>
#include <QStatusBar>

namespace gui {

void MainWindow::connectToolActions()
{
    const Actions &actions = *m_actions;
    auto *copyMenu = new QMenu(this);
    fillCopyAsMenu(*copyMenu, [this](const interop::ExportFormat *format) {
        copyAs(format, exportedCall(m_calls->current()->document(), m_services));
    });
    actions["copyAs"].setMenu(copyMenu);
    connect(&actions["import"], &QAction::triggered, this, [this] { showImport({}, {}); });
    connect(&actions["export"], &QAction::triggered, this, [this] {
        connect(opened(new ExportDialog(m_services, this)), &ExportDialog::saved, this,
            [this](const QString &name) { statusBar()->showMessage(tr("Saved in %1.").arg(name)); });
    });
    connect(&actions["takeIds"], &QAction::triggered, this,
        [this] { opened(new TakeIdsDialog(m_services, m_calls->current()->document(), this)); });
    connect(&actions["probe"], &QAction::triggered, this,
        [this] { opened(new ProbeDialog(m_services, m_calls->current()->document(), this))->start(); });
    connect(&actions["environment"], &QAction::triggered, this, [this] {
        auto *dialog
            = opened(new EnvironmentDialog(m_services, m_calls->current()->document().place(), this));
        connect(dialog, &EnvironmentDialog::saved, this, [this] {
            if (m_presets)
                m_presets->rescan();
        });
    });
    connect(&actions["keychain"], &QAction::triggered, this,
        [this] { opened(new KeychainDialog(m_services, this)); });
    connect(&actions["runAll"], &QAction::triggered, this, &MainWindow::showRunAll);
    connect(&actions["environments"], &QAction::triggered, this, &MainWindow::showEnvironments);
}

void MainWindow::copyAs(
    const interop::ExportFormat *format, const dcs::Result<interop::ExportedCall> &exported)
{
    if (!exported)
        return m_messages->show(exported.error());
    if (!format) {
        opened(new CopyAsDialog(*exported, m_services.catalogue(), m_services.prompts(), this));
        return;
    }
    if (const auto copied = gui::copyAs(*format, *exported); copied)
        statusBar()->showMessage(tr("Copied as %1.").arg(titleOf(*format)));
    else
        m_messages->show(copied.error());
}

void MainWindow::showImport(const QByteArray &text, const QString &fileName)
{
    auto *dialog = opened(new ImportDialog(m_services, this));
    if (!text.isEmpty())
        dialog->read(text, fileName);
    connect(dialog, &ImportDialog::openRequested, this, [this](const QList<interop::Preset> &presets) {
        for (const interop::Preset &preset : presets)
            m_calls->open(draftOf(preset)).setName(preset.title.isEmpty() ? preset.name : preset.title);
    });
    connect(dialog, &ImportDialog::environmentAdded, this, [this](const QString &name) {
        statusBar()->showMessage(tr("Environment “%1” added.").arg(name));
        if (m_presets)
            m_presets->rescan();
    });
    connect(dialog, &ImportDialog::added, this, [this](const QString &path) {
        statusBar()->showMessage(tr("Saved in %1.").arg(path));
        if (!m_presets)
            return;
        m_presets->rescan();
        m_presets->select({m_services.workspaceFolders().first(), path, 0});
        (*m_actions)["presets"].trigger();
    });
}

void MainWindow::showEnvironments()
{
    const PresetPlace &place = m_calls->current()->document().place();
    auto *dialog
        = opened(new EnvironmentsDialog(m_services, m_services.environments().folderOf(place), this));
    connect(dialog, &EnvironmentsDialog::saved, this, [this] {
        if (m_presets)
            m_presets->rescan();
    });
}

void MainWindow::showRunAll()
{
    PresetRef file = m_presets ? m_presets->current() : PresetRef();
    file.preset = -1;
    const PresetPlace &place = m_calls->current()->document().place();
    if (!file.isFile())
        file = {place.folder, place.path, -1};
    if (!file.isFile())
        return m_messages->show({dcs::Errc::Usage, tr("No file of presets is chosen."),
            tr("Select a preset or a file in the sidebar first."), {}});
    auto *dialog = opened(new RunAllDialog(m_services, file, this));
    connect(dialog, &RunAllDialog::openRequested, this,
        [this](const Draft &draft, const dcs::Exchange &exchange, const QString &name) {
            m_calls->open(draft).setName(name);
            m_calls->current()->showExchange(draft.call, exchange);
        });
}

} // namespace gui
