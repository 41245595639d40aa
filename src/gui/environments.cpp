// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/environments.h"

#include "store/workspace.h"

namespace gui {

dcs::Result<void> Environments::read(const store::Workspace &workspace)
{
    const auto shared = workspace.environmentFile(false);
    if (!shared)
        return shared.error();
    const auto privateOne = workspace.environmentFile(true);
    if (!privateOne)
        return privateOne.error();
    const auto list = interop::readEnvironments(*shared, *privateOne);
    if (!list)
        return list.error();
    m_list = *list;
    Q_EMIT changed();
    return {};
}

const interop::Environment *Environments::current() const
{
    for (const interop::Environment &environment : m_list) {
        if (environment.name == m_current)
            return &environment;
    }
    return nullptr;
}

void Environments::choose(const QString &name)
{
    if (name == m_current)
        return;
    m_current = name;
    Q_EMIT changed();
}

} // namespace gui
