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

} // namespace gui
