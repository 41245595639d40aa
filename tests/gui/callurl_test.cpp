// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "gui/callurl.h"
#include "gui/samplecalls.h"
#include "support/generate.h"
#include "support/print.h"

using dcs::Parameter;

namespace {

const dcs::Catalogue &catalogue()
{
    return dcs::Catalogue::builtIn();
}

QByteArrayList wires(const QList<Parameter> &parameters)
{
    QByteArrayList out;
    for (const Parameter &parameter : parameters)
        out.append((parameter.sent ? "" : "#") + parameter.wire);
    return out;
}

QList<Parameter> query(const QByteArray &text)
{
    return dcs::splitParameters(text, Parameter::Place::Query);
}

} // namespace

TEST(CallUrl, AnUneditedUrlLeavesTheCallAsItIs)
{
    const dcs::Call before = oddCall();

    const auto after = gui::withUrl(before, dcs::url(before), catalogue());

    ASSERT_TRUE(after);
    EXPECT_EQ(*after, before);
}

TEST(CallUrl, TypingAValueKeepsSwitchedOffParametersInTheirPlaces)
{
    QList<Parameter> before = query("a=1&b=2&c=3");
    before.insert(1, {"off=1", Parameter::Place::Query, false});

    EXPECT_EQ(wires(gui::mergeParameters(before, query("a=1&b=25&c=3"))),
        QByteArrayList({"a=1", "#off=1", "b=25", "c=3"}));
    EXPECT_EQ(
        wires(gui::mergeParameters(before, query("a=1&c=3"))), QByteArrayList({"a=1", "#off=1", "c=3"}));
    EXPECT_EQ(wires(gui::mergeParameters(before, query("a=1&b=2&c=3&d=4"))),
        QByteArrayList({"a=1", "#off=1", "b=2", "c=3", "d=4"}));
    EXPECT_EQ(wires(gui::mergeParameters(before, {})), QByteArrayList({"#off=1"}));
}

TEST(CallUrl, MergedParametersAreAlwaysTheTypedOnes)
{
    Generate generate;
    for (int round = 0; round < 500; ++round) {
        QList<Parameter> before = query(generate.text("ab=&", 12, 1));
        for (int i = generate.number(0, 3); i > 0; --i)
            before.insert(generate.number(0, int(before.size())), {"off", Parameter::Place::Query, false});
        const QList<Parameter> typed = query(generate.text("ab=&", 12));

        const QList<Parameter> merged = gui::mergeParameters(before, typed);

        QList<Parameter> sent;
        std::copy_if(merged.begin(), merged.end(), std::back_inserter(sent),
            [](const Parameter &p) { return p.sent; });
        ASSERT_EQ(wires(sent), wires(typed));
        ASSERT_EQ(merged.size() - sent.size(),
            std::count_if(before.begin(), before.end(), [](const Parameter &p) { return !p.sent; }));
    }
}

TEST(CallUrl, ARegionInTheUrlKeepsTheHostHeader)
{
    const auto after = gui::withUrl(oddCall(), "https://irl1.demdex.net/event?d_rtbd=json", catalogue());

    ASSERT_TRUE(after);
    EXPECT_EQ(dcs::hostHeader(*after), "acme.demdex.net");
    EXPECT_EQ(after->connectHost, "irl1.demdex.net");
}

TEST(CallUrl, APastedPartnerHostBecomesTheHostHeader)
{
    const auto after = gui::withUrl(oddCall(), "https://other.demdex.net/event?d_rtbd=json", catalogue());

    ASSERT_TRUE(after);
    EXPECT_EQ(dcs::hostHeader(*after), "other.demdex.net");
}

TEST(CallUrl, TheDefaultPortFollowsTheScheme)
{
    dcs::Call call = oddCall();
    gui::setScheme(call, false);
    EXPECT_EQ(call.port, 80);

    call.port = 8080;
    gui::setScheme(call, true);
    EXPECT_EQ(call.port, 8080);
}

TEST(CallUrl, ParametersAsTextAndBackAreTheSame)
{
    QList<Parameter> before = query("a=1&flag&&c_low=%c3%a9&x=%zz&");
    before.insert(1, {"off=1", Parameter::Place::Query, false});
    before.append({"\xff=1", Parameter::Place::Query, true});

    EXPECT_EQ(
        gui::parametersFromText(gui::parametersAsText(before), before, Parameter::Place::Query), before);
}

TEST(CallUrl, AHashInFrontOfALineSwitchesTheParameterOff)
{
    const QList<Parameter> before = query("a=1&b=2");

    const QList<Parameter> after
        = gui::parametersFromText(QStringLiteral("#a=1\nb=2"), before, Parameter::Place::Query);

    EXPECT_EQ(wires(after), QByteArrayList({"#a=1", "b=2"}));
}
