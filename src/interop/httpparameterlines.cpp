// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/httpparameterlines.h"

#include "interop/alignment.h"
#include "interop/httpwriter.h"

#include <algorithm>

namespace interop {

namespace {

constexpr char indent[] = "    ";

// httpyac ends the URL, and takes the rest for a body, at a line that is not key=value; its keys have none of
// ( ) ? & in them, and one with a colon is a header to it (read in its parser and measured with 6.16.7).
bool mayStandAlone(const dcs::Parameter &parameter)
{
    const QByteArrayView key = parameter.wireKey();
    const bool plain
        = std::none_of(key.begin(), key.end(), [](char c) { return QByteArrayView("()?:").contains(c); });
    return parameter.hasEquals() && !key.isEmpty() && plain;
}

QByteArray offLine(const QByteArray &margin, const dcs::Parameter &parameter, qsizetype placesUp)
{
    QByteArray out = margin + QByteArray("# &") + httpLineBytes(parameter.wire);
    if (placesUp > 0)
        out += " ^" + QByteArray::number(placesUp);
    return out;
}

} // namespace

qsizetype HttpParameterLines::mustStandOnFirst(const QList<dcs::Parameter> &parameters)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        const dcs::Parameter &parameter = parameters.at(i);
        if (!parameter.sent)
            continue;
        if (parameter.place != dcs::Parameter::Place::Path && mayStandAlone(parameter))
            break;
        count = i + 1;
    }
    return count;
}

QList<HttpLine> HttpParameterLines::place(const QList<HttpLine> &before,
    const QList<dcs::Parameter> &parameters, HttpLine *first, qsizetype onFirst)
{
    m_out.clear();
    m_first = first;
    m_lastSent = -1;
    m_anySent = false;
    QList<dcs::Parameter> old;
    QList<qsizetype> lineOf;
    for (qsizetype i = 0; i < before.size(); ++i) {
        for (const dcs::Parameter &parameter : before.at(i).parameters) {
            old.append(parameter);
            lineOf.append(i);
        }
    }
    const QList<dcs::Parameter> rest = parameters.mid(onFirst);
    qsizetype behind = 0; // sent parameters of the request line that are still to come
    for (qsizetype i = 0; i < onFirst; ++i)
        behind += parameters.at(i).sent ? 1 : 0;
    m_anySent = behind > 0;
    for (qsizetype i = 0; i < onFirst; ++i) {
        if (parameters.at(i).sent)
            --behind;
        else
            addOff(parameters.at(i), behind);
    }
    const std::vector<qsizetype> match = align(old, rest);
    qsizetype nextLine = 0; // of `before`, not yet copied
    const auto copyComments = [&](qsizetype upTo) {
        for (; nextLine < upTo; ++nextLine) {
            if (before.at(nextLine).parameters.isEmpty())
                m_out.append(before.at(nextLine));
        }
    };
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const qsizetype from = match[size_t(i)];
        if (from >= 0 && (from == 0 || lineOf.at(from - 1) != lineOf.at(from))) {
            const qsizetype line = lineOf.at(from);
            const qsizetype count = before.at(line).parameters.size();
            bool whole = i + count <= rest.size();
            for (qsizetype k = 1; whole && k < count; ++k)
                whole = match[size_t(i + k)] == from + k;
            copyComments(line);
            if (whole && keep(before, line)) {
                nextLine = line + 1;
                i += count - 1;
                continue;
            }
        }
        add(rest.at(i));
    }
    copyComments(before.size());
    return m_out;
}

// A line may stay if its first byte still fits: '?' or '&', or none at the beginning of a form.
bool HttpParameterLines::keep(const QList<HttpLine> &before, qsizetype at)
{
    HttpLine line = before.at(at);
    if (!line.parameters.first().sent) {
        m_out.append(line);
        return true;
    }
    qsizetype margin = 0;
    while (margin < line.text.size() && (line.text.at(margin) == ' ' || line.text.at(margin) == '\t'))
        ++margin;
    if (m_style == Style::Query)
        line.text[margin] = hasQuery() ? '&' : '?';
    else if (line.text.mid(margin).startsWith('&') != m_anySent)
        return false;
    m_out.append(line);
    m_lastSent = m_out.size() - 1;
    m_anySent = true;
    return true;
}

bool HttpParameterLines::hasQuery() const
{
    return m_anySent || (m_first && m_first->text.contains('?'));
}

void HttpParameterLines::add(const dcs::Parameter &parameter)
{
    if (!parameter.sent) {
        addOff(parameter, 0);
        return;
    }
    const bool query = m_style == Style::Query;
    if (query && !mayStandAlone(parameter)) {
        appendToLast(parameter);
        m_anySent = true;
        return;
    }
    HttpLine line;
    line.end = m_lineEnd;
    line.role = query ? HttpRole::Query : HttpRole::Body;
    line.parameters = {parameter};
    const QByteArray wire = httpLineBytes(parameter.wire);
    if (query) {
        line.text = indent + QByteArray(hasQuery() ? "&" : "?") + wire;
    } else if (m_anySent) {
        line.text = '&' + wire;
    } else if (!wire.isEmpty() && QByteArrayView("/@<>?").contains(wire.front())) {
        // At the beginning of a body these would be a comment, a variable or a file name to the other
        // programs.
        line.text = '%' + QByteArray::number(uchar(wire.front()), 16).toUpper() + wire.mid(1);
    } else {
        line.text = wire;
    }
    m_out.append(line);
    m_lastSent = m_out.size() - 1;
    m_anySent = true;
}

void HttpParameterLines::appendToLast(const dcs::Parameter &parameter)
{
    HttpLine *line = m_lastSent >= 0 ? &m_out[m_lastSent] : m_first;
    if (!line)
        return;
    const char mark = hasQuery() ? '&' : '?';
    line->text = withoutHttpVersion(line->text) + mark + httpLineBytes(parameter.wire);
    line->parameters.append(parameter);
    // Parameters that are switched off and stand between must say that they belong further up now.
    for (qsizetype i = m_lastSent + 1; i < m_out.size(); ++i) {
        HttpLine &off = m_out[i];
        if (off.role != HttpRole::QueryOff || off.parameters.isEmpty())
            continue;
        const qsizetype caret = off.text.lastIndexOf(" ^");
        const qsizetype up = caret < 0 ? 0 : off.text.mid(caret + 2).toLongLong();
        off.text = offLine(indent, off.parameters.first(), up + 1);
    }
}

void HttpParameterLines::addOff(const dcs::Parameter &parameter, qsizetype placesUp)
{
    HttpLine line;
    line.end = m_lineEnd;
    line.role = m_style == Style::Query ? HttpRole::QueryOff : HttpRole::BodyOff;
    line.parameters = {parameter};
    line.text = offLine(m_style == Style::Query ? indent : "", parameter, placesUp);
    m_out.append(line);
}

} // namespace interop
