// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "dcs/sendoptions.h"

#include <QMap>
#include <QObject>
#include <QStringList>

#include <functional>

namespace store {
class Keychain;
}

namespace batch {

/// Values of secrets, by name, out of the keychain: asked one after the other, so that a locked one asks its
/// user once. `keychain` may be null. Dropped with the context; never answers from inside.
void fetchSecrets(store::Keychain *keychain, const QStringList &names, QObject *context,
    const std::function<void(const dcs::Result<QMap<QString, QString>> &)> &done);

/// For calls that are not recorded: the options with the secrets of the proxy in their place.
void withProxySecrets(store::Keychain *keychain, const dcs::SendOptions &options, QObject *context,
    const std::function<void(const dcs::Result<dcs::SendOptions> &)> &done);

} // namespace batch
