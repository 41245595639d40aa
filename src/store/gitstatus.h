// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace store {

/// What git says about the preset files of a folder. Empty where there is no repository or no git: nobody
/// needs one. Only looks: takes no lock, writes no index, and starts no program that a repository's own
/// settings name (hooks, file system monitors, filters, text converters).
struct GitStatus {
    enum class State { Modified, New };

    struct File {
        State state = State::Modified;
        QByteArray committed; ///< the file as last committed; "" for a new one
    };
    bool inRepository = false;
    QHash<QString, File> files; ///< those that differ from the last commit, by path in the folder

    /// Runs git and waits for it, at most some seconds: not for the window's thread.
    static GitStatus of(const QString &folder);

    enum class Tracking { NoRepository, Tracked, Ignored, Untracked };
    static Tracking stateOf(const QString &folder, const QString &path);
};

} // namespace store
