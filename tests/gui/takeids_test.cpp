// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogs.h"
#include "gui/samplecalls.h"
#include "gui/takeids.h"
#include "gui/takeidsdialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using Kind = dcs::Identity::Kind;

namespace {

const QString ecid = u"37772646773714021060542651496937081269"_s;
const QString uuid = u"22920112968019678612904394744954398990"_s;
const QString organization = u"6418DF487603467B0A49DC47@AdobeOrg"_s;
const QByteArray cookie = "AMCV_6418DF487603467B0A49DC47%40AdobeOrg=MCMID|" + ecid.toLatin1()
    + "|MCAAMLH-1767873600|6|MCAAMB-1767873600|6G1ynYcLPuiQxYZrsz";

dcs::Ids idsOf(const QString &mid, const QString &someUuid, const QByteArray &host = "irl1.demdex.net")
{
    dcs::Ids ids;
    ids.mid = mid;
    ids.uuid = someUuid;
    ids.regionHost = host;
    return ids;
}

class TakeIdsTest : public DialogTest
{
protected:
    gui::TakeIdsDialog &open()
    {
        dialog = std::make_unique<gui::TakeIdsDialog>(services, document);
        showActive(*dialog);
        return *dialog;
    }
    void paste(const QByteArray &bytes)
    {
        child<QPlainTextEdit>(*dialog, "inputEdit").setPlainText(QString::fromUtf8(bytes));
    }
    bool waitForRows(int count)
    {
        return QTest::qWaitFor([&] { return rows(*dialog, "found") == count; }, 15000);
    }

    std::unique_ptr<gui::TakeIdsDialog> dialog;
};

} // namespace

TEST(TakenOver, FillsRegionAliasAndUserAndLeavesTheRest)
{
    const dcs::Call before = oddCall();
    dcs::Ids ids = idsOf({}, u"1"_s);
    ids.alias = u"globex"_s;

    const dcs::Call after = gui::takenOver(before, ids);

    EXPECT_EQ(after.connectHost, "irl1.demdex.net");
    EXPECT_EQ(dcs::hostHeader(after), "globex.demdex.net");
    EXPECT_EQ(after.parameters.size(), before.parameters.size());
    EXPECT_EQ(after.parameters[0].wire, "d_uuid=1");
    for (qsizetype i = 1; i < after.parameters.size(); ++i)
        EXPECT_EQ(after.parameters[i], before.parameters[i]) << i;
}

TEST(TakenOver, OneDeviceIdStandsWhereTwoStood)
{
    const dcs::Call call = gui::takenOver(
        callOf("https://acme.demdex.net/event?d_uuid=1&d_cid=123%01a&d_mid=2"), idsOf(ecid, {}));

    const QList<dcs::Identity> users = dcs::identities(call);
    ASSERT_EQ(users.size(), 2);
    EXPECT_EQ(users[0].kind, Kind::Mid);
    EXPECT_EQ(users[0].value, ecid);
    EXPECT_EQ(users[1].kind, Kind::Cid);
}

TEST(TakenOver, TheFormerUsersBlobGoesOrFollows)
{
    const dcs::Call call = callOf("https://acme.demdex.net/event?d_mid=1&d_blob=old&d_orgid=X%40AdobeOrg");
    dcs::Ids ids = idsOf(ecid, {});

    EXPECT_EQ(dcs::option(gui::takenOver(call, ids), u"d_blob"), std::nullopt);
    EXPECT_EQ(dcs::option(gui::takenOver(call, ids), u"d_orgid"), u"X@AdobeOrg"_s);

    ids.blob = u"new"_s;
    ids.orgId = organization;
    EXPECT_EQ(dcs::option(gui::takenOver(call, ids), u"d_blob"), u"new"_s);
    EXPECT_EQ(dcs::option(gui::takenOver(call, ids), u"d_orgid"), organization);
}

TEST(TakenOver, ARegionAloneKeepsTheUser)
{
    const dcs::Call call = gui::takenOver(callOf("https://usw2.demdex.net/event?d_uuid=1"), idsOf({}, {}));

    EXPECT_EQ(call.connectHost, "irl1.demdex.net");
    EXPECT_EQ(dcs::query(call), "d_uuid=1");
}

