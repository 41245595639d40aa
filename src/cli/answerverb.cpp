// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/ids.h"
#include "interop/contract.h"
#include "store/files.h"
#include "transport/contentcoding.h"
#include "transport/responseparser.h"

#include <QDateTime>
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// FILE or -, or standard input where nothing is named.
dcs::Result<QByteArray> readOperand(const Arguments &arguments, const Context &context)
{
    if (arguments.operands().isEmpty() || arguments.operand(0) == "-")
        return context.readInput();
    return store::readFile(QString::fromUtf8(arguments.operand(0)));
}

constexpr qint64 mostDecoded = qint64(1) << 30;

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
    RawResponse response{parser.takeBody(), parser.headers()};
    // curl -i --compressed prints the header of a coding that it has taken off.
    const transport::Decoded plain = transport::decodeContent(response.body, response.headers, mostDecoded);
    if (plain.coded && plain.problem.isEmpty())
        response.body = plain.bytes;
    return response;
}

/// A cookie, an answer or a hit may stand on the command line itself.
dcs::Result<QList<dcs::Ids>> readIds(const Arguments &arguments, const Context &context)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QByteArray operand = arguments.operand(0);
    if (!operand.isEmpty() && operand != "-" && !QFileInfo::exists(QString::fromUtf8(operand))) {
        if (auto found = dcs::findIds(operand, *context.catalogue, now))
            return found;
    }
    auto text = readOperand(arguments, context);
    if (!text)
        return text.error();
    return dcs::findIds(*text, *context.catalogue, now);
}

} // namespace

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
    if (isJson(arguments)) {
        printJson(context, arguments, [&answer](dcs::JsonWriter &out) { interop::writeAnswer(out, answer); });
    } else if (arguments.has("body")) {
        printBody(context, response.body, answer);
    } else {
        printAnswer(context, answer);
    }
    return answer.refused() ? Refused : Ok;
}

int runIds(const Arguments &arguments, Context &context)
{
    auto found = readIds(arguments, context);
    if (!found)
        return context.fail(found.error());
    if (isJson(arguments)) {
        // One document has room for one: the first with an ID. --jsonl tells them all.
        if (!arguments.has("jsonl"))
            found->erase(found->begin() + 1, found->end());
        for (const dcs::Ids &ids : std::as_const(*found))
            printJson(context, arguments, [&ids](dcs::JsonWriter &out) { interop::writeIds(out, ids); });
        return Ok;
    }
    for (qsizetype i = 0; i < found->size(); ++i) {
        const dcs::Ids &ids = found->at(i);
        if (i > 0)
            context.print(u"\n"_s);
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

} // namespace cli
