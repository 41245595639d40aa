// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace gui {

/// Tells when something in the open workspaces may have changed. Each watched path costs a handle of the
/// system and those are few: what is beyond them is looked at every few seconds, and whenever the program
/// comes to the front.
class WorkspaceWatch : public QObject
{
    Q_OBJECT
public:
    explicit WorkspaceWatch(QObject *parent = nullptr);

    /// The most important first.
    void watch(const QStringList &paths);

Q_SIGNALS:
    void changed(); ///< once for many changes at a time
    void mayHaveChanged(); ///< nobody knows

private:
    void addSome();

    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
    QTimer m_adding;
    QStringList m_toAdd;
};

} // namespace gui
