// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The half of MainWindow that opens and saves: files, presets, and the help texts.
#include "dcs/decode.h"
#include "dcs/text.h"
#include "gui/calldocument.h"
#include "gui/calltab.h"
#include "gui/calltabs.h"
#include "gui/helppane.h"
#include "gui/keysdialog.h"
#include "gui/mainwindow.h"
#include "gui/messagebar.h"
#include "gui/openpresets.h"
#include "gui/presetspanel.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "interop/har.h"
#include "interop/importcalls.h"
#include "interop/postman.h"
#include "store/files.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCallsOfAFile = 20; // tabs; a longer file is better opened from the presets

} // namespace

void MainWindow::save(bool asNew)
{
    CallDocument &document = m_calls->current()->document();
    if (!m_openPresets)
        return;
    if (!asNew && document.place().isPreset())
        return m_openPresets->save(document);
    const QStringList files = m_presets->files();
    const QString file
        = document.place().isPreset() ? document.place().path : files.value(0, u"calls.http"_s);
    if (const auto target = m_services.prompts().presetTarget({document.title(), file}, files))
        m_openPresets->saveAs(document, target->name, target->path);
}

void MainWindow::showSaved(const PresetPlace &place, const PresetEdit &edit)
{
    statusBar()->showMessage(tr("Saved in %1.").arg(place.path));
    m_presets->steps().record(edit);
    m_presets->rescan();
    m_presets->select({place.folder, place.path, place.index});
    saveSession(false);
}

void MainWindow::openFile(const QString &fileName)
{
    if (store::Workspace::isPresetFile(fileName))
        return openHttpFile(fileName);
    const auto bytes = store::readFile(fileName);
    if (!bytes) {
        m_messages->show(bytes.error());
        return;
    }
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix == "har"_L1)
        openHar(fileName, *bytes);
    else if (suffix == "json"_L1)
        openAnswerFile(fileName, *bytes);
    else
        showImport(*bytes, fileName);
}

// In its place, inside a workspace or not: what is saved goes back into the file.
void MainWindow::openHttpFile(const QString &fileName)
{
    const auto [folder, path] = m_services.placeOfFile(fileName);
    m_services.addLooseFile(folder);
    m_openPresets->openAll({folder, path, -1}, mostCallsOfAFile);
}

void MainWindow::openHar(const QString &fileName, const QByteArray &bytes)
{
    const auto har = interop::readHar(bytes);
    if (!har) {
        m_messages->show(har.error());
        return;
    }
    if (har->entries.size() > mostCallsOfAFile)
        return showImport(bytes, fileName);
    for (const interop::HarEntry &entry : har->entries) {
        Draft draft;
        draft.call = entry.call;
        m_calls->open(draft);
        m_calls->current()->showExchange(entry.call, entry.exchange);
    }
    m_messages->show(dcs::Severity::Hint,
        tr("%1 DCS calls opened, %2 other entries left out.")
            .arg(QString::number(har->entries.size()), QString::number(har->skipped)));
}

void MainWindow::openAnswerFile(const QString &fileName, const QByteArray &bytes)
{
    if (bytes.left(4096).contains("\"log\"") && interop::readHar(bytes))
        return openHar(fileName, bytes);
    if (bytes.left(65536).contains("\"item\"") && interop::readPostman(bytes))
        return showImport(bytes, fileName);
    if (bytes.left(65536).contains("\"values\"") && interop::looksLikePostmanEnvironment(bytes))
        return showImport(bytes, fileName);
    dcs::Exchange exchange; // a saved answer: a body without the call it belongs to
    exchange.body = bytes;
    m_calls->open(newDraft(true)).setName(QFileInfo(fileName).fileName());
    m_calls->current()->showExchange(m_calls->current()->document().call(), exchange);
}

// One call becomes a tab at once; of several a person chooses.
void MainWindow::openText(const QByteArray &text)
{
    const auto calls = interop::importCalls(text, interop::recogniseFormat(text), m_services.catalogue());
    if (calls && calls->calls.size() > 1)
        return showImport(text, {});
    m_calls->open(newDraft(m_calls->current()->document().draft().sandbox));
    m_calls->current()->readCall(text);
}

void MainWindow::openSandboxCall()
{
    if (!m_calls->current()->document().draft().sandbox)
        m_calls->open(firstDraft());
}

void MainWindow::chooseWorkspace()
{
    const auto folder
        = m_services.prompts().folder(tr("Folder with presets"), m_services.workspace().folder());
    if (!folder)
        return;
    m_services.openWorkspaceFolder(*folder);
}

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpPane(m_services.catalogue());
        m_ui->helpPage->layout()->addWidget(m_help);
    }
    if (const QString text = helpTextOf(QApplication::focusWidget()); !text.isEmpty())
        m_help->showText(text);
    else
        m_help->showKey(helpKeyOf(QApplication::focusWidget()));
    m_ui->helpDock->show();
}

void MainWindow::showKeys()
{
    KeysDialog(this).exec();
}

void MainWindow::showAbout()
{
    QMessageBox box(QMessageBox::NoIcon, tr("About DCS Workbench"),
        tr("DCS Workbench %1\n\nBuilds, sends and explains calls to the Data Collection Servers of Adobe "
           "Audience Manager.\n\n"
           "Licence: Apache-2.0. Not affiliated with Adobe.")
            .arg(QStringLiteral(DCS_VERSION)),
        QMessageBox::Close, this);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            openFile(url.toLocalFile());
    }
    if (!event->mimeData()->hasUrls()) {
        openText(event->mimeData()->text().toUtf8());
    }
    event->acceptProposedAction();
}

} // namespace gui
