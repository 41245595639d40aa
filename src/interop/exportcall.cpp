// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/exportcall.h"

#include "dcs/encode.h"
#include "interop/codeexport.h"
#include "interop/curl.h"
#include "interop/har.h"
#include "interop/loadexport.h"
#include "interop/maskidentifiers.h"
#include "interop/postman.h"

#include <QCoreApplication>

#include <functional>

namespace interop {

namespace {

using Writer = std::function<QByteArray(const ExportedCall &, const dcs::WireRequest &)>;

Writer curlFor(Shell shell)
{
    return [shell](const ExportedCall &exported, const dcs::WireRequest &request) {
        return QByteArray(writeCurl(request, exported.options, shell) + '\n');
    };
}

Writer codeFor(Language language)
{
    return [language](const ExportedCall &exported, const dcs::WireRequest &request) {
        return writeCode(request, exported.options, language);
    };
}

QByteArray harOf(const ExportedCall &exported, const dcs::WireRequest &request)
{
    if (exported.exchange)
        return writeHar({*exported.exchange});
    dcs::Exchange exchange;
    exchange.request = request;
    exchange.startedAt = QDateTime::currentDateTimeUtc();
    return writeHar({exchange});
}

QByteArray postmanOf(const ExportedCall &exported, const dcs::WireRequest &)
{
    return writePostman(exported.preset.name, {{{}, exported.preset}}, {});
}

QByteArray httpOf(const ExportedCall &exported, const dcs::WireRequest &)
{
    return writePreset(exported.preset);
}

QByteArray artilleryOf(const ExportedCall &exported, const dcs::WireRequest &)
{
    return writeArtillery(exported.preset, exported.load);
}

QByteArray k6Of(const ExportedCall &exported, const dcs::WireRequest &)
{
    return writeK6(exported.preset, exported.load);
}

struct Entry {
    ExportFormat format;
    Writer write;
};

const QList<Entry> &entries()
{
    static const QList<Entry> table{
        {{"curl", QT_TRANSLATE_NOOP("interop::ExportFormat", "curl (bash)"), "sh", false, true, false},
            curlFor(Shell::Posix)},
        {{"curl-cmd", QT_TRANSLATE_NOOP("interop::ExportFormat", "curl (Windows cmd)"), "cmd", false, true,
             false},
            curlFor(Shell::Cmd)},
        {{"curl-powershell", QT_TRANSLATE_NOOP("interop::ExportFormat", "curl (PowerShell)"), "ps1", false,
             true, false},
            curlFor(Shell::PowerShell)},
        {{"har", QT_TRANSLATE_NOOP("interop::ExportFormat", "HAR"), "har", false, true, false}, harOf},
        {{"postman", QT_TRANSLATE_NOOP("interop::ExportFormat", "Postman collection"), "json", true, true,
             false},
            postmanOf},
        {{"http", QT_TRANSLATE_NOOP("interop::ExportFormat", ".http request"), "http", true, true, false},
            httpOf},
        {{"python", QT_TRANSLATE_NOOP("interop::ExportFormat", "Python (requests)"), "py", false, false,
             false},
            codeFor(Language::Python)},
        {{"javascript", QT_TRANSLATE_NOOP("interop::ExportFormat", "JavaScript (Node)"), "mjs", false, false,
             false},
            codeFor(Language::JavaScript)},
        {{"java", QT_TRANSLATE_NOOP("interop::ExportFormat", "Java (HttpClient)"), "java", false, false,
             false},
            codeFor(Language::Java)},
        {{"csharp", QT_TRANSLATE_NOOP("interop::ExportFormat", "C# (HttpClient)"), "cs", false, false, false},
            codeFor(Language::CSharp)},
        {{"artillery", QT_TRANSLATE_NOOP("interop::ExportFormat", "Artillery script"), "yml", true, false,
             true},
            artilleryOf},
        {{"k6", QT_TRANSLATE_NOOP("interop::ExportFormat", "k6 script"), "js", true, false, true}, k6Of},
    };
    return table;
}

} // namespace

ExportedCall maskIdentifiers(ExportedCall exported, const dcs::Catalogue &catalogue)
{
    if (exported.exchange)
        exported.exchange = maskIdentifiers(*exported.exchange, catalogue);
    exported.preset.call = maskIdentifiers(exported.preset.call, catalogue);
    exported.call = maskIdentifiers(exported.call, catalogue);
    return exported;
}

// A value may be the ID of a person, and only the call would tell.
ExportedCalls maskIdentifiers(ExportedCalls exported, const dcs::Catalogue &catalogue)
{
    for (ExportedCall &call : exported.calls)
        call = maskIdentifiers(call, catalogue);
    if (!exported.variables.isEmpty())
        exported.notes.append(QStringLiteral("The values of variables were left out."));
    for (QString &value : exported.variables)
        value.clear();
    return exported;
}

const QList<ExportFormat> &exportFormats()
{
    static const QList<ExportFormat> formats = [] {
        QList<ExportFormat> list;
        for (const Entry &entry : entries())
            list.append(entry.format);
        return list;
    }();
    return formats;
}

const ExportFormat *exportFormat(QByteArrayView name)
{
    for (const ExportFormat &format : exportFormats()) {
        if (name == QByteArrayView(format.name))
            return &format;
    }
    return nullptr;
}

dcs::Result<QByteArray> exportCall(const ExportFormat &format, const ExportedCall &exported)
{
    dcs::WireRequest request;
    if (!format.keepsVariables) {
        auto encoded = dcs::encode(exported.call);
        if (!encoded)
            return encoded.error();
        request = *encoded;
    }
    for (const Entry &entry : entries()) {
        if (QByteArrayView(entry.format.name) == QByteArrayView(format.name))
            return entry.write(exported, request);
    }
    return dcs::Error{dcs::Errc::Unsupported, QStringLiteral("There is no such format."), {}, {}};
}

} // namespace interop
