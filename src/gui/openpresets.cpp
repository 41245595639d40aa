// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/openpresets.h"

#include "dcs/text.h"
#include "gui/calldocument.h"
#include "gui/calltabs.h"
#include "gui/openfile.h"
#include "gui/presetsteps.h"
#include "gui/prompts.h"
#include "gui/services.h"

#include <QDir>
#include <QPointer>

namespace gui {

namespace {

/// Where a place lies after a step: its request, its file or a folder above it was moved.
PresetPlace moved(PresetPlace place, const PresetEdit &edit)
{
    for (const store::WorkspaceChange &change : edit.changes) {
        if (change.kind != store::WorkspaceChange::Kind::Renamed || change.folder != place.folder)
            continue;
        if (place.path == change.path || place.path.startsWith(change.path + u'/')) {
            place.path = change.to + place.path.mid(change.path.size());
            place.folder = change.toFolder;
        }
    }
    for (const PresetEdit::Moved &one : edit.moved) {
        if (one.from != PresetRef{place.folder, place.path, place.index})
            continue;
        place.folder = one.to.folder;
        place.path = one.to.path;
        place.index = one.to.preset;
        place.text.clear(); // it may have another name now: the place alone counts
        place.preset.name.clear();
        break;
    }
    return place;
}

bool isRemoved(const PresetPlace &place, const PresetEdit &edit)
{
    const auto isTrashed = [&](const store::WorkspaceChange &change) {
        return change.kind == store::WorkspaceChange::Kind::Trashed && change.folder == place.folder
            && (place.path == change.path || place.path.startsWith(change.path + u'/'));
    };
    return edit.removed.contains(PresetRef{place.folder, place.path, place.index})
        || std::any_of(edit.changes.begin(), edit.changes.end(), isTrashed);
}

bool isSamePlace(const PresetPlace &a, const PresetPlace &b)
{
    return a.folder == b.folder && a.path == b.path && a.index == b.index;
}

/// A place of an earlier session has no line yet.
bool isAsRead(const PresetPlace &place, const PresetPlace &now)
{
    return isSamePlace(place, now) && place.sha256 == now.sha256 && place.preset.line == now.preset.line;
}

} // namespace

OpenPresets::OpenPresets(Services &services, CallTabs &calls, PresetSteps &steps, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_calls(calls)
    , m_steps(steps)
{
    connect(&m_steps, &PresetSteps::taken, this, &OpenPresets::follow);
}

void OpenPresets::open(const PresetRef &ref)
{
    if (m_calls.showPreset(ref))
        return;
    m_services.files().run(
        this, [ref] { return loadPreset(store::Workspace(ref.folder), ref.path, ref.preset); },
        [this, ref](const dcs::Result<LoadedPreset> &loaded) {
            if (!loaded)
                Q_EMIT failed(loaded.error());
            else if (!m_calls.showPreset(ref)) // asked for twice
                m_calls.open(loaded->draft, loaded->place);
        });
}

void OpenPresets::openAll(const PresetRef &file, int most)
{
    m_services.files().run(
        this, [file] { return OpenFile::read(store::Workspace(file.folder), file.path); },
        [this, file, most](const dcs::Result<OpenFile> &opened) {
            if (!opened)
                return Q_EMIT failed(opened.error());
            const auto count = std::min(qsizetype(most), opened->file.presets().size());
            if (count == 0)
                Q_EMIT failed({dcs::Errc::InvalidInput, tr("“%1” holds no request.").arg(file.path), {}, {}});
            for (int i = 0; i < count; ++i)
                open({file.folder, file.path, i});
        });
}

void OpenPresets::save(CallDocument &document)
{
    const Draft draft = document.draft();
    m_services.files().run(
        this, [place = document.place(), draft] { return savePreset(place, draft); },
        [this, target = QPointer<CallDocument>(&document), draft](const dcs::Result<PresetPlace> &saved) {
            if (saved)
                finishSaving(target, draft, *saved);
            else if (target && saved.error().code == dcs::Errc::Conflict)
                askAboutConflict(*target, draft);
            else
                Q_EMIT failed(saved.error());
        });
}

void OpenPresets::saveAs(CallDocument &document, const QString &name, const QString &path)
{
    struct Saved {
        dcs::Result<PresetPlace> place;
        PresetEdit edit;
    };
    const Draft draft = document.draft();
    const auto at = QDir::isAbsolutePath(path) ? m_services.placeOfFile(path)
                                               : std::pair(m_services.workspaceFolders().first(), path);
    m_services.files().run(
        this,
        [at, name, draft] {
            PresetEdit edit;
            auto place = addPreset(store::Workspace(at.first), at.second, name, draft, &edit);
            return Saved{std::move(place), edit};
        },
        [this, target = QPointer<CallDocument>(&document), draft](const Saved &saved) {
            if (saved.place)
                finishSaving(target, draft, *saved.place, saved.edit);
            else
                Q_EMIT failed(saved.place.error());
        });
}

// What was edited while the file was written is not saved.
void OpenPresets::finishSaving(
    CallDocument *document, const Draft &draft, const PresetPlace &place, const PresetEdit &edit)
{
    if (document && document->draft() == draft)
        document->setPlace(place);
    else if (document)
        document->refreshPlace(place);
    m_services.addLooseFile(place.folder);
    Q_EMIT saved(place, edit);
}

void OpenPresets::askAboutConflict(CallDocument &document, const Draft &draft)
{
    m_services.files().run(
        this, [place = document.place()] { return findPreset(place); },
        [this, target = QPointer<CallDocument>(&document), draft](const dcs::Result<FoundPreset> &found) {
            if (!found)
                Q_EMIT failed(found.error());
            else if (target)
                resolve(*target, draft, *found);
        });
}

void OpenPresets::resolve(CallDocument &document, const Draft &draft, const FoundPreset &found)
{
    if (found.state == FoundPreset::State::Same)
        return save(document); // it is as it was again
    const Prompts::Conflict conflict{document.title(), document.place().path,
        found.state == FoundPreset::State::Gone, found.theirs, textToSave(document.place(), draft)};
    const QPointer<CallDocument> target(&document);
    const Prompts::Choice choice = m_services.prompts().conflict(conflict);
    if (!target) // closed behind the question
        return;
    switch (choice) {
    case Prompts::Choice::KeepMine:
        m_services.files().run(
            this, [place = document.place(), draft] { return saveOver(place, draft); },
            [this, target, draft](const dcs::Result<PresetPlace> &saved) {
                if (saved)
                    finishSaving(target, draft, *saved);
                else
                    Q_EMIT failed(saved.error());
            });
        break;
    case Prompts::Choice::TakeTheirs:
        if (found.state == FoundPreset::State::Changed)
            document.open(found.now.draft, found.now.place);
        break;
    case Prompts::Choice::SaveAsNew:
        Q_EMIT newPlaceWanted();
        break;
    case Prompts::Choice::Nothing:
        break;
    }
}

void OpenPresets::refresh()
{
    find(false);
}

void OpenPresets::follow(const PresetEdit &edit)
{
    for (int i = 0; i < m_calls.count(); ++i) {
        CallDocument &document = *m_calls.document(i);
        const PresetPlace place = moved(document.place(), edit);
        if (!isSamePlace(place, document.place()) || place.text != document.place().text)
            document.movePlace(place);
        else if (place.isPreset() && isRemoved(place, edit))
            document.movePlace({});
    }
    find(true);
}

void OpenPresets::find(bool ours)
{
    m_findsOurs = m_findsOurs || ours; // a look that is dropped for a newer one
    QList<PresetPlace> places;
    for (int i = 0; i < m_calls.count(); ++i) {
        if (m_calls.document(i)->place().isPreset())
            places.append(m_calls.document(i)->place());
    }
    if (places.isEmpty())
        return;
    m_finding.run(
        [places] {
            Found found;
            for (const PresetPlace &place : places)
                found.append({place, findPreset(place)});
            return found;
        },
        [this](const Found &found) {
            if (!m_steps.isBusy()) // else it looked at files in between; the end of the step looks again
                take(found, std::exchange(m_findsOurs, false));
        });
}

void OpenPresets::take(const Found &found, bool ours)
{
    for (const auto &[place, preset] : found) {
        for (int i = 0; i < m_calls.count() && preset; ++i) {
            CallDocument &document = *m_calls.document(i);
            if (!isSamePlace(document.place(), place) || document.place().text != place.text)
                continue;
            if (preset->state == FoundPreset::State::Changed)
                takeChanged(document, *preset, ours);
            else if (preset->state == FoundPreset::State::Gone && !ours)
                takeGone(document);
            else if (preset->state == FoundPreset::State::Same
                && !isAsRead(document.place(), preset->now.place))
                document.refreshPlace(preset->now.place);
        }
    }
}

void OpenPresets::takeChanged(CallDocument &document, const FoundPreset &found, bool ours)
{
    if (found.now.place.preset.error)
        return tellOnce(found.theirs, found.now.place.preset.error->message);
    if (found.now.draft == document.draft())
        return document.setPlace(found.now.place);
    if (!document.isModified()) {
        document.open(found.now.draft, found.now.place);
        if (!ours)
            Q_EMIT told(dcs::Severity::Hint,
                tr("“%1” was changed by another program and read again.").arg(document.title()));
    } else if (ours) {
        document.refreshPlace(found.now.place);
    } else {
        tellOnce(found.theirs,
            tr("“%1” was changed by another program. Ctrl+S shows the difference before anything is "
               "overwritten.")
                .arg(document.title()));
    }
}

void OpenPresets::takeGone(CallDocument &document)
{
    const PresetPlace &place = document.place();
    tellOnce(place.path.toUtf8() + place.text,
        tr("“%1” is no longer in %2: another program removed or renamed it. Ctrl+S asks what to do.")
            .arg(document.title(), place.path));
}

void OpenPresets::tellOnce(const QByteArray &what, const QString &text)
{
    if (m_told.contains(what))
        return;
    m_told.insert(what);
    Q_EMIT told(dcs::Severity::Warning, text);
}

} // namespace gui
