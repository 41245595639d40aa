// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/jsonindent.h"
#include "gui/hexrows.h"
#include "gui/rawfolded.h"
#include "gui/rawjoined.h"
#include "gui/rawlines.h"
#include "gui/rawpretty.h"
#include "gui/rawshape.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;
using gui::RawLines;
using gui::RawPlace;
using gui::RawPretty;
using gui::RawText;

QByteArray shown(const RawText &text)
{
    QByteArray out;
    for (qsizetype row = 0; row < text.rowCount(); ++row)
        out += (row > 0 ? "\n" : "") + gui::shapeRow(text.row(row)).text.toUtf8();
    return out;
}

QByteArray whole(const RawText &text)
{
    const qsizetype last = text.rowCount() - 1;
    return text.bytes({0, 0}, {last, text.row(last).size()});
}

std::shared_ptr<const dcs::JsonDocument> document(const QByteArray &text)
{
    return std::make_shared<const dcs::JsonDocument>(dcs::JsonDocument::parse(text));
}

RawLines::Options narrow(qsizetype bytes)
{
    RawLines::Options options;
    options.rowBytes = bytes;
    options.kind = gui::RawKind::Json;
    return options;
}

struct Lines {
    QByteArray text;
    QByteArray rows;
};

TEST(RawLines, BreakAtLineEndsAndWhereTheyAreTooLong)
{
    const QList<Lines> cases{
        {"", ""},
        {"a", "a"},
        {"a\nb\r\nc", "a\nb\nc"},
        {"a\n", "a\n"},
        {"\n\n", "\n\n"},
        {"abcdefghijkl", "abcdefgh\nijkl"},
        {"abcdefgh\nij", "abcdefgh\nij"},
        {"abcdefgh\r\nij", "abcdefgh\nij"},
        {"abcdefg\xc3\xa4h", "abcdefg\n\xc3\xa4h"},
        {"abcdefg\\\"h", "abcdefg\n\\\"h"},
        {"a\rb", "a\\rb"},
        {QByteArray("a\0b", 3), "a\\u{0}b"},
        {"a\xff"
         "b",
            "a\\x{ff}b"},
        {"a\xe2\x80\xae"
         "b",
            "a\\u{202e}b"},
    };
    for (const Lines &now : cases)
        EXPECT_EQ(shown(RawLines(now.text, narrow(8))), now.rows) << now.text.toPercentEncoding().constData();
}

TEST(RawLines, GiveBackTheBytesTheyWereMadeOf)
{
    Generate random;
    for (int round = 0; round < 300; ++round) {
        QByteArray text;
        const int size = random.number(0, 400);
        for (int i = 0; i < size; ++i)
            text += "ab\"\\\n\r\xc3\xa4\xff\0{}"[random.number(0, 11)];
        const RawLines lines(text, narrow(random.number(4, 40)));

        EXPECT_EQ(whole(lines), text);
        for (qsizetype row = lines.rowCount() - 1; row >= 0; --row) {
            const qsizetype offset = lines.row(row).firstOffset();
            if (lines.row(row).size() > 0) {
                EXPECT_EQ(lines.rowAt(offset), row);
            }
        }
    }
}

TEST(RawLines, KnowStringsThatAreBrokenOverRows)
{
    const RawLines lines(R"({"a":"{[1,2,3]}{[1,2,3]}","b":12})", narrow(10));

    const gui::RawShape second = gui::shapeRow(lines.row(1));

    ASSERT_FALSE(second.runs.empty());
    EXPECT_EQ(second.runs[0].kind, gui::RawKind::String);
    EXPECT_EQ(second.runs[0].length, second.text.size());
}

TEST(RawLines, TwentyMegabytesInOneLineAreIndexedAndShown)
{
    const QByteArray text = "[\"" + QByteArray(20 << 20, 'x') + "\"]";
    const RawLines lines(text, RawLines::Options{});

    EXPECT_GT(lines.rowCount(), 10000);
    EXPECT_LE(lines.longestRow(), gui::rawRowBytes);
    EXPECT_EQ(lines.row(lines.rowCount() - 1).line, 1);
}

TEST(RawPretty, IndentsWithoutChangingAToken)
{
    const QByteArray text = R"(cb({"a":[1.10,{},[],"x\/y"],"a":{"b":null}});)";
    dcs::JsonDocument::Options options;
    options.from = 3;
    options.allowTrailing = true;
    const RawPretty pretty(std::make_shared<const dcs::JsonDocument>(dcs::JsonDocument::parse(text, options)),
        RawPretty::Options{});

    EXPECT_EQ(shown(pretty), R"(cb(
{
  "a": [
    1.10,
    {},
    [],
    "x\/y"
  ],
  "a": {
    "b": null
  }
}
);)");
}

