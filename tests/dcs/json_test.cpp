// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/json.h"
#include "dcs/jsonwalk.h"
#include "support/print.h"

#include <gtest/gtest.h>

using dcs::JsonDocument;
using dcs::JsonValue;
using Kind = dcs::JsonValue::Kind;

TEST(Json, ABrokenTextKeepsWhatWasCompleteBeforeTheBreak)
{
    struct Case {
        const char *text;
        QStringList texts; ///< texts of all scalars
    };
    const Case cases[] = {
        {R"({"a":"1","b":"2)", {QStringLiteral("1")}},
        {R"({"a":"1","b":)", {QStringLiteral("1")}},
        {R"({"a":"1","b)", {QStringLiteral("1")}},
        {R"({"a":"1",)", {QStringLiteral("1")}},
        {R"({"a":["1",["2",{"c":"3"},"4)", {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}},
        {R"([1,2,3)", {QStringLiteral("1"), QStringLiteral("2")}},
        {R"([1,2,3 )", {QStringLiteral("1"), QStringLiteral("2")}},
        {R"([1,2,3x])", {QStringLiteral("1"), QStringLiteral("2")}},
        {R"([1,2 3])", {QStringLiteral("1"), QStringLiteral("2")}},
        {R"({"a":1,b:2})", {QStringLiteral("1")}},
        {R"([1]2)", {QStringLiteral("1")}},
    };
    for (const Case &c : cases) {
        const JsonDocument document = JsonDocument::parse(c.text);
        EXPECT_FALSE(document.isValid()) << c.text;
        QStringList texts;
        for (JsonValue value = document.root(); value.exists(); value = following(value)) {
            if (!value.isContainer())
                texts += value.text();
        }
        if (QByteArray(c.text) == "[1,2,3 ")
            texts.removeLast(); // a blank ends a number
        EXPECT_EQ(texts, c.texts) << c.text;
    }
}

TEST(Json, EveryPrefixOfADocumentReadsWithoutHarm)
{
    const QByteArray whole
        = R"({"stuff":[{"cn":"aam","cv":"seg=\u00e9\ud83d\ude00","ttl":-3.5e+7}],"n":[null,true,false],"é":{}})";
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const JsonDocument document = JsonDocument::parse(whole.left(length));
        EXPECT_FALSE(document.isValid()) << length;
        ASSERT_TRUE(document.fatalProblem()) << length;
        EXPECT_EQ(document.fatalProblem()->offset, length);
        visitAll(document);
    }
    EXPECT_TRUE(JsonDocument::parse(whole).isValid());
}

TEST(Json, NumbersKeepEveryDigit)
{
    for (const QByteArray &number :
        {QByteArray("78570995290214909736928846629863152490"), QByteArray("1.10"), QByteArray("-0"),
            QByteArray("1e400"), QByteArray("0.1000"), QByteArray("1E+2"), QByteArray(5000, '7')}) {
        const JsonDocument document = JsonDocument::parse("[" + number + "]");
        EXPECT_EQ(document.root().at(0).text(), QString::fromLatin1(number));
        EXPECT_EQ(document.root().at(0).raw(), number);
    }
}

TEST(Json, IntegersAreThoseThatFit)
{
    const auto integer = [](const QByteArray &json) {
        const JsonDocument document = JsonDocument::parse(json);
        return document.root().integer();
    };
    EXPECT_EQ(integer("9"), 9);
    EXPECT_EQ(integer("\"9\""), 9);
    EXPECT_EQ(integer("-5"), -5);
    EXPECT_EQ(integer("7.00"), 7);
    EXPECT_EQ(integer("\"604800\""), 604800);
    EXPECT_EQ(integer("9223372036854775807"), 9223372036854775807);
    EXPECT_EQ(integer("9223372036854775808"), std::nullopt);
    for (const char *none : {"9.5", "1e3", "7.01", "\"7.0\"", "\"\"", "\"9a\"", "\" 9\"", "\"+9\"", "\"-\"",
             "true", "null", "[9]", "{}"})
        EXPECT_EQ(integer(none), std::nullopt) << none;
}

