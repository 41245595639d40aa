// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/keychainanswer.h"

#include "batch/secrets.h"
#include "interop/environmentoptions.h"

#include <QEventLoop>

namespace cli {

namespace {

template <typename T, typename Ask>
dcs::Result<T> waitFor(const Ask &ask)
{
    QEventLoop loop;
    dcs::Result<T> out = dcs::Error{};
    ask(&loop, [&](const dcs::Result<T> &answer) {
        out = answer;
        loop.quit();
    });
    loop.exec();
    return out;
}

} // namespace

dcs::Result<void> writeSecret(store::Keychain &keychain, const QString &name, const QString &value)
{
    return waitFor<void>(
        [&](QObject *context, const auto &done) { keychain.write(name, value, context, done); });
}

dcs::Result<void> removeSecret(store::Keychain &keychain, const QString &name)
{
    return waitFor<void>([&](QObject *context, const auto &done) { keychain.remove(name, context, done); });
}

dcs::Result<dcs::SendOptions> withProxySecrets(store::Keychain &keychain, const dcs::SendOptions &options)
{
    const auto complete = interop::completeOptions(options, {}, {}, {});
    if (!complete)
        return complete;
    return waitFor<dcs::SendOptions>([&](QObject *context, const auto &done) {
        batch::withProxySecrets(&keychain, *complete, context, done);
    });
}

} // namespace cli
