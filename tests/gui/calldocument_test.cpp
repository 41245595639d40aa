// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "gui/calldocument.h"
#include "gui/samplecalls.h"
#include "support/print.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

class CallDocumentTest : public ::testing::Test
{
protected:
    CallDocumentTest() { document.open({oddCall(), {}, false, {}}); }

    void setAlias(const QString &alias, const QByteArray &field)
    {
        dcs::Call call = document.call();
        dcs::setAlias(call, alias);
        document.editCall(call, u"Change alias"_s, field);
    }

    gui::CallDocument document{dcs::Catalogue::builtIn()};
};

} // namespace

TEST_F(CallDocumentTest, TypingInOneFieldIsOneStep)
{
    for (const QString &text : {u"a"_s, u"ab"_s, u"abc"_s})
        setAlias(text, "alias");

    EXPECT_EQ(document.undoStack().count(), 1);
    document.undoStack().undo();
    EXPECT_EQ(document.call(), oddCall());
    document.undoStack().redo();
    EXPECT_EQ(dcs::hostHeader(document.call()), "abc.demdex.net");
}

TEST_F(CallDocumentTest, ATextThatEndsWhereItBeganIsNoStep)
{
    setAlias(u"acmex"_s, "alias");
    setAlias(u"acme"_s, "alias");

    EXPECT_EQ(document.undoStack().count(), 0);
    EXPECT_FALSE(document.isModified());
}

TEST_F(CallDocumentTest, StepsWithoutAFieldStayApart)
{
    setAlias(u"one"_s, {});
    setAlias(u"two"_s, {});

    EXPECT_EQ(document.undoStack().count(), 2);
}

TEST_F(CallDocumentTest, AnEditThatChangesNothingIsNone)
{
    QSignalSpy changed(&document, &gui::CallDocument::changed);

    document.editCall(document.call(), u"Nothing"_s, {});

    EXPECT_EQ(changed.count(), 0);
    EXPECT_EQ(document.undoStack().count(), 0);
}

TEST_F(CallDocumentTest, FindingsAndRequestFollowTheCall)
{
    const QByteArray before = document.request()->bytes;
    dcs::Call call = document.call();
    dcs::setOption(call, u"d_uuid"_s, u"123"_s);
    document.editCall(call, u"Shorten"_s, {});

    EXPECT_NE(document.request()->bytes, before);
    const auto &findings = document.findings();
    EXPECT_TRUE(std::any_of(
        findings.begin(), findings.end(), [](const dcs::Finding &f) { return f.code == u"uuid-format"_s; }));
}

TEST_F(CallDocumentTest, AnUnresolvedVariableIsNamedAndAValueMendsIt)
{
    dcs::Call call = document.call();
    call.parameters.append({"c_user={{user}}", dcs::Parameter::Place::Query, true});
    document.editCall(call, u"Use a variable"_s, {});
    ASSERT_FALSE(document.request());
    EXPECT_TRUE(document.request().error().message.contains(u"user"_s));

    document.setVariables({{u"user"_s, u"7"_s}});

    ASSERT_TRUE(document.request());
    EXPECT_TRUE(document.request()->bytes.contains("c_user=7"));
}

TEST_F(CallDocumentTest, DynamicValuesAreThoseOfThePreviewUntilTheyAreRenewed)
{
    dcs::Call call = document.call();
    call.parameters.append({"c_id={{$uuid}}", dcs::Parameter::Place::Query, true});
    document.editCall(call, u"Use a dynamic value"_s, {});
    const QByteArray shown = document.request()->bytes;

    EXPECT_EQ(document.request()->bytes, shown);
    document.renewDynamicValues();
    EXPECT_NE(document.request()->bytes, shown);
}
