// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawfinder.h"
#include "gui/rawsearch.h"
#include "support/generate.h"
#include "support/print.h"

#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;
using gui::RawFinder;
using gui::RawMatch;
using gui::RawPattern;

QList<RawMatch> matches(const RawPattern &pattern, const QByteArray &text)
{
    QList<RawMatch> found;
    RawFinder(pattern).find(text, [&](const RawMatch &match) {
        found.append(match);
        return true;
    });
    return found;
}

struct Found {
    const char *description;
    RawPattern pattern;
    QByteArray text;
    QList<RawMatch> matches;
};

TEST(RawFinder, FindsBytesAndExpressions)
{
    const QList<Found> cases{
        {"nothing", {u""_s}, "abc", {}},
        {"one character", {u"b"_s}, "abcb", {{1, 1}, {3, 1}}},
        {"case does not count", {u"UuId"_s}, "uuid UUID", {{0, 4}, {5, 4}}},
        {"case counts", {u"UUID"_s, true}, "uuid UUID", {{5, 4}}},
        {"matches do not overlap", {u"aa"_s}, "aaaaa", {{0, 2}, {2, 2}}},
        {"longer than the text", {u"abcd"_s}, "abc", {}},
        {"letters beyond ASCII", {u"Ä"_s}, "x\xc3\xa4\xc3\x84", {{1, 2}, {3, 2}}},
        {"the same, case counts", {u"Ä"_s, true}, "x\xc3\xa4\xc3\x84", {{3, 2}}},
        {"an expression", {u"[0-9]+"_s, false, true}, "a12b345", {{1, 2}, {4, 3}}},
        {"a line's beginning", {u"^b"_s, false, true}, "ab\nbc\nb", {{3, 1}, {6, 1}}},
        {"empty matches do not count", {u"x*"_s, false, true}, "axxb", {{1, 2}}},
        {"behind bytes that are no UTF-8", {u"b.?c"_s, false, true},
            "a\xff\xfe"
            "bxc",
            {{3, 3}}},
        {"behind a pair of surrogates", {u"z$"_s, false, true}, "\xf0\x9f\x98\x80z", {{4, 1}}},
    };
    for (const Found &now : cases)
        EXPECT_EQ(matches(now.pattern, now.text), now.matches) << now.description;
}

TEST(RawFinder, NamesWhatIsWrongWithAnExpression)
{
    EXPECT_TRUE(RawFinder({u"[a"_s, false, true}).problem().contains(u"Character"_s));
    EXPECT_TRUE(RawFinder({u"[a"_s, false, false}).problem().isEmpty());
}

TEST(RawFinder, AnExpressionThatNeverEndsIsGivenUp)
{
    RawFinder finder({u"(a+)+[bc]$"_s, false, true});

    EXPECT_FALSE(finder.find(QByteArray(50000, 'a'), [](const RawMatch &) { return true; }));
    EXPECT_FALSE(finder.problem().isEmpty());
}

TEST(RawFinder, WindowsLoseNoMatchAndFindNoneTwice)
{
    QByteArray text;
    while (text.size() < 2 << 20)
        text += "\xc3\xa4" + QByteArray::number(text.size()) + (text.size() % 7 == 0 ? "\n" : ";");
    const QRegularExpression plain(u"[0-9]+;"_s);
    const QString decoded = QString::fromUtf8(text);
    qsizetype expected = 0;
    for (auto it = plain.globalMatch(decoded); it.hasNext(); it.next())
        ++expected;

    const QList<RawMatch> found = matches({u"[0-9]+;"_s, true, true}, text);

    ASSERT_EQ(found.size(), expected);
    for (const RawMatch &match : found)
        EXPECT_EQ(text.mid(match.begin - 2, 2), "\xc3\xa4");
}

TEST(RawFinder, FindsWhatASimpleSearchFinds)
{
    Generate random;
    for (int round = 0; round < 500; ++round) {
        QByteArray text, needle;
        for (int i = random.number(0, 60); i > 0; --i)
            text += "abAB"[random.number(0, 3)];
        for (int i = random.number(1, 4); i > 0; --i)
            needle += "abAB"[random.number(0, 3)];
        QList<RawMatch> expected;
        for (qsizetype at = 0; (at = text.toLower().indexOf(needle.toLower(), at)) >= 0; at += needle.size())
            expected.append({at, needle.size()});

        EXPECT_EQ(matches({QString::fromLatin1(needle)}, text), expected)
            << text.constData() << ' ' << needle.constData();
    }
}

TEST(RawSearch, StreamsItsMatchesAndCountsThem)
{
    QByteArray text;
    for (int i = 0; i < 200000; ++i)
        text += "{\"trait\":420020},";
    gui::RawSearch search;
    search.start({{text, 0}, {"trait", text.size()}}, {u"TRAIT"_s});

    ASSERT_TRUE(QTest::qWaitFor([&] { return !search.isRunning(); }, 20000));

    EXPECT_EQ(search.count(), 200001);
    ASSERT_EQ(search.matches().size(), 200001U);
    EXPECT_EQ(search.matches().back().begin, text.size());
    EXPECT_EQ(search.firstFrom(3), 1U);
}

TEST(RawSearch, ANewSearchForgetsTheOldOne)
{
    const QByteArray text(5 << 20, 'a');
    gui::RawSearch search;
    search.start({{text, 0}}, {u"a"_s});
    search.start({{"bab", 0}}, {u"b"_s});

    ASSERT_TRUE(QTest::qWaitFor([&] { return !search.isRunning(); }, 20000));

    EXPECT_EQ(search.count(), 2);
}

} // namespace
