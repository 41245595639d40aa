// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/rawtext.h"

#include <QString>

#include <vector>

namespace gui {

/// A row as it is drawn: the text with all that is invisible made visible, the kind of each run, and for each
/// character the byte of the row that it stands for.
struct RawShape {
    struct Run {
        int begin = 0;
        int length = 0;
        RawKind kind = RawKind::Plain;
        bool ascii = true;
    };
    struct Origin {
        int begin = 0; ///< first character of a piece
        qsizetype byte = 0; ///< of the row
        qsizetype offset = -1; ///< of the text
    };

    QString text;
    std::vector<Run> runs;
    std::vector<int> bytes; ///< one more than characters: the end
    std::vector<Origin> origins; ///< a piece each

    qsizetype byteAt(qsizetype character) const;
    qsizetype characterAt(qsizetype byte) const; ///< the first that stands for the byte or one behind it
    /// Characters that show bytes [begin, end) of the text; several pieces may do so.
    std::vector<std::pair<int, int>> charactersOf(qsizetype begin, qsizetype end) const;
};

RawShape shapeRow(const RawRow &row);

} // namespace gui
