// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/diff.h"
#include "dcs/exchange.h"
#include "dcs/result.h"

#include <QList>
#include <QString>

namespace interop {

/// One side of a comparison: a whole exchange, or an answer of which only the body is known.
struct Comparable {
    QString name; ///< for people
    dcs::Exchange exchange;
    bool whole = false;
};

/// "GET acme.demdex.net/event, 200, 2026-01-31 12:00:00"
QString comparableName(const dcs::Exchange &exchange);

/// What a file offers: each DCS call of a HAR, a call that `dcs send --json` printed, or else one body.
dcs::Result<QList<Comparable>> readComparables(const QByteArray &bytes, const QString &name);

/// Of two whole exchanges everything, otherwise only the answers.
QList<dcs::Difference> compare(const Comparable &before, const Comparable &after,
    const dcs::Catalogue &catalogue, const dcs::DiffOptions &options);

} // namespace interop
