// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "cli/context.h"
#include "dcs/answer.h"
#include "dcs/exchange.h"
#include "dcs/expectation.h"
#include "dcs/finding.h"
#include "dcs/jsonwriter.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace cli {

/// Aligned columns, foreign text made visible.
QString columns(const QList<QStringList> &rows);

void printFindings(const Context &context, const QList<dcs::Finding> &findings, bool toErr);
void printAnswer(const Context &context, const dcs::Answer &answer);
/// The whole body: JSON indented with its tokens as they stand, other text line by line.
void printBody(const Context &context, const QByteArray &body, const dcs::Answer &answer);
void printExchange(const Context &context, const dcs::Exchange &exchange);
void printExpectations(const Context &context, const QList<dcs::ExpectationOutcome> &outcomes);
QString statusLine(const dcs::Exchange &exchange); ///< "200 OK · 12.3 ms · 240 bytes"

/// --json wants one document, indented; --jsonl wants one a line.
inline bool isJson(const Arguments &arguments)
{
    return arguments.has("json") || arguments.has("jsonl");
}

/// Prints what `write` writes as the one document of the verb.
template <typename Write>
void printJson(const Context &context, const Arguments &arguments, Write write)
{
    dcs::JsonWriter out(arguments.has("jsonl") ? 0 : 2);
    write(out);
    context.out(out.take());
}

/// Prints rows as one array, or each as a document of its own.
template <typename Rows, typename Write>
void printJsonRows(const Context &context, const Arguments &arguments, const Rows &rows, Write write)
{
    const bool lines = arguments.has("jsonl");
    dcs::JsonWriter document;
    document.beginArray();
    for (const auto &row : rows) {
        dcs::JsonWriter line(0);
        write(lines ? line : document, row);
        if (lines)
            context.out(line.take());
    }
    if (!lines)
        context.out(document.endArray().take());
}

} // namespace cli
