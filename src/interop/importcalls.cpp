// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/importcalls.h"

#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/host.h"
#include "dcs/text.h"
#include "interop/anycall.h"
#include "interop/csv.h"
#include "interop/har.h"
#include "interop/postman.h"

#include <QHash>
#include <QSet>
#include <QStringDecoder>

#include <array>

namespace interop {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{"url", "curl", "har", "postman", "http", "csv"};

/// "acme event": what a call without a name is called.
QString nameOf(const dcs::Call &call, const dcs::Catalogue &catalogue)
{
    const QString alias = dcs::alias(call, catalogue);
    return (alias.isEmpty() ? QString::fromUtf8(call.connectHost) : alias) + u' '
        + dcs::endpointName(dcs::endpoint(call));
}

void makeNamesUnique(QList<ImportedCall> &calls)
{
    QSet<QString> taken;
    QHash<QString, int> numbers; // tried so far: thousands of calls may have one name
    for (ImportedCall &call : calls) {
        const QString name = call.preset.name;
        while (taken.contains(call.preset.name))
            call.preset.name = u"%1 %2"_s.arg(name, QString::number(++numbers[name] + 1));
        taken.insert(call.preset.name);
        if (call.preset.title.isEmpty() || call.preset.title == name)
            call.preset.title = call.preset.name;
    }
}

Preset presetOf(const dcs::Call &call, const dcs::SendOptions &options, const QString &name)
{
    Preset preset;
    preset.name = name;
    preset.title = name;
    preset.call = call;
    preset.options = options;
    return preset;
}

dcs::Result<ImportedCalls> fromUrls(const QByteArray &text, const dcs::Catalogue &catalogue)
{
    ImportedCalls out;
    int line = 0;
    for (const QByteArray &url : text.split('\n')) {
        ++line;
        if (url.trimmed().isEmpty())
            continue;
        auto call = dcs::decodeUrl(url);
        if (!call)
            return dcs::Error{call.error().code,
                u"Line %1: %2"_s.arg(QString::number(line), call.error().message), call.error().remedy, {}};
        out.calls.append({{}, presetOf(*call, {}, nameOf(*call, catalogue))});
    }
    return out;
}

dcs::Result<ImportedCalls> fromCurl(
    const QByteArray &text, const dcs::Catalogue &catalogue, const CurlFileReader &readFile)
{
    auto calls = readCurl(text, readFile);
    if (!calls)
        return calls.error();
    ImportedCalls out;
    for (const CurlCall &call : std::as_const(*calls)) {
        out.calls.append({{}, presetOf(call.call, call.options, nameOf(call.call, catalogue))});
        out.notes += call.notes;
    }
    return out;
}

dcs::Result<ImportedCalls> fromHar(const QByteArray &text, const dcs::Catalogue &catalogue)
{
    auto har = readHar(text);
    if (!har)
        return har.error();
    ImportedCalls out;
    for (const HarEntry &entry : std::as_const(har->entries))
        out.calls.append({{}, presetOf(entry.call, {}, nameOf(entry.call, catalogue))});
    out.notes = har->notes;
    if (har->skipped > 0)
        out.notes += u"%1 entries go to other hosts than demdex.net and were left out."_s.arg(har->skipped);
    return out;
}

dcs::Result<ImportedCalls> fromPostman(const QByteArray &text)
{
    if (looksLikePostmanEnvironment(text)) {
        auto environment = readPostmanEnvironment(text);
        if (!environment)
            return environment.error();
        ImportedCalls out;
        out.environment = *environment;
        return out;
    }
    auto collection = readPostman(text);
    if (!collection)
        return collection.error();
    ImportedCalls out;
    for (const PostmanItem &item : std::as_const(collection->items))
        out.calls.append({item.folders, item.preset});
    out.variables = collection->variables;
    out.notes = collection->notes;
    return out;
}

ImportedCalls fromHttp(const QByteArray &text)
{
    const HttpFile file = HttpFile::parse(text);
    ImportedCalls out;
    out.variables = file.variables();
    for (const Preset &preset : file.presets()) {
        if (preset.error)
            out.notes += u"Line %1: %2"_s.arg(QString::number(preset.line), preset.error->message);
        else
            out.calls.append({{}, preset});
    }
    return out;
}

constexpr qsizetype textChecked = 1 << 20;
constexpr char utf8Mark[] = "\xEF\xBB\xBF";
constexpr char utf16Note[] = "The text was UTF-16; it was read as UTF-8.";

bool isUtf16(const QByteArray &text)
{
    return text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF");
}

/// Windows writes UTF-16 where the output of a program goes into a file.
dcs::Result<QByteArray> fromUtf16(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf16);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return dcs::Error{dcs::Errc::InvalidInput, QStringLiteral("The text begins as UTF-16 and is none."),
            QStringLiteral("Save it as UTF-8."), {}};
    return decoded.toUtf8();
}

