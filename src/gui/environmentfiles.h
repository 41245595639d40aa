// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/environment.h"
#include "store/workspace.h"

#include <QMap>

namespace interop {
class EnvironmentText;
}

namespace gui {

/// The two environment files of a folder as they were read, so that what is edited can be written over them.
struct EnvironmentFiles {
    struct File {
        QByteArray bytes;
        QByteArray sha256; ///< "": there is none yet
    };
    /// Values of one environment as a person edits them.
    struct Edited {
        QString name;
        QString before; ///< its name in the files; "" for a new one
        QMap<QString, QString> values;
        QStringList privateNames;
        bool live = false;
        QString color;

        bool operator==(const Edited &) const = default;
    };

    QString folder;
    File shared;
    File secret;
    QList<Edited> environments; ///< "$shared" among them, if there is one

    // Files are read and written: not for the window's thread.
    static dcs::Result<EnvironmentFiles> read(const QString &folder);
    /// Changes the bytes that must change. Errc::Conflict where another program was faster.
    dcs::Result<void> write(const QList<Edited> &after) const;

private:
    void renameAndRemove(interop::EnvironmentText &text, const QList<Edited> &after) const;
    /// The stamp of what was written; "" if nothing had to be.
    dcs::Result<QByteArray> writeOne(bool privateOne, const QList<Edited> &after) const;
};

} // namespace gui
