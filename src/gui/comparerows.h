// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/diff.h"
#include "dcs/exchange.h"
#include "dcs/result.h"

#include <QList>
#include <QStringList>

namespace gui {

/// Differences as rows: kind, part, place, before, after; and how many there are of each kind.
struct Comparison {
    QList<QStringList> rows;
    int added = 0;
    int removed = 0;
    int changed = 0;
    int moved = 0;

    static Comparison of(const dcs::Exchange &before, const dcs::Exchange &after, const QStringList &ignore);
    QString summary() const; ///< "Added 1, removed 0, changed 2, moved 0."
};

/// An exchange out of a file: the first entry of a HAR, or a saved body.
dcs::Result<dcs::Exchange> exchangeOfFile(const QString &path);

} // namespace gui
