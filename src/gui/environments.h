// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "interop/environment.h"

#include <QObject>

#include <optional>

namespace store {
class Workspace;
}

namespace gui {

/// The environments of the workspace and the one that is chosen, for all calls of the window.
class Environments : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    dcs::Result<void> read(const store::Workspace &workspace);
    const QList<interop::Environment> &list() const { return m_list; }
    const interop::Environment *current() const; ///< null: none
    QString currentName() const { return m_current; }
    void choose(const QString &name); ///< "" for none

    /// Somebody said yes to sending to this live environment since the program started.
    bool isConfirmed(const QString &name) const { return m_confirmed.contains(name); }
    void confirm(const QString &name) { m_confirmed.append(name); }

Q_SIGNALS:
    void changed();

private:
    QList<interop::Environment> m_list;
    QString m_current;
    QStringList m_confirmed;
};

} // namespace gui