TEST(RawPretty, FoldsAndCopiesWhatIsFoldedAway)
{
    const auto parsed = document(R"({"a":[1,2],"b":{"c":[3]},"d":4})");
    RawPretty::Options options;
    options.foldDepth = 1;
    options.exceptions.insert(parsed->root().member(u"b").node());

    const RawPretty pretty(parsed, options);

    EXPECT_EQ(shown(pretty), R"({
  "a": [ … 2 ],
  "b": {
    "c": [ … 1 ]
  },
  "d": 4
})");
    EXPECT_EQ(whole(pretty), R"({
  "a": [1,2],
  "b": {
    "c": [3]
  },
  "d": 4
})");
}

TEST(RawPretty, BreaksLongValuesAndFindsEachByteAgain)
{
    const QByteArray text
        = R"({"k":")" + QByteArray(500, 'x') + R"(","l":[1,")" + QByteArray(70, 'y') + R"("]})";
    RawPretty::Options options;
    options.rowBytes = 30;
    const RawPretty pretty(document(text), options);

    EXPECT_LE(pretty.longestRow(), 30);
    for (qsizetype row = 0; row < pretty.rowCount(); ++row) {
        const gui::RawRow now = pretty.row(row);
        EXPECT_LE(now.size(), 30);
        for (const gui::RawPiece &piece : now.pieces) {
            if (piece.offset < 0)
                continue;
            EXPECT_EQ(piece.bytes, QByteArrayView(text).sliced(piece.offset, piece.bytes.size()));
            EXPECT_EQ(pretty.rowAt(piece.offset), row) << piece.offset;
        }
    }
}

TEST(RawPretty, ShowsWhatTheCommandLineWrites)
{
    for (const QByteArray &text : {QByteArray(R"({"a":[1,{"b":[]},{}],"c":"d"})"), QByteArray("[]"),
             QByteArray("7"), QByteArray(R"([[[1],[2,[3]]],4])")}) {
        const auto parsed = document(text);
        QByteArray written;
        EXPECT_TRUE(dcs::writeIndented(*parsed, [&](const QByteArray &part) {
            written += part;
            return true;
        }));
        EXPECT_EQ(written, shown(RawPretty(parsed, RawPretty::Options{})) + '\n');
        EXPECT_TRUE(dcs::JsonDocument::parse(written).isValid());
    }
}

TEST(RawPretty, ADeepDocumentHasItsRows)
{
    const QByteArray text = QByteArray(900, '[') + QByteArray(900, ']');
    const RawPretty pretty(document(text), RawPretty::Options{});

    EXPECT_EQ(pretty.rowCount(), 1799);
    EXPECT_EQ(pretty.rowAt(899), 899);
}

/// A JSON text as it was received, with these arrays and objects folded away: "$.a" names one.
std::unique_ptr<gui::RawFolded> folded(
    const QByteArray &text, const QList<quint32> &nodes, int depth = gui::RawFolds().foldDepth)
{
    gui::RawLines::Options options;
    options.kind = gui::RawKind::Json;
    gui::RawFolds folds;
    folds.foldDepth = depth;
    folds.exceptions = QSet<quint32>(nodes.begin(), nodes.end());
    return std::make_unique<gui::RawFolded>(std::make_unique<gui::RawLines>(text, options),
        std::make_shared<const gui::JsonRows>(document(text)), folds);
}

const QByteArray manyLines
    = "{\n \"a\": [\n  1,\n  2\n ],\n \"b\": {\n  \"c\": [\n   3\n  ]\n }, \"d\": [\n ]\n}\n";

TEST(RawFolded, MarksWhatHasLinesToFold)
{
    const auto text = folded(manyLines, {});
    ASSERT_EQ(text->rowCount(), 13);
    QByteArray marks;
    for (qsizetype row = 0; row < text->rowCount(); ++row)
        marks += text->row(row).fold ? '+' : '.';
    EXPECT_EQ(marks, "++...++......"); // "d" has nothing between its brackets
    EXPECT_EQ(shown(*text), manyLines.trimmed() + '\n');
}

TEST(RawFolded, HidesTheLinesBetweenTheFirstAndTheLast)
{
    const auto parsed = document(manyLines);
    const dcs::JsonValue root = parsed->root();
    const auto text = folded(manyLines, {root.member(u"a").node()});

    ASSERT_EQ(text->rowCount(), 11);
    EXPECT_TRUE(text->row(1).fold && text->row(1).fold->folded);
    EXPECT_EQ(gui::shapeRow(text->row(1)).text, QStringLiteral(" \"a\": [ … 2 … "));
    EXPECT_EQ(gui::shapeRow(text->row(2)).text, QStringLiteral(" ],"));
    EXPECT_EQ(text->row(2).line, 5);
    EXPECT_EQ(text->rowAt(manyLines.indexOf("2\n")), 1);
    EXPECT_EQ(text->rowAt(manyLines.indexOf("\"b\"")), 3);
    EXPECT_EQ(text->bytes({1, 0}, {2, 2}), manyLines.mid(2, 19)); // what is hidden is copied
    EXPECT_EQ(text->with({})->rowCount(), 13);
    EXPECT_EQ(text->clone()->rowCount(), 11);
}

