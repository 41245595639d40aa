// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/jsonrows.h"
#include "gui/rawfolds.h"
#include "gui/rawlines.h"

#include <memory>
#include <vector>

namespace gui {

/// A JSON text as it was received, of which arrays and objects over several lines can be folded: the lines
/// between the one where it begins and the one where it ends are not shown. A text of one line has nothing to
/// fold and costs nothing.
class RawFolded : public RawText
{
public:
    RawFolded(std::unique_ptr<RawText> lines, std::shared_ptr<const JsonRows> rows, const RawFolds &folds);

    std::unique_ptr<RawText> clone() const override;
    qsizetype rowCount() const override { return m_lines->rowCount() - m_hidden; }
    qsizetype longestRow() const override;
    qint64 lineCount() const override { return m_lines->lineCount(); }
    RawRow row(qsizetype row) const override;
    qsizetype rowAt(qsizetype offset) const override;
    QList<RawPart> parts() const override { return m_lines->parts(); }
    QByteArray bytes(RawPlace from, RawPlace to) const override;

    std::unique_ptr<RawFolded> with(const RawFolds &folds) const; ///< the same text, folded otherwise

private:
    /// Rows of the whole text that are not shown.
    struct Gap {
        qsizetype first = 0;
        qsizetype behind = 0;
        qsizetype before = 0; ///< rows hidden by the gaps before this one
        qint64 lines = 0;

        qsizetype shownAt() const { return first - before; } ///< the row that would be its first one
    };

    RawFolded(const RawFolded &other);
    void markValues();
    void fold(const RawFolds &folds);
    dcs::JsonValue firstFrom(qsizetype offset) const; ///< the first value that begins there or behind
    void addGap(const dcs::JsonValue &value);
    void addGaps();
    void closeGaps();
    bool spansLines(const dcs::JsonValue &value) const;
    const Gap *gapBehind(qsizetype row) const; ///< directly behind the row of the whole text
    qsizetype wholeRow(qsizetype row) const;
    std::optional<RawFold> foldOf(const RawRow &row) const;

    std::unique_ptr<RawText> m_lines;
    std::shared_ptr<const JsonRows> m_rows;
    /// Every 256th value: the way to those of a row, however deep they are.
    std::shared_ptr<const std::vector<quint32>> m_marks;
    RawFolds m_folds;
    std::vector<Gap> m_gaps;
    qsizetype m_hidden = 0;
};

} // namespace gui
