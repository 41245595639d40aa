// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "interop/environment.h"

#include <QMap>
#include <QObject>

namespace gui {

struct PresetPlace;

/// The environments of the open workspaces, the one that is chosen for all calls of the window, and what
/// answers gave up by `# @capture` in this session.
class Environments : public QObject
{
    Q_OBJECT
public:
    using ByFolder = QMap<QString, dcs::Result<QList<interop::Environment>>>;
    using QObject::QObject;

    void setRoot(const QString &folder) { m_root = folder; } ///< whose environments a call of no file has
    void set(const ByFolder &byFolder);
    /// Those of the file's folder, or of the next one above it that has some, up to its workspace.
    const QList<interop::Environment> &list(const PresetPlace &place) const;
    const QList<interop::Environment> &list() const;
    const interop::Environment *current(const PresetPlace &place) const; ///< null: none
    const interop::Environment *current() const;
    QString currentName() const { return m_current; }
    void choose(const QString &name); ///< "" for none
    QString folderOf(const PresetPlace &place) const; ///< where its environment files are or would be

    /// For {{variables}} of that file: what was captured wins over its own lines, those over the environment.
    QMap<QString, QString> valuesFor(const PresetPlace &place) const;
    const QMap<QString, QString> &captured() const { return m_captured; }
    void capture(const QMap<QString, QString> &values);
    void forgetCaptured();

    /// Somebody said yes to sending to this live environment since the program started.
    bool isConfirmed(const QString &name) const { return m_confirmed.contains(name); }
    void confirm(const QString &name) { m_confirmed.append(name); }

Q_SIGNALS:
    void changed();
    void failed(const dcs::Error &error); ///< a file that cannot be read

private:
    QString m_root;
    ByFolder m_byFolder;
    QString m_current;
    QMap<QString, QString> m_captured;
    QStringList m_confirmed;
    QStringList m_told;
};

} // namespace gui
