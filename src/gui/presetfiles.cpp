// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetfiles.h"

#include "gui/openfile.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::PresetFiles)
};

using dcs::Error; // behind a qualified return type, lupdate takes the texts for those of another context

PresetPlace placeOf(const store::Workspace &workspace, const QString &path, int index,
    const interop::HttpFile &file, const QByteArray &sha256)
{
    return {
        path, index, sha256, workspace.folder(), file.text(index), file.presets()[index], file.variables()};
}

dcs::Result<PresetPlace> write(
    const store::Workspace &workspace, const QString &path, int index, const OpenFile &opened)
{
    const auto written = workspace.write(path, opened.file.bytes(), opened.snapshot.sha256);
    if (!written)
        return written.error();
    return placeOf(workspace, path, index, opened.file, written->sha256);
}

/// The same request, whatever blank lines its neighbours brought.
int indexOfText(const interop::HttpFile &file, const QByteArray &text, int likely)
{
    const QByteArray wanted = text.trimmed();
    const auto isIt = [&](int index) { return file.text(index).trimmed() == wanted; };
    if (likely >= 0 && likely < file.presets().size() && isIt(likely))
        return likely;
    for (int i = 0; i < file.presets().size(); ++i) {
        if (isIt(i))
            return i;
    }
    return -1;
}

/// The request that took its place: the one of its name, else the one that stands where it stood.
int successor(const interop::HttpFile &file, const PresetPlace &place)
{
    const QString name = place.preset.name;
    if (const int named = name.isEmpty() ? -1 : file.indexOf(name); named >= 0)
        return named;
    const bool renamed = place.index >= 0 && place.index < file.presets().size();
    return renamed && file.presets()[place.index].call.path == place.preset.call.path ? place.index : -1;
}

FoundPreset find(const OpenFile &opened, const PresetPlace &place)
{
    const store::Workspace workspace(place.folder);
    FoundPreset found;
    int index = indexOfText(opened.file, place.text, place.index);
    found.state = FoundPreset::State::Same;
    if (index < 0) {
        index = successor(opened.file, place);
        found.state = index < 0 ? FoundPreset::State::Gone : FoundPreset::State::Changed;
    }
    if (index < 0)
        return found;
    found.now.place = placeOf(workspace, place.path, index, opened.file, opened.snapshot.sha256);
    found.now.draft = draftOf(found.now.place.preset);
    found.theirs = found.now.place.text;
    return found;
}

Error conflict(const PresetPlace &place, FoundPreset::State state)
{
    const bool gone = state == FoundPreset::State::Gone;
    return {dcs::Errc::Conflict,
        gone ? Text::tr("The preset is no longer in “%1”: another program removed or renamed it.")
                   .arg(place.path)
             : Text::tr("The preset was changed in “%1” by another program since it was opened.")
                   .arg(place.path),
        Text::tr("Look at the difference and choose what stays."), {}};
}

} // namespace

dcs::Result<LoadedPreset> loadPreset(const store::Workspace &workspace, const QString &path, int index)
{
    const auto opened = OpenFile::read(workspace, path);
    if (!opened)
        return opened.error();
    if (!opened->has(index))
        return noSuchPreset(path);
    const interop::Preset &preset = opened->file.presets()[index];
    if (preset.error)
        return *preset.error;
    return LoadedPreset{
        draftOf(preset), placeOf(workspace, path, index, opened->file, opened->snapshot.sha256)};
}

dcs::Result<FoundPreset> findPreset(const PresetPlace &place)
{
    const auto opened = OpenFile::read(store::Workspace(place.folder), place.path);
    if (!opened && opened.error().code != dcs::Errc::NotFound)
        return opened.error();
    return opened ? find(*opened, place) : FoundPreset();
}

dcs::Result<PresetPlace> savePreset(const PresetPlace &place, const Draft &draft)
{
    const store::Workspace workspace(place.folder);
    auto opened = OpenFile::read(workspace, place.path);
    if (!opened)
        return opened.error().code == dcs::Errc::NotFound ? conflict(place, FoundPreset::State::Gone)
                                                          : opened.error();
    const FoundPreset found = find(*opened, place);
    if (found.state != FoundPreset::State::Same)
        return conflict(place, found.state);
    const int index = found.now.place.index;
    opened->file.replace(index, presetOf(draft, opened->file.presets()[index]));
    return write(workspace, place.path, index, *opened);
}

dcs::Result<PresetPlace> saveOver(const PresetPlace &place, const Draft &draft)
{
    const store::Workspace workspace(place.folder);
    auto opened = OpenFile::readOrNew(workspace, place.path);
    if (!opened)
        return opened.error();
    const FoundPreset found = find(*opened, place);
    if (found.state == FoundPreset::State::Gone) {
        const int last = opened->file.insertText(-1, place.text); // its comments come along
        if (last >= 0)
            opened->file.replace(last, presetOf(draft, opened->file.presets()[last]));
        else
            opened->file.append(presetOf(draft, place.preset));
        return write(workspace, place.path, int(opened->file.presets().size()) - 1, *opened);
    }
    const int index = found.now.place.index;
    interop::Preset preset = opened->file.presets()[index];
    preset.name = place.preset.name;
    preset.title = place.preset.title;
    preset.comments = place.preset.comments;
    preset.captures = place.preset.captures;
    opened->file.replace(index, presetOf(draft, preset));
    return write(workspace, place.path, index, *opened);
}

dcs::Result<PresetPlace> addPreset(const store::Workspace &workspace, const QString &path,
    const QString &name, const Draft &draft, PresetEdit *edit)
{
    auto opened = OpenFile::readOrNew(workspace, path);
    if (!opened)
        return opened.error();
    interop::Preset preset;
    preset.title = name;
    preset.name = name;
    opened->file.append(presetOf(draft, preset));
    auto saved = write(workspace, path, int(opened->file.presets().size()) - 1, *opened);
    if (saved && edit) {
        const bool isNew = opened->snapshot.sha256.isEmpty();
        edit->text = Text::tr("Save “%1”").arg(name);
        edit->changes = {{store::WorkspaceChange::Kind::Written, workspace.folder(), path, {}, {},
            isNew ? std::nullopt : std::optional(opened->snapshot.bytes), opened->file.bytes()}};
        edit->select = {workspace.folder(), path, saved->index};
    }
    return saved;
}

QByteArray textToSave(const PresetPlace &place, const Draft &draft)
{
    interop::HttpFile file = interop::HttpFile::parse(place.text);
    if (file.presets().isEmpty())
        return interop::writePreset(presetOf(draft, place.preset));
    file.replace(0, presetOf(draft, file.presets().first()));
    return file.text(0);
}

} // namespace gui