TEST(RawFolded, FoldsByDepthWithExceptions)
{
    const auto parsed = document(manyLines);
    const dcs::JsonValue root = parsed->root();
    EXPECT_EQ(folded(manyLines, {}, 0)->rowCount(), 3);
    EXPECT_EQ(folded(manyLines, {}, 1)->rowCount(), 8);
    EXPECT_EQ(folded(manyLines, {}, 2)->rowCount(), 12);
    EXPECT_EQ(folded(manyLines, {root.member(u"a").node()}, 1)->rowCount(), 10);
    // What stands within something folded is hidden with it.
    EXPECT_EQ(
        folded(manyLines, {root.member(u"b").node(), root.member(u"b").member(u"c").node()})->rowCount(), 10);
}

TEST(RawFolded, EveryByteIsFoundInTheRowThatShowsItOrHidesIt)
{
    for (const int depth : {0, 1, 2, 3, gui::RawFolds().foldDepth}) {
        const auto text = folded(manyLines, {}, depth);
        for (qsizetype row = 0; row < text->rowCount(); ++row) {
            for (const gui::RawPiece &piece : text->row(row).pieces) {
                if (piece.offset >= 0) {
                    EXPECT_EQ(text->rowAt(piece.offset), row) << depth;
                }
            }
        }
        const gui::RawRow last = text->row(text->rowCount() - 1);
        EXPECT_EQ(text->bytes({0, 0}, {text->rowCount() - 1, last.size()}), manyLines) << depth;
    }
}

TEST(RawFolds, WhatHidesAPlaceIsUnfolded)
{
    const auto parsed = document(manyLines);
    const gui::JsonRows rows(parsed);
    gui::RawFolds folds;
    folds.foldDepth = 1;
    const qsizetype three = manyLines.indexOf('3');
    EXPECT_TRUE(folds.reveal(rows.valueAt(three), three));
    EXPECT_EQ(folds.exceptions,
        QSet<quint32>({parsed->root().member(u"b").node(), parsed->root().member(u"b").member(u"c").node()}));
    EXPECT_FALSE(folds.reveal(rows.valueAt(three), three));
    const qsizetype bracket = parsed->root().member(u"a").begin();
    EXPECT_FALSE(folds.reveal(rows.valueAt(bracket), bracket)); // it can be seen as it is
}

TEST(HexRows, ShowNumbersAndCharacters)
{
    const gui::HexRows rows(QByteArray("{\"dcs_region\":9}\x01\xff", 18));

    ASSERT_EQ(rows.rowCount(), 2);
    EXPECT_EQ(gui::shapeRow(rows.row(0)).text,
        u"00000000  7b 22 64 63 73 5f 72 65  67 69 6f 6e 22 3a 39 7d  |{\"dcs_region\":9}|"_s);
    EXPECT_EQ(gui::shapeRow(rows.row(1)).text.trimmed(),
        u"00000010  01 ff                                             |..|"_s);
    EXPECT_EQ(gui::shapeRow(rows.row(0)).charactersOf(2, 4).size(), 6U); // digits and characters
}

TEST(RawJoined, NumbersItsPartsThrough)
{
    gui::RawJoined joined;
    joined.add(u"sent"_s, std::make_unique<RawLines>("GET / HTTP/1.1\r\n\r\n", RawLines::Options{}));
    joined.add(u"received"_s, std::make_unique<RawLines>("one\ntwo", RawLines::Options{}));

    EXPECT_EQ(shown(joined), "sent\nGET / HTTP/1.1\n\n\nreceived\none\ntwo");
    EXPECT_EQ(joined.rowAt(18), 5);
    EXPECT_EQ(joined.row(6).firstOffset(), 22);
    EXPECT_EQ(joined.parts().at(1).base, 18);
}

TEST(RawShape, KnowsTheBytesOfEachCharacter)
{
    const QByteArray text("a\xc3\xa4\xffz");
    const gui::RawShape shape = gui::shapeRow(RawLines(text, RawLines::Options{}).row(0));

    EXPECT_EQ(shape.text, u"aä\\x{ff}z"_s);
    EXPECT_EQ(shape.byteAt(1), 1);
    EXPECT_EQ(shape.byteAt(2), 3);
    EXPECT_EQ(shape.byteAt(5), 3);
    EXPECT_EQ(shape.byteAt(8), 4);
    EXPECT_EQ(shape.byteAt(9), 5);
    EXPECT_EQ(shape.characterAt(4), 8);
}

} // namespace
