// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decimal.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;
using namespace Qt::StringLiterals;

namespace {

TEST(DecimalTest, NumbersCompareByValue)
{
    struct Case {
        QString a, b;
        std::strong_ordering order;
    };
    const auto less = std::strong_ordering::less;
    const auto equal = std::strong_ordering::equal;
    const Case cases[]
        = {{u"1"_s, u"2"_s, less}, {u"9"_s, u"10"_s, less}, {u"-2"_s, u"-1"_s, less}, {u"-1"_s, u"0"_s, less},
            {u"0"_s, u"0.0001"_s, less}, {u"1.5"_s, u"1.50"_s, equal}, {u"1e3"_s, u"1000"_s, equal},
            {u"0"_s, u"-0.0"_s, equal}, {u"007"_s, u"7"_s, equal}, {u"1e-2"_s, u"0.01"_s, equal},
            {u"12.34"_s, u"1234E-2"_s, equal}, {u"0.9"_s, u"1"_s, less}, {u"99"_s, u"100"_s, less},
            {u"1.09"_s, u"1.1"_s, less}, {u"+3"_s, u"3"_s, equal}, {u"0e9"_s, u"0"_s, equal},
            {u"78570995290214909736928846629863152490"_s, u"78570995290214909736928846629863152491"_s, less}};
    for (const Case &c : cases) {
        EXPECT_EQ(compareDecimals(c.a, c.b), c.order) << c.a.toStdString() << ' ' << c.b.toStdString();
        EXPECT_EQ(compareDecimals(c.b, c.a), 0 <=> c.order) << c.b.toStdString() << ' ' << c.a.toStdString();
    }
}

TEST(DecimalTest, WhatIsNoNumberDoesNotCompare)
{
    for (const QString &text : {u""_s, u"-"_s, u"."_s, u"1x"_s, u"x"_s, u"1e"_s, u"1e1.5"_s, u"1 2"_s,
             u" 1"_s, u"1e999999999"_s, u"١"_s, u"0x10"_s, u"1e 2"_s}) {
        EXPECT_FALSE(isDecimal(text)) << text.toStdString();
        EXPECT_EQ(compareDecimals(text, u"1"), std::nullopt) << text.toStdString();
        EXPECT_EQ(compareDecimals(u"1", text), std::nullopt) << text.toStdString();
    }
}

TEST(DecimalTest, SmallNumbersCompareAsTheMachineDoes)
{
    Generate generate;
    for (int i = 0; i < 2000; ++i) {
        const int a = generate.number(-2000, 2000);
        const int b = generate.chance(20) ? a : generate.number(-2000, 2000);
        const QString shiftedA = QString::number(a / 100.0, 'f', 2);
        EXPECT_EQ(compareDecimals(QString::number(a), QString::number(b)), a <=> b) << a << ' ' << b;
        EXPECT_EQ(compareDecimals(shiftedA, QString::number(b) + u"e-2"_s), a <=> b) << a << ' ' << b;
    }
}

} // namespace
