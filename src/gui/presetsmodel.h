// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/workspace.h"

#include <QAbstractItemModel>

#include <vector>

namespace gui {

/// What a scan of the workspace found, as values: folders, files, requests.
struct PresetTree {
    struct Node {
        QString name;
        QString path; ///< of the file or folder
        int preset = -1; ///< request of the file
        QString tip;
        int parent = -1;
        int row = 0;
        std::vector<int> children;

        bool operator==(const Node &) const = default;
    };
    std::vector<Node> nodes; ///< the first is the workspace itself
    QStringList files;
    QString problem;

    bool operator==(const PresetTree &) const = default;
    /// Reads every file; for the thread pool.
    static PresetTree scan(const store::Workspace &workspace);
};

/// The presets of a workspace as a tree.
class PresetsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, PresetRole };

    explicit PresetsModel(QObject *parent = nullptr);

    void setTree(PresetTree tree);
    const PresetTree &tree() const { return m_tree; }
    QModelIndex find(const QString &path, int preset) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const PresetTree::Node &node(const QModelIndex &index) const;

    PresetTree m_tree;
};

} // namespace gui
