// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/services.h"

#include "batch/cookiefile.h"
#include "batch/recordedsend.h"
#include "gui/draft.h"
#include "gui/prompts.h"
#include "gui/settingkeys.h"
#include "interop/environmentoptions.h"
#include "store/historythread.h"
#include "store/keychain.h"
#include "transport/wiremanager.h"

#include <QDir>
#include <QFileInfo>

namespace gui {

namespace {

QString absoluteFolder(const QString &folder)
{
    return store::Workspace(folder).folder();
}

QStringList foldersOf(const store::Settings &settings, const QString &chosen, const QString &own)
{
    QStringList folders = chosen.isEmpty() ? settings.get(settings::workspaceFolders) : QStringList{chosen};
    if (folders.isEmpty() && !settings.get(settings::workspaceFolder).isEmpty())
        folders.append(settings.get(settings::workspaceFolder));
    if (folders.isEmpty())
        folders.append(own);
    for (QString &folder : folders)
        folder = absoluteFolder(folder);
    folders.removeDuplicates();
    return folders;
}

} // namespace

Services::Services(const dcs::Catalogue &catalogue, const QString &dataFolder, const QString &workspaceFolder,
    QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_dataFolder(dataFolder)
    , m_settings(dataFolder)
    , m_folders(foldersOf(m_settings, workspaceFolder, dataFolder + QStringLiteral("/presets")))
    , m_sandbox(catalogue, dataFolder + QStringLiteral("/sandbox"))
{
    m_environments.setRoot(m_folders.first());
}

Services::~Services() = default;

store::HistoryThread &Services::history()
{
    if (!m_history)
        m_history = std::make_unique<store::HistoryThread>(m_dataFolder);
    return *m_history;
}

transport::WireManager &Services::network()
{
    if (!m_network)
        m_network = std::make_unique<transport::WireManager>();
    return *m_network;
}

QString Services::ownFolder() const
{
    return absoluteFolder(m_dataFolder + QStringLiteral("/presets"));
}

void Services::openWorkspaceFolder(const QString &folder)
{
    QStringList folders = m_folders;
    // The program's own folder makes place as long as nobody keeps anything in it.
    if (folders == QStringList{ownFolder()}
        && QDir(ownFolder()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot))
        folders.clear();
    folders.append(absoluteFolder(folder));
    setFolders(folders);
}

void Services::closeWorkspaceFolder(const QString &folder)
{
    QStringList folders = m_folders;
    folders.removeAll(folder);
    setFolders(folders.isEmpty() ? QStringList{ownFolder()} : folders);
}

void Services::setFolders(const QStringList &folders)
{
    m_folders = folders;
    m_folders.removeDuplicates();
    m_settings.set(settings::workspaceFolders, m_folders);
    m_environments.setRoot(m_folders.first());
    Q_EMIT workspaceChanged();
}

std::pair<QString, QString> Services::placeOfFile(const QString &fileName) const
{
    const QFileInfo info(fileName);
    const QString file
        = info.canonicalFilePath().isEmpty() ? info.absoluteFilePath() : info.canonicalFilePath();
    for (const QString &folder : m_folders) {
        const QString root = QFileInfo(folder).canonicalFilePath();
        if (!root.isEmpty() && file.startsWith(root + u'/'))
            return {folder, file.mid(root.size() + 1)};
    }
    return {QFileInfo(file).path(), QFileInfo(file).fileName()};
}

void Services::addLooseFile(const QString &folder)
{
    if (m_folders.contains(folder) || m_looseFolders.contains(folder))
        return;
    m_looseFolders.append(folder);
    Q_EMIT workspaceChanged();
}

void Services::setPrompts(std::unique_ptr<Prompts> prompts)
{
    m_prompts = std::move(prompts);
}

store::Keychain &Services::keychain()
{
    if (!m_keychain)
        m_keychain = std::make_unique<store::Keychain>(m_dataFolder);
    return *m_keychain;
}

batch::CookieFile &Services::cookies(const PresetPlace &place)
{
    const QString folder = m_environments.folderOf(place);
    std::unique_ptr<batch::CookieFile> &jar = m_jars[folder + u'\n' + m_environments.currentName()];
    if (!jar) {
        jar = std::make_unique<batch::CookieFile>(m_dataFolder, folder, m_environments.currentName());
        connect(jar.get(), &batch::CookieFile::changed, this, &Services::cookiesChanged);
        connect(jar.get(), &batch::CookieFile::failed, this, &Services::failed);
    }
    return *jar;
}

void Services::addCookies(const Draft &draft, const PresetPlace &place, dcs::Call &call)
{
    const auto options = sendOptions(draft, place);
    if (options && options->cookies == dcs::SendOptions::Cookies::On)
        cookies(place).addTo(call);
}

void Services::equip(batch::RecordedSend &send, const dcs::Call &call, const dcs::SendOptions &options,
    const PresetPlace &place)
{
    send.setKeychain(&keychain());
    if (options.cookies == dcs::SendOptions::Cookies::On)
        send.setCookies(&cookies(place), batch::hasCookieHeader(call));
}

dcs::Result<dcs::SendOptions> Services::sendOptions(const Draft &draft, const PresetPlace &place) const
{
    dcs::SendOptions options = draft.options;
    const QString folder = m_environments.folderOf(place);
    interop::anchorFiles(
        options, place.isPreset() ? QFileInfo(place.folder + u'/' + place.path).absolutePath() : folder);
    const interop::Environment *environment = m_environments.current(place);
    const auto complete
        = interop::completeOptions(options, environment ? environment->sending : QMap<QString, QString>(),
            m_environments.valuesFor(place), folder);
    if (!complete)
        return complete;
    options = *complete;
    if (!draft.sandbox)
        return options;
    if (draft.options.proxy.kind == dcs::SendOptions::Proxy::Kind::Unset)
        options.proxy = {}; // the environment's would not find the simulator on this machine
    options.connectTo
        = dcs::HostPort{QStringLiteral("127.0.0.1"), draft.call.tls ? m_sandbox.tlsPort() : m_sandbox.port()};
    if (draft.call.tls && options.caFile.isEmpty())
        options.caFile = m_sandbox.caFile();
    return options;
}

bool Services::mayGoLive(const PresetPlace &place)
{
    const interop::Environment *current = m_environments.current(place);
    if (!current || !current->live || m_environments.isConfirmed(current->name))
        return true;
    if (!m_prompts->confirm(tr("Send to a live system"),
            tr("The environment “%1” is live: the DCS counts this call for real users.").arg(current->name),
            tr("Send live")))
        return false;
    m_environments.confirm(current->name);
    return true;
}

void Services::withSandbox(QObject *context, const std::function<void(const dcs::Result<void> &)> &go)
{
    if (m_sandbox.isRunning())
        return go({});
    auto *waiting = new QObject(context); // both connections end with it
    connect(&m_sandbox, &BuiltInSandbox::started, waiting, [waiting, go] {
        waiting->deleteLater();
        go({});
    });
    connect(&m_sandbox, &BuiltInSandbox::failed, waiting, [waiting, go](const dcs::Error &error) {
        waiting->deleteLater();
        go(error);
    });
    m_sandbox.start();
}

} // namespace gui
