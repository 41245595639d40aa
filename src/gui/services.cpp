// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/services.h"

#include "gui/draft.h"
#include "gui/prompts.h"
#include "gui/settingkeys.h"
#include "store/historythread.h"
#include "transport/wiremanager.h"

namespace gui {

namespace {

QString workspaceOf(const store::Settings &settings, const QString &chosen, const QString &dataFolder)
{
    if (!chosen.isEmpty())
        return chosen;
    const QString remembered = settings.get(settings::workspaceFolder);
    return remembered.isEmpty() ? dataFolder + QStringLiteral("/presets") : remembered;
}

} // namespace

Services::Services(const dcs::Catalogue &catalogue, const QString &dataFolder, const QString &workspaceFolder,
    QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_dataFolder(dataFolder)
    , m_settings(dataFolder)
    , m_workspace(workspaceOf(m_settings, workspaceFolder, dataFolder))
    , m_sandbox(catalogue, dataFolder + QStringLiteral("/sandbox"))
{
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

void Services::setWorkspaceFolder(const QString &folder)
{
    m_workspace = store::Workspace(folder);
    m_settings.set(settings::workspaceFolder, folder);
    Q_EMIT workspaceChanged();
}

void Services::setPrompts(std::unique_ptr<Prompts> prompts)
{
    m_prompts = std::move(prompts);
}

dcs::SendOptions Services::sendOptions(const Draft &draft) const
{
    dcs::SendOptions options = draft.options;
    if (!draft.sandbox)
        return options;
    options.connectTo
        = dcs::HostPort{QStringLiteral("127.0.0.1"), draft.call.tls ? m_sandbox.tlsPort() : m_sandbox.port()};
    if (draft.call.tls && options.caFile.isEmpty())
        options.caFile = m_sandbox.caFile();
    return options;
}

bool Services::mayGoLive()
{
    const interop::Environment *current = m_environments.current();
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
