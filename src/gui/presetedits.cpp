// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetedits.h"

#include "gui/editedfiles.h"
#include "interop/environment.h"
#include "store/files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using Change = store::WorkspaceChange;
using store::Workspace;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::PresetEdits)
};

using dcs::Error; // behind a qualified return type, lupdate takes the texts for those of another context

QString nameOf(const QString &path)
{
    return path.section(u'/', -1);
}

QString parentOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

QString join(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

QString titleOf(const interop::Preset &preset)
{
    return preset.title.isEmpty() ? preset.name : preset.title;
}

/// A name that `isTaken` does not know: "x copy", "x copy 2" …
template <typename Taken>
QString freeName(const QString &name, Taken &&isTaken)
{
    QString at = name;
    for (int n = 1; isTaken(at); ++n)
        at = n == 1 ? Text::tr("%1 copy").arg(name) : Text::tr("%1 copy %2").arg(name, QString::number(n));
    return at;
}

QString freePath(const Workspace &workspace, const QString &folder, const QString &fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QString suffix = dot > 0 ? fileName.mid(dot) : QString();
    const QString stem = freeName(fileName.chopped(suffix.size()), [&](const QString &name) {
        return QFileInfo::exists(workspace.folder() + u'/' + join(folder, name + suffix));
    });
    return join(folder, stem + suffix);
}

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

/// What a step is made of, one entry after the other.
class Step
{
public:
    explicit Step(const QList<PresetRef> &entries)
        : m_entries(topmost(entries))
    {
        std::copy_if(m_entries.cbegin(), m_entries.cend(), std::back_inserter(m_requests),
            [](const PresetRef &entry) { return entry.isRequest(); });
    }

    dcs::Result<PresetEdit> remove();
    dcs::Result<PresetEdit> duplicate();
    dcs::Result<PresetEdit> put(const PresetTarget &target, bool copy);

private:
    QString firstName();
    dcs::Result<void> takeOut();
    dcs::Result<void> putRequests(const PresetTarget &target, bool copy);
    dcs::Result<void> putIntoFile(const PresetRef &file, int before, bool copy);
    dcs::Result<void> putIntoFolder(const PresetRef &folder, bool copy);
    dcs::Result<void> putEntry(const PresetRef &entry, const PresetRef &folder, bool copy);
    dcs::Result<void> copyFolder(const PresetRef &entry, const Workspace &to, const QString &path);
    dcs::Result<void> copyFile(const PresetRef &entry, const Workspace &to, const QString &path);
    dcs::Result<PresetEdit> finish(const QString &text, dcs::Result<void> done);
    void noticeLostVariables(const interop::HttpFile &from, int index, const interop::HttpFile &to);

    QList<PresetRef> m_entries;
    QList<PresetRef> m_requests;
    EditedFiles m_files;
    PresetEdit m_edit;
    QStringList m_lost;
};

QString Step::firstName()
{
    if (m_entries.isEmpty())
        return {};
    const PresetRef &first = m_entries.first();
    if (!first.isRequest())
        return nameOf(first.path);
    const interop::HttpFile *file = m_files.open(first.folder, first.path);
    return file && first.preset < file->presets().size() ? titleOf(file->presets()[first.preset]) : QString();
}

dcs::Result<void> Step::takeOut()
{
    for (const PresetRef &request : backwards(m_requests)) {
        interop::HttpFile *file = m_files.open(request.folder, request.path);
        if (!file)
            return *m_files.error();
        if (request.preset >= file->presets().size())
            return noSuchPreset(request.path);
        file->remove(request.preset);
    }
    return {};
}

// Files that are gone or moved cannot be put back by writing, so those come last.
dcs::Result<PresetEdit> Step::finish(const QString &text, dcs::Result<void> done)
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

dcs::Result<PresetEdit> Step::remove()
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

dcs::Result<PresetEdit> Step::duplicate()
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

dcs::Result<PresetEdit> Step::put(const PresetTarget &target, bool copy)
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

dcs::Result<void> Step::putRequests(const PresetTarget &target, bool copy)
{
    if (target.into.isFile())
        return putIntoFile(target.into, target.before, copy);
    return putIntoFolder(target.into, copy);
}

void Step::noticeLostVariables(const interop::HttpFile &from, int index, const interop::HttpFile &to)
{
    for (const QString &name : interop::variablesOf(from.presets()[index].call)) {
        if (from.variables().contains(name) && !to.variables().contains(name))
            m_lost.append(u"{{%1}}"_s.arg(name));
    }
}

// New ones are put in first, so that the places of the old ones are known: those behind `before` move by as
// many.
dcs::Result<void> Step::putIntoFile(const PresetRef &file, int before, bool copy)
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

dcs::Result<void> Step::putIntoFolder(const PresetRef &folder, bool copy)
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
            const QString path = join(folder.path, text + u".http"_s);
            return made.contains(path) || QFileInfo::exists(workspace.folder() + u'/' + path);
        });
        const QString path = join(folder.path, name + u".http"_s);
        made.insert(path);
        m_requests = {request};
        const auto done = putIntoFile({folder.folder, path, -1}, -1, copy);
        m_requests = all;
        if (!done)
            return done;
    }
    return {};
}

dcs::Result<void> Step::putEntry(const PresetRef &entry, const PresetRef &folder, bool copy)
{
    const Workspace from(entry.folder);
    const Workspace to(folder.folder);
    const QString plain = join(folder.path, nameOf(entry.path));
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

dcs::Result<void> Step::copyFile(const PresetRef &entry, const Workspace &to, const QString &path)
{
    const auto bytes = Workspace(entry.folder).read(entry.path);
    if (!bytes)
        return bytes.error();
    if (const auto written = to.write(path, bytes->bytes, {}); !written)
        return written.error();
    m_edit.changes.append({Change::Kind::Written, to.folder(), path, {}, {}, {}, bytes->bytes});
    return {};
}

dcs::Result<void> Step::copyFolder(const PresetRef &entry, const Workspace &to, const QString &path)
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
    const QString to = join(parentOf(entry.path), lacksSuffix ? clean + u".http"_s : clean);
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
    return Step(entries).duplicate();
}

dcs::Result<PresetEdit> deleteEntries(const QList<PresetRef> &entries)
{
    return Step(entries).remove();
}

dcs::Result<PresetEdit> moveEntries(const QList<PresetRef> &entries, const PresetTarget &target)
{
    return Step(entries).put(target, false);
}

dcs::Result<PresetEdit> copyEntries(const QList<PresetRef> &entries, const PresetTarget &target)
{
    return Step(entries).put(target, true);
}

dcs::Result<PresetEdit> makeFolder(const PresetRef &in, const QString &name)
{
    const QString clean = name.simplified();
    if (clean.isEmpty() || clean.contains(u'/') || Workspace::isPresetFile(clean))
        return badName(clean);
    const QString parent = in.isFile() || in.isRequest() ? parentOf(in.path) : in.path;
    PresetEdit edit;
    edit.text = Text::tr("New folder “%1”").arg(clean);
    edit.select = {in.folder, join(parent, clean), -1};
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
