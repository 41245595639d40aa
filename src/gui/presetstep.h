// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/editedfiles.h"
#include "gui/presetedits.h"

namespace gui {

/// One step over several entries of the tree: takes requests out of their files and puts them into others,
/// moves and copies files and folders. Used once.
class PresetStep
{
public:
    explicit PresetStep(const QList<PresetRef> &entries);

    dcs::Result<PresetEdit> remove();
    dcs::Result<PresetEdit> duplicate();
    dcs::Result<PresetEdit> put(const PresetTarget &target, bool copy);

private:
    QString firstName();
    dcs::Result<void> takeOut();
    dcs::Result<void> putRequests(const PresetTarget &target, bool copy);
    dcs::Result<void> putIntoFile(const PresetRef &file, int before, bool copy);
    dcs::Result<void> putIntoFolder(const PresetRef &folder, bool copy);
    dcs::Result<void> putEntry(const PresetRef &entry, const PresetRef &folder, bool copy);
    dcs::Result<void> copyFolder(const PresetRef &entry, const store::Workspace &to, const QString &path);
    dcs::Result<void> copyFile(const PresetRef &entry, const store::Workspace &to, const QString &path);
    dcs::Result<PresetEdit> finish(const QString &text, dcs::Result<void> done);
    void noticeLostVariables(const interop::HttpFile &from, int index, const interop::HttpFile &to);

    QList<PresetRef> m_entries;
    QList<PresetRef> m_requests;
    EditedFiles m_files;
    PresetEdit m_edit;
    QStringList m_lost;
};

} // namespace gui
