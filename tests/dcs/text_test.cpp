// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/text.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;

TEST(Text, EncodesEveryByteThatIsNotUnreserved)
{
    EXPECT_EQ(percentEncode(QByteArrayView("azAZ09-._~")), "azAZ09-._~");
    EXPECT_EQ(percentEncode(QByteArrayView("a+b=c&d/e?f#g%h i,j@k:l!m*n'o(p)q\"r")),
        "a%2Bb%3Dc%26d%2Fe%3Ff%23g%25h%20i%2Cj%40k%3Al%21m%2An%27o%28p%29q%22r");
    EXPECT_EQ(percentEncode(QStringView(u"é€😀")), "%C3%A9%E2%82%AC%F0%9F%98%80");
    EXPECT_EQ(percentEncode(QByteArrayView("\x01\x7f\x00\xff", 4)), "%01%7F%00%FF");
}

TEST(Text, EscapesTheBytesThatAreChosenInOrder)
{
    QList<qsizetype> asked;
    const QByteArray escaped = escapeBytes("a\xffz%", [&asked](qsizetype at) {
        asked.append(at);
        return at % 2 == 1;
    });
    EXPECT_EQ(escaped, "a%FFz%25");
    EXPECT_EQ(asked, (QList<qsizetype>{0, 1, 2, 3}));
}

TEST(Text, DecodesOnceAndKeepsABrokenPercent)
{
    EXPECT_EQ(percentDecode("a%20b+c"), "a b c");
    EXPECT_EQ(percentDecode("%2520"), "%20");
    EXPECT_EQ(percentDecode("%c3%A9"), "\xc3\xa9");
    EXPECT_EQ(percentDecode("100%"), "100%");
    EXPECT_EQ(percentDecode("%esid!"), "%esid!");
    EXPECT_EQ(percentDecode("%%41%4"), "%A%4");
    EXPECT_EQ(percentDecode(""), "");
}

TEST(Text, BytesThatAreNoUtf8BecomeReplacementCharacters)
{
    const QString text = percentDecodeText("a%E9b");

    EXPECT_TRUE(text.startsWith(u'a'));
    EXPECT_TRUE(text.endsWith(u'b'));
    EXPECT_TRUE(text.contains(QChar::ReplacementCharacter));
}

TEST(Text, AByteOrderMarkIsData)
{
    EXPECT_EQ(percentDecodeText("%EF%BB%BFd_uuid"), QStringLiteral("\ufeffd_uuid"));
    EXPECT_EQ(percentDecodeText("\xef\xbb\xbf\xef\xbb\xbf"), QStringLiteral("\ufeff\ufeff"));
}

TEST(Text, FindsTheFirstBrokenPercent)
{
    EXPECT_EQ(brokenPercentAt("a%20b"), -1);
    EXPECT_EQ(brokenPercentAt("a%20%"), 4);
    EXPECT_EQ(brokenPercentAt("%2"), 0);
    EXPECT_EQ(brokenPercentAt("%g0"), 0);
    EXPECT_EQ(brokenPercentAt("%%20"), 0);
}

TEST(Text, DecodingUndoesEncoding)
{
    Generate generate;
    QByteArray alphabet;
    for (int i = 0; i < 256; ++i)
        alphabet += char(i);
    for (int i = 0; i < 2000; ++i) {
        const QByteArray bytes = generate.text(alphabet, 40);
        ASSERT_EQ(percentDecode(percentEncode(QByteArrayView(bytes))), bytes);
    }
}

TEST(Text, VisibleTextHasNoControlOrFormatCharacters)
{
    EXPECT_EQ(visible(u"a\u001b[31mb"), QStringLiteral("a\\u{1b}[31mb"));
    EXPECT_EQ(visible(u"a\u202eb\u200bc"), QStringLiteral("a\\u{202e}b\\u{200b}c"));
    EXPECT_EQ(visible(u"abcdef", 3), QStringLiteral("abc…"));
    EXPECT_EQ(visible(u"é€"), QStringLiteral("é€"));
}

TEST(EncodeText, LeavesVariablesAsTheyAre)
{
    struct Case {
        const char *text;
        const char *wire;
    };
    for (const Case &c : {Case{"a b", "a%20b"}, Case{"{{user}}", "{{user}}"},
             Case{"x {{a}}&{{ b }}=", "x%20{{a}}%26{{ b }}%3D"},
             Case{"{{$randomInt 1 9}}", "{{$randomInt 1 9}}"}, Case{"{{", "%7B%7B"}, Case{"{{a", "%7B%7Ba"},
             Case{"{{}}", "%7B%7B%7D%7D"}, Case{"{{a&b}}", "%7B%7Ba%26b%7D%7D"},
             Case{"{{{a}}}", "%7B{{a}}%7D"}, Case{"{{&{{a}}", "%7B%7B%26{{a}}"}})
        EXPECT_EQ(dcs::encodeText(QString::fromLatin1(c.text)), c.wire) << c.text;
}