TEST(Json, StringsUndoTheirEscapes)
{
    struct Case {
        QByteArray json;
        QString text;
    };
    const QChar replaced(0xfffd);
    const Case cases[] = {
        {R"("")", QString()},
        {R"("\"\\\/\b\f\n\r\t")", QStringLiteral("\"\\/\b\f\n\r\t")},
        {R"("a\u0041\u00e9z")", QStringLiteral("aA\u00e9z")},
        {R"("\u0000")", QString(QChar(0))},
        {R"("\ud83d\ude00")", QString::fromUcs4(U"\U0001f600")},
        {R"("\uD83D\uDE00!")", QString::fromUcs4(U"\U0001f600!")},
        {R"("\ud83d")", replaced},
        {R"("\ude00")", replaced},
        {R"("\ude00\ud83d")", QString(replaced) + replaced},
        {R"("\ud83d\ud83d\ude00")", replaced + QString::fromUcs4(U"\U0001f600")},
        {R"("\ud83dx")", replaced + QStringLiteral("x")},
        {R"("\ud83d\n")", replaced + QStringLiteral("\n")},
        {R"("\ud83d\u0041")", replaced + QStringLiteral("A")},
        {R"("\\u0041")", QStringLiteral("\\u0041")},
        {"\"\xef\xbb\xbf"
         "a\"",
            QChar(0xfeff) + QStringLiteral("a")},
        {"\"\xef\xbb\xbf\xef\xbb\xbf\"", QString(2, QChar(0xfeff))},
        {"\"\xf0\x9f\x98\x80\"", QString::fromUcs4(U"\U0001f600")},
    };
    for (const Case &c : cases) {
        const JsonDocument document = JsonDocument::parse(c.json);
        EXPECT_EQ(document.root().string(), c.text) << shown(c.json);
    }
}

TEST(Json, OfEqualKeysTheLastWinsAndAllStay)
{
    const JsonDocument document = JsonDocument::parse(R"({"a":1,"b":2,"\u0061":3,"B":4})");
    EXPECT_EQ(document.root().size(), 4);
    EXPECT_EQ(document.root().member(u"a").text(), QStringLiteral("3"));
    EXPECT_EQ(document.root().at(0).text(), QStringLiteral("1"));
    EXPECT_EQ(document.root().at(2).key(), QStringLiteral("a"));
    EXPECT_EQ(document.root().at(2).rawKey(), QByteArray(R"("\u0061")"));
    EXPECT_FALSE(document.root().member(u"c").exists());
}

TEST(Json, KeysAreFoundBackWhateverTheyHold)
{
    for (const char *key : {R"("")", R"("a")", R"("\"")", R"("\\")", R"("\\\"")", R"("a\\")", R"("\"\"\\\\")",
             R"(":")", R"("{\"")", R"(" , ")", "\"\xc3\xa9\""}) {
        const QByteArray text = QByteArray("{\"x\":\"y\", ") + key + " \n:\t [1 , 2]}";
        const JsonDocument document = JsonDocument::parse(text);
        ASSERT_TRUE(document.isValid()) << shown(text);
        const JsonValue value = document.root().at(1);
        EXPECT_EQ(value.rawKey(), QByteArray(key));
        EXPECT_EQ(document.root().member(value.key()), value);
    }
}

TEST(Json, PathsNameTheWay)
{
    const JsonDocument document
        = JsonDocument::parse(R"({"dests":[{"c":"x"},{"c d":[[7]]}],"0":1,"":2,"a\"b":3})");
    const JsonValue dests = document.root().member(u"dests");
    EXPECT_EQ(document.root().path(), QStringLiteral("$"));
    EXPECT_EQ(dests.at(0).member(u"c").path(), QStringLiteral("$.dests[0].c"));
    EXPECT_EQ(dests.at(1).at(0).at(0).at(0).path(), QStringLiteral("$.dests[1][\"c d\"][0][0]"));
    EXPECT_EQ(document.root().member(u"0").path(), QStringLiteral("$[\"0\"]"));
    EXPECT_EQ(document.root().member(u"").path(), QStringLiteral("$[\"\"]"));
    EXPECT_EQ(document.root().member(u"a\"b").path(), QStringLiteral("$[\"a\\\"b\"]"));
}

TEST(Json, AMissingValueAnswersEverything)
{
    const JsonDocument document = JsonDocument::parse("[1]");
    const JsonValue missing = document.root().member(u"a").at(3).next().parent();
    EXPECT_FALSE(missing.exists());
    EXPECT_EQ(missing.kind(), Kind::Missing);
    EXPECT_EQ(missing.size(), 0);
    EXPECT_EQ(missing.text(), QString());
    EXPECT_EQ(missing.key(), QString());
    EXPECT_EQ(missing.path(), QString());
    EXPECT_TRUE(missing.raw().isEmpty());
    EXPECT_EQ(missing.integer(), std::nullopt);
    EXPECT_FALSE(document.root().at(-1).exists());
    EXPECT_FALSE(document.root().at(1).exists());
    EXPECT_FALSE(JsonDocument().root().exists());
    EXPECT_FALSE(document.value(123456).exists());
}

