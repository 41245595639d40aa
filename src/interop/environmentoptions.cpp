// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/environmentoptions.h"

#include "dcs/json.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "interop/environment.h"
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

QByteArray quoted(const QString &text)
{
    dcs::JsonWriter writer(0);
    writer.value(text);
    return writer.take().trimmed();
}

/// The blanks that the line of that byte begins with.
QByteArray indentAt(const QByteArray &text, qsizetype at)
{
    const qsizetype line = text.lastIndexOf('\n', at) + 1;
    qsizetype end = line;
    while (end < at && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return text.mid(line, end - line);
}

dcs::JsonValue lastChild(const dcs::JsonValue &object)
{
    dcs::JsonValue last;
    for (dcs::JsonValue child = object.firstChild(); child.exists(); child = child.next())
        last = child;
    return last;
}

qsizetype keyBegin(const dcs::JsonDocument &document, const dcs::JsonValue &member)
{
    return member.rawKey().data() - document.text().constData();
}

void insert(QByteArray &text, const dcs::JsonDocument &document, const dcs::JsonValue &object,
    const QByteArray &member)
{
    const dcs::JsonValue last = lastChild(object);
    if (last.exists()) {
        text.insert(last.end(), ",\n" + indentAt(text, keyBegin(document, last)) + member);
        return;
    }
    const QByteArray indent = indentAt(text, object.begin());
    text.replace(
        object.begin(), object.end() - object.begin(), "{\n" + indent + "  " + member + '\n' + indent + '}');
}

void remove(QByteArray &text, const dcs::JsonDocument &document, const dcs::JsonValue &member)
{
    qsizetype from = keyBegin(document, member);
    qsizetype end = member.end();
    if (member.next().exists()) {
        end = keyBegin(document, member.next());
    } else {
        while (from > 0 && QByteArrayView(" \t\r\n").contains(text[from - 1]))
            --from;
        if (from > 0 && text[from - 1] == ',')
            --from;
    }
    text.remove(from, end - from);
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

dcs::Result<QByteArray> withEnvironmentKeys(
    const QByteArray &file, const QString &environment, const QMap<QString, QByteArray> &keys)
{
    QByteArray text = file.trimmed().isEmpty() ? QByteArray("{\n}\n") : file;
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        const dcs::JsonDocument document = dcs::JsonDocument::parse(text);
        if (!document.isValid() || document.root().kind() != dcs::JsonValue::Kind::Object)
            return dcs::Error{dcs::Errc::InvalidInput, u"The environment file is no JSON object."_s,
                u"Mend it by hand; nothing was written."_s, {}};
        const dcs::JsonValue object = document.root().member(environment);
        const dcs::JsonValue member = object.member(key.key());
        if (member.exists() && key->isEmpty())
            remove(text, document, member);
        else if (member.exists())
            text.replace(member.begin(), member.end() - member.begin(), *key);
        else if (!key->isEmpty() && object.kind() == dcs::JsonValue::Kind::Object)
            insert(text, document, object, quoted(key.key()) + ": " + *key);
        else if (!key->isEmpty())
            insert(text, document, document.root(),
                quoted(environment) + ": {\n    " + quoted(key.key()) + ": " + *key + "\n  }");
    }
    return text;
}

} // namespace interop