dcs::Result<dcs::Call> callOfRow(const QList<QByteArray> &columns, const QList<QByteArray> &cells,
    const dcs::Catalogue &catalogue, QString *name)
{
    dcs::Call call = dcs::newCall("acme", dcs::usualRegionHost);
    QByteArray method = "GET";
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (!dcs::isUtf8(cells[i]))
            return dcs::Error{dcs::Errc::InvalidInput,
                u"the cell of the column “%1” is no UTF-8."_s.arg(
                    dcs::visible(QString::fromUtf8(columns[i]), 60)),
                u"Save the table as CSV UTF-8."_s, {}};
        const QString cell = QString::fromUtf8(cells[i]);
        if (cell.isEmpty())
            continue;
        if (columns[i] == "alias") {
            dcs::setAlias(call, cell);
        } else if (columns[i] == "region") {
            auto region = catalogue.findRegion(cell);
            if (!region)
                return region.error();
            dcs::setConnectHost(call, region->host);
        } else if (columns[i] == "method") {
            method = cells[i];
        } else if (columns[i] == "name") {
            *name = cell;
        } else if (columns[i] == "d_rtbd") {
            dcs::setOption(call, u"d_rtbd"_s, cell);
        } else {
            call.parameters.append(dcs::Parameter::fromText(QString::fromUtf8(columns[i]), cell));
        }
    }
    dcs::setMethod(call, method);
    return call;
}

dcs::Result<ImportedCalls> fromCsv(const QByteArray &text, const dcs::Catalogue &catalogue)
{
    CsvReader reader = CsvReader::fromBytes(text);
    const auto header = reader.header();
    if (!header)
        return header.error();
    ImportedCalls out;
    for (;;) {
        const auto row = reader.next();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        QString name;
        const auto call = callOfRow(*header, **row, catalogue, &name);
        if (!call)
            return dcs::Error{call.error().code,
                u"Row %1 (line %2): %3"_s.arg(
                    QString::number(reader.row()), QString::number(reader.line()), call.error().message),
                call.error().remedy, {}};
        out.calls.append({{}, presetOf(*call, {}, name.isEmpty() ? nameOf(*call, catalogue) : name)});
    }
}

} // namespace

QString formatName(ImportFormat format)
{
    return QString::fromLatin1(names.at(size_t(format)));
}

std::optional<ImportFormat> importFormat(QStringView name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return ImportFormat(i);
    }
    return std::nullopt;
}

ImportFormat recogniseFormat(const QByteArray &text)
{
    if (isUtf16(text))
        return recogniseFormat(fromUtf16(text.left(4096)).value_or({}));
    if (text.startsWith(utf8Mark))
        return recogniseFormat(text.mid(sizeof utf8Mark - 1, 4096));
    const QByteArray start = text.left(4096).trimmed();
    if (looksLikeCurl(start))
        return ImportFormat::Curl;
    if (start.startsWith('{'))
        return start.contains("\"log\"") && !start.contains("getpostman.com") ? ImportFormat::Har
                                                                              : ImportFormat::Postman;
    const QByteArray line
        = start.left(start.indexOf('\n') < 0 ? start.size() : start.indexOf('\n')).trimmed();
    const QByteArrayView host = QByteArrayView(line).first(qMax(line.indexOf('/'), qsizetype(0)));
    if (!line.contains(' ')
        && (line.startsWith("http://") || line.startsWith("https://")
            || dcs::isDcsHost(dcs::splitPort(host).first)))
        return ImportFormat::Url;
    if (line.startsWith("###") || line.startsWith('#') || line.startsWith("GET ") || line.startsWith("POST ")
        || line.startsWith('@'))
        return ImportFormat::Http;
    return line.contains(',') || line.contains(';') || line.contains('\t') ? ImportFormat::Csv
                                                                           : ImportFormat::Url;
}

dcs::Result<ImportedCalls> importCalls(const QByteArray &text, ImportFormat format,
    const dcs::Catalogue &catalogue, const CurlFileReader &readFile)
{
    if (isUtf16(text)) {
        const auto converted = fromUtf16(text);
        if (!converted)
            return converted.error();
        auto calls = importCalls(*converted, format, catalogue, readFile);
        if (calls)
            calls->notes.prepend(QString::fromLatin1(utf16Note));
        return calls;
    }
    if (text.startsWith(utf8Mark))
        return importCalls(text.mid(sizeof utf8Mark - 1), format, catalogue, readFile);
    if (const qsizetype nul = QByteArrayView(text).first(qMin(text.size(), textChecked)).indexOf('\0');
        nul >= 0)
        return dcs::Error{dcs::Errc::InvalidInput, u"This is no text: byte %1 is NUL."_s.arg(nul),
            u"Save it as text, in UTF-8."_s, {}};
    const auto read = [&]() -> dcs::Result<ImportedCalls> {
        switch (format) {
        case ImportFormat::Url:
            return fromUrls(text, catalogue);
        case ImportFormat::Curl:
            return fromCurl(text, catalogue, readFile);
        case ImportFormat::Har:
            return fromHar(text, catalogue);
        case ImportFormat::Postman:
            return fromPostman(text);
        case ImportFormat::Http:
            return fromHttp(text);
        case ImportFormat::Csv:
            return fromCsv(text, catalogue);
        }
        return ImportedCalls{};
    };
    auto calls = read();
    if (calls)
        makeNamesUnique(calls->calls);
    return calls;
}

// Block by block: HttpFile::append() reads the whole file anew each time, which is for a person's edits.
QByteArray writeHttp(const ImportedCalls &calls)
{
    QByteArray out;
    for (auto it = calls.variables.begin(); it != calls.variables.end(); ++it)
        out += '@' + it.key().toUtf8() + " = " + it.value().toUtf8() + '\n';
    for (const ImportedCall &call : calls.calls) {
        if (!out.isEmpty() && !out.endsWith("\n\n"))
            out += out.endsWith('\n') ? "\n" : "\n\n";
        out += writePreset(call.preset);
    }
    return out.endsWith('\n') ? out : out + '\n';
}

} // namespace interop
