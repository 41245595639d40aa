// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/editedfiles.h"

namespace gui {

using Change = store::WorkspaceChange;

interop::HttpFile *EditedFiles::open(const QString &folder, const QString &path, bool make)
{
    const Key key{folder, path};
    if (const auto known = m_files.find(key); known != m_files.end())
        return &known->second.file;
    const store::Workspace workspace(folder);
    auto opened = make ? OpenFile::readOrNew(workspace, path) : OpenFile::read(workspace, path);
    if (!opened) {
        m_error = opened.error();
        return nullptr;
    }
    return &m_files.emplace(key, *std::move(opened)).first->second.file;
}

dcs::Result<QList<Change>> EditedFiles::write()
{
    QList<Change> changes;
    for (const auto &[key, opened] : m_files) {
        const auto change = write(key, opened);
        if (!change) {
            (void)store::takeBack(
                changes); // what cannot be put back either is told by the error all the same
            return change.error();
        }
        if (*change)
            changes.append(**change);
    }
    return changes;
}

dcs::Result<std::optional<Change>> EditedFiles::write(const Key &key, const OpenFile &opened) const
{
    const auto &[folder, path] = key;
    const store::Workspace workspace(folder);
    const QByteArray bytes = opened.file.bytes();
    const bool isNew = opened.snapshot.sha256.isEmpty();
    if (bytes == opened.snapshot.bytes && !isNew)
        return std::optional<Change>();
    if (opened.file.presets().isEmpty() && !isNew) {
        const auto gone = workspace.moveToTrash(path);
        if (!gone)
            return gone.error();
        return std::optional(Change{Change::Kind::Trashed, folder, path, {}, *gone, {}, {}});
    }
    const auto written = workspace.write(path, bytes, opened.snapshot.sha256);
    if (!written)
        return written.error();
    return std::optional(Change{Change::Kind::Written, folder, path, {}, {},
        isNew ? std::nullopt : std::optional(opened.snapshot.bytes), bytes});
}

} // namespace gui
