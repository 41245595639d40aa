// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/traitrule.h"
#include "support/generate.h"
#include "support/print.h"

#include <QMap>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using sandbox::TraitRule;

namespace {

using Call = QMap<QString, QStringList>;

const Call call{
    {u"c_page"_s, {u"checkout"_s}},
    {u"c_total"_s, {u"100"_s}},
    {u"c_likes"_s, {u"jazz piano"_s, u"opera"_s}},
    {u"c_empty"_s, {QString()}},
    {u"c_text"_s, {u"Web site"_s}},
};

bool holds(const QString &rule)
{
    const auto parsed = TraitRule::parse(rule);
    EXPECT_TRUE(parsed) << rule.toStdString() << ": " << (parsed ? "" : parsed.error().message.toStdString());
    return parsed && parsed->holds([](const QString &key) { return call.value(key); });
}

} // namespace

TEST(TraitRule, ComparesAsTheOperatorsSay)
{
    const struct {
        QString rule;
        bool expected;
    } cases[] = {
        {u"c_page == \"checkout\""_s, true},
        {u"c_page == checkout"_s, true},
        {u"\"c_page\" == \"checkout\""_s, true},
        {u"c_page==\"checkout\""_s, true},
        {u"c_page == \"Checkout\""_s, false},
        {u"C_page == \"checkout\""_s, false},
        {u"page == \"checkout\""_s, false},
        {u"c_page != \"cart\""_s, true},
        {u"c_page != \"checkout\""_s, false},
        {u"c_missing != \"x\""_s, false},
        {u"NOT c_missing == \"x\""_s, true},
        {u"c_total > 99"_s, true},
        {u"c_total > 100"_s, false},
        {u"c_total >= 100"_s, true},
        {u"c_total => 100"_s, true},
        {u"c_total <= 100.0"_s, true},
        {u"c_total < 99.5"_s, false},
        {u"c_total > \"9\""_s, true},
        {u"c_total == 100"_s, true},
        {u"c_total == 100.0"_s, false},
        {u"c_page > 1"_s, false},
        {u"c_page < 1"_s, false},
        {u"c_total > abc"_s, false},
        {u"c_likes == \"opera\""_s, true},
        {u"c_likes contains \"zz\""_s, true},
        {u"c_likes startswith \"jazz\""_s, true},
        {u"c_likes endswith \"jazz\""_s, false},
        {u"c_likes endswith \"piano\""_s, true},
        {u"c_likes CONTAINS \"piano\""_s, true},
        {u"c_text matcheswords \"Web\""_s, true},
        {u"c_text matcheswords \"site\""_s, true},
        {u"c_text matcheswords \"Web site\""_s, true},
        {u"c_text matcheswords \"sit\""_s, false},
        {u"c_text matcheswords \"\""_s, false},
        {u"c_page matchesregex \"check.*\""_s, true},
        {u"c_page matchesregex \"heck\""_s, false},
        {u"c_page matchesregex \"(cart|checkout)\""_s, true},
        {u"c_empty == \"\""_s, true},
        {u"c_missing == \"\""_s, false},
        {u"c_text == \"Web site\""_s, true},
    };
    for (const auto &[rule, expected] : cases)
        EXPECT_EQ(holds(rule), expected) << rule.toStdString();
}

TEST(TraitRule, AndBindsTighterThanOrAndParenthesesMostOfAll)
{
    const QString yes = u"c_total == 100"_s;
    const QString no = u"c_total == 1"_s;
    EXPECT_TRUE(holds(yes + u" OR "_s + no + u" AND "_s + no));
    EXPECT_FALSE(holds(u'(' + yes + u" OR "_s + no + u") AND "_s + no));
    EXPECT_TRUE(holds(no + u" AND "_s + no + u" OR "_s + yes));
    EXPECT_TRUE(holds(u"NOT "_s + no + u" AND "_s + yes));
    EXPECT_FALSE(holds(u"NOT ("_s + no + u" OR "_s + yes + u')'));
    EXPECT_TRUE(holds(u"not not "_s + yes));
    EXPECT_TRUE(holds(u"(("_s + yes + u") and ("_s + yes + u"))"_s));
}

