// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/diff.h"
#include "dcs/diffrules.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QStringList differences(
    const QByteArray &before, const QByteArray &after, const dcs::DiffOptions &options = {})
{
    dcs::JsonDocument::Options deep;
    deep.maxDepth = 1 << 20;
    const dcs::JsonDocument old = dcs::JsonDocument::parse(before, deep);
    const dcs::JsonDocument now = dcs::JsonDocument::parse(after, deep);
    QStringList out;
    for (const dcs::Difference &difference : dcs::diffJson(old, now, options))
        out += u"%1 %2 %3 %4"_s
                   .arg(dcs::kindName(difference.kind), difference.path, difference.before, difference.after)
                   .trimmed();
    return out;
}

struct Case {
    const char *name;
    QByteArray before;
    QByteArray after;
    QStringList expected;
};

void PrintTo(const Case &testCase, std::ostream *out)
{
    *out << testCase.name;
}

class DiffJson : public testing::TestWithParam<Case>
{
};

TEST_P(DiffJson, NamesWhatDiffers)
{
    EXPECT_EQ(differences(GetParam().before, GetParam().after), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Cases, DiffJson,
    testing::Values(Case{"same", R"({"a":1})", R"({ "a" : 1 })", {}},
        Case{"keyOrderDoesNotCount", R"({"a":1,"b":[1,2]})", R"({"b":[1,2],"a":1})", {}},
        Case{"changed", R"({"a":1})", R"({"a":2})", {u"changed $.a 1 2"_s}},
        Case{"digitsCount", R"({"a":1.0})", R"({"a":1})", {u"changed $.a 1.0 1"_s}},
        Case{"type", R"({"a":"1"})", R"({"a":1})", {u"changed $.a \"1\" 1"_s}},
        Case{"escapesDoNotCount", R"({"a":"\u0041"})", R"({"a":"A"})", {}},
        Case{"addedAndRemoved", R"({"a":1})", R"({"b":1})", {u"removed $.a 1"_s, u"added $.b  1"_s}},
        Case{"ofEqualKeysTheLastCounts", R"({"a":1,"a":2})", R"({"a":2})", {}},
        Case{"transactionIsIgnored", R"({"tid":"x","uuid":"1"})", R"({"tid":"y","uuid":"1"})", {}},
        Case{"elementAdded", R"([1,2])", R"([1,2,3])", {u"added $[2]  3"_s}},
        Case{"elementInsertedInFront", R"([1,2])", R"([0,1,2])", {u"added $[0]  0"_s}},
        Case{"elementMoved", R"([1,2,3])", R"([3,1,2])", {u"moved $[2] 3 $[0]"_s}},
        Case{"elementChanged", R"([{"c":"x"}])", R"([{"c":"y"}])", {u"changed $[0].c \"x\" \"y\""_s}},
        Case{"repeatedElements", R"([1,1,1])", R"([1,1])", {u"removed $[2] 1"_s}},
        Case{"changedBetweenEqualNeighbours", R"([1,{"a":2},3])", R"([0,1,{"a":4},3])",
            {u"added $[0]  0"_s, u"changed $[2].a 2 4"_s}},
        Case{"changedIsFoundByItsName", R"([{"cn":"a","cv":1},{"cn":"b","cv":2}])",
            R"([{"cn":"b","cv":3},{"cn":"c","cv":1},{"cn":"a","cv":4}])",
            {u"changed $[0].cv 2 3"_s, u"added $[1]  {\"cn\":\"c\",\"cv\":1}"_s, u"changed $[2].cv 1 4"_s}},
        Case{"movedAndChanged", R"(["x",{"a":1},"y"])", R"(["y","x",{"a":2}])",
            {u"moved $[0] \"x\" $[1]"_s, u"changed $[2].a 1 2"_s}},
        Case{"timeIsIgnored",
            R"({"at":"2026-01-31T12:00:00Z","timestamp":1769860800,"expires_at":"1769860800123"})",
            R"({"at":"2026-02-01T12:00:00+01:00","timestamp":1769860801,"expires_at":"1769860801123"})", {}},
        Case{"aTimeInsideAnElementIsIgnored", R"([{"a":1,"ts":1769860800},{"a":2,"ts":1769860801}])",
            R"([{"a":2,"ts":1769860900},{"a":1,"ts":1769860901}])",
            {u"moved $[0] {\"a\":1,\"ts\":1769860800} $[1]"_s}},
        Case{"anIdIsNoTime", R"({"id":1769860800})", R"({"id":1769860801})",
            {u"changed $.id 1769860800 1769860801"_s}},
        Case{"scalars", "1", "2", {u"changed $ 1 2"_s}},
        Case{"kinds", "[1]", R"({"0":1})", {u"changed $ [1] {\"0\":1}"_s}},
        Case{"keyThatIsNoName", R"({"a b":1})", R"({"a b":2})", {u"changed $[\"a b\"] 1 2"_s}}),
    testing::PrintToStringParamName());

TEST(Diff, ChosenPathsAreIgnoredAtEveryIndex)
{
    dcs::DiffOptions options;
    options.ignore += u"$.dests[*].id"_s;

    EXPECT_EQ(
        differences(R"({"dests":[{"id":"1"},{"id":"2"}]})", R"({"dests":[{"id":"3"},{"id":"4"}]})", options),
        QStringList());
}

TEST(Diff, PathsMayNameAKeyAnywhereAndEveryKey)
{
    const QByteArray before = R"({"a":{"id":1,"b":[{"id":2,"c":3}]},"x":{"p":1,"q":1},"k.l":1})";
    const QByteArray after = R"({"a":{"id":9,"b":[{"id":8,"c":4}]},"x":{"p":2,"q":2},"k.l":2})";
    dcs::DiffOptions options;

    options.ignore = QStringList{u"$..id"_s, u"$.x.*"_s, u"$[\"k.l\"]"_s};
    EXPECT_EQ(differences(before, after, options), QStringList{u"changed $.a.b[0].c 3 4"_s});
    options.ignore = QStringList{u"$"_s};
    EXPECT_EQ(differences(before, after, options), QStringList());
}

TEST(Diff, ElementsThatDifferOnlyInWhatIsIgnoredAreEqual)
{
    dcs::DiffOptions options;
    options.ignore = QStringList{u"$[*].n"_s};

    EXPECT_EQ(differences(R"([{"a":1,"n":1},{"a":2,"n":2}])", R"([{"a":0},{"a":1,"n":5},{"a":2}])", options),
        QStringList{u"added $[0]  {\"a\":0}"_s});
}

TEST(Diff, TimesCountWhereTheyAreAskedFor)
{
    dcs::DiffOptions options;
    options.times = true;
    EXPECT_EQ(
        differences(R"({"at":"2026-01-31T12:00:00Z"})", R"({"at":"2026-02-01T12:00:00Z"})", options).size(),
        1);
}

TEST(Diff, AHundredThousandLevelsAreCompared)
{
    const auto nested = [](const QByteArray &open, const QByteArray &inner, const QByteArray &close) {
        const int levels = open.size() > 6 ? 20000 : 100000;
        return open.repeated(levels) + inner + close.repeated(levels);
    };
    EXPECT_EQ(differences(nested("[", "1", "]"), nested("[", "1", "]")), QStringList());
    for (const auto &[open, close] : {std::pair<QByteArray, QByteArray>{"[", "]"}, {"{\"a\":", "}"},
             {"[7,{\"a\":", "},8]"}, {"{\"a\":1,\"b\":", "}"}}) {
        const QStringList found = differences(nested(open, "1", close), nested(open, "2", close));
        ASSERT_EQ(found.size(), 1);
        EXPECT_TRUE(found[0].startsWith(u"changed $"_s) && found[0].endsWith(u" 1 2"_s));
        EXPECT_LT(found[0].size(), 5000);
    }
    const QStringList all = differences(nested("[1,     ", "1", "]"), nested("[2,     ", "2", "]"));
    EXPECT_EQ(all.size(), 20001);
}

TEST(Diff, WhatIsNoPathIsNone)
{
    for (const char *path : {"$", "$.a", "$..a", "$.*", "$[0]", "$[*]", "$[\"a b\"]", "$['a'].b", "$.a[*].b"})
        EXPECT_TRUE(dcs::IgnoredPaths::isPath(QLatin1String(path))) << path;
    for (const char *path : {"", "a", "$a", "$.", "$..", "$[", "$[]", "$[a]", "$[\"a]", "$.a[1", "Date"})
        EXPECT_FALSE(dcs::IgnoredPaths::isPath(QLatin1String(path))) << path;
}

TEST(Diff, NothingDiffersFromItself)
{
    Generate generate;
    for (int i = 0; i < 200; ++i) {
        QByteArray text = "[";
        for (int n = generate.number(0, 12); n > 0; --n)
            text += generate.pick(QList<QByteArray>{"1", "\"x\"", "{\"a\":[1,2]}", "null", "[]"})
                + (n > 1 ? "," : "");
        text += "]";
        EXPECT_EQ(differences(text, text), QStringList()) << text.toStdString();
    }
}

TEST(Diff, ALargeArrayIsComparedInLinearTime)
{
    QByteArray before = "[", after = "[";
    for (int i = 0; i < 100000; ++i) {
        before += QByteArray::number(i) + ',';
        after += QByteArray::number(i + 1) + ',';
    }
    before += "0]";
    after += "0]";

    const QStringList found = differences(before, after);

    EXPECT_LE(found.size(), 4) << found.join(u'\n').toStdString();
    EXPECT_GE(found.size(), 1);
}

TEST(Diff, HeadersAreComparedByNameWithoutCaseAndVolatileOnesLeftOut)
{
    const QList<dcs::Header> before{
        {"Date", "a"}, {"X-Error", "101"}, {"Set-Cookie", "a"}, {"Set-Cookie", "b"}};
    const QList<dcs::Header> after{{"date", "b"}, {"x-error", "102"}, {"Set-Cookie", "a"}};

    const QList<dcs::Difference> found = dcs::diffHeaders(before, after);

    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0].path, u"x-error"_s);
    EXPECT_EQ(found[1].kind, dcs::Difference::Kind::Removed);
    EXPECT_EQ(found[1].before, u"b"_s);
}

TEST(Diff, CallsAreComparedByParameterAndHeader)
{
    dcs::Call before = dcs::newCall("acme", "usw2.demdex.net");
    dcs::Call after = before;
    dcs::setAlias(after, u"globex"_s);
    after.parameters.append({"c_x=1", dcs::Parameter::Place::Query, true});
    after.parameters.append({"c_off=1", dcs::Parameter::Place::Query, false});

    const QList<dcs::Difference> found = dcs::diffCalls(before, after);

    ASSERT_EQ(found.size(), 2);
    dcs::DiffOptions options;
    options.ignore = QStringList{u"host"_s, u"c_x"_s};
    EXPECT_TRUE(dcs::diffCalls(before, after, options).isEmpty());
    EXPECT_EQ(found[0].path, u"header Host"_s);
    EXPECT_EQ(found[0].after, u"globex.demdex.net"_s);
    EXPECT_EQ(found[1].path, u"c_x"_s);
    EXPECT_EQ(found[1].kind, dcs::Difference::Kind::Added);
}

} // namespace
