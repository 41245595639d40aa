// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/httpblock.h"

#include <QByteArray>
#include <QList>

namespace interop {

/// Lays parameters out as lines of an `.http` block, keeping the lines that already say the right thing.
class HttpParameterLines
{
public:
    enum class Style {
        Query, ///< ?first, then &next, indented; a bare key on its neighbour's line
        Form, ///< first, then &next, not indented
    };

    HttpParameterLines(Style style, QByteArray lineEnd)
        : m_style(style)
        , m_lineEnd(std::move(lineEnd))
    {
    }

    /// `before`: the lines of that part of the block; `first`: the request line (Query), which already
    /// carries the first `onFirst` of `parameters`; it may get more.
    QList<HttpLine> place(const QList<HttpLine> &before, const QList<dcs::Parameter> &parameters,
        HttpLine *first, qsizetype onFirst);

    /// How many of the parameters must stand on the request line: those of a path, and leading ones that no
    /// line of their own may carry.
    static qsizetype mustStandOnFirst(const QList<dcs::Parameter> &parameters);

private:
    bool keep(const QList<HttpLine> &before, qsizetype at);
    void add(const dcs::Parameter &parameter);
    void appendToLast(const dcs::Parameter &parameter);
    void addOff(const dcs::Parameter &parameter, qsizetype placesUp);
    bool hasQuery() const;

    Style m_style;
    QByteArray m_lineEnd;
    QList<HttpLine> m_out;
    HttpLine *m_first = nullptr;
    qsizetype m_lastSent = -1; ///< line of m_out with the last sent parameter; -1: the request line
    bool m_anySent = false;
};

} // namespace interop
