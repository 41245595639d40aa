// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/json.h"

#include <QSet>

namespace gui {

/// Which arrays and objects of a text are folded away.
struct RawFolds {
    int foldDepth = 1 << 30; ///< those that deep or deeper …
    QSet<quint32> exceptions; ///< … but for these nodes, with which it is the other way round

    bool isFolded(const dcs::JsonValue &value, int depth) const
    {
        return (depth >= foldDepth) != (!exceptions.isEmpty() && exceptions.contains(value.node()));
    }
    bool isEmpty() const { return foldDepth == RawFolds().foldDepth && exceptions.isEmpty(); }
    /// Unfolds whatever hides the byte of the text; false if nothing does.
    bool reveal(const dcs::JsonValue &innermost, qsizetype offset);
};

} // namespace gui
