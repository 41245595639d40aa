// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetedits.h"

#include "gui/presetpath.h"
#include "gui/presetstep.h"
#include "store/files.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace gui {

using namespace Qt::StringLiterals;
using Change = store::WorkspaceChange;
using store::Workspace;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::PresetEdits)
};

using dcs::Error; // behind a qualified return type, lupdate takes the texts for those of another context

Error badName(const QString &name)
{
    return {dcs::Errc::InvalidInput, Text::tr("“%1” is no name.").arg(name),
        Text::tr("A name has letters and no slash."), {}};
}

dcs::Result<PresetEdit> renameRequest(const PresetRef &entry, const QString &name)
{
    EditedFiles files;
    interop::HttpFile *file = files.open(entry.folder, entry.path);
    if (!file)
        return *files.error();
    if (entry.preset >= file->presets().size())
        return noSuchPreset(entry.path);
    interop::Preset preset = file->presets()[entry.preset];
    PresetEdit edit;
    edit.text = Text::tr("Rename “%1”").arg(titleOf(preset));
    preset.title = name;
    preset.name = name;
    file->replace(entry.preset, preset);
    auto written = files.write();
    if (!written)
        return written.error();
    edit.changes = *written;
    edit.moved = {{entry, entry}};
    edit.select = entry;
    return edit;
}

} // namespace

bool PresetRef::isFile() const
{
    return preset < 0 && Workspace::isPresetFile(path);
}

dcs::Result<PresetEdit> renameEntry(const PresetRef &entry, const QString &name)
{
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return badName(name);
    if (entry.isRequest())
        return renameRequest(entry, clean);
    if (clean.contains(u'/') || entry.isWorkspace())
        return badName(clean);
    const bool lacksSuffix = entry.isFile() && !Workspace::isPresetFile(clean);
    const QString to = joinPath(parentOf(entry.path), lacksSuffix ? clean + u".http"_s : clean);
    PresetEdit edit;
    edit.text = Text::tr("Rename “%1”").arg(nameOf(entry.path));
    edit.select = {entry.folder, to, -1};
    if (to == entry.path)
        return edit;
    if (const auto done = Workspace(entry.folder).rename(entry.path, to); !done)
        return done.error();
    edit.changes = {{Change::Kind::Renamed, entry.folder, entry.path, entry.folder, to, {}, {}}};
    return edit;
}

dcs::Result<PresetEdit> duplicateEntries(const QList<PresetRef> &entries)
{
    return PresetStep(entries).duplicate();
}

dcs::Result<PresetEdit> deleteEntries(const QList<PresetRef> &entries)
{
    return PresetStep(entries).remove();
}

dcs::Result<PresetEdit> moveEntries(const QList<PresetRef> &entries, const PresetTarget &target)
{
    return PresetStep(entries).put(target, false);
}

dcs::Result<PresetEdit> copyEntries(const QList<PresetRef> &entries, const PresetTarget &target)
{
    return PresetStep(entries).put(target, true);
}

dcs::Result<PresetEdit> makeFolder(const PresetRef &in, const QString &name)
{
    const QString clean = name.simplified();
    if (clean.isEmpty() || clean.contains(u'/') || Workspace::isPresetFile(clean))
        return badName(clean);
    const QString parent = in.isFile() || in.isRequest() ? parentOf(in.path) : in.path;
    PresetEdit edit;
    edit.text = Text::tr("New folder “%1”").arg(clean);
    edit.select = {in.folder, joinPath(parent, clean), -1};
    if (const auto made = Workspace(in.folder).makeFolder(edit.select.path); !made)
        return made.error();
    edit.changes = {{Change::Kind::Made, in.folder, edit.select.path, {}, {}, {}, {}}};
    return edit;
}

dcs::Result<PresetEdit> bringFiles(const QStringList &fileNames, const PresetRef &into)
{
    const Workspace workspace(into.folder);
    const QString folder = into.isFile() || into.isRequest() ? parentOf(into.path) : into.path;
    PresetEdit edit;
    edit.text = fileNames.size() == 1 ? Text::tr("Bring in “%1”").arg(QFileInfo(fileNames.first()).fileName())
                                      : Text::tr("Bring in %n files", nullptr, int(fileNames.size()));
    for (const QString &fileName : fileNames) {
        const auto bytes = store::readFile(fileName, qint64(64) << 20);
        const QString path = freePath(workspace, folder, QFileInfo(fileName).fileName());
        const auto written
            = bytes ? workspace.write(path, *bytes, {}) : dcs::Result<store::FileSnapshot>(bytes.error());
        if (!written) {
            (void)store::takeBack(edit.changes);
            return written.error();
        }
        edit.changes.append({Change::Kind::Written, into.folder, path, {}, {}, {}, *bytes});
        edit.select = {into.folder, path, -1};
    }
    return edit;
}

dcs::Result<PresetEdit> takeBack(const PresetEdit &edit)
{
    auto changes = store::takeBack(edit.changes);
    if (!changes)
        return changes.error();
    PresetEdit back{edit.text, *changes, {}, {}, edit.select, {}};
    for (const PresetEdit::Moved &moved : edit.moved) {
        back.moved.append({moved.to, moved.from});
        back.select = moved.from;
    }
    return back;
}

} // namespace gui
