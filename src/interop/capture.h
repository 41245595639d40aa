// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/exchange.h"
#include "dcs/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace interop {

/// `name = expression` of a `# @capture` line. Expressions: uuid, mid, region, tid, blob, status, header
/// NAME, json $.path, or the path alone.
struct Capture {
    QString name;
    QString expression;

    static dcs::Result<Capture> parse(const QString &line);
};

/// The value that an expression finds in an answer, digit for digit. Errc::NotFound where there is none.
dcs::Result<QString> captured(
    const QString &expression, const dcs::Exchange &exchange, const dcs::Answer &answer);

/// All captures of a preset, for the next call's {{variables}}. The first that finds nothing is the error.
dcs::Result<QMap<QString, QString>> capturedValues(
    const QStringList &lines, const dcs::Exchange &exchange, const dcs::Answer &answer);

} // namespace interop
