// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetscan.h"

#include "dcs/text.h"
#include "interop/httpfile.h"
#include "store/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using Node = PresetTree::Node;
using store::Workspace;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::PresetScan)
};

QString errorText(const dcs::Error &error)
{
    return (error.message + u' ' + error.remedy).trimmed();
}

Node requestNode(const interop::HttpFile &file, int index)
{
    const interop::Preset &preset = file.presets()[index];
    Node node;
    node.name = preset.title.isEmpty() ? preset.name : preset.title;
    node.ref.preset = index;
    node.isProblem = preset.error.has_value();
    const QString url = QString::fromUtf8(preset.call.method + ' ' + dcs::url(preset.call));
    node.tip = preset.error ? errorText(*preset.error) : url;
    for (const QString &comment : preset.comments)
        node.tip += u'\n' + comment;
    node.text = QString(preset.name + u' ' + preset.title + u' ' + url + u' '
        + QString::fromUtf8(dcs::hostHeader(preset.call)) + u' ' + preset.comments.join(u' '))
                    .toCaseFolded();
    node.hash = qHash(file.text(index).trimmed());
    return node;
}

ScannedFile readRequests(const Workspace &workspace, const store::WorkspaceFile &file)
{
    ScannedFile out{file.size, file.modifiedMs, {}, file.problem};
    if (!out.problem.isEmpty())
        return out;
    const auto snapshot = workspace.read(file.path);
    if (!snapshot) {
        out.problem = errorText(snapshot.error());
        return out;
    }
    const interop::HttpFile parsed = interop::HttpFile::parse(snapshot->bytes);
    for (int i = 0; i < parsed.presets().size(); ++i)
        out.requests.push_back(requestNode(parsed, i));
    return out;
}

/// Builds the tree of one scan.
class Builder
{
public:
    Builder(const PresetScan &before, PresetScan &scan)
        : m_before(before)
        , m_scan(scan)
    {
        m_tree.nodes.push_back({});
    }

    void addWorkspace(const QString &folder, bool grouped)
    {
        m_folder = folder;
        m_folders.clear();
        m_top = 0;
        if (grouped) {
            Node node;
            node.name = QDir(folder).dirName();
            node.ref.folder = folder;
            node.tip = folder;
            m_top = m_tree.add(0, node);
        }
        const Workspace workspace(folder);
        const auto listing = workspace.scan();
        m_watchedFolders.append(folder);
        if (const QString git = folder + u"/.git"_s; QFileInfo(git).isDir())
            m_watchedFolders.append(git); // a commit changes no file of the workspace
        if (!listing)
            return failed(listing.error());
        for (const QString &path : listing->folders)
            addFolder(path);
        for (const store::WorkspaceFile &file : listing->files)
            addFile(workspace, file);
        for (const QString &path : listing->environmentFolders)
            readEnvironments(workspace, path);
        if (!listing->complete)
            fail(Text::tr("“%1” holds more files than are listed.").arg(folder));
    }

    void addLoose(const QString &folder)
    {
        m_folder = folder;
        readEnvironments(Workspace(folder), {});
    }

    void finish()
    {
        m_scan.watched = m_watchedFolders + m_watchedFiles;
        m_scan.files = std::make_shared<QHash<QString, ScannedFile>>(std::move(m_files));
        m_scan.differs = !m_before.tree || *m_before.tree != m_tree;
        m_scan.tree = m_scan.differs ? std::make_shared<PresetTree>(std::move(m_tree)) : m_before.tree;
    }

private:
    // A workspace that nobody saved to yet is simply empty.
    void failed(const dcs::Error &error)
    {
        if (error.code != dcs::Errc::NotFound || m_top > 0)
            fail(errorText(error));
    }
    void fail(const QString &problem)
    {
        m_tree.problem += (m_tree.problem.isEmpty() ? QString() : u"\n"_s) + problem;
        if (m_top > 0)
            m_tree.nodes[size_t(m_top)].isProblem = true;
    }
    int parentOf(const QString &path) const { return m_folders.value(path.section(u'/', 0, -2), m_top); }

    void addFolder(const QString &path)
    {
        Node node;
        node.name = path.section(u'/', -1);
        node.ref = {m_folder, path, -1};
        node.tip = path;
        m_folders.insert(path, m_tree.add(parentOf(path), node));
        m_watchedFolders.append(m_folder + u'/' + path);
    }

    void addFile(const Workspace &workspace, const store::WorkspaceFile &file)
    {
        const QString key = m_folder + u'/' + file.path;
        const ScannedFile *known
            = m_before.files && m_before.files->contains(key) ? &*m_before.files->constFind(key) : nullptr;
        const bool same = known && known->size == file.size && known->modifiedMs == file.modifiedMs
            && known->problem.isEmpty() && file.problem.isEmpty();
        const ScannedFile scanned = same ? *known : readRequests(workspace, file);
        Node node;
        node.name = file.path.section(u'/', -1);
        node.ref = {m_folder, file.path, -1};
        node.tip = scanned.problem.isEmpty() ? file.path : file.path + u'\n' + scanned.problem;
        node.text = file.path.toCaseFolded();
        node.isProblem = !scanned.problem.isEmpty();
        const int at = m_tree.add(parentOf(file.path), node);
        for (Node request : scanned.requests) {
            request.ref.folder = m_folder;
            request.ref.path = file.path;
            request.text += u' ' + node.text;
            m_tree.add(at, std::move(request));
            ++m_tree.requests;
        }
        m_files.insert(key, scanned);
        m_watchedFiles.append(key);
    }

