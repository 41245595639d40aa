// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The half of PresetsPanel that changes things: its menu and the steps behind it.
#include "gui/plaintext.h"
#include "gui/presetsmodel.h"
#include "gui/presetspanel.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "ui_presetspanel.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QUrl>

namespace gui {

using namespace Qt::StringLiterals;

PresetRef PresetsPanel::groupOf(const PresetRef &ref) const
{
    if (ref.folder.isEmpty())
        return {m_services.workspaceFolders().first(), {}, -1};
    if (ref.isRequest() || ref.isFile())
        return {ref.folder, ref.path.section(u'/', 0, -2), -1};
    return ref;
}

void PresetsPanel::fillMenu(QMenu &menu)
{
    const PresetRef at = current();
    const QList<PresetRef> chosen = selected();
    const bool entry = !chosen.isEmpty() && !chosen.first().isWorkspace();
    menu.addAction(tr("&Open"), this, &PresetsPanel::openCurrent)->setEnabled(at.isRequest());
    menu.addAction(tr("D&uplicate"), this, &PresetsPanel::duplicateSelected)->setEnabled(entry);
    menu.addAction(tr("Mo&ve to…"), this, &PresetsPanel::moveSelected)->setEnabled(entry);
    menu.addActions(m_actions);
    menu.addSeparator();
    menu.addAction(tr("New &folder…"), this, &PresetsPanel::makeFolder);
    menu.addAction(tr("Show in the file mana&ger"), this, &PresetsPanel::showInFileManager);
    menu.addSeparator();
    menu.addAction(tr("Open another wor&kspace folder…"), this, &PresetsPanel::workspaceWanted);
    const QString folder = groupOf(at).folder;
    menu.addAction(tr("&Close the workspace folder “%1”").arg(literalAmpersands(QDir(folder).dirName())),
            this, [this, folder] { m_services.closeWorkspaceFolder(folder); })
        ->setToolTip(QDir::toNativeSeparators(folder));
}

void PresetsPanel::renameCurrent()
{
    const PresetRef at = current();
    const QModelIndex index = m_ui->presetsView->currentIndex();
    if (!index.isValid() || at.isWorkspace())
        return;
    const QString before = index.data(Qt::EditRole).toString();
    const QString title = at.isRequest() ? tr("Rename preset")
        : at.isFile()                    ? tr("Rename file")
                                         : tr("Rename folder");
    const auto name = m_services.prompts().text(title, tr("New name"), before);
    if (name && !name->trimmed().isEmpty() && *name != before)
        m_steps.take([at, name = *name] { return renameEntry(at, name); });
}

void PresetsPanel::duplicateSelected()
{
    if (const QList<PresetRef> chosen = selected(); !chosen.isEmpty())
        m_steps.take([chosen] { return duplicateEntries(chosen); });
}

void PresetsPanel::deleteSelected()
{
    if (const QList<PresetRef> chosen = selected(); !chosen.isEmpty() && !chosen.first().isWorkspace())
        m_steps.take([chosen] { return deleteEntries(chosen); });
}

void PresetsPanel::makeFolder()
{
    const PresetRef in = groupOf(current());
    const auto name = m_services.prompts().text(tr("New folder"), tr("Name of the folder"), {});
    if (name && !name->trimmed().isEmpty())
        m_steps.take([in, name = *name] { return gui::makeFolder(in, name); });
}

// What a mouse does by dragging, for those who use none: a request goes into a file, anything else into a
// folder.
void PresetsPanel::moveSelected()
{
    const QList<PresetRef> chosen = selected();
    if (chosen.isEmpty() || chosen.first().isWorkspace())
        return;
    const bool requests
        = std::all_of(chosen.begin(), chosen.end(), [](const PresetRef &ref) { return ref.isRequest(); });
    const QString before = requests ? chosen.first().path : groupOf(chosen.first()).path;
    const QString question
        = requests ? tr("File that it goes into") : tr("Folder that it goes into; empty: the workspace");
    const auto answer = m_services.prompts().text(tr("Move"), question, before);
    if (!answer || *answer == before)
        return;
    QString path = QDir::cleanPath(answer->trimmed());
    if (path == "."_L1)
        path.clear();
    if (requests && !path.isEmpty() && !store::Workspace::isPresetFile(path))
        path += ".http"_L1;
    const PresetTarget target{{chosen.first().folder, path, -1}, -1};
    m_steps.take([chosen, target] { return moveEntries(chosen, target); });
}

void PresetsPanel::showInFileManager()
{
    const PresetRef group = groupOf(current());
    QDesktopServices::openUrl(
        QUrl::fromLocalFile(group.path.isEmpty() ? group.folder : group.folder + u'/' + group.path));
}

void PresetsPanel::take(const PresetEdit &edit)
{
    rescan();
    select(edit.select);
    const bool deleted
        = std::any_of(edit.changes.begin(), edit.changes.end(), [](const store::WorkspaceChange &change) {
              return change.kind == store::WorkspaceChange::Kind::Trashed;
          });
    if (!edit.notice.isEmpty())
        Q_EMIT undoOffered(edit.notice, [this] { m_steps.undoStack().undo(); });
    else if (deleted || edit.select.folder.isEmpty())
        Q_EMIT undoOffered(tr("%1: done.").arg(edit.text), [this] { m_steps.undoStack().undo(); });
    else
        Q_EMIT told(tr("%1: done.").arg(edit.text));
}

} // namespace gui
