// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/json.h"
#include "dcs/jsonwalk.h"
#include "support/print.h"

#include <gtest/gtest.h>

using dcs::JsonDocument;

namespace {

// Bytes with NULs, too: the length of a literal is known.
template <std::size_t Size>
QByteArray bytes(const char (&literal)[Size])
{
    return QByteArray(literal, qsizetype(Size) - 1);
}

} // namespace

TEST(Json, AcceptsWhatTheStandardAllows)
{
    const QByteArray texts[] = {
        "[]",
        "{}",
        " [] ",
        "\t\r\n[\t\r\n]\t\r\n",
        "[[]]",
        "[[],[[]],{}]",
        "[\"\"]",
        "{\"\":0}",
        "{\"\":{}}",
        "null",
        "true",
        "false",
        "42",
        "-1",
        "0",
        "-0",
        "\"\"",
        "\"a\"",
        " 1",
        "1 ",
        "[true]",
        "[false]",
        "[null]",
        "[null, 1, \"1\", {}]",
        "[1,null,null,null,2]",
        "[ 4]",
        "[1\n]",
        "\"\x7f\"",
        "[\"a\x7f\"]",
        // numbers
        "[0]",
        "[-0]",
        "[-123]",
        "[0e1]",
        "[0e+1]",
        "[0E-1]",
        "[1E22]",
        "[1E-2]",
        "[1E+2]",
        "[123e45]",
        "[123.456e78]",
        "[123.456789]",
        "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000000001]",
        "[20e1]",
        "[1e400]",
        "[-1e+9999]",
        "[123e-10000000]",
        "[78570995290214909736928846629863152490]",
        "[0.10]",
        "[1.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000001]",
        // objects
        "{\"a\":\"b\"}",
        "{\"a\":\"b\",\"c\":\"d\"}",
        "{\"a\":\"b\",\"a\":\"c\"}",
        "{\"a\":\"b\",\"a\":\"b\"}",
        "{ \"a\" : \"b\" }",
        "{\n\"a\": \"b\"\n}",
        "{\"foo\\u0000bar\": 42}",
        "{\"x\":[{\"id\":\"x\"}],\"id\":\"y\"}",
        "{\"title\":\"\\u041f\\u043e\\u043b\"}",
        // strings
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\\\a\"]",
        "[\"\\\\u0000\"]",
        "[\"\\\"\"]",
        "[\"a/*b*/c/*d//e\"]",
        "[\"\\u0060\\u012a\\u12AB\"]",
        "[\"\\u0000\"]",
        "[\"\\u0012\"]",
        "[\"\\uD801\\udc37\"]",
        "[\"\\uFFFF\"]",
        "[\"\\uDBFF\\uDFFE\"]",
        "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]",
        "[\"\\u200B\\u2028\\u2064\"]",
        "[\"new\\u000Aline\"]",
        "[\"asd \"]",
        "[ \"asd\"]",
        "[\"\\u0061\\u30af\\u30EA\"]",
        "[\" \"]",
        "[\",\"]",
        "[\"[\"]",
        "[\"}{\"]",
        "[\"\xc3\xa9\"]",
        "[\"\xe2\x82\xac\"]",
        "[\"\xf0\x9d\x84\x9e\"]",
        "[\"\xf4\x8f\xbf\xbf\"]",
        "[\"\xef\xbf\xbf\"]",
        "[\"\xe2\x80\xa8\xe2\x80\xa9\"]",
        "[\"\xef\xbb\xbf\"]",
        "[\"\xed\x9f\xbf\xee\x80\x80\"]",
        "{\"\xc3\xa9\":\"\xc3\xa9\"}",
        // undecided in the standard, and read on purpose: halves of surrogate pairs
        "[\"\\ud800\"]",
        "[\"\\uDd1e\\uD834\"]",
        "[\"\\ud800\\n\"]",
        "[\"\\ud800\\ud800\"]",
        "[\"\\uDFAA\"]",
        "[\"\\ud800abc\"]",
        "{\"\\uDFAA\":0}",
    };
    for (const QByteArray &text : texts) {
        const JsonDocument document = JsonDocument::parse(text);
        EXPECT_TRUE(document.isValid())
            << shown(text) << ": " << (document.problem() ? document.problem()->message.toStdString() : "");
        EXPECT_EQ(visitAll(document), document.nodeCount());
    }
}

