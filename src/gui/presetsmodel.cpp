// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetsmodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "interop/httpfile.h"

#include <QApplication>
#include <QHash>
#include <QStyle>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

class Builder
{
public:
    Builder() { m_tree.nodes.push_back({}); }

    void addFile(const QString &path, const dcs::Result<store::FileSnapshot> &snapshot)
    {
        m_tree.files.append(path);
        const QString name = path.section(u'/', -1);
        const int file = add(folder(path.section(u'/', 0, -2)), {name, path, -1, path, -1, 0, {}});
        if (!snapshot) {
            m_tree.nodes[size_t(file)].tip = snapshot.error().message;
            return;
        }
        const interop::HttpFile parsed = interop::HttpFile::parse(snapshot->bytes);
        for (int i = 0; i < parsed.presets().size(); ++i) {
            const interop::Preset &preset = parsed.presets()[i];
            const QString title = preset.title.isEmpty() ? preset.name : preset.title;
            const QString tip = preset.error
                ? preset.error->message
                : QString::fromUtf8(preset.call.method + ' ' + dcs::url(preset.call));
            add(file, {preset.error ? u"⚠ "_s + title : title, path, i, tip, -1, 0, {}});
        }
    }
    PresetTree take() { return std::move(m_tree); }
    void fail(const dcs::Error &error) { m_tree.problem = error.message + u' ' + error.remedy; }

private:
    int folder(const QString &path)
    {
        if (path.isEmpty())
            return 0;
        if (const auto known = m_folders.constFind(path); known != m_folders.constEnd())
            return *known;
        const int parent = folder(path.section(u'/', 0, -2));
        const int made = add(parent, {path.section(u'/', -1), path, -1, path, -1, 0, {}});
        m_folders.insert(path, made);
        return made;
    }
    int add(int parent, PresetTree::Node node)
    {
        const int number = int(m_tree.nodes.size());
        node.parent = parent;
        node.row = int(m_tree.nodes[size_t(parent)].children.size());
        m_tree.nodes[size_t(parent)].children.push_back(number);
        m_tree.nodes.push_back(std::move(node));
        return number;
    }

    PresetTree m_tree;
    QHash<QString, int> m_folders;
};

} // namespace

PresetTree PresetTree::scan(const store::Workspace &workspace)
{
    Builder builder;
    const auto files = workspace.list();
    if (!files) {
        if (files.error().code != dcs::Errc::NotFound) // a workspace that nobody saved to yet is simply empty
            builder.fail(files.error());
        return builder.take();
    }
    for (const store::WorkspaceFile &file : *files)
        builder.addFile(file.path, workspace.read(file.path));
    return builder.take();
}

PresetsModel::PresetsModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    m_tree.nodes.push_back({});
}

void PresetsModel::setTree(PresetTree tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

QModelIndex PresetsModel::find(const QString &path, int preset) const
{
    for (size_t i = 1; i < m_tree.nodes.size(); ++i) {
        const PresetTree::Node &node = m_tree.nodes[i];
        if (node.path == path && node.preset == preset)
            return createIndex(node.row, 0, quintptr(i));
    }
    return {};
}

const PresetTree::Node &PresetsModel::node(const QModelIndex &index) const
{
    return m_tree.nodes[index.isValid() ? size_t(index.internalId()) : 0];
}

QModelIndex PresetsModel::index(int row, int column, const QModelIndex &parent) const
{
    const PresetTree::Node &above = node(parent);
    if (column != 0 || row < 0 || row >= int(above.children.size()))
        return {};
    return createIndex(row, 0, quintptr(above.children[size_t(row)]));
}

QModelIndex PresetsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int parent = node(index).parent;
    return parent <= 0 ? QModelIndex() : createIndex(m_tree.nodes[size_t(parent)].row, 0, quintptr(parent));
}

int PresetsModel::rowCount(const QModelIndex &parent) const
{
    return int(node(parent).children.size());
}

QVariant PresetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PresetTree::Node &at = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return dcs::visible(at.name, 200);
    case Qt::ToolTipRole:
        return plainToolTip(at.tip);
    case Qt::DecorationRole:
        if (at.preset >= 0)
            return {};
        return QApplication::style()->standardIcon(
            at.path.endsWith(".http"_L1) || at.path.endsWith(".rest"_L1) ? QStyle::SP_FileIcon
                                                                         : QStyle::SP_DirIcon);
    case PathRole:
        return at.path;
    case PresetRole:
        return at.preset;
    default:
        return {};
    }
}

} // namespace gui
