// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace store {

/// What was done to one file or folder of a workspace, with what it takes to take it back.
struct WorkspaceChange {
    enum class Kind {
        Written, ///< `after` stands in the place of `before`
        Renamed, ///< `path` is `to` now
        Trashed, ///< `to` is its place in the bin
        Made, ///< a folder, or what came out of the bin again
    };

    Kind kind = Kind::Written;
    QString folder; ///< of the workspace
    QString path;
    QString toFolder; ///< of Renamed: the workspace of `to`
    QString to;
    std::optional<QByteArray> before; ///< of Written; nothing: the file was not there
    QByteArray after;
};

/// Does the opposite, and gives what takes that back. Errc::Conflict where somebody changed the file since.
dcs::Result<WorkspaceChange> takeBack(const WorkspaceChange &change);
/// All of one step, the last first. What failed stays, with all before it.
dcs::Result<QList<WorkspaceChange>> takeBack(const QList<WorkspaceChange> &changes);

} // namespace store