TEST(TraitRule, QuotedTextsMayHoldEverything)
{
    const auto rule = TraitRule::parse(uR"(c_x == "a \"b\" \\ AND ( é")");
    ASSERT_TRUE(rule);

    EXPECT_TRUE(rule->holds([](const QString &) { return QStringList{uR"(a "b" \ AND ( é)"_s}; }));
}

TEST(TraitRule, SaysWhatIsWrongAndWhere)
{
    const struct {
        QString rule;
        QString where;
    } cases[] = {
        {u""_s, u"character 1"_s},
        {u"c_x"_s, u"character 4"_s},
        {u"c_x ="_s, u"operator"_s},
        {u"c_x =="_s, u"character 7"_s},
        {u"c_x == \"open"_s, u"value"_s},
        {u"c_x == 1 AND"_s, u"key"_s},
        {u"(c_x == 1"_s, u"parenthesis"_s},
        {u"c_x == 1)"_s, u"end of the rule"_s},
        {u"c_x == 1 c_y == 2"_s, u"character 10"_s},
        {u"== 1"_s, u"character 1"_s},
        {u"c_x matchesregex \"(\""_s, u"regular expression"_s},
        {u"c_x like \"y\""_s, u"operator"_s},
    };
    for (const auto &[rule, where] : cases) {
        const auto parsed = TraitRule::parse(rule);
        ASSERT_FALSE(parsed) << rule.toStdString();
        EXPECT_TRUE(parsed.error().message.contains(where)) << parsed.error().message.toStdString();
    }
}

TEST(TraitRule, DeepNestingIsRefusedInsteadOfOverflowing)
{
    EXPECT_FALSE(TraitRule::parse(QString(100000, u'(') + u"c_x == 1"_s));
    QString nots;
    for (int i = 0; i < 100000; ++i)
        nots += u"NOT "_s;
    EXPECT_FALSE(TraitRule::parse(nots + u"c_x == 1"_s));
    QString chain = u"c_x == 0"_s;
    for (int i = 0; i < 2000; ++i)
        chain += u" OR c_x == 1"_s;
    EXPECT_TRUE(TraitRule::parse(chain)) << "a long chain is not deep";
}

TEST(TraitRule, SegmentRulesAreAboutTraits)
{
    const auto rule = TraitRule::parse(u"1 AND (2 OR NOT 3)", TraitRule::Terms::Traits);
    ASSERT_TRUE(rule);

    const auto with = [&](const QList<int> &traits) {
        return rule->holds({}, [&](int trait) { return traits.contains(trait); });
    };
    EXPECT_TRUE(with({1}));
    EXPECT_TRUE(with({1, 2, 3}));
    EXPECT_FALSE(with({1, 3}));
    EXPECT_FALSE(with({}));
    EXPECT_FALSE(TraitRule::parse(u"c_x == 1", TraitRule::Terms::Traits));
    EXPECT_FALSE(TraitRule::parse(u"", TraitRule::Terms::Traits));
}

TEST(TraitRule, AnyTextIsReadOrRefusedWithoutHarm)
{
    Generate generate;
    const QStringList pieces{u"c_x"_s, u"=="_s, u"!="_s, u">="_s, u"\""_s, u"AND"_s, u"OR"_s, u"NOT"_s,
        u"("_s, u")"_s, u" "_s, u"1"_s, u"contains"_s, u"matchesregex"_s, u"\\"_s, u"é"_s};
    for (int i = 0; i < 3000; ++i) {
        QString text;
        for (int n = generate.number(0, 15); n > 0; --n)
            text += generate.pick(pieces) + (generate.chance(50) ? u" "_s : QString());
        const auto rule = TraitRule::parse(text);
        if (rule)
            rule->holds([](const QString &) { return QStringList{u"1"_s}; });
        else
            EXPECT_FALSE(rule.error().message.isEmpty());
    }
}