TEST(Json, RefusesWhatTheStandardForbidsAndNamesTheByte)
{
    struct Case {
        QByteArray text;
        qsizetype offset;
    };
    const Case cases[] = {
        // nothing, or not the beginning of anything
        {"", 0},
        {" ", 1},
        {"\xef\xbb\xbf", 0},
        {"\xef\xbb\xbf{}", 0},
        {"\xff\xfe[\0]", 0},
        {"*", 0},
        {"'a'", 0},
        {"a", 0},
        {"\xc3\xa9", 0},
        {"<null>", 0},
        {"]", 0},
        {"}", 0},
        {",", 0},
        {":", 0},
        {bytes("\0"), 0},
        {"\\u000A\"\"", 0},
        {"NaN", 0},
        {"Infinity", 0},
        {"-Infinity", 1},
        {"undefined", 0},
        {"True", 0},
        {"TRUE", 0},
        {"nul", 3},
        {"tru", 3},
        {"fals", 4},
        {"nullx", 0},
        {"\xe2\x81\xa0[]", 0},
        {"\f[]", 0},
        // unclosed
        {"[", 1},
        {"{", 1},
        {"[1", 2},
        {"[1,", 3},
        {"[\"a\"", 4},
        {"[\"a", 3},
        {"\"", 1},
        {"\"a", 2},
        {"{\"a\"", 4},
        {"{\"a\":", 5},
        {"{\"a\":1", 6},
        {"{\"a\":1,", 7},
        {"[{", 2},
        {"[[[", 3},
        {"[{}", 3},
        {"[\"\\", 3},
        {"[\"\\u", 4},
        {"[\"\\u00A", 7},
        {"[-", 2},
        {"[1.", 3},
        {"[1e", 3},
        {"[1e+", 4},
        {"[tru", 4},
        {"[fals", 5},
        {"[nul", 4},
        {"[\n\n", 3},
        {"[ false, nul", 12},
        // behind the end
        {"[]]", 2},
        {"{}}", 2},
        {"[][]", 2},
        {"{} {}", 3},
        {"1 2", 2},
        {"[1]x", 3},
        {"{\"a\":1}#", 7},
        {"{\"a\":1}/**/", 7},
        {"{\"a\":1}//", 7},
        {"[];", 2},
        {"\"\" \"\"", 3},
        {bytes("[]\0"), 2},
        {"2@", 1},
        {"\"a\"x", 3},
        {"[1],", 3},
        // arrays
        {"[,]", 1},
        {"[1,]", 3},
        {"[,1]", 1},
        {"[1,,2]", 3},
        {"[\"\",,]", 4},
        {"[1:2]", 2},
        {"[1 true]", 3},
        {"[\"a\" \"b\"]", 5},
        {"[1}", 2},
        {"[\"a\":1]", 4},
        {"[a", 1},
        {"['a']", 1},
        {"[1,\n1\n,1", 8},
        {"[\"a\",\n4\n,1,", 11},
        {"[\v]", 1},
        {"[\f]", 1},
        {"[\xe2\x81\xa0]", 1},
        {"[\xc2\xa0]", 1},
        {"[*]", 1},
        {"[<null>]", 1},
        {"[][", 2},
        {"[{]", 2},
        {"[x]", 1},
        {"[][0", 2},
        // objects
        {"{,}", 1},
        {"{\"a\":1,}", 7},
        {"{\"a\":1,,\"b\":2}", 7},
        {"{\"a\" 1}", 5},
        {"{\"a\",1}", 4},
        {"{\"a\"::1}", 5},
        {"{a:1}", 1},
        {"{'a':1}", 1},
        {"{1:1}", 1},
        {"{null:1}", 1},
        {"{\"a\":}", 5},
        {"{\"a\"}", 4},
        {"{:1}", 1},
        {"{\"a\":1]", 6},
        {"{[:1}", 1},
        {"{\"a\":\"b\" \"c\":1}", 9},
        {"{\"a\":/*c*/1}", 5},
        {"{\"a\":1 /*c*/}", 7},
        {"{\"a\":'b'}", 5},
        {"{\"a\":\"b\"},", 9},
        {"{\"a\":1{\"b\":2}}", 6},
        {"{[]:1}", 1},
        {"{\"a\":1 \"b\"}", 7},
        {"{\xc3\xa9:1}", 1},
        // numbers
        {"[01]", 1},
        {"[-01]", 2},
        {"[00]", 1},
        {"[012]", 1},
        {"[-012]", 2},
        {"[+1]", 1},
        {"[.5]", 1},
        {"[-.5]", 2},
        {"[1.]", 3},
        {"[-1.]", 4},
        {"[1.e1]", 3},
        {"[0.e1]", 3},
        {"[1e]", 3},
        {"[1E]", 3},
        {"[1e+]", 4},
        {"[1e-]", 4},
        {"[0e]", 3},
        {"[0e+]", 4},
        {"[0.3e]", 5},
        {"[0.3e+]", 6},
        {"[1e1.5]", 4},
        {"[1.2.3]", 4},
        {"[--1]", 2},
        {"[++1]", 1},
        {"[+-1]", 1},
        {"[1+2]", 2},
        {"[0x1]", 2},
        {"[0x]", 2},
        {"[1a]", 2},
        {"[1_000]", 2},
        {"[1 000]", 3},
        {"[-]", 2},
        {"[- 1]", 2},
        {"[-a]", 2},
        {"[-NaN]", 2},
        {"[Inf]", 1},
        {"[Infinity]", 1},
        {"[NaN]", 1},
        {"[1ea]", 3},
        {"[2.e3]", 3},
        {"[9.e+]", 3},
        {"[0E]", 3},
        {"[1\xc2\xa0]", 2},
        {"[\xef\xbc\x91]", 1},
        {"[-1x]", 3},
        {"[.-1]", 1},
        {"[1.8011670033376514H-308]", 19},
        {"[- ]", 2},
        {"[.2e-3]", 1},
        // strings
        {"[\"\t\"]", 2},
        {"[\"\n\"]", 2},
        {"[\"\r\"]", 2},
        {bytes("[\"\0\"]"), 2},
        {"[\"a\x1f\"]", 3},
        {"[\"\x01\"]", 2},
        {"[\"\\x00\"]", 2},
        {"[\"\\a\"]", 2},
        {"[\"\\'\"]", 2},
        {"[\"\\0\"]", 2},
        {"[\"\\v\"]", 2},
        {"[\"\\ \"]", 2},
        {"[\"\\\n\"]", 2},
        {"[\"\\u\"]", 4},
        {"[\"\\u1\"]", 5},
        {"[\"\\u12\"]", 6},
        {"[\"\\u123\"]", 7},
        {"[\"\\u123g\"]", 7},
        {"[\"\\uqqqq\"]", 4},
        {"[\"\\U0041\"]", 2},
        {"[\"\\uD834\\uDd\"]", 12},
        {"[\"\\ud800\\u\"]", 10},
        {"[\"\\ud800\\u1x\"]", 11},
        {"[\"\\\\\\\"]", 7},
        {"[\"\\\"]", 5},
        {"[\"\\\xc3\xa9\"]", 2},
        {"[\\u0020\"a\"]", 1},
        {"[\\n]", 1},
        {"[\"a\"b]", 4},
        {"{\"\t\":1}", 2},
        {"{\"\\x\":1}", 2},
        {"[\xe2\x80\x9c"
         "a\xe2\x80\x9d]",
            1},
    };
    for (const Case &c : cases) {
        const JsonDocument document = JsonDocument::parse(c.text);
        EXPECT_FALSE(document.isValid()) << shown(c.text);
        ASSERT_TRUE(document.fatalProblem()) << shown(c.text);
        EXPECT_EQ(document.fatalProblem()->offset, c.offset)
            << shown(c.text) << ": " << document.fatalProblem()->message.toStdString();
        EXPECT_FALSE(document.fatalProblem()->message.isEmpty());
        EXPECT_EQ(visitAll(document), document.nodeCount());
    }
}

