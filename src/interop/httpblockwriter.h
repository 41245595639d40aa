// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/httpblock.h"

#include <functional>

namespace interop {

/// Changes the lines of one block from what they say to what a preset says.
class HttpBlockWriter
{
public:
    HttpBlockWriter(const HttpBlock &block, const Preset &preset, QByteArray lineEnd)
        : m_lines(block.lines)
        , m_old(block.preset)
        , m_impliedHost(block.impliedHost)
        , m_named(block.named)
        , m_new(preset)
        , m_lineEnd(std::move(lineEnd))
    {
    }

    QByteArray write(bool bodyAsBase64);

private:
    HttpLine line(HttpRole role, const QByteArray &text) const { return {text, m_lineEnd, role, {}, {}, {}}; }
    qsizetype requestAt() const;
    void writeTitle();
    void writeName();
    void writeList(HttpRole role, const QByteArray &directive, const QStringList &texts,
        const std::function<QByteArray(const QString &)> &render);
    void writeOptions();
    void cut();
    void writeQuery();
    QByteArray requestText(const QList<dcs::Parameter> &onFirst) const;
    void writeHeaders();
    void writeBody(bool asBase64);
    QByteArray join() const;

    QList<HttpLine> m_lines; // whole block, later its head
    HttpLine m_request;
    QList<HttpLine> m_query, m_headers, m_gap, m_body, m_tail;
    const Preset &m_old;
    bool m_impliedHost;
    bool m_named;
    Preset m_new;
    QByteArray m_lineEnd;
};

} // namespace interop
