// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/rawtext.h"

#include <vector>

namespace gui {

/// Texts one below the other, each with a heading of ours. Their bytes are numbered through.
class RawJoined : public RawText
{
public:
    void add(const QString &heading, std::unique_ptr<RawText> text);

    std::unique_ptr<RawText> clone() const override;
    qsizetype rowCount() const override { return m_rowCount; }
    qsizetype longestRow() const override;
    qint64 lineCount() const override;
    RawRow row(qsizetype row) const override;
    qsizetype rowAt(qsizetype offset) const override;
    QList<RawPart> parts() const override;

private:
    struct Section {
        QByteArray heading;
        std::shared_ptr<RawText> text;
        qsizetype row = 0; ///< of the heading
        qsizetype base = 0;
        qsizetype size = 0;
    };

    std::vector<Section> m_sections;
    qsizetype m_rowCount = 0;
};

} // namespace gui
