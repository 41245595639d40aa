// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/secrets.h"

#include "interop/secretmark.h"
#include "store/keychain.h"

#include <QPointer>

namespace batch {

using namespace Qt::StringLiterals;

namespace {

using Values = QMap<QString, QString>;
using Done = std::function<void(const dcs::Result<Values> &)>;

void fetchRest(
    store::Keychain &keychain, QStringList names, Values values, QPointer<QObject> context, const Done &done)
{
    if (names.isEmpty())
        return done(values);
    const QString name = names.takeFirst();
    keychain.read(name, context,
        [&keychain, name, names, values, context, done](const dcs::Result<QString> &value) mutable {
            if (!value)
                return done(value.error());
            values.insert(name, *value);
            fetchRest(keychain, names, values, context, done);
        });
}

} // namespace

void fetchSecrets(store::Keychain *keychain, const QStringList &names, QObject *context, const Done &done)
{
    if (keychain && !names.isEmpty())
        return fetchRest(*keychain, names, {}, context, done);
    const dcs::Error none{dcs::Errc::Unsupported,
        u"The call names a secret, and there is no keychain here."_s,
        u"Send it from the window or with dcs send."_s, {}};
    const dcs::Result<Values> result = names.isEmpty() ? dcs::Result<Values>(Values()) : none;
    QMetaObject::invokeMethod(
        context, [done, result] { done(result); }, Qt::QueuedConnection);
}

void withProxySecrets(store::Keychain *keychain, const dcs::SendOptions &options, QObject *context,
    const std::function<void(const dcs::Result<dcs::SendOptions> &)> &done)
{
    fetchSecrets(keychain, interop::secretsOf({}, options), context,
        [options, done](const dcs::Result<Values> &values) {
            if (!values)
                return done(values.error());
            dcs::SendOptions filled = options;
            dcs::WireRequest none;
            const auto fits = interop::fillSecrets(none, filled, *values);
            done(fits ? dcs::Result<dcs::SendOptions>(filled) : fits.error());
        });
}

} // namespace batch
