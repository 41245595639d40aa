// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetpath.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::PresetEdits)
};

} // namespace

QString nameOf(const QString &path)
{
    return path.section(u'/', -1);
}

QString parentOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

QString joinPath(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

QString titleOf(const interop::Preset &preset)
{
    return preset.title.isEmpty() ? preset.name : preset.title;
}

QString freeName(const QString &name, const std::function<bool(const QString &)> &isTaken)
{
    QString at = name;
    for (int n = 1; isTaken(at); ++n)
        at = n == 1 ? Text::tr("%1 copy").arg(name) : Text::tr("%1 copy %2").arg(name, QString::number(n));
    return at;
}

QString freePath(const store::Workspace &workspace, const QString &folder, const QString &fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QString suffix = dot > 0 ? fileName.mid(dot) : QString();
    const QString stem = freeName(fileName.chopped(suffix.size()), [&](const QString &name) {
        return QFileInfo::exists(workspace.folder() + u'/' + joinPath(folder, name + suffix));
    });
    return joinPath(folder, stem + suffix);
}

} // namespace gui
