// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/rawsearch.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace gui {

/// What a run of characters is, for its colour.
enum class RawKind {
    Plain,
    Json, ///< to be told apart when the row is shaped
    Key,
    String,
    Number,
    Literal,
    Mark, ///< braces, commas
    Note, ///< ours, not the server's: headings, line ends, what is folded away
    Odd, ///< a control, format or separator character made visible
    Bad ///< a byte that is no UTF-8
};

/// Bytes within a row. `offset` is the number of the first one, -1 for what the text itself does not have.
struct RawPiece {
    QByteArrayView bytes;
    qsizetype offset = -1;
    RawKind kind = RawKind::Plain;
};

/// A fold mark at a row: the array or object that begins there.
struct RawFold {
    quint32 node = 0;
    bool folded = false;
};

/// One row of the screen. Long lines are several rows.
struct RawRow {
    QList<RawPiece> pieces;
    QByteArray own; ///< what a piece may stand on that is not the text's
    qint64 line = 0; ///< from 1; 0: no line of the text
    bool continues = false; ///< not the first row of its line
    bool inString = false; ///< the row begins within a JSON string
    std::optional<RawFold> fold;

    qsizetype size() const;
    qsizetype firstOffset() const; ///< of the first piece that has one; -1
};

/// A place between bytes of rows.
struct RawPlace {
    qsizetype row = 0;
    qsizetype byte = 0;

    auto operator<=>(const RawPlace &) const = default;
};

/// Bytes cut into rows for a screen. An index with a mark every few rows is made once, off the window's
/// thread; rows are made when they are asked for, so that a text of 100 MB takes little more than itself. One
/// thread at a time: clone() for another one.
class RawText
{
public:
    virtual ~RawText() = default;
    virtual std::unique_ptr<RawText> clone() const = 0;

    virtual qsizetype rowCount() const = 0;
    virtual qsizetype longestRow() const = 0; ///< about how many characters
    virtual qint64 lineCount() const = 0;
    virtual RawRow row(qsizetype row) const = 0;
    virtual qsizetype rowAt(qsizetype offset) const = 0; ///< the row that shows that byte
    virtual QList<RawPart> parts() const = 0; ///< what a search looks through
    /// The bytes between two places: the model's, not what the screen makes of them.
    virtual QByteArray bytes(RawPlace from, RawPlace to) const;

protected:
    /// What a copy has for a piece that is only a note on the screen.
    virtual QByteArray noted(const RawRow &, const RawPiece &piece) const
    {
        return piece.bytes.toByteArray();
    }

    RawText() = default;
    RawText(const RawText &) = default;
    RawText &operator=(const RawText &) = default;
};

/// Where a row of at most `most` bytes that begins at `begin` ends: not within a character, not behind a
/// backslash.
qsizetype rawBreak(QByteArrayView bytes, qsizetype begin, qsizetype most);

constexpr qsizetype rawRowBytes = 2000; ///< a row is never longer

} // namespace gui
