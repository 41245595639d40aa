// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/diff.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QStringList differences(
    const QByteArray &before, const QByteArray &after, const dcs::DiffOptions &options = {})
{
    const dcs::JsonDocument old = dcs::JsonDocument::parse(before);
    const dcs::JsonDocument now = dcs::JsonDocument::parse(after);
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
    EXPECT_EQ(found[0].path, u"header Host"_s);
    EXPECT_EQ(found[0].after, u"globex.demdex.net"_s);
    EXPECT_EQ(found[1].path, u"c_x"_s);
    EXPECT_EQ(found[1].kind, dcs::Difference::Kind::Added);
}

} // namespace
