// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetfiles.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::PresetFiles)
};

using dcs::Error; // behind a qualified return type, lupdate takes the texts for those of another context

struct OpenFile {
    store::FileSnapshot snapshot;
    interop::HttpFile file;
};

dcs::Result<OpenFile> open(const store::Workspace &workspace, const QString &path)
{
    const auto snapshot = workspace.read(path);
    if (!snapshot)
        return snapshot.error();
    return OpenFile{*snapshot, interop::HttpFile::parse(snapshot->bytes)};
}

Error noSuchPreset(const QString &path)
{
    return {dcs::Errc::NotFound, Text::tr("The file “%1” no longer has that request.").arg(path),
        Text::tr("Open it again from the list of presets."), {}};
}

PresetPlace placeOf(const QString &path, int index, const OpenFile &opened, const QByteArray &sha256)
{
    return {path, index, sha256, opened.file.presets()[index], opened.file.variables()};
}

} // namespace

dcs::Result<LoadedPreset> loadPreset(const store::Workspace &workspace, const QString &path, int index)
{
    const auto opened = open(workspace, path);
    if (!opened)
        return opened.error();
    if (index < 0 || index >= opened->file.presets().size())
        return noSuchPreset(path);
    const interop::Preset &preset = opened->file.presets()[index];
    if (preset.error)
        return *preset.error;
    return LoadedPreset{draftOf(preset), placeOf(path, index, *opened, opened->snapshot.sha256)};
}

dcs::Result<PresetPlace> savePreset(
    const store::Workspace &workspace, const PresetPlace &place, const Draft &draft)
{
    auto opened = open(workspace, place.path);
    if (!opened)
        return opened.error();
    if (opened->snapshot.sha256 != place.sha256)
        return dcs::Error{dcs::Errc::Conflict,
            Text::tr("“%1” was changed by another program since it was opened.").arg(place.path),
            Text::tr("Save under another name, or open it again and repeat the edit."), {}};
    if (place.index < 0 || place.index >= opened->file.presets().size())
        return noSuchPreset(place.path);
    opened->file.replace(place.index, presetOf(draft, opened->file.presets()[place.index]));
    const QByteArray bytes = opened->file.bytes();
    if (bytes == opened->snapshot.bytes)
        return placeOf(place.path, place.index, *opened, place.sha256);
    const auto written = workspace.write(place.path, bytes, opened->snapshot.sha256);
    if (!written)
        return written.error();
    return placeOf(place.path, place.index, *opened, written->sha256);
}

dcs::Result<PresetPlace> addPreset(
    const store::Workspace &workspace, const QString &path, const QString &name, const Draft &draft)
{
    OpenFile opened;
    if (const auto there = open(workspace, path))
        opened = *there;
    else if (there.error().code != dcs::Errc::NotFound)
        return there.error();
    interop::Preset preset;
    preset.title = name;
    preset.name = name;
    opened.file.append(presetOf(draft, preset));
    const auto written = workspace.write(path, opened.file.bytes(), opened.snapshot.sha256);
    if (!written)
        return written.error();
    return placeOf(path, int(opened.file.presets().size()) - 1, opened, written->sha256);
}

dcs::Result<void> renamePreset(
    const store::Workspace &workspace, const QString &path, int index, const QString &name)
{
    auto opened = open(workspace, path);
    if (!opened)
        return opened.error();
    if (index < 0 || index >= opened->file.presets().size())
        return noSuchPreset(path);
    interop::Preset preset = opened->file.presets()[index];
    preset.title = name;
    preset.name = name;
    opened->file.replace(index, preset);
    const auto written = workspace.write(path, opened->file.bytes(), opened->snapshot.sha256);
    return written ? dcs::Result<void>() : dcs::Result<void>(written.error());
}

dcs::Result<RemovedPreset> removePreset(const store::Workspace &workspace, const QString &path, int index)
{
    auto opened = open(workspace, path);
    if (!opened)
        return opened.error();
    if (index < 0 || index >= opened->file.presets().size())
        return noSuchPreset(path);
    RemovedPreset removed{path, opened->snapshot.bytes, {}};
    if (opened->file.presets().size() == 1) {
        if (const auto gone = workspace.moveToTrash(path); !gone)
            return gone.error();
        return removed;
    }
    opened->file.remove(index);
    const auto written = workspace.write(path, opened->file.bytes(), opened->snapshot.sha256);
    if (!written)
        return written.error();
    removed.sha256 = written->sha256;
    return removed;
}

dcs::Result<void> restorePreset(const store::Workspace &workspace, const RemovedPreset &removed)
{
    const auto written = workspace.write(removed.path, removed.before, removed.sha256);
    return written ? dcs::Result<void>() : dcs::Result<void>(written.error());
}

} // namespace gui
