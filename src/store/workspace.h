// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace store {

/// One file of a workspace folder, as listed.
struct WorkspaceFile {
    QString path; ///< relative to the folder, with '/'
    qint64 size = 0;
    qint64 modifiedMs = 0;
    QString problem; ///< why it is not read: a link, a device, too large; "" for an ordinary file

    bool operator==(const WorkspaceFile &) const = default;
};

/// What a workspace folder holds, in the order in which it is shown.
struct WorkspaceListing {
    QStringList folders; ///< empty ones included; each behind the one it lies in
    QList<WorkspaceFile> files;
    QStringList environmentFolders; ///< "" is the workspace itself
    bool complete = true; ///< false: there was more than anybody keeps presets in
};

/// A file's bytes and the stamp that tells whether somebody changed it since.
struct FileSnapshot {
    QByteArray bytes;
    QByteArray sha256;
};

/// A folder of `.http` files. Works on bytes; what is in them is interop's business. Never follows a path or
/// a symbolic link out of the folder; never overwrites a file that changed since it was read
/// (Errc::Conflict). The private environment file is always its owner's alone, and where a repository would
/// take it along, a line of `.gitignore` beside it keeps it out; so writing it may run git.
class Workspace
{
public:
    explicit Workspace(QString folder);

    const QString &folder() const { return m_folder; }
    /// Every `.http` and `.rest` file that can be read, folders first, by name. Hidden folders and
    /// node_modules are left out.
    dcs::Result<QList<WorkspaceFile>> list() const;
    /// The folders too, and the files that are not read, with the reason.
    dcs::Result<WorkspaceListing> scan() const;
    dcs::Result<FileSnapshot> read(const QString &path) const;
    /// `expected`: sha256 of what was read; empty: the file must not exist yet.
    dcs::Result<FileSnapshot> write(
        const QString &path, const QByteArray &bytes, const QByteArray &expected) const;
    dcs::Result<void> rename(const QString &from, const QString &to) const;
    /// A file or folder to another workspace; rename() if it is the same one.
    dcs::Result<void> moveTo(const QString &from, const Workspace &other, const QString &to) const;
    /// The place in the bin, for restore().
    dcs::Result<QString> moveToTrash(const QString &path) const;
    dcs::Result<void> restore(const QString &inTrash, const QString &path) const;
    dcs::Result<void> makeFolder(const QString &path) const;
    /// Bytes of http-client.env.json (or the private one) of the workspace or one of its folders, "" if there
    /// is none.
    dcs::Result<QByteArray> environmentFile(bool privateOne, const QString &folder = {}) const;

    /// Writes the whole file of the workspace.
    dcs::Result<void> writeEnvironmentFile(bool privateOne, const QByteArray &bytes) const;
    static QString environmentFileName(bool privateOne);
    static bool isPresetFile(const QString &path); ///< by its name
    /// A file name that every system takes, made of a preset's name; without suffix.
    static QString fileNameFor(const QString &name);

private:
    dcs::Result<QString> absolute(const QString &path) const;
    static dcs::Result<void> put(const QString &file, const QByteArray &bytes);
    QString m_folder;
};

} // namespace store