TEST_F(TakeIdsTest, APastedCookieIsTakenOverInOneStepToUndo)
{
    const dcs::Call before = document.call();
    open();

    paste("Cookie: a=b; " + cookie);

    ASSERT_TRUE(waitForRows(1));
    EXPECT_TRUE(cell(*dialog, "found", 0, 1).contains(ecid));
    EXPECT_EQ(cell(*dialog, "found", 0, 2), u"6 · irl1.demdex.net"_s);
    EXPECT_EQ(cell(*dialog, "found", 0, 3), organization);
    EXPECT_FALSE(cell(*dialog, "found", 0, 4).isEmpty()) << "the cookie has expired";

    click(*dialog, "takeButton");

    EXPECT_EQ(document.call().connectHost, "irl1.demdex.net");
    EXPECT_EQ(dcs::identities(document.call()).first().value, ecid);
    EXPECT_FALSE(dialog->isVisible());
    EXPECT_EQ(document.undoStack().count(), 1);
    document.undoStack().undo();
    EXPECT_EQ(document.call(), before);
}

TEST_F(TakeIdsTest, TextWithoutIdsIsExplainedAndCannotBeTakenOver)
{
    open();

    paste("nothing of the kind");

    ASSERT_TRUE(QTest::qWaitFor([&] { return text(*dialog, "detailLabel").contains(u"AMCV_"_s); }));
    EXPECT_FALSE(child<QAbstractButton>(*dialog, "takeButton").isEnabled());
}

TEST_F(TakeIdsTest, AFileIsRead)
{
    open();
    prompts->file = folder.write(u"answer.json"_s, R"({"uuid":")" + uuid.toLatin1() + R"(","dcs_region":9})");

    click(*dialog, "openButton");

    ASSERT_TRUE(waitForRows(1));
    EXPECT_TRUE(cell(*dialog, "found", 0, 1).contains(uuid));
}

TEST_F(TakeIdsTest, AskingForAnEcidMakesARecordedCallAndFillsTheTable)
{
    open();
    child<QLineEdit>(*dialog, "orgEdit").setText(organization);

    click(*dialog, "askMidButton");

    ASSERT_TRUE(waitForRows(1)) << text(*dialog, "detailLabel").toStdString();
    EXPECT_EQ(dialog->found().first().mid.size(), 38);
    EXPECT_TRUE(dialog->found().first().region);
    EXPECT_EQ(recorded(), 1);
    EXPECT_TRUE(child<QAbstractButton>(*dialog, "askMidButton").isEnabled());
}

TEST_F(TakeIdsTest, AskingForAUuidAddsToWhatWasFound)
{
    open();
    paste(cookie);
    ASSERT_TRUE(waitForRows(1));

    click(*dialog, "askUuidButton");

    ASSERT_TRUE(waitForRows(2)) << text(*dialog, "detailLabel").toStdString();
    EXPECT_EQ(dialog->found().first().uuid.size(), 38);
    EXPECT_NE(dialog->found().first().uuid, uuid) << "the call's own user must not be asked about";
    EXPECT_EQ(recorded(), 1);
}

TEST_F(TakeIdsTest, AnEcidNeedsAnOrganization)
{
    open();

    click(*dialog, "askMidButton");

    EXPECT_TRUE(text(*dialog, "detailLabel").contains(u"organization"_s));
    EXPECT_TRUE(child<QLineEdit>(*dialog, "orgEdit").hasFocus());
    EXPECT_EQ(recorded(), 0);
}

TEST_F(TakeIdsTest, WhatTheDcsRefusesIsShown)
{
    open();
    child<QLineEdit>(*dialog, "orgEdit").setText(u"nobody@AdobeOrg"_s);

    click(*dialog, "askMidButton");

    ASSERT_TRUE(
        QTest::qWaitFor([&] { return text(*dialog, "detailLabel").startsWith(u"The DCS refused"_s); }, 15000))
        << text(*dialog, "detailLabel").toStdString();
    EXPECT_EQ(rows(*dialog, "found"), 0);
}

TEST_F(TakeIdsTest, TheLastAnswerOfTheHistoryIsAtHand)
{
    open();
    click(*dialog, "askUuidButton");
    ASSERT_TRUE(waitForRows(1));
    const QString found = dialog->found().first().uuid;
    paste("");
    paste(" ");
    ASSERT_TRUE(waitForRows(0));

    click(*dialog, "historyButton");

    ASSERT_TRUE(waitForRows(1));
    EXPECT_EQ(dialog->found().first().uuid, found);
}

TEST_F(TakeIdsTest, IsReadableAndHasNames)
{
    expectReadable(open());
}
