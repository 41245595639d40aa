// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetstep.h"

#include "gui/presetpath.h"
#include "interop/environment.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>

namespace gui {

using namespace Qt::StringLiterals;
using Change = store::WorkspaceChange;
using store::Workspace;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::PresetEdits)
};

/// Without those that go along with another one of the list.
QList<PresetRef> topmost(const QList<PresetRef> &entries)
{
    QList<PresetRef> out;
    for (const PresetRef &entry : entries) {
        const bool covered = std::any_of(entries.begin(), entries.end(), [&](const PresetRef &other) {
            if (other == entry || other.folder != entry.folder || other.isRequest() || other.isWorkspace())
                return false;
            return other.path == entry.path || entry.path.startsWith(other.path + u'/');
        });
        if (!covered && !entry.isWorkspace() && !out.contains(entry))
            out.append(entry);
    }
    return out;
}

/// Requests first by file, the last of a file first, so that places hold while they are taken out.
QList<PresetRef> backwards(QList<PresetRef> requests)
{
    std::stable_sort(requests.begin(), requests.end(),
        [](const PresetRef &a, const PresetRef &b) { return a.preset > b.preset; });
    return requests;
}

} // namespace

PresetStep::PresetStep(const QList<PresetRef> &entries)
    : m_entries(topmost(entries))
{
    std::copy_if(m_entries.cbegin(), m_entries.cend(), std::back_inserter(m_requests),
        [](const PresetRef &entry) { return entry.isRequest(); });
}

QString PresetStep::firstName()
{
    if (m_entries.isEmpty())
        return {};
    const PresetRef &first = m_entries.first();
    if (!first.isRequest())
        return nameOf(first.path);
    const interop::HttpFile *file = m_files.open(first.folder, first.path);
    return file && first.preset < file->presets().size() ? titleOf(file->presets()[first.preset]) : QString();
}

dcs::Result<void> PresetStep::takeOut()
{
    std::map<std::pair<QString, QString>, QList<int>> byFile;
    for (const PresetRef &request : std::as_const(m_requests))
        byFile[{request.folder, request.path}].append(request.preset);
    for (const auto &[place, requests] : byFile) {
        interop::HttpFile *file = m_files.open(place.first, place.second);
        if (!file)
            return *m_files.error();
        if (*std::max_element(requests.begin(), requests.end()) >= file->presets().size())
            return noSuchPreset(place.second);
        file->remove(requests);
    }
    return {};
}

// Files that are gone or moved cannot be put back by writing, so those come last.
dcs::Result<PresetEdit> PresetStep::finish(const QString &text, dcs::Result<void> done)
{
    if (done) {
        auto written = m_files.write();
        if (written)
            m_edit.changes = *written + m_edit.changes;
        else
            done = written.error();
    }
    if (!done) {
        (void)store::takeBack(m_edit.changes);
        return done.error();
    }
    m_lost.removeDuplicates();
    if (!m_lost.isEmpty())
        m_edit.notice = Text::tr("It uses variables of the file it came from: %1.").arg(m_lost.join(u", "_s));
    m_edit.text = text;
    return m_edit;
}

dcs::Result<PresetEdit> PresetStep::remove()
{
    const QString text = m_entries.size() == 1
        ? Text::tr("Delete “%1”").arg(firstName())
        : Text::tr("Delete %n entries", nullptr, int(m_entries.size()));
    auto done = takeOut();
    m_edit.removed = m_requests;
    for (const PresetRef &entry : std::as_const(m_entries)) {
        if (!done || entry.isRequest())
            continue;
        const auto gone = Workspace(entry.folder).moveToTrash(entry.path);
        if (gone)
            m_edit.changes.append({Change::Kind::Trashed, entry.folder, entry.path, {}, *gone, {}, {}});
        else
            done = gone.error();
    }
    return finish(text, done);
}

dcs::Result<PresetEdit> PresetStep::duplicate()
{
    const QString text = m_entries.size() == 1
        ? Text::tr("Duplicate “%1”").arg(firstName())
        : Text::tr("Duplicate %n entries", nullptr, int(m_entries.size()));
    dcs::Result<void> done;
    for (const PresetRef &request : backwards(m_requests)) {
        const PresetRef file{request.folder, request.path, -1};
        const QList<PresetRef> all = std::exchange(m_requests, {request});
        done = putIntoFile(file, request.preset + 1, true);
        m_requests = all;
        if (!done)
            break;
    }
    for (const PresetRef &entry : std::as_const(m_entries)) {
        if (done && !entry.isRequest())
            done = putEntry(entry, {entry.folder, parentOf(entry.path), -1}, true);
    }
    return finish(text, done);
}

dcs::Result<PresetEdit> PresetStep::put(const PresetTarget &target, bool copy)
{
    const int count = int(m_entries.size());
    const QString single = copy ? Text::tr("Copy “%1”") : Text::tr("Move “%1”");
    const QString many
        = copy ? Text::tr("Copy %n entries", nullptr, count) : Text::tr("Move %n entries", nullptr, count);
    const QString text = count == 1 ? single.arg(firstName()) : many;
    auto done = m_requests.isEmpty() ? dcs::Result<void>() : putRequests(target, copy);
    const bool intoFile = target.into.isFile();
    const PresetRef folder{target.into.folder, intoFile ? parentOf(target.into.path) : target.into.path, -1};
    for (const PresetRef &entry : std::as_const(m_entries)) {
        if (done && !entry.isRequest())
            done = putEntry(entry, folder, copy);
    }
    return finish(text, done);
}

dcs::Result<void> PresetStep::putRequests(const PresetTarget &target, bool copy)
{
    if (target.into.isFile())
        return putIntoFile(target.into, target.before, copy);
    return putIntoFolder(target.into, copy);
}

