// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/sendoptions.h"
#include "gui/builtinsandbox.h"
#include "gui/environments.h"
#include "gui/inorder.h"
#include "store/settings.h"
#include "store/workspace.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace store {
class HistoryThread;
}
namespace transport {
class WireManager;
}

namespace gui {

struct Draft;
struct PresetPlace;
class Prompts;

/// What the parts of one window share. Threads, database and sockets start when they are first asked for,
/// none of them before the window is painted.
class Services : public QObject
{
    Q_OBJECT
public:
    Services(const dcs::Catalogue &catalogue, const QString &dataFolder, const QString &workspaceFolder,
        QObject *parent = nullptr);
    ~Services() override;

    const dcs::Catalogue &catalogue() const { return m_catalogue; }
    const QString &dataFolder() const { return m_dataFolder; }
    store::Settings &settings() { return m_settings; }
    store::HistoryThread &history();
    transport::WireManager &network();
    BuiltInSandbox &sandbox() { return m_sandbox; }
    InOrder &files() { return m_files; } ///< the user's files are written one after the other
    Environments &environments() { return m_environments; }
    /// The first of the open workspaces: what is named without a folder lies there.
    store::Workspace workspace() const { return store::Workspace(m_folders.first()); }
    const QStringList &workspaceFolders() const { return m_folders; } ///< never empty; absolute
    void openWorkspaceFolder(const QString &folder);
    void closeWorkspaceFolder(const QString &folder); ///< the last one makes place for the program's own
    /// The workspace that holds a file and the path in it; a file outside all of them has its own folder.
    std::pair<QString, QString> placeOfFile(const QString &fileName) const;
    const QStringList &foldersOfLooseFiles() const { return m_looseFolders; }
    void addLooseFile(const QString &folder);

    Prompts &prompts() { return *m_prompts; }
    void setPrompts(std::unique_ptr<Prompts> prompts);

    /// How the draft travels now: the sandbox's address and CA filled in where it is chosen.
    dcs::SendOptions sendOptions(const Draft &draft) const;
    /// Whether something may be sent outside the sandbox: a live environment asks once.
    bool mayGoLive(const PresetPlace &place);
    /// Calls `go` once the sandbox runs, now if it does; with the error where it cannot. Dropped with the
    /// context.
    void withSandbox(QObject *context, const std::function<void(const dcs::Result<void> &)> &go);

Q_SIGNALS:
    void workspaceChanged();

private:
    void setFolders(const QStringList &folders);
    QString ownFolder() const;

    const dcs::Catalogue &m_catalogue;
    QString m_dataFolder;
    store::Settings m_settings;
    QStringList m_folders;
    QStringList m_looseFolders;
    BuiltInSandbox m_sandbox;
    Environments m_environments;
    std::unique_ptr<store::HistoryThread> m_history;
    std::unique_ptr<transport::WireManager> m_network;
    std::unique_ptr<Prompts> m_prompts;
    InOrder m_files;
};

} // namespace gui
