// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <functional>
#include <optional>

namespace interop {

/// Reads CSV (RFC 4180, and what files are really like) row by row in memory that does not grow with the
/// file. Every cell is text: nothing is trimmed and no type is guessed.
class CsvReader
{
public:
    struct Options {
        char separator = 0; ///< 0: comma, semicolon or tab, whichever the first line has most of
        bool header = true; ///< the first row names the columns, each once and none empty
        qsizetype maxRowBytes = 16 << 20; ///< a quote that is never closed must not swallow the memory
    };
    /// Gives the next piece of the file, "" at its end.
    using Source = std::function<dcs::Result<QByteArray>()>;

    explicit CsvReader(Source source);
    CsvReader(Source source, Options options);
    static CsvReader fromBytes(const QByteArray &bytes);
    static CsvReader fromBytes(const QByteArray &bytes, const Options &options);

    /// The column names; read once, before the first row. Empty where the options say there are none.
    dcs::Result<QList<QByteArray>> header();
    /// The next row; nullopt at the end. A row with another number of cells than the first is an error that
    /// names it.
    dcs::Result<std::optional<QList<QByteArray>>> next();

    char separator() const { return m_options.separator; } ///< as found; known after header()
    qint64 row() const { return m_row; } ///< data rows given so far
    qint64 line() const { return m_rowLine; } ///< line of the file where the latest row begins, from 1

private:
    dcs::Result<void> fill();
    dcs::Result<void> begin();
    dcs::Result<std::optional<QList<QByteArray>>> readRow();
    dcs::Error error(const QString &message, const QString &remedy) const;

    Source m_source;
    Options m_options;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    bool m_ended = false;
    bool m_begun = false;
    bool m_headed = false;
    QList<QByteArray> m_header;
    qsizetype m_columns = -1;
    qint64 m_row = 0;
    qint64 m_line = 1;
    qint64 m_rowLine = 1;
};

struct CsvStyle {
    char separator = ',';
    QByteArray lineEnd = "\r\n";
    bool quoteAll = false;
    QList<qsizetype>
        quoted; ///< columns quoted always: identifiers, which spreadsheets and newman take for numbers
    /// A cell that a spreadsheet would run as a formula gets a ' in front. Off for what programs read.
    bool guardFormulas = false;
};
QByteArray csvRow(const QList<QByteArray> &cells, const CsvStyle &style = {});

} // namespace interop
