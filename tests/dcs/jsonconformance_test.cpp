// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/json.h"
#include "dcs/jsonwalk.h"
#include "support/jsoncases.h"
#include "support/print.h"

#include <gtest/gtest.h>

using dcs::JsonDocument;

TEST(Json, AcceptsWhatTheStandardAllows)
{
    for (const QByteArray &text : validJson()) {
        const JsonDocument document = JsonDocument::parse(text);
        EXPECT_TRUE(document.isValid())
            << shown(text) << ": " << (document.problem() ? document.problem()->message.toStdString() : "");
        EXPECT_EQ(document.root().raw(), text.trimmed());
    }
}

TEST(Json, EveryValueOfWhatTheStandardAllowsCanBeAsked)
{
    for (const QByteArray &text : validJson()) {
        if (text.size() < 2000) { // a path for each value of a long document takes its time
            const JsonDocument document = JsonDocument::parse(text);
            EXPECT_EQ(visitAll(document), document.nodeCount()) << shown(text);
        }
    }
}

TEST(Json, RefusesWhatTheStandardForbidsAndNamesTheByte)
{
    JsonDocument::Options options;
    options.maxDepth = 1 << 20;
    for (const BrokenJson &c : brokenJson()) {
        const JsonDocument document = JsonDocument::parse(c.text, options);
        EXPECT_FALSE(document.isValid()) << shown(c.text);
        ASSERT_TRUE(document.fatalProblem()) << shown(c.text);
        EXPECT_EQ(document.fatalProblem()->offset, c.offset)
            << shown(c.text) << ": " << document.fatalProblem()->message.toStdString();
        EXPECT_FALSE(document.fatalProblem()->message.isEmpty());
        if (c.text.size() < 2000) {
            EXPECT_EQ(visitAll(document), document.nodeCount());
        }
    }
}

TEST(Json, HalvesOfSurrogatePairsAreRead)
{
    for (const QByteArray &text : undecidedJson()) {
        if (text.contains("\\u")) {
            EXPECT_TRUE(JsonDocument::parse(text).isValid()) << shown(text);
        }
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
