// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/workspacechange.h"

#include "store/workspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace store {

namespace {

using Kind = WorkspaceChange::Kind;

dcs::Result<WorkspaceChange> trash(const Workspace &workspace, const QString &path)
{
    const auto gone = workspace.moveToTrash(path);
    if (!gone)
        return gone.error();
    return WorkspaceChange{Kind::Trashed, workspace.folder(), path, {}, *gone, {}, {}};
}

dcs::Result<WorkspaceChange> rewrite(const Workspace &workspace, const WorkspaceChange &change)
{
    const auto now = workspace.read(change.path);
    if (!now)
        return now.error();
    if (now->bytes != change.after) {
        return dcs::Error{dcs::Errc::Conflict,
            QStringLiteral("“%1” was changed by another program since.").arg(change.path),
            QStringLiteral("It stays as it is."), {}};
    }
    if (!change.before)
        return trash(workspace, change.path);
    if (const auto written = workspace.write(change.path, *change.before, now->sha256); !written)
        return written.error();
    return WorkspaceChange{Kind::Written, change.folder, change.path, {}, {}, change.after, *change.before};
}

dcs::Result<WorkspaceChange> renameBack(const WorkspaceChange &change)
{
    const auto done = Workspace(change.toFolder).moveTo(change.to, Workspace(change.folder), change.path);
    if (!done)
        return done.error();
    return WorkspaceChange{Kind::Renamed, change.toFolder, change.to, change.folder, change.path, {}, {}};
}

} // namespace

dcs::Result<WorkspaceChange> takeBack(const WorkspaceChange &change)
{
    const Workspace workspace(change.folder);
    switch (change.kind) {
    case Kind::Written:
        return rewrite(workspace, change);
    case Kind::Renamed:
        return renameBack(change);
    case Kind::Made:
        return trash(workspace, change.path);
    case Kind::Trashed:
        break;
    }
    if (const auto back = workspace.restore(change.to, change.path); !back)
        return back.error();
    return WorkspaceChange{Kind::Made, change.folder, change.path, {}, {}, {}, {}};
}

dcs::Result<QList<WorkspaceChange>> takeBack(const QList<WorkspaceChange> &changes)
{
    QList<WorkspaceChange> out;
    for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
        auto taken = takeBack(*change);
        if (!taken)
            return taken.error();
        out.append(*std::move(taken));
    }
    return out;
}

} // namespace store
