// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/csv.h"

#include "dcs/text.h"

#include <memory>

namespace interop {

namespace {

/// The separator that the first line has most of outside quotes; of equals the one that comes first.
char detectSeparator(QByteArrayView text)
{
    static constexpr QByteArrayView candidates(",;\t");
    int counts[3] = {};
    char found = ',';
    int most = 0;
    bool quoted = false;
    QByteArray order;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n' || c == '\r')
            break;
        if (const qsizetype which = candidates.indexOf(c); which >= 0) {
            if (counts[which]++ == 0)
                order += c;
        }
    }
    for (const char c : std::as_const(order)) {
        if (counts[candidates.indexOf(c)] > most) {
            most = counts[candidates.indexOf(c)];
            found = c;
        }
    }
    return found;
}

QString shown(const QByteArray &bytes)
{
    return dcs::visible(QString::fromUtf8(bytes), 60);
}

} // namespace

CsvReader::CsvReader(Source source)
    : CsvReader(std::move(source), Options())
{
}

CsvReader::CsvReader(Source source, Options options)
    : m_source(std::move(source))
    , m_options(options)
{
}

CsvReader CsvReader::fromBytes(const QByteArray &bytes)
{
    return fromBytes(bytes, Options());
}

CsvReader CsvReader::fromBytes(const QByteArray &bytes, const Options &options)
{
    auto rest = std::make_shared<QByteArray>(bytes);
    return CsvReader([rest]() -> dcs::Result<QByteArray> { return std::exchange(*rest, {}); }, options);
}

dcs::Error CsvReader::error(const QString &message, const QString &remedy) const
{
    return {dcs::Errc::InvalidInput, QStringLiteral("Line %1: %2").arg(QString::number(m_rowLine), message),
        remedy, {}};
}

/// Adds a piece to the buffer; what has been read is dropped from it.
dcs::Result<void> CsvReader::fill()
{
    if (m_ended)
        return {};
    auto piece = m_source();
    if (!piece)
        return piece.error();
    if (piece->isEmpty())
        m_ended = true;
    m_buffer.remove(0, m_at);
    m_at = 0;
    m_buffer += *piece;
    return {};
}

dcs::Result<void> CsvReader::begin()
{
    if (m_begun)
        return {};
    m_begun = true;
    // Enough for the mark at the beginning and, in all but odd files, for the first line.
    while (!m_ended && (m_buffer.size() < 4 || (!m_buffer.contains('\n') && m_buffer.size() < 65536))) {
        if (auto filled = fill(); !filled)
            return filled;
    }
    if (m_buffer.startsWith("\xFF\xFE") || m_buffer.startsWith("\xFE\xFF"))
        return error(QStringLiteral("the file is UTF-16."), QStringLiteral("Save it as CSV UTF-8."));
    if (m_buffer.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    if (m_options.separator == 0)
        m_options.separator = detectSeparator(QByteArrayView(m_buffer).sliced(m_at));
    return {};
}

dcs::Result<std::optional<QList<QByteArray>>> CsvReader::readRow()
{
    if (auto begun = begin(); !begun)
        return begun.error();
    enum class In { Start, Plain, Quoted, AfterQuote };
    In state = In::Start;
    QList<QByteArray> cells;
    QByteArray cell;
    qsizetype bytes = 0;
    m_rowLine = m_line;
    const auto endCell = [&] {
        cells.append(cell);
        cell.clear();
        state = In::Start;
    };
    while (true) {
        // One byte ahead tells "" and CRLF.
        while (!m_ended && m_at + 1 >= m_buffer.size()) {
            if (auto filled = fill(); !filled)
                return filled.error();
        }
        if (m_at >= m_buffer.size()) {
            if (state == In::Quoted)
                return error(QStringLiteral("a quote is opened and never closed."),
                    QStringLiteral("Put a quote behind the cell, and write a quote inside it twice."));
            if (cells.isEmpty() && state == In::Start)
                return std::optional<QList<QByteArray>>();
            endCell();
            return std::optional(cells);
        }
        const char c = m_buffer.at(m_at++);
        if (++bytes > m_options.maxRowBytes)
            return error(QStringLiteral("the row is longer than %1 bytes.").arg(m_options.maxRowBytes),
                QStringLiteral("Look for a quote that is not closed."));
        if (c == '\0')
            return error(QStringLiteral("there is a NUL byte, so this is no text file."),
                QStringLiteral("Save the table as CSV UTF-8."));
        if (state == In::Quoted) {
            if (c == '"' && m_at < m_buffer.size() && m_buffer.at(m_at) == '"') {
                cell += c;
                ++m_at;
            } else if (c == '"') {
                state = In::AfterQuote;
            } else {
                m_line += c == '\n';
                cell += c;
            }
        } else if (c == m_options.separator) {
            endCell();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && m_at < m_buffer.size() && m_buffer.at(m_at) == '\n')
                ++m_at;
            ++m_line;
            // An empty line is no row, unless it is a row of one empty cell in quotes.
            if (cells.isEmpty() && state == In::Start) {
                m_rowLine = m_line;
                bytes = 0;
                continue;
            }
            endCell();
            return std::optional(cells);
        } else if (state == In::AfterQuote) {
            return error(QStringLiteral("there is text behind the closing quote of a cell."),
                QStringLiteral("Write a quote inside a quoted cell twice."));
        } else if (c == '"' && state == In::Start) {
            state = In::Quoted;
        } else {
            cell += c;
            state = In::Plain;
        }
    }
}

dcs::Result<QList<QByteArray>> CsvReader::header()
{
    if (m_headed || !m_options.header)
        return m_header;
    auto row = readRow();
    if (!row)
        return row.error();
    if (!*row)
        return error(
            QStringLiteral("the table is empty."), QStringLiteral("The first row names the columns."));
    m_headed = true;
    for (const QByteArray &name : std::as_const(**row)) {
        if (name.trimmed().isEmpty())
            return error(QStringLiteral("column %1 has no name.").arg(m_header.size() + 1),
                QStringLiteral("Give each column a name in the first row."));
        if (m_header.contains(name))
            return error(QStringLiteral("two columns are named “%1”.").arg(shown(name)),
                QStringLiteral("Give each column a name of its own."));
        m_header.append(name);
    }
    m_columns = m_header.size();
    return m_header;
}

dcs::Result<std::optional<QList<QByteArray>>> CsvReader::next()
{
    if (m_options.header && !m_headed) {
        if (auto read = header(); !read)
            return read.error();
    }
    auto row = readRow();
    if (!row || !*row)
        return row;
    ++m_row;
    const qsizetype cells = (*row)->size();
    if (m_columns >= 0 && cells != m_columns) {
        return error(QStringLiteral("row %1 has %2 cells where %3 are expected.")
                         .arg(QString::number(m_row), QString::number(cells), QString::number(m_columns)),
            QStringLiteral(
                "Quote cells that hold the separator, and give every row the same number of cells."));
    }
    m_columns = cells;
    return row;
}

QByteArray csvRow(const QList<QByteArray> &cells, const CsvStyle &style)
{
    QByteArray out;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            out += style.separator;
        QByteArray cell = cells.at(i);
        if (style.guardFormulas && !cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front()))
            cell.prepend('\'');
        const bool needed = cell.contains('"') || cell.contains(style.separator) || cell.contains('\n')
            || cell.contains('\r') || (cells.size() == 1 && cell.isEmpty());
        if (style.quoteAll || needed || style.quoted.contains(i))
            out += '"' + cell.replace("\"", "\"\"") + '"';
        else
            out += cell;
    }
    return out + style.lineEnd;
}

} // namespace interop