void PresetStep::noticeLostVariables(const interop::HttpFile &from, int index, const interop::HttpFile &to)
{
    for (const QString &name : interop::variablesOf(from.presets()[index].call)) {
        if (from.variables().contains(name) && !to.variables().contains(name))
            m_lost.append(u"{{%1}}"_s.arg(name));
    }
}

// New ones are put in first, so that the places of the old ones are known: those behind `before` move by as
// many.
dcs::Result<void> PresetStep::putIntoFile(const PresetRef &file, int before, bool copy)
{
    interop::HttpFile *into = m_files.open(file.folder, file.path, true);
    if (!into)
        return *m_files.error();
    const int end = int(into->presets().size());
    int at = before < 0 || before > end ? end : before;
    const int first = at;
    QList<PresetRef> old;
    for (const PresetRef &request : std::as_const(m_requests)) {
        interop::HttpFile *from = m_files.open(request.folder, request.path);
        if (!from)
            return *m_files.error();
        const bool within = from == into;
        const int place = within && request.preset >= first ? request.preset + (at - first) : request.preset;
        if (place >= from->presets().size())
            return noSuchPreset(request.path);
        if (!within)
            noticeLostVariables(*from, place, *into);
        const QString name = from->presets()[place].name;
        const bool taken = copy && into->indexOf(name) >= 0;
        if (into->insertText(at, from->text(place)) < 0)
            return noSuchPreset(request.path);
        if (taken) {
            interop::Preset renamed = into->presets()[at];
            renamed.name = freeName(name, [&](const QString &text) { return into->indexOf(text) >= 0; });
            renamed.title = renamed.name;
            into->replace(at, renamed);
        }
        ++at;
        old.append(request);
    }
    const int count = at - first;
    int removedBefore = 0;
    for (PresetRef &request : old) {
        const bool within = request.folder == file.folder && request.path == file.path;
        removedBefore += !copy && within && request.preset < first;
    }
    for (qsizetype i = 0; i < old.size() && !copy; ++i)
        m_edit.moved.append({old[i], {file.folder, file.path, first - removedBefore + int(i)}});
    m_edit.select = {file.folder, file.path, first - removedBefore};
    if (copy)
        return {};
    const QList<PresetRef> asked = std::exchange(m_requests, {});
    for (PresetRef request : asked) {
        if (request.folder == file.folder && request.path == file.path && request.preset >= first)
            request.preset += count;
        m_requests.append(request);
    }
    const auto done = takeOut();
    m_requests = asked;
    return done;
}

dcs::Result<void> PresetStep::putIntoFolder(const PresetRef &folder, bool copy)
{
    const QList<PresetRef> all = m_requests;
    QSet<QString> made;
    const Workspace workspace(folder.folder);
    for (const PresetRef &request : backwards(all)) {
        const interop::HttpFile *from = m_files.open(request.folder, request.path);
        if (!from)
            return *m_files.error();
        if (request.preset >= from->presets().size())
            return noSuchPreset(request.path);
        const QString stem = Workspace::fileNameFor(titleOf(from->presets()[request.preset]));
        const QString name = freeName(stem, [&](const QString &text) {
            const QString path = joinPath(folder.path, text + u".http"_s);
            return made.contains(path) || QFileInfo::exists(workspace.folder() + u'/' + path);
        });
        const QString path = joinPath(folder.path, name + u".http"_s);
        made.insert(path);
        m_requests = {request};
        const auto done = putIntoFile({folder.folder, path, -1}, -1, copy);
        m_requests = all;
        if (!done)
            return done;
    }
    return {};
}

dcs::Result<void> PresetStep::putEntry(const PresetRef &entry, const PresetRef &folder, bool copy)
{
    const Workspace from(entry.folder);
    const Workspace to(folder.folder);
    const QString plain = joinPath(folder.path, nameOf(entry.path));
    if (!copy && entry.folder == folder.folder && plain == entry.path)
        return {};
    if (copy) {
        const QString path = freePath(to, folder.path, nameOf(entry.path));
        m_edit.select = {folder.folder, path, -1};
        return entry.isFile() ? copyFile(entry, to, path) : copyFolder(entry, to, path);
    }
    if (const auto done = from.moveTo(entry.path, to, plain); !done)
        return done;
    m_edit.changes.append({Change::Kind::Renamed, entry.folder, entry.path, folder.folder, plain, {}, {}});
    m_edit.select = {folder.folder, plain, -1};
    return {};
}

dcs::Result<void> PresetStep::copyFile(const PresetRef &entry, const Workspace &to, const QString &path)
{
    const auto bytes = Workspace(entry.folder).read(entry.path);
    if (!bytes)
        return bytes.error();
    if (const auto written = to.write(path, bytes->bytes, {}); !written)
        return written.error();
    m_edit.changes.append({Change::Kind::Written, to.folder(), path, {}, {}, {}, bytes->bytes});
    return {};
}

dcs::Result<void> PresetStep::copyFolder(const PresetRef &entry, const Workspace &to, const QString &path)
{
    const auto files = Workspace(entry.folder).list();
    if (!files)
        return files.error();
    if (const auto made = to.makeFolder(path); !made)
        return made;
    m_edit.changes.append({Change::Kind::Made, to.folder(), path, {}, {}, {}, {}});
    for (const store::WorkspaceFile &file : *files) {
        if (!file.path.startsWith(entry.path + u'/'))
            continue;
        const auto bytes = Workspace(entry.folder).read(file.path);
        if (!bytes)
            return bytes.error();
        const auto written = to.write(path + file.path.mid(entry.path.size()), bytes->bytes, {});
        if (!written)
            return written.error();
    }
    return {};
}

} // namespace gui
