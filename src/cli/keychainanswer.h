// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/sendoptions.h"
#include "store/keychain.h"

namespace cli {

// The keychain's answers, waited for: a command line has nothing else to do meanwhile.
dcs::Result<void> writeSecret(store::Keychain &keychain, const QString &name, const QString &value);
dcs::Result<void> removeSecret(store::Keychain &keychain, const QString &name);

/// For calls that are not recorded: the secrets that user and password of the proxy name, in their place.
dcs::Result<dcs::SendOptions> withProxySecrets(store::Keychain &keychain, const dcs::SendOptions &options);

} // namespace cli
