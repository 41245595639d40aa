// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Several calls in one text.
#include "dcs/encode.h"
#include "dcs/text.h"
#include "interop/environment.h"
#include "interop/exportcall.h"
#include "interop/har.h"
#include "interop/postman.h"
#include "interop/secretmark.h"

namespace interop {

namespace {

dcs::Error named(dcs::Error error, const ExportedCall &call)
{
    error.message = QStringLiteral("“%1”: %2").arg(dcs::visible(call.preset.name, 60), error.message);
    return error;
}

QByteArray postmanOf(const ExportedCalls &exported)
{
    QList<PostmanItem> items;
    for (const ExportedCall &call : exported.calls)
        items.append({call.folders, call.preset});
    return writePostman(exported.name, items, exported.variables);
}

QByteArray httpOf(const ExportedCalls &exported)
{
    QByteArray out;
    for (auto it = exported.variables.begin(); it != exported.variables.end(); ++it)
        out += '@' + it.key().toUtf8() + " = " + it.value().toUtf8() + '\n';
    for (const ExportedCall &call : exported.calls) {
        if (!out.isEmpty())
            out += out.endsWith("\n\n") ? "" : out.endsWith('\n') ? "\n" : "\n\n";
        out += writePreset(call.preset);
    }
    return out;
}

dcs::Result<QByteArray> harOf(const ExportedCalls &exported)
{
    QList<dcs::Exchange> exchanges;
    for (const ExportedCall &call : exported.calls) {
        if (call.exchange) {
            exchanges.append(*call.exchange);
            continue;
        }
        auto request = dcs::encode(call.call);
        if (!request)
            return named(request.error(), call);
        dcs::Exchange exchange;
        exchange.request = *request;
        exchange.startedAt = QDateTime::currentDateTimeUtc();
        exchanges.append(exchange);
    }
    return writeHar(exchanges);
}

QMap<QString, QString> ownValues(const HttpFile &file, const QMap<QString, QString> &over)
{
    QMap<QString, QString> values = file.variables();
    for (auto it = values.begin(); it != values.end(); ++it)
        *it = over.value(it.key(), *it);
    return values;
}

QByteArray withOwnValues(const QByteArray &text, const QMap<QString, QString> &values)
{
    QByteArray out = text;
    for (int round = 0; round < 8; ++round) { // a value may name others
        const QByteArray before = out;
        for (auto it = values.begin(); it != values.end(); ++it)
            out.replace("{{" + it.key().toUtf8() + "}}", it.value().toUtf8());
        if (out == before || out.size() > text.size() + (qsizetype(1) << 20))
            break;
    }
    return out;
}

/// Values that could not be put in. One text has one value for a name: the first file's.
void addVariables(ExportedCalls &out, const dcs::Call &call, const QMap<QString, QString> &variables)
{
    for (const QString &name : variablesOf(call)) {
        const auto value = variables.find(name);
        if (value == variables.end())
            continue;
        if (out.variables.value(name, *value) != *value)
            out.notes.append(QStringLiteral("{{%1}} has several values; “%2” was taken.")
                                 .arg(dcs::visible(name, 60), dcs::visible(out.variables.value(name), 60)));
        else
            out.variables.insert(name, *value);
    }
}

} // namespace

dcs::Result<QByteArray> exportCalls(const ExportFormat &format, const ExportedCalls &exported)
{
    const QByteArrayView name(format.name);
    if (name == "postman")
        return postmanOf(exported);
    if (exported.calls.size() == 1)
        return exportCall(format, exported.calls.first());
    if (name == "http")
        return httpOf(exported);
    if (name == "har")
        return harOf(exported);
    if (!format.holdsSeveral) {
        return dcs::Error{dcs::Errc::Unsupported,
            QStringLiteral("A file of the format “%1” holds one call, and there are %2.")
                .arg(QLatin1String(format.name), QString::number(exported.calls.size())),
            QStringLiteral("Choose one call, or a format that holds several: curl, har, postman or http."),
            {}};
    }
    QByteArray lines;
    for (const ExportedCall &call : exported.calls) {
        auto line = exportCall(format, call);
        if (!line)
            return named(line.error(), call);
        lines += *line;
    }
    return lines;
}

QStringList secretsIn(const ExportFormat &format, const ExportedCalls &exported)
{
    QStringList out;
    if (format.keepsVariables)
        return out;
    for (const ExportedCall &call : exported.calls) {
        const auto request = call.exchange ? dcs::Result(call.exchange->request) : dcs::encode(call.call);
        out += secretsOf(request.value_or({}), call.options);
    }
    out.removeDuplicates();
    return out;
}

QList<Preset> portablePresets(const HttpFile &file, const QMap<QString, QString> &over)
{
    QList<Preset> out = file.presets();
    if (file.variables().isEmpty())
        return out;
    const QMap<QString, QString> values = ownValues(file, over);
    const QList<Preset> own = HttpFile::parse(withOwnValues(file.bytes(), values)).presets();
    for (qsizetype i = 0; own.size() == out.size() && i < own.size(); ++i) {
        if (!own.at(i).error)
            out[i] = own.at(i);
    }
    return out;
}

void addPresets(ExportedCalls &out, const QStringList &folders, const QByteArray &text,
    const QMap<QString, QString> &values, const QMap<QString, QString> &over)
{
    const HttpFile file = HttpFile::parse(text);
    const QList<Preset> portable = portablePresets(file, over);
    QMap<QString, QString> all = values;
    all.insert(file.variables());
    all.insert(over);
    for (qsizetype i = 0; i < file.presets().size(); ++i) {
        const Preset &preset = file.presets().at(i);
        const QString name = preset.name.isEmpty() ? preset.title : preset.name;
        if (preset.error) {
            out.notes.append(
                QStringLiteral("“%1” was left out: %2")
                    .arg(dcs::visible((folders + QStringList{name}).join(u'/'), 120), preset.error->message));
            continue;
        }
        ExportedCall call;
        call.preset = portable.at(i);
        call.options = preset.options;
        call.folders = folders;
        call.call = resolve(preset.call, all, Dynamic::real()).value_or(preset.call);
        addVariables(out, call.preset.call, ownValues(file, over));
        out.calls.append(call);
    }
}

} // namespace interop
