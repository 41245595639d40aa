// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetsmodel.h"

#include "dcs/text.h"
#include "gui/openfile.h"
#include "gui/plaintext.h"
#include "store/files.h"

#include <QApplication>
#include <QDataStream>
#include <QMimeData>
#include <QStyle>
#include <QTemporaryDir>
#include <QUrl>

namespace gui {

using namespace Qt::StringLiterals;
using Node = PresetTree::Node;

namespace {

const QString entriesType = u"application/x-dcs-workbench-presets"_s;
constexpr qsizetype mostDraggedOut = 50; // copies made while a person waits

QString markText(char mark)
{
    return mark == 'N' ? PresetsModel::tr("new") : mark == 'M' ? PresetsModel::tr("modified") : QString();
}

QByteArray packed(const QList<PresetRef> &entries)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    for (const PresetRef &entry : entries)
        out << entry.folder << entry.path << entry.preset;
    return bytes;
}

QList<PresetRef> unpacked(const QByteArray &bytes)
{
    QList<PresetRef> entries;
    QDataStream in(bytes);
    while (!in.atEnd()) {
        PresetRef entry;
        in >> entry.folder >> entry.path >> entry.preset;
        if (in.status() != QDataStream::Ok)
            return {};
        entries.append(entry);
    }
    return entries;
}

QStringList presetFilesOf(const QMimeData &data)
{
    QStringList out;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile() && store::Workspace::isPresetFile(url.toLocalFile()))
            out.append(url.toLocalFile());
    }
    return out;
}

} // namespace

PresetsModel::PresetsModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    auto empty = std::make_shared<PresetTree>();
    empty->nodes.push_back({});
    m_tree = empty;
}

PresetsModel::~PresetsModel() = default;

void PresetsModel::setTree(const PresetTreePtr &tree)
{
    beginResetModel();
    m_tree = tree;
    endResetModel();
}

void PresetsModel::setMarks(PresetMarks marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    const int last = rowCount() - 1;
    if (last >= 0) // a view paints all that it shows, however deep
        Q_EMIT dataChanged(index(0, 0), index(last, 0));
}

const Node &PresetsModel::node(const QModelIndex &index) const
{
    return m_tree->nodes[index.isValid() ? size_t(index.internalId()) : 0];
}

char PresetsModel::mark(const Node &node) const
{
    return node.source >= 0 && size_t(node.source) < m_marks.size() ? m_marks[size_t(node.source)] : char(0);
}

PresetRef PresetsModel::ref(const QModelIndex &index) const
{
    if (index.isValid())
        return node(index).ref;
    return m_folders.size() == 1 ? PresetRef{m_folders.first(), {}, -1} : PresetRef{};
}

QModelIndex PresetsModel::at(int node) const
{
    return node <= 0 ? QModelIndex() : createIndex(m_tree->nodes[size_t(node)].row, 0, quintptr(node));
}

QModelIndex PresetsModel::find(const PresetRef &ref) const
{
    return at(m_tree->find(ref));
}

QModelIndex PresetsModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node &above = node(parent);
    if (column != 0 || row < 0 || row >= int(above.children.size()))
        return {};
    return createIndex(row, 0, quintptr(above.children[size_t(row)]));
}

QModelIndex PresetsModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? at(node(index).parent) : QModelIndex();
}

int PresetsModel::rowCount(const QModelIndex &parent) const
{
    return int(node(parent).children.size());
}

QVariant PresetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &at = node(index);
    const QString git = markText(mark(at));
    switch (role) {
    case Qt::DisplayRole: {
        const QString name = (at.isProblem ? u"⚠ "_s : QString()) + dcs::visible(at.name, 200);
        return git.isEmpty() ? name : tr("%1 · %2").arg(name, git);
    }
    case Qt::EditRole:
        return at.name;
    case Qt::ToolTipRole:
        return plainToolTip(git.isEmpty() ? at.tip : at.tip + u'\n' + tr("Git: %1").arg(git));
    case Qt::AccessibleDescriptionRole:
        return dcs::visible(at.tip);
    case Qt::DecorationRole:
        if (at.ref.isRequest())
            return {};
        return QApplication::style()->standardIcon(
            at.ref.isFile() ? QStyle::SP_FileIcon : QStyle::SP_DirIcon);
    default:
        return {};
    }
}

Qt::ItemFlags PresetsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const PresetRef &ref = node(index).ref;
    if (!ref.isWorkspace())
        flags |= Qt::ItemIsDragEnabled;
    if (!ref.isRequest())
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList PresetsModel::mimeTypes() const
{
    return {entriesType, u"text/uri-list"_s};
}

// Another program gets a copy: one that moves files would else take the team's file out of its repository.
QString PresetsModel::exportedFile(const PresetRef &ref) const
{
    if (!m_dragged)
        m_dragged = std::make_unique<QTemporaryDir>();
    const auto opened = OpenFile::read(store::Workspace(ref.folder), ref.path);
    if (!opened || (ref.isRequest() && !opened->has(ref.preset)))
        return {};
    const QString name = ref.isRequest()
        ? store::Workspace::fileNameFor(opened->file.presets()[ref.preset].name) + u".http"_s
        : ref.path.section(u'/', -1);
    const QString file = m_dragged->filePath(name);
    const QByteArray bytes = ref.isRequest() ? opened->file.text(ref.preset) : opened->snapshot.bytes;
    return store::writeFile(file, bytes) ? file : QString();
}

QMimeData *PresetsModel::mimeData(const QModelIndexList &indexes) const
{
    QList<PresetRef> entries;
    QList<QUrl> urls;
    for (const QModelIndex &index : indexes) {
        const PresetRef entry = ref(index);
        entries.append(entry);
        const bool isCopied = (entry.isRequest() || entry.isFile()) && urls.size() < mostDraggedOut;
        if (const QString file = isCopied ? exportedFile(entry) : QString(); !file.isEmpty())
            urls.append(QUrl::fromLocalFile(file));
    }
    auto *data = new QMimeData;
    data->setData(entriesType, packed(entries));
    if (!urls.isEmpty())
        data->setUrls(urls);
    return data;
}

PresetTarget PresetsModel::targetAt(int row, const QModelIndex &parent) const
{
    return {ref(parent), row};
}

bool PresetsModel::canDropMimeData(
    const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    if (ref(parent).folder.isEmpty() || ref(parent).isRequest())
        return false;
    return data->hasFormat(entriesType) || !presetFilesOf(*data).isEmpty();
}

bool PresetsModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const PresetTarget target = targetAt(row, parent);
    if (data->hasFormat(entriesType))
        Q_EMIT entriesDropped(unpacked(data->data(entriesType)), target, action == Qt::CopyAction);
    else
        Q_EMIT filesDropped(presetFilesOf(*data), target.into);
    return false; // so that the view takes nothing out by itself
}

} // namespace gui
