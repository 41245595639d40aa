// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/identity.h"
#include "dcs/parameter.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;

TEST(Parameter, SplitsAtTheFirstEqualsSign)
{
    const Parameter parameter{"c_x=a=b%3Dc", Parameter::Place::Query, true};

    EXPECT_EQ(parameter.wireKey(), "c_x");
    EXPECT_EQ(parameter.wireValue(), "a=b%3Dc");
    EXPECT_EQ(parameter.key(), QStringLiteral("c_x"));
    EXPECT_EQ(parameter.value(), QStringLiteral("a=b=c"));
}

TEST(Parameter, TellsABareKeyFromAnEmptyValue)
{
    const Parameter bare{"flag", Parameter::Place::Query, true};
    const Parameter empty{"flag=", Parameter::Place::Query, true};

    EXPECT_FALSE(bare.hasEquals());
    EXPECT_TRUE(empty.hasEquals());
    EXPECT_EQ(bare.key(), empty.key());
    EXPECT_EQ(bare.value(), QString());
    EXPECT_EQ(empty.value(), QString());
}

TEST(Parameter, DecodesKeyAndValueOnce)
{
    const Parameter parameter{"d%5Fuuid=%2541+x", Parameter::Place::Query, true};

    EXPECT_EQ(parameter.key(), QStringLiteral("d_uuid"));
    EXPECT_EQ(parameter.value(), QStringLiteral("%41 x"));
}

TEST(Parameter, PlainTextIsEncodedOnce)
{
    const Parameter parameter = Parameter::fromText(u"c_x y", u"50% + é,");

    EXPECT_EQ(parameter.wire, "c_x%20y=50%25%20%2B%20%C3%A9%2C");
    EXPECT_EQ(parameter.value(), QStringLiteral("50% + é,"));
}

TEST(Identity, ItsPartsAreEncodedBeforeTheyAreJoined)
{
    const Identity id{
        Identity::Kind::Cid, QStringLiteral("123"), QStringLiteral("a+b=c"), AuthState::Authenticated};
    EXPECT_EQ(id.wire(), "123%01a%2Bb%3Dc%011");

    const Identity bare{
        Identity::Kind::CidIc, QStringLiteral("crm main"), QStringLiteral("68079"), AuthState::Absent};
    EXPECT_EQ(bare.wire(), "crm%20main%0168079");

    const Identity out{Identity::Kind::Cid, QStringLiteral("1"), QStringLiteral("x"), AuthState::LoggedOut};
    EXPECT_EQ(out.wire(), "1%01x%012");
    const Identity unknown{Identity::Kind::Cid, QStringLiteral("1"), QStringLiteral("x"), AuthState::Unknown};
    EXPECT_EQ(unknown.wire(), "1%01x%010");
}
