// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/presetscan.h"

#include <QAbstractItemModel>

#include <memory>

class QTemporaryDir;

namespace gui {

/// The presets of the open workspaces as a tree; shows a value that a scan or a search made. Drops are told,
/// not done: files change elsewhere, and the next scan shows it.
class PresetsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit PresetsModel(QObject *parent = nullptr);
    ~PresetsModel() override;

    void setTree(const PresetTreePtr &tree);
    const PresetTree &tree() const { return *m_tree; }
    void setMarks(PresetMarks marks); ///< of the whole tree
    void setFolders(const QStringList &folders) { m_folders = folders; }
    PresetRef ref(const QModelIndex &index) const; ///< of no index: the workspace, if there is one alone
    QModelIndex find(const PresetRef &ref) const;
    QModelIndex at(int node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction | Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

Q_SIGNALS:
    void entriesDropped(const QList<gui::PresetRef> &entries, const gui::PresetTarget &target, bool copy);
    void filesDropped(const QStringList &fileNames, const gui::PresetRef &into);

private:
    const PresetTree::Node &node(const QModelIndex &index) const;
    char mark(const PresetTree::Node &node) const;
    PresetTarget targetAt(int row, const QModelIndex &parent) const;
    QString exportedFile(const PresetRef &ref) const;

    PresetTreePtr m_tree;
    PresetMarks m_marks;
    QStringList m_folders;
    mutable std::unique_ptr<QTemporaryDir> m_dragged; ///< copies that a file manager may take
};

} // namespace gui
