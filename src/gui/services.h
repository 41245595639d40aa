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
#include <map>
#include <memory>

namespace store {
class HistoryThread;
class Keychain;
}
namespace batch {
class CookieFile;
class RecordedSend;
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

    /// How the draft travels now: what it leaves open comes from the environment, and the sandbox's address
    /// and CA where that is chosen. An error names what of the environment cannot be read.
    dcs::Result<dcs::SendOptions> sendOptions(const Draft &draft, const PresetPlace &place) const;
    store::Keychain &keychain();
    /// The jar of the environment that is chosen for calls of that place.
    batch::CookieFile &cookies(const PresetPlace &place);
    void addCookies(const Draft &draft, const PresetPlace &place, dcs::Call &call);
    /// Gives a call that is about to be sent its keychain and, if it uses one, its jar. `call`: without the
    /// jar's cookies.
    void equip(batch::RecordedSend &send, const dcs::Call &call, const dcs::SendOptions &options,
        const PresetPlace &place);
    /// Whether something may be sent outside the sandbox: a live environment asks once.
    bool mayGoLive(const PresetPlace &place);
    /// Calls `go` once the sandbox runs, now if it does; with the error where it cannot. Dropped with the
    /// context.
    void withSandbox(QObject *context, const std::function<void(const dcs::Result<void> &)> &go);

Q_SIGNALS:
    void workspaceChanged();
    void cookiesChanged();
    void failed(const dcs::Error &error); ///< of the cookie jar

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
    std::unique_ptr<store::Keychain> m_keychain;
    std::map<QString, std::unique_ptr<batch::CookieFile>> m_jars; ///< by environment: calls hold on to theirs
};

} // namespace gui
