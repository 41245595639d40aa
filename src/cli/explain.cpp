// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/callinput.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/ids.h"
#include "dcs/text.h"
#include "interop/contract.h"
#include "store/files.h"
#include "transport/responseparser.h"

#include <QDateTime>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// FILE or -, or standard input where nothing is named.
dcs::Result<QByteArray> readOperand(const Arguments &arguments, const Context &context)
{
    if (arguments.operands().size() > 1)
        return dcs::Error{dcs::Errc::Usage, u"One file at a time."_s, {}, {}};
    if (arguments.operands().isEmpty() || arguments.operand(0) == "-")
        return context.readInput();
    return store::readFile(QString::fromUtf8(arguments.operand(0)));
}

bool hasError(const QList<dcs::Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
        [](const dcs::Finding &finding) { return finding.severity == dcs::Severity::Error; });
}

void printCall(const Context &context, const dcs::Call &call)
{
    const dcs::Catalogue &catalogue = *context.catalogue;
    QList<QStringList> rows;
    const std::optional<int> region = dcs::region(call, catalogue);
    const QString alias = dcs::alias(call, catalogue);
    rows.append({u"endpoint"_s, dcs::endpointName(dcs::endpoint(call))});
    rows.append({u"method"_s, QString::fromUtf8(call.method)});
    rows.append({u"connect to"_s,
        u"%1:%2 (%3)"_s.arg(QString::fromUtf8(call.connectHost), QString::number(call.port),
            call.tls ? u"TLS"_s : u"clear text"_s)});
    rows.append({u"region"_s,
        region ? QString::number(*region) + u"  "_s + catalogue.region(*region)->name : u"-"_s});
    rows.append({u"alias"_s, alias.isEmpty() ? u"-"_s : alias});
    for (const dcs::Identity &identity : dcs::identities(call)) {
        QString text = dcs::kindName(identity.kind) + u"  "_s;
        if (!identity.nameSpace.isEmpty())
            text += identity.nameSpace + u"  "_s;
        text += identity.value;
        if (identity.authState != dcs::AuthState::Absent)
            text += u"  "_s + dcs::authStateName(identity.authState);
        rows.append({u"identity"_s, text});
    }
    for (const dcs::Signal &signal : dcs::signalsOf(call, catalogue))
        rows.append({u"signal"_s, signal.key + u" = "_s + signal.values.join(u" | "_s)});
    for (const dcs::Option &option : dcs::optionsOf(call, catalogue)) {
        const dcs::Attribute *attribute = catalogue.attribute(option.key);
        rows.append({u"option"_s,
            option.key + u" = "_s + option.value + (attribute ? u"   "_s + attribute->summary : QString())});
    }
    rows.append({u"size"_s,
        u"request line %1 bytes, body %2 bytes"_s.arg(dcs::requestLineBytes(call))
            .arg(dcs::bodyBytes(call))});
    context.print(columns(rows));
}

/// A whole raw HTTP response, as far as it can be read.
struct RawResponse {
    QByteArray body;
    QList<dcs::Header> headers;
};
dcs::Result<RawResponse> parseResponse(const QByteArray &bytes)
{
    transport::ResponseParser parser;
    parser.feed(bytes);
    parser.finish(true);
    if (parser.status() == 0)
        return dcs::Error{dcs::Errc::InvalidInput,
            u"This is no HTTP response: %1"_s.arg(
                parser.problem() ? parser.problem()->message : u"it has no status line."_s),
            u"A response begins with a line such as: HTTP/1.1 200 OK. Without --http the input is taken as the body alone."_s,
            {}};
    return RawResponse{parser.body(), parser.headers()};
}

} // namespace

int runDecode(const Arguments &arguments, Context &context)
{
    auto input = readCallInput(arguments, context, Unresolved::Kept);
    if (!input)
        return context.fail(input.error());
    const QList<dcs::Finding> findings = input->unresolved + dcs::check(input->call, *context.catalogue);
    if (arguments.has("json")) {
        dcs::JsonWriter out;
        interop::writeCall(out, input->call, findings, *context.catalogue);
        context.out(out.take());
        return Ok;
    }
    for (const QString &note : input->notes)
        context.tell(u"note: "_s + dcs::visible(note) + u'\n');
    printCall(context, input->call);
    printFindings(context, findings, false);
    return Ok;
}

int runCheck(const Arguments &arguments, Context &context)
{
    if (arguments.has("list")) {
        if (arguments.has("json")) {
            dcs::JsonWriter out;
            out.beginArray();
            for (const dcs::FindingEntry &entry : context.catalogue->findingCodes()) {
                out.beginObject()
                    .key(u"code")
                    .value(entry.code)
                    .key(u"severity")
                    .value(dcs::severityName(entry.severity));
                out.key(u"when").value(entry.summary).key(u"dcsCode");
                entry.dcsCode ? out.value(*entry.dcsCode) : out.null();
                out.endObject();
            }
            out.endArray();
            context.out(out.take());
            return Ok;
        }
        QList<QStringList> rows;
        for (const dcs::FindingEntry &entry : context.catalogue->findingCodes())
            rows.append({entry.code, dcs::severityName(entry.severity),
                entry.dcsCode ? QString::number(*entry.dcsCode) : QString(), entry.summary});
        context.print(columns(rows));
        return Ok;
    }
    auto input = readCallInput(arguments, context, Unresolved::Kept);
    if (!input)
        return context.fail(input.error());
    const QList<dcs::Finding> findings = input->unresolved + dcs::check(input->call, *context.catalogue);
    if (arguments.has("json")) {
        dcs::JsonWriter out;
        interop::writeCall(out, input->call, findings, *context.catalogue);
        context.out(out.take());
    } else {
        printFindings(context, findings, false);
    }
    return hasError(findings) ? CheckFailed : Ok;
}