TEST(Json, BytesThatAreNoUtf8BecomeTheReplacementCharacterAndReadingGoesOn)
{
    const QByteArray bad[] = {"\xff", "\xfe", "\x80", "\xbf", "\xc0\x80", "\xc0\xaf", "\xc1\xbf", "\xc3",
        "\xe2\x82", "\xe0\x80\xaf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80",
        "\xf0\x8f\xbf\xbf", "\xf0\x9f\x92", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
        "\xfc\x83\xbf\xbf\xbf\xbf", "\xe6\x97\xa5\xd1\x88\xfa", "\x81", "\xe9"};
    for (const QByteArray &sequence : bad) {
        for (const QByteArray &tail : {QByteArray(), QByteArray(40, 'x')}) {
            const QByteArray text = "{\"a\":1,\"s\":\"x" + sequence + tail + "\",\"z\":\"\xff\",\"b\":[2]}";
            const JsonDocument document = JsonDocument::parse(text);
            EXPECT_FALSE(document.isValid());
            EXPECT_FALSE(document.fatalProblem()) << shown(text);
            ASSERT_TRUE(document.problem()) << shown(text);
            EXPECT_FALSE(document.problem()->fatal);
            const qsizetype first = sequence.startsWith("\xe6\x97\xa5") ? 18 : 13;
            EXPECT_EQ(document.problem()->offset, first) << shown(text);
            EXPECT_TRUE(document.root().member(u"s").string().contains(QChar(0xfffd)));
            EXPECT_EQ(document.root().member(u"b").at(0).text(), QStringLiteral("2"));
            EXPECT_EQ(visitAll(document), 6);
        }
    }
}

TEST(Json, AByteThatIsNoUtf8OutsideStringsEndsTheReading)
{
    const JsonDocument document = JsonDocument::parse("[1,\xff,2]");
    ASSERT_TRUE(document.fatalProblem());
    EXPECT_EQ(document.fatalProblem()->offset, 3);
    EXPECT_EQ(document.root().size(), 1);
}

TEST(Json, TellsBothABadByteAndALaterBreak)
{
    const JsonDocument document = JsonDocument::parse("[\"\xff\",}");
    ASSERT_TRUE(document.problem());
    EXPECT_EQ(document.problem()->offset, 2);
    ASSERT_TRUE(document.fatalProblem());
    EXPECT_EQ(document.fatalProblem()->offset, 5);
}
