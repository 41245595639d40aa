// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/comparable.h"

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

    static Comparison of(
        const interop::Comparable &before, const interop::Comparable &after, const dcs::DiffOptions &options);
    QString summary() const; ///< "Added 1, removed 0, changed 2, moved 0."
};

} // namespace gui
