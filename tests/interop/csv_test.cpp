// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/csv.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using interop::CsvReader;

namespace {

using Row = QList<QByteArray>;

dcs::Result<QList<Row>> readAll(CsvReader reader)
{
    QList<Row> out;
    while (true) {
        auto row = reader.next();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        out.append(**row);
    }
}

CsvReader plain(const QByteArray &bytes)
{
    CsvReader::Options options;
    options.header = false;
    options.separator = ',';
    return CsvReader::fromBytes(bytes, options);
}

} // namespace

TEST(Csv, ReadsWhatFilesAreReallyLike)
{
    const QList<std::pair<QByteArray, QList<Row>>> cases{
        {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
        {"a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
        {"a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
        {"\"a,\",\"b\"\"\",\"c\r\nd\"\n", {{"a,", "b\"", "c\r\nd"}}},
        {" a , 007 ,1.10\n", {{" a ", " 007 ", "1.10"}}},
        {"a,\n,b\n", {{"a", ""}, {"", "b"}}},
        {"\n\na\n\n", {{"a"}}},
        {"\"\"\n", {{""}}},
        {"a\"b,c\n", {{"a\"b", "c"}}},
        {"", {}},
    };
    for (const auto &[text, rows] : cases)
        EXPECT_EQ(readAll(plain(text)).value_or({{"?"}}), rows) << text.toStdString();
}

TEST(Csv, FindsTheSeparatorAndTheColumns)
{
    for (const QByteArray &text : {QByteArray("\xEF\xBB\xBFid,na;me\n1,2\n"), QByteArray("id;na,me\n1;2\n"),
             QByteArray("id\tna,me\n1\t2\n")}) {
        CsvReader reader = CsvReader::fromBytes(text);
        const auto header = reader.header();
        ASSERT_TRUE(header.has_value()) << header.error().message.toStdString();
        EXPECT_EQ(header->first(), "id");
        EXPECT_EQ(header->size(), 2);
        EXPECT_EQ(**reader.next(), (Row{"1", "2"}));
        EXPECT_EQ(reader.row(), 1);
        EXPECT_EQ(reader.line(), 2);
    }
}

TEST(Csv, NamesTheLineOfAnError)
{
    const QList<std::pair<QByteArray, QByteArray>> cases{
        {"a,b\n1,2\n1,2,3\n", "Line 3"},
        {"a,b\n1\n", "Line 2"},
        {"a,b\n\"1\n2\n", "Line 2"},
        {"a,b\n\"1\"x,2\n", "Line 2"},
        {"a,a\n", "Line 1"},
        {"a,\n1,2\n", "column 2"},
        {QByteArray("a,b\n1,\0\n", 9), "Line 2"},
        {"\xFF\xFE", "UTF-16"},
        {"", "empty"},
    };
    for (const auto &[text, word] : cases) {
        const auto rows = readAll(CsvReader::fromBytes(text));
        ASSERT_FALSE(rows.has_value()) << text.toStdString();
        EXPECT_TRUE(rows.error().message.toUtf8().contains(word)) << rows.error().message.toStdString();
    }
}

TEST(Csv, GivesBackWhatItWroteWhateverThePieces)
{
    Generate generate;
    for (int round = 0; round < 1000; ++round) {
        QList<Row> rows;
        const int columns = generate.number(1, 4);
        for (int n = generate.number(1, 5); n > 0; --n) {
            Row row;
            for (int k = 0; k < columns; ++k)
                row.append(generate.text("a1,;\"\r\n\t 'é", 6));
            rows.append(row);
        }
        interop::CsvStyle style;
        style.quoteAll = generate.chance(30);
        style.lineEnd = generate.chance(50) ? "\r\n" : "\n";
        style.quoted = {0};
        QByteArray text;
        for (const Row &row : std::as_const(rows))
            text += interop::csvRow(row, style);
        CsvReader::Options options;
        options.header = false;
        options.separator = ',';
        qsizetype at = 0;
        const auto source = [&]() -> dcs::Result<QByteArray> {
            const QByteArray piece = text.mid(at, generate.number(1, 7));
            at += piece.size();
            return piece;
        };
        EXPECT_EQ(readAll(CsvReader(source, options)).value_or({}), rows) << text.toStdString();
    }
}

TEST(Csv, GuardsSpreadsheetsOnlyWhenAsked)
{
    interop::CsvStyle style;
    EXPECT_EQ(interop::csvRow({"=1+1", "-1"}, style), "=1+1,-1\r\n");
    style.guardFormulas = true;
    EXPECT_EQ(interop::csvRow({"=1+1", "x"}, style), "'=1+1,x\r\n");
}

TEST(Csv, ReadsManyRowsInTheMemoryOfOne)
{
    constexpr int wanted = 200'000;
    int given = 0;
    qsizetype largest = 0;
    CsvReader reader([&]() -> dcs::Result<QByteArray> {
        QByteArray piece;
        for (int i = 0; i < 1000 && given < wanted; ++i)
            piece += given++ == 0 ? "id,n\n" : "22920112968019678612904394744954398990,00087\n";
        largest = qMax(largest, piece.size());
        return piece;
    });
    int rows = 0;
    while (true) {
        const auto row = reader.next();
        ASSERT_TRUE(row.has_value());
        if (!*row)
            break;
        ++rows;
        ASSERT_EQ((*row)->at(1), "00087");
    }
    EXPECT_EQ(rows, wanted - 1);
}
