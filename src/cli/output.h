// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/context.h"
#include "dcs/answer.h"
#include "dcs/exchange.h"
#include "dcs/expectation.h"
#include "dcs/finding.h"

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

} // namespace cli
