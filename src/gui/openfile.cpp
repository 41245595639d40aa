// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/openfile.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::PresetFiles)
};

using dcs::Error; // behind a qualified return type, lupdate takes the texts for those of another context

} // namespace

dcs::Result<OpenFile> OpenFile::read(const store::Workspace &workspace, const QString &path)
{
    auto snapshot = workspace.read(path);
    if (!snapshot)
        return snapshot.error();
    interop::HttpFile file = interop::HttpFile::parse(snapshot->bytes);
    return OpenFile{*std::move(snapshot), std::move(file)};
}

dcs::Result<OpenFile> OpenFile::readOrNew(const store::Workspace &workspace, const QString &path)
{
    auto there = read(workspace, path);
    if (!there && there.error().code == dcs::Errc::NotFound)
        return OpenFile{};
    return there;
}

Error noSuchPreset(const QString &path)
{
    return {dcs::Errc::NotFound, Text::tr("The file “%1” no longer has that request.").arg(path),
        Text::tr("Open it again from the list of presets."), {}};
}

} // namespace gui