int runAnswer(const Arguments &arguments, Context &context)
{
    auto bytes = readOperand(arguments, context);
    if (!bytes)
        return context.fail(bytes.error());
    RawResponse response{*bytes, {}};
    if (arguments.has("http")) {
        auto parsed = parseResponse(*bytes);
        if (!parsed)
            return context.fail(parsed.error());
        response = *parsed;
    }
    *bytes = QByteArray(); // a large answer must not be held twice
    const bool named = arguments.operand(0).toLower().endsWith(".json");
    const dcs::Answer answer = dcs::Answer::parse(response.body, response.headers, *context.catalogue,
        named ? dcs::Answer::Meant::Json : dcs::Answer::Meant::Anything);
    if (arguments.has("json")) {
        dcs::JsonWriter out;
        interop::writeAnswer(out, answer);
        context.out(out.take());
    } else if (arguments.has("body")) {
        printBody(context, response.body, answer);
    } else {
        printAnswer(context, answer);
    }
    return answer.refused() ? Refused : Ok;
}

int runIds(const Arguments &arguments, Context &context)
{
    // A cookie may stand on the command line itself.
    QByteArray text;
    const QByteArray operand = arguments.operand(0);
    if (operand.contains('|') || operand.contains("%7C") || operand.startsWith("AMCV_")
        || operand.startsWith('{')) {
        text = operand;
    } else {
        auto read = readOperand(arguments, context);
        if (!read)
            return context.fail(read.error());
        text = *read;
    }
    auto found = dcs::findIds(text, *context.catalogue, QDateTime::currentSecsSinceEpoch());
    if (!found)
        return context.fail(found.error());
    if (arguments.has("json")) {
        dcs::JsonWriter out;
        interop::writeIds(out, found->first());
        context.out(out.take());
        return Ok;
    }
    for (const dcs::Ids &ids : std::as_const(*found)) {
        if (arguments.has("jsonl")) {
            dcs::JsonWriter out(0);
            interop::writeIds(out, ids);
            context.out(out.take());
            continue;
        }
        const auto shown = [](const QString &value) { return value.isEmpty() ? u"-"_s : value; };
        context.print(columns({{u"source"_s, dcs::sourceName(ids.source)}, {u"ECID"_s, shown(ids.mid)},
            {u"user"_s, shown(ids.uuid)},
            {u"region"_s,
                ids.region ? QString::number(*ids.region) + u"  "_s + QString::fromUtf8(ids.regionHost)
                           : u"-"_s},
            {u"blob"_s, shown(ids.blob)}, {u"organization"_s, shown(ids.orgId)}}));
        printFindings(context, ids.findings, false);
    }
    return Ok;
}

int runExplain(const Arguments &arguments, Context &context)
{
    const QString word = QString::fromUtf8(arguments.operand(0));
    if (word.isEmpty()) {
        QList<QStringList> rows;
        for (const dcs::Attribute &attribute : context.catalogue->attributes())
            rows.append({attribute.name, attribute.kind, attribute.deprecated ? u"deprecated"_s : QString(),
                attribute.summary});
        context.print(columns(rows));
        return Ok;
    }
    bool isCode = false;
    const int code = word.toInt(&isCode);
    if (isCode) {
        const dcs::ErrorEntry *entry = context.catalogue->error(code);
        if (!entry)
            return context.fail(
                {dcs::Errc::NotFound, u"Code %1 is in no published list."_s.arg(code), {}, {}});
        context.print(columns({{u"code"_s, QString::number(entry->code)}, {u"message"_s, entry->message},
            {u"category"_s, entry->category + u", "_s + entry->level}, {u"meaning"_s, entry->meaning},
            {u"causes"_s, entry->causes.join(u"; "_s)}, {u"effect"_s, entry->effect},
            {u"what to do"_s, entry->action}, {u"source"_s, entry->source.join(u"; "_s)}}));
        return Ok;
    }
    const QString help = context.catalogue->help(word);
    if (help.isEmpty()) {
        const QString near = context.catalogue->nearestKey(word);
        return context.fail({dcs::Errc::NotFound,
            u"\"%1\" is no key, code or finding that is known."_s.arg(dcs::visible(word)),
            near.isEmpty() ? u"\"dcs explain\" lists the keys, \"dcs check --list\" the findings."_s
                           : u"Did you mean %1?"_s.arg(near),
            {}});
    }
    context.print(help.endsWith(u'\n') ? help : help + u'\n');
    return Ok;
}

} // namespace cli