TEST(Json, AnIndexLeadsToTheElementAndBack)
{
    for (const char *text : {"[0,1,2,3,4,5]", "[0,[],2,{\"a\":[1,2]},4,5]", "{\"a\":0,\"b\":1,\"c\":2}"}) {
        const JsonDocument document = JsonDocument::parse(text);
        JsonValue expected = document.root().firstChild();
        for (qsizetype i = 0; i < document.root().size(); ++i, expected = expected.next()) {
            EXPECT_EQ(document.root().at(i), expected);
            EXPECT_EQ(expected.index(), i);
        }
        EXPECT_FALSE(expected.exists());
    }
}

TEST(Json, DepthIsLimitedWithoutACrash)
{
    for (const int depth : {1, 500, 1000}) {
        const QByteArray text = QByteArray(depth, '[') + QByteArray(depth, ']');
        EXPECT_TRUE(JsonDocument::parse(text).isValid()) << depth;
    }
    for (const QByteArray &text : {QByteArray(1001, '[') + QByteArray(1001, ']'), QByteArray(100000, '['),
             QByteArray("[{\"\":").repeated(50000), QByteArray(100000, '[') + QByteArray(100000, ']')}) {
        const JsonDocument document = JsonDocument::parse(text);
        ASSERT_TRUE(document.fatalProblem());
        EXPECT_EQ(document.fatalProblem()->message, QStringLiteral("nested deeper than 1000"));
        EXPECT_EQ(document.nodeCount(), 1000);
        EXPECT_EQ(visitAll(document), 1000);
    }
}

TEST(Json, AHigherLimitReadsAHundredThousandLevels)
{
    JsonDocument::Options options;
    options.maxDepth = 1 << 20;
    const JsonDocument document
        = JsonDocument::parse(QByteArray(100000, '[') + QByteArray(100000, ']'), options);
    ASSERT_TRUE(document.isValid());
    JsonValue innermost = document.root();
    while (innermost.size() > 0)
        innermost = innermost.firstChild();
    EXPECT_EQ(innermost.begin(), 99999);
    EXPECT_EQ(innermost.path().size(), 1 + 3 * 99999);
}

TEST(Json, APartOfATextCanBeRead)
{
    JsonDocument::Options options;
    options.from = 3;
    options.until = 10;
    const JsonDocument part = JsonDocument::parse("cb([1,234])", options);
    ASSERT_TRUE(part.isValid());
    EXPECT_EQ(part.root().begin(), 3);
    EXPECT_EQ(part.root().at(1).raw(), QByteArray("234"));
    options.until = -1;
    EXPECT_EQ(JsonDocument::parse("cb([1,234])", options).problem()->offset, 10);
    options.allowTrailing = true;
    EXPECT_TRUE(JsonDocument::parse("cb([1,234])", options).isValid());
    options.until = 8;
    EXPECT_EQ(JsonDocument::parse("cb([1,234])", options).root().size(), 1);
    options.from = 50;
    EXPECT_FALSE(JsonDocument::parse("cb([1,234])", options).exists());
}

TEST(Json, LongStringsAndGapsCrossEveryBlockBoundary)
{
    for (int length = 0; length < 70; ++length) {
        const QByteArray text = QByteArray(length, ' ') + "[\"" + QByteArray(length, 'x') + "\\n"
            + QByteArray(length, 'y') + "\"," + QByteArray(length, '\n') + "\""
            + QByteArray("\xc3\xa9").repeated(length) + "\"]" + QByteArray(length, '\t');
        const JsonDocument document = JsonDocument::parse(text);
        ASSERT_TRUE(document.isValid()) << length;
        EXPECT_EQ(document.root().at(0).string().size(), 2 * length + 1);
        EXPECT_EQ(document.root().at(1).string().size(), length);
        const QByteArray broken = "[\"" + QByteArray(length, 'x') + '\x1f' + QByteArray(40, 'y') + "\"]";
        EXPECT_EQ(JsonDocument::parse(broken).problem()->offset, 2 + length);
    }
}