    void readEnvironments(const Workspace &workspace, const QString &path)
    {
        const QString folder = path.isEmpty() ? m_folder : m_folder + u'/' + path;
        const auto shared = workspace.environmentFile(false, path);
        const auto privateOne = workspace.environmentFile(true, path);
        for (const bool secret : {false, true})
            m_watchedFolders.append(folder + u'/' + Workspace::environmentFileName(secret));
        if (!shared)
            m_scan.environments.insert(folder, shared.error());
        else if (!privateOne)
            m_scan.environments.insert(folder, privateOne.error());
        else
            m_scan.environments.insert(folder, interop::readEnvironments(*shared, *privateOne));
    }

    const PresetScan &m_before;
    PresetScan &m_scan;
    PresetTree m_tree;
    QString m_folder;
    QHash<QString, int> m_folders;
    QHash<QString, ScannedFile> m_files;
    QStringList m_watchedFolders;
    QStringList m_watchedFiles;
    int m_top = 0;
};

/// The requests of the committed file: hash of each, and their names.
struct Committed {
    QSet<size_t> hashes;
    QSet<QString> names;

    explicit Committed(const QByteArray &bytes)
    {
        const interop::HttpFile file = interop::HttpFile::parse(bytes);
        for (int i = 0; i < file.presets().size(); ++i) {
            const interop::Preset &preset = file.presets()[i];
            hashes.insert(qHash(file.text(i).trimmed()));
            names.insert(preset.title.isEmpty() ? preset.name : preset.title);
        }
    }
    char markOf(const Node &request) const
    {
        return hashes.contains(request.hash) ? 0 : names.contains(request.name) ? 'M' : 'N';
    }
};

void markFile(
    const PresetTree &tree, const Node &file, const store::GitStatus::File &status, PresetMarks &marks)
{
    const bool isNew = status.state == store::GitStatus::State::New;
    const Committed committed(status.committed);
    for (const int child : file.children) {
        const Node &request = tree.nodes[size_t(child)];
        marks[size_t(child)] = isNew ? 'N' : status.committed.isEmpty() ? 'M' : committed.markOf(request);
    }
}

} // namespace

int PresetTree::add(int parent, Node node)
{
    const int number = int(nodes.size());
    node.parent = parent;
    node.row = int(nodes[size_t(parent)].children.size());
    node.source = node.source < 0 ? number : node.source;
    nodes[size_t(parent)].children.push_back(number);
    nodes.push_back(std::move(node));
    return number;
}

int PresetTree::find(const PresetRef &ref) const
{
    for (size_t i = 1; i < nodes.size(); ++i) {
        if (nodes[i].ref == ref)
            return int(i);
    }
    return -1;
}

QStringList PresetTree::files(const QString &folder) const
{
    QStringList out;
    for (const Node &node : nodes) {
        if (node.ref.folder == folder && node.ref.isFile() && !node.isProblem)
            out.append(node.ref.path);
    }
    return out;
}

bool PresetTree::hasGroups() const
{
    return nodes.size() > 1 && nodes[1].ref.isWorkspace();
}

bool PresetTree::copyMatches(const PresetTree &from, int node, int into, const QStringList &words)
{
    const Node &at = from.nodes[size_t(node)];
    const bool matches = !words.isEmpty()
        && std::all_of(
            words.begin(), words.end(), [&](const QString &word) { return at.text.contains(word); });
    const bool isLeaf = at.children.empty();
    if (isLeaf && !matches)
        return false;
    Node copy = at;
    copy.children.clear();
    const size_t before = nodes.size();
    const int made = add(into, std::move(copy));
    bool any = isLeaf;
    for (const int child : at.children)
        any = copyMatches(from, child, made, words) || any;
    if (!any) {
        nodes.resize(before);
        nodes[size_t(into)].children.pop_back();
    }
    requests += any && at.ref.isRequest();
    return any;
}

PresetTree PresetTree::filtered(const QStringList &words) const
{
    PresetTree out;
    out.nodes.push_back({});
    out.problem = problem;
    for (const int child : nodes.front().children)
        out.copyMatches(*this, child, 0, words);
    return out;
}

PresetScan PresetScan::of(const QStringList &folders, const QStringList &loose, const PresetScan &before)
{
    PresetScan scan;
    Builder builder(before, scan);
    for (const QString &folder : folders)
        builder.addWorkspace(folder, folders.size() > 1);
    for (const QString &folder : loose)
        builder.addLoose(folder);
    builder.finish();
    return scan;
}

PresetMarks gitMarks(const PresetTree &tree, const QStringList &folders)
{
    QHash<QString, store::GitStatus> states;
    for (const QString &folder : folders)
        states.insert(folder, store::GitStatus::of(folder));
    PresetMarks marks(tree.nodes.size(), 0);
    for (size_t i = 1; i < tree.nodes.size(); ++i) {
        const Node &node = tree.nodes[i];
        if (!node.ref.isFile())
            continue;
        const auto state = states.constFind(node.ref.folder);
        const auto file = state == states.constEnd()
            ? QHash<QString, store::GitStatus::File>::const_iterator()
            : state->files.constFind(node.ref.path);
        if (state == states.constEnd() || file == state->files.constEnd())
            continue;
        marks[i] = file->state == store::GitStatus::State::New ? 'N' : 'M';
        markFile(tree, node, *file, marks);
    }
    return marks;
}

} // namespace gui
