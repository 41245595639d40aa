// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/json.h"
#include "gui/rawfolds.h"
#include "gui/rawtext.h"

#include <QHash>

#include <memory>
#include <vector>

namespace gui {

/// A JSON document indented, a value a line, each token as it stands in the text. No indented text is ever
/// made: rows come out of the document when they are asked for. What stands around the document (a callback,
/// a semicolon) has rows of its own.
class RawPretty : public RawText
{
public:
    struct Options : RawFolds {
        qsizetype rowBytes = rawRowBytes;
    };

    RawPretty(std::shared_ptr<const dcs::JsonDocument> document, const Options &options);

    std::unique_ptr<RawText> clone() const override { return std::make_unique<RawPretty>(*this); }
    qsizetype rowCount() const override { return m_rowCount; }
    qsizetype longestRow() const override { return m_longest; }
    qint64 lineCount() const override { return m_lineCount; }
    RawRow row(qsizetype row) const override;
    qsizetype rowAt(qsizetype offset) const override;
    QList<RawPart> parts() const override { return {{m_document->text(), 0}}; }

private:
    enum class Where { Before, Open, Close, Behind, End };
    struct Place {
        Where where = Where::Before;
        dcs::JsonValue value;
        int depth = 0;
        qint64 line = 1;
        qsizetype from = 0; ///< byte of the line where the row begins
    };
    struct Line {
        QList<RawPiece> pieces;
        QByteArray own;
        qsizetype size = 0;
        std::optional<RawFold> fold;
    };

    Place first() const;
    Place nextLine(const Place &place) const;
    void step(Place &place) const; ///< to the next row
    qsizetype lineSize(const Place &place) const;
    void countRows();
    qsizetype endOf(const dcs::JsonValue &value) const;
    void keepEnd(const dcs::JsonValue &value);
    qsizetype rowEnd(const Line &line, qsizetype from) const;
    QByteArray noted(const RawRow &row, const RawPiece &piece) const override;
    const Line &lineOf(const Place &place) const;
    Line makeLine(const Place &place) const;
    void addOpen(Line &line, const Place &place) const;
    void addText(Line &line, qsizetype begin, qsizetype end, RawKind kind) const;
    static void addOwn(Line &line, QByteArrayView bytes, RawKind kind, qsizetype offset = -1);
    qsizetype offsetOf(const Place &place) const;
    const Place &placeOf(qsizetype row) const;
    QByteArrayView before() const;
    QByteArrayView behind() const;

    std::shared_ptr<const dcs::JsonDocument> m_document;
    Options m_options;
    std::shared_ptr<const std::vector<Place>> m_marks; ///< every 64th row
    /// Of long strings and numbers: looking for the end of 100 MB takes longer than painting a screen may.
    std::shared_ptr<QHash<quint32, qsizetype>> m_ends;
    qsizetype m_rowCount = 0;
    qsizetype m_longest = 0;
    qint64 m_lineCount = 0;
    mutable qsizetype m_lastRow = -1;
    mutable Place m_lastPlace;
    mutable std::optional<Place> m_linePlace; ///< of m_line: the end of a long value is not looked for twice
    mutable Line m_line;
};

} // namespace gui
