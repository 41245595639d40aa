// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/rawtext.h"

namespace gui {

/// Bytes as numbers: sixteen in a row, with their place before and, where they are printable, themselves
/// behind.
class HexRows : public RawText
{
public:
    explicit HexRows(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    std::unique_ptr<RawText> clone() const override { return std::make_unique<HexRows>(*this); }
    qsizetype rowCount() const override { return (m_bytes.size() + 15) / 16; }
    qsizetype longestRow() const override;
    qint64 lineCount() const override { return rowCount(); }
    RawRow row(qsizetype row) const override;
    qsizetype rowAt(qsizetype offset) const override { return offset / 16; }
    QList<RawPart> parts() const override { return {{m_bytes, 0}}; }

private:
    QByteArray m_bytes;
};

} // namespace gui
