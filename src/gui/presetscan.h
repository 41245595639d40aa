// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/presetedits.h"
#include "interop/environment.h"
#include "store/gitstatus.h"

#include <QHash>
#include <QMap>

#include <memory>
#include <vector>

namespace gui {

/// The presets of all open workspaces as a tree of values: what a scan found, or what of it a search leaves.
struct PresetTree {
    struct Node {
        QString name;
        PresetRef ref;
        QString tip;
        QString text; ///< what a search looks through, folded
        size_t hash = 0; ///< of a request's bytes
        bool isProblem = false;
        int source = -1; ///< the node of the whole tree that this one stands for
        int parent = -1;
        int row = 0;
        std::vector<int> children;

        bool operator==(const Node &) const = default;
    };
    std::vector<Node> nodes; ///< the first is above all workspaces
    int requests = 0;
    QString problem;

    bool operator==(const PresetTree &) const = default;
    int add(int parent, Node node);
    int find(const PresetRef &ref) const; ///< the node, or -1
    QStringList files(const QString &folder) const;
    /// Of one workspace its own entries stand at the top, of several each has its own.
    bool hasGroups() const;
    PresetTree filtered(const QStringList &words) const; ///< all words, in any order

private:
    bool copyMatches(const PresetTree &from, int node, int into, const QStringList &words);
};
using PresetTreePtr = std::shared_ptr<const PresetTree>;

/// What the requests of one file say, kept as long as the file is as it was.
struct ScannedFile {
    qint64 size = 0;
    qint64 modifiedMs = 0;
    std::vector<PresetTree::Node> requests;
    QString problem;
};

/// One look at the folders of all open workspaces. Files that did not change since the look before are not
/// read again. For the thread pool.
struct PresetScan {
    PresetTreePtr tree;
    std::shared_ptr<const QHash<QString, ScannedFile>> files; ///< by absolute path
    QMap<QString, dcs::Result<QList<interop::Environment>>> environments; ///< by absolute folder
    QStringList watched; ///< folders and files whose changes matter, the most important first
    bool differs = true; ///< from the look before

    /// `loose`: folders of open files outside any workspace, for their environments.
    static PresetScan of(const QStringList &folders, const QStringList &loose, const PresetScan &before);
};

/// How each node of the tree differs from the last commit: 0 not at all, 'M' modified, 'N' new.
using PresetMarks = std::vector<char>;
PresetMarks gitMarks(const PresetTree &tree, const QStringList &folders);

} // namespace gui
