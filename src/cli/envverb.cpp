// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "interop/environment.h"
#include "interop/environmentoptions.h"
#include "interop/proxytext.h"
#include "store/workspace.h"

#include <QDir>
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *settable[] = {"proxy", "ca", "cert", "key", "cookies"};

/// The value of one option as it goes into the file; "" takes the key out.
dcs::Result<QByteArray> valueOf(const Arguments &arguments, const Context &context, const QByteArray &name)
{
    const QString text = arguments.text(name.constData());
    if (text.isEmpty())
        return QByteArray();
    if (name == "cookies") {
        if (text != u"on" && text != u"off")
            return dcs::Error{dcs::Errc::Usage, u"--cookies is \"%1\"."_s.arg(dcs::visible(text)),
                u"It is on or off."_s, {}};
        return QByteArray(text == u"on" ? "true" : "false");
    }
    if (name == "proxy") {
        const auto proxy = interop::proxyForFile(text);
        if (proxy)
            return interop::keyText(*proxy);
        dcs::Error error = proxy.error();
        error.code = dcs::Errc::Usage;
        error.message = u"--proxy: "_s + error.message;
        return error;
    }
    if (!text.contains(u"{{") && !QFileInfo(text).isReadable())
        return dcs::Error{dcs::Errc::Unreadable,
            u"--%1: \"%2\" cannot be read."_s.arg(QString::fromLatin1(name), dcs::visible(text)), {}, {}};
    if (text.contains(u"{{"))
        return interop::keyText(text);
    return interop::keyText(arguments.has("shared")
            ? QDir(context.workspaceFolder).relativeFilePath(QFileInfo(text).absoluteFilePath())
            : QFileInfo(text).absoluteFilePath());
}

int change(const Arguments &arguments, Context &context, const QMap<QString, QByteArray> &keys)
{
    const store::Workspace workspace(context.workspaceFolder);
    const bool privateOne = !arguments.has("shared");
    const auto bytes = workspace.environmentFile(privateOne);
    if (!bytes)
        return context.fail(bytes.error());
    const auto changed = interop::withEnvironmentKeys(*bytes,
        store::Workspace::environmentFileName(privateOne), QString::fromUtf8(arguments.operand(0)), keys);
    if (!changed)
        return context.fail(changed.error());
    const auto written = workspace.writeEnvironmentFile(privateOne, *changed);
    return written ? int(Ok) : context.fail(written.error());
}

void writeOne(dcs::JsonWriter &out, const interop::Environment &environment)
{
    out.beginObject().key(u"name").value(environment.name).key(u"live").value(environment.live);
    out.key(u"sending").beginObject();
    for (auto one = environment.sending.begin(); one != environment.sending.end(); ++one)
        out.key(one.key()).value(one.value());
    out.endObject().key(u"variables").beginArray();
    for (const QString &name : environment.values.keys())
        out.value(name);
    out.endArray().endObject();
}

int list(const Arguments &arguments, Context &context)
{
    const store::Workspace workspace(context.workspaceFolder);
    const auto shared = workspace.environmentFile(false);
    const auto secret = workspace.environmentFile(true);
    if (!shared || !secret)
        return context.fail(shared ? secret.error() : shared.error());
    auto environments = interop::readEnvironments(*shared, *secret);
    if (!environments)
        return context.fail(environments.error());
    const QString wanted = QString::fromUtf8(arguments.operand(0));
    if (!wanted.isEmpty())
        environments->removeIf([&](const interop::Environment &one) { return one.name != wanted; });
    if (!wanted.isEmpty() && environments->isEmpty())
        return context.fail(
            {dcs::Errc::NotFound, u"There is no environment \"%1\"."_s.arg(dcs::visible(wanted)), {}, {}});
    if (isJson(arguments)) {
        printJsonRows(context, arguments, *environments, writeOne);
        return Ok;
    }
    QList<QStringList> rows;
    for (const interop::Environment &environment : *environments) {
        QStringList sending;
        for (auto one = environment.sending.begin(); one != environment.sending.end(); ++one)
            sending += one.key() + u'=' + dcs::visible(one.value(), 80);
        rows.append({dcs::visible(environment.name), environment.live ? u"live"_s : QString(),
            QStringList(environment.values.keys()).join(u' '), sending.join(u' ')});
    }
    context.print(columns(rows));
    return Ok;
}

} // namespace

int runEnv(const Arguments &arguments, Context &context)
{
    QMap<QString, QByteArray> keys;
    for (const QByteArray name : settable) {
        if (!arguments.has(name.constData()))
            continue;
        const auto value = valueOf(arguments, context, name);
        if (!value)
            return context.fail(value.error());
        keys.insert(u"dcs-"_s + QString::fromLatin1(name), *value);
    }
    if (arguments.operands().size() > 1 || (arguments.operands().isEmpty() && !keys.isEmpty()))
        return context.fail({dcs::Errc::Usage, u"dcs env takes the name of one environment."_s,
            u"For example: dcs env staging --cookies on"_s, {}});
    return keys.isEmpty() ? list(arguments, context) : change(arguments, context, keys);
}

} // namespace cli
