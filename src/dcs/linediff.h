// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QList>

namespace dcs {

/// One line of two texts laid side by side.
struct LinePair {
    enum class Kind { Same, OnlyBefore, OnlyAfter };

    Kind kind = Kind::Same;
    QByteArrayView before; ///< without its line end; empty for OnlyAfter
    QByteArrayView after;
};

/// The lines of both texts in order, as few as possible of them in one text alone. Views of the texts given.
/// Texts too long to compare line by line differ as a whole, apart from what they share at both ends.
QList<LinePair> diffLines(QByteArrayView before, QByteArrayView after);

} // namespace dcs
