// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/openfile.h"
#include "store/workspacechange.h"

#include <map>

namespace gui {

/// The files that one step changes: read when first asked for, written together at the end. If one cannot be
/// written, those before it are put back.
class EditedFiles
{
public:
    /// The file to edit; null, with error(), where it cannot be read. `make`: one that is not there begins
    /// empty.
    interop::HttpFile *open(const QString &folder, const QString &path, bool make = false);
    const std::optional<dcs::Error> &error() const { return m_error; }

    /// Writes what differs. A file that lost its last request goes to the bin.
    dcs::Result<QList<store::WorkspaceChange>> write();

private:
    using Key = std::pair<QString, QString>;

    dcs::Result<std::optional<store::WorkspaceChange>> write(const Key &key, const OpenFile &opened) const;

    std::map<Key, OpenFile> m_files;
    std::optional<dcs::Error> m_error;
};

} // namespace gui
