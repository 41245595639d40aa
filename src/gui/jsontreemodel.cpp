// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/jsontreemodel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"

namespace gui {

using namespace Qt::StringLiterals;
using dcs::JsonValue;

namespace {

constexpr int page = 500; // rows fetched at a time

bool isContainer(const JsonValue &value)
{
    return value.kind() == JsonValue::Kind::Object || value.kind() == JsonValue::Kind::Array;
}

} // namespace

struct JsonTreeModel::Node {
    JsonValue value;
    Node *parent = nullptr;
    int row = 0;
    JsonValue next; ///< first child that is not fetched yet
    std::vector<std::unique_ptr<Node>> children;
};

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setDocument(std::shared_ptr<const dcs::JsonDocument> document)
{
    beginResetModel();
    m_document = std::move(document);
    m_root = std::make_unique<Node>();
    if (m_document && m_document->exists()) {
        auto top = std::make_unique<Node>();
        top->value = m_document->root();
        top->parent = m_root.get();
        top->next = top->value.firstChild();
        m_root->children.push_back(std::move(top));
    }
    endResetModel();
}

JsonTreeModel::Node *JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (parent.column() > 0 || row < 0 || column < 0 || column >= ColumnCount || row >= int(node->children.size()))
        return {};
    return createIndex(row, column, node->children[size_t(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    const Node *parent = index.isValid() ? nodeOf(index)->parent : nullptr;
    if (!parent || parent == m_root.get())
        return {};
    return createIndex(parent->row, 0, const_cast<Node *>(parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_root->children.empty();
    return parent.column() == 0 && nodeOf(parent)->value.firstChild().exists();
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && parent.column() == 0 && nodeOf(parent)->next.exists();
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    Node *node = nodeOf(parent);
    std::vector<std::unique_ptr<Node>> more;
    const int first = int(node->children.size());
    JsonValue child = node->next;
    for (int i = 0; i < page && child.exists(); ++i, child = child.next()) {
        auto made = std::make_unique<Node>();
        made->value = child;
        made->parent = node;
        made->row = first + i;
        made->next = child.firstChild();
        more.push_back(std::move(made));
    }
    if (more.empty())
        return;
    beginInsertRows(parent, first, first + int(more.size()) - 1);
    node->next = child;
    for (auto &made : more)
        node->children.push_back(std::move(made));
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeOf(index);
    const JsonValue &value = node->value;
    if (role == PathRole)
        return value.path();
    if (role == RawRole)
        return QString::fromUtf8(value.raw());
    if (role == Qt::ToolTipRole)
        return plainToolTip(value.path());
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == KeyColumn) {
        if (node->parent == m_root.get())
            return u"$"_s;
        return node->parent->value.kind() == JsonValue::Kind::Array ? u"[%1]"_s.arg(node->row) : dcs::visible(value.key());
    }
    if (isContainer(value)) {
        const int size = int(value.size());
        return value.kind() == JsonValue::Kind::Object ? tr("{ %n key(s) }", nullptr, size) : tr("[ %n element(s) ]", nullptr, size);
    }
    return dcs::visible(QString::fromUtf8(value.raw().first(std::min<qsizetype>(value.raw().size(), 2000))));
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Key") : tr("Value");
}

} // namespace gui
