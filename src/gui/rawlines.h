// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/rawtext.h"

#include <memory>
#include <vector>

namespace gui {

/// A text as it was received: lines end at LF or CRLF, long ones are broken.
class RawLines : public RawText
{
public:
    struct Options {
        qsizetype rowBytes = rawRowBytes;
        RawKind kind = RawKind::Plain; ///< Json: strings are followed over the breaks
        bool lineEnds = false; ///< show them
    };

    RawLines(QByteArray text, const Options &options);

    std::unique_ptr<RawText> clone() const override { return std::make_unique<RawLines>(*this); }
    qsizetype rowCount() const override { return m_rowCount; }
    qsizetype longestRow() const override { return m_longest; }
    qint64 lineCount() const override { return m_lineCount; }
    RawRow row(qsizetype row) const override;
    qsizetype rowAt(qsizetype offset) const override;
    QList<RawPart> parts() const override { return {{m_text, 0}}; }
    QByteArray bytes(RawPlace from, RawPlace to) const override;

private:
    /// A row as it is found: [begin, end) is shown, the next one begins at `next`.
    struct Span {
        qsizetype begin = 0;
        qsizetype end = 0;
        qsizetype next = 0;
        qint64 line = 0;
        bool continues = false;
        bool inString = false;
        bool breaks = false; ///< the line goes on in the next row
    };

    Span first() const;
    Span after(const Span &span) const;
    Span measured(Span span) const;
    bool isLast(const Span &span) const { return !span.breaks && span.next == span.end; }
    const Span &span(qsizetype row) const;

    QByteArray m_text;
    Options m_options;
    std::shared_ptr<const std::vector<Span>> m_marks; ///< every 64th row
    qsizetype m_rowCount = 0;
    qsizetype m_longest = 0;
    qint64 m_lineCount = 0;
    mutable qsizetype m_lastRow = -1; ///< rows are mostly asked for one after the other
    mutable Span m_last;
};

} // namespace gui
