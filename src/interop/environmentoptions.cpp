// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/environmentoptions.h"

#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "interop/environment.h"
#include "interop/environmenttext.h"
#include "interop/proxytext.h"

#include <QDir>

namespace interop {

using namespace Qt::StringLiterals;

namespace {

using Cookies = dcs::SendOptions::Cookies;

dcs::Error wrong(const QString &key, const QString &value, const QString &remedy)
{
    return {dcs::Errc::InvalidInput,
        u"The environment's “%1” does not understand “%2”."_s.arg(key, dcs::visible(value, 80)), remedy, {}};
}

QString anchored(const QString &file, const QString &folder)
{
    return file.isEmpty() || folder.isEmpty() ? file : QDir(folder).absoluteFilePath(file);
}

/// What the environment says, read after its variables were filled in.
struct Said {
    const QMap<QString, QString> &sending;
    const QMap<QString, QString> &values;

    dcs::Result<QString> text(const QString &key) const
    {
        return resolveText(sending.value(key), values, Dynamic::real());
    }
};

dcs::Result<void> takeProxy(const Said &said, dcs::SendOptions &options)
{
    // Read before its variables are filled in: a value may hold an @ or a colon.
    const QString given = said.sending.value(u"dcs-proxy"_s);
    if (given.isEmpty() || options.proxy.kind != dcs::SendOptions::Proxy::Kind::Unset)
        return {};
    const QString text = given.startsWith(u"{{") && given.endsWith(u"}}")
        ? said.text(u"dcs-proxy"_s).value_or(given)
        : given;
    const auto proxy = readProxyText(text);
    if (!proxy)
        return wrong(u"dcs-proxy"_s, given, u"Write none, system, http://host:port or socks5://host:port."_s);
    options.proxy = *proxy;
    return {};
}

dcs::Result<void> takeFiles(const Said &said, const QString &folder, dcs::SendOptions &options)
{
    const auto take = [&](const QString &key, QString &target) -> dcs::Result<void> {
        auto file = said.text(key);
        if (!file)
            return file.error();
        target = anchored(*file, folder);
        return {};
    };
    if (options.caFile.isEmpty()) {
        if (auto taken = take(u"dcs-ca"_s, options.caFile); !taken)
            return taken;
    }
    if (!options.clientCertificateFile.isEmpty())
        return {}; // the key belongs to its certificate
    if (auto taken = take(u"dcs-cert"_s, options.clientCertificateFile); !taken)
        return taken;
    return options.clientKeyFile.isEmpty() ? take(u"dcs-key"_s, options.clientKeyFile) : dcs::Result<void>();
}

dcs::Result<void> takeCookies(const Said &said, dcs::SendOptions &options)
{
    const QString value = said.sending.value(u"dcs-cookies"_s);
    if (value.isEmpty() || options.cookies != Cookies::Unset)
        return {};
    if (value != u"true" && value != u"false")
        return wrong(u"dcs-cookies"_s, value, u"Write true or false."_s);
    options.cookies = value == u"true" ? Cookies::On : Cookies::Off;
    return {};
}

} // namespace

bool isSendingKey(QStringView key)
{
    return key == u"dcs-proxy" || key == u"dcs-ca" || key == u"dcs-cert" || key == u"dcs-key"
        || key == u"dcs-cookies";
}

dcs::Result<dcs::SendOptions> completeOptions(dcs::SendOptions options, const QMap<QString, QString> &sending,
    const QMap<QString, QString> &values, const QString &folder)
{
    for (QString *text : {&options.caFile, &options.clientCertificateFile, &options.clientKeyFile}) {
        auto resolved = resolveText(*text, values, Dynamic::real());
        if (!resolved)
            return resolved.error();
        *text = *resolved;
    }
    const Said said{sending, values};
    if (auto taken = takeProxy(said, options); !taken)
        return taken.error();
    if (auto taken = takeFiles(said, folder, options); !taken)
        return taken.error();
    if (auto taken = takeCookies(said, options); !taken)
        return taken.error();
    for (QString *text : {&options.proxy.host, &options.proxy.user, &options.proxy.password}) {
        auto resolved = resolveText(*text, values, Dynamic::real());
        if (!resolved)
            return resolved.error();
        *text = *resolved;
    }
    return options;
}

void anchorFiles(dcs::SendOptions &options, const QString &folder)
{
    for (QString *file : {&options.caFile, &options.clientCertificateFile, &options.clientKeyFile})
        *file = anchored(*file, folder);
}

dcs::Result<QByteArray> withEnvironmentKeys(const QByteArray &file, const QString &fileName,
    const QString &environment, const QMap<QString, QByteArray> &keys)
{
    auto text = EnvironmentText::read(file, fileName);
    if (!text)
        return text.error();
    if (text->isTaken(environment))
        return text->taken(environment);
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        if (key->isEmpty())
            text->removeValue(environment, key.key());
        else
            text->setJson(environment, key.key(), *key);
    }
    return text->bytes();
}

QByteArray keyText(const QString &value)
{
    return value.isEmpty() ? QByteArray() : dcs::JsonWriter(0).value(value).take().trimmed();
}

} // namespace interop
