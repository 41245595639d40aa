// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "gui/expectationsmodel.h"
#include "gui/findingsmodel.h"
#include "gui/headersmodel.h"
#include "gui/identitiesmodel.h"
#include "gui/parametersmodel.h"
#include "gui/presetsmodel.h"
#include "gui/samplecalls.h"
#include "gui/signalsmodel.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using gui::ParametersModel;

namespace {

const dcs::Catalogue &catalogue()
{
    return dcs::Catalogue::builtIn();
}

/// Reports to the message handler of the tests, which fails them.
struct Tester {
    explicit Tester(QAbstractItemModel &model)
        : tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning)
    {
    }
    QAbstractItemModelTester tester;
};

class ParametersModelTest : public ::testing::Test
{
protected:
    ParametersModelTest() { model.setCall(oddCall()); }

    bool set(int row, int column, const QString &text)
    {
        return model.setData(model.index(row, column), text, Qt::EditRole);
    }
    QByteArray wire(int row) const { return model.call().parameters[row].wire; }
    int rowOf(const QByteArray &wire) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.rows()[row].wire == wire)
                return row;
        }
        ADD_FAILURE() << wire.toStdString();
        return 0;
    }

    ParametersModel model{catalogue()};
    Tester tester{model};
};

} // namespace

TEST_F(ParametersModelTest, SettingTheSameTextChangesNoByte)
{
    QSignalSpy edited(&model, &ParametersModel::callEdited);

    for (int row = 0; row < model.rowCount(); ++row) {
        for (const int column :
            {ParametersModel::KeyColumn, ParametersModel::ValueColumn, ParametersModel::WireColumn})
            EXPECT_FALSE(model.setData(
                model.index(row, column), model.index(row, column).data(Qt::EditRole), Qt::EditRole));
    }

    EXPECT_EQ(edited.count(), 0);
    EXPECT_EQ(model.call(), oddCall());
}

TEST_F(ParametersModelTest, EditingTheValueKeepsTheBytesOfTheKey)
{
    const int row = rowOf("c_low=%c3%a9");

    EXPECT_TRUE(set(row, ParametersModel::ValueColumn, u"a b"_s));

    EXPECT_EQ(wire(row), "c_low=a%20b");
}

TEST_F(ParametersModelTest, EditingTheKeyKeepsTheBytesOfTheValue)
{
    const int row = rowOf("c_low=%c3%a9");

    EXPECT_TRUE(set(row, ParametersModel::KeyColumn, u"c_other"_s));

    EXPECT_EQ(wire(row), "c_other=%c3%a9");
}

TEST_F(ParametersModelTest, ABareKeyStaysBareUntilItGetsAValue)
{
    const int row = rowOf("flag");

    EXPECT_TRUE(set(row, ParametersModel::KeyColumn, u"flags"_s));
    EXPECT_EQ(wire(row), "flags");
    EXPECT_TRUE(set(row, ParametersModel::ValueColumn, u"1"_s));
    EXPECT_EQ(wire(row), "flags=1");
}

TEST_F(ParametersModelTest, RawCommasStaySeparators)
{
    const int row = rowOf("c_x=a,b");

    EXPECT_TRUE(set(row, ParametersModel::ValueColumn, u"a,b,c d"_s));

    EXPECT_EQ(wire(row), "c_x=a,b,c%20d");
}

TEST_F(ParametersModelTest, AnAmpersandInTheWireFormMakesTwoParameters)
{
    const int row = rowOf("flag");
    const int before = model.rowCount();

    EXPECT_TRUE(set(row, ParametersModel::WireColumn, u"one=1&two=2"_s));

    EXPECT_EQ(model.rowCount(), before + 1);
    EXPECT_EQ(wire(row), "one=1");
    EXPECT_EQ(wire(row + 1), "two=2");
}

TEST_F(ParametersModelTest, AddRemoveDuplicateAndMoveKeepTheOthers)
{
    const dcs::Call before = model.call();

    const int added = model.add();
    EXPECT_EQ(wire(added), "c_new=");
    model.remove({added});
    EXPECT_EQ(model.call(), before);

    model.duplicate({0});
    EXPECT_EQ(wire(1), wire(0));
    model.remove({1});
    EXPECT_TRUE(model.move(0, 1));
    EXPECT_TRUE(model.move(1, -1));
    EXPECT_FALSE(model.move(0, -1));
    EXPECT_EQ(model.call(), before);
}

TEST_F(ParametersModelTest, SwitchingOffKeepsTheParameter)
{
    EXPECT_TRUE(
        model.setData(model.index(0, ParametersModel::SentColumn), Qt::Unchecked, Qt::CheckStateRole));

    EXPECT_FALSE(model.call().parameters[0].sent);
    EXPECT_EQ(wire(0), oddCall().parameters[0].wire);
}

TEST_F(ParametersModelTest, AnotherCallTouchesOnlyTheRowsThatDiffer)
{
    dcs::Call call = oddCall();
    call.parameters.removeAt(3);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    model.setCall(call);

    EXPECT_EQ(removed.count(), 1);
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(model.rows(), call.parameters);
}

TEST(IdentitiesModel, EditsOnlyItsOwnParameter)
{
    gui::IdentitiesModel model;
    const Tester tester(model);
    model.setCall(oddCall());
    ASSERT_EQ(model.rowCount(), 2);

    EXPECT_TRUE(model.setData(model.index(1, gui::IdentitiesModel::ValueColumn), u"x%y"_s, Qt::EditRole));

    dcs::Call expected = oddCall();
    for (dcs::Parameter &parameter : expected.parameters) {
        if (parameter.wire.startsWith("d_cid="))
            parameter.wire = "d_cid=123%01x%25y%011";
    }
    EXPECT_EQ(model.call(), expected);
}

TEST(IdentitiesModel, AddsAndRemoves)
{
    gui::IdentitiesModel model;
    const Tester tester(model);
    model.setCall(oddCall());

    const int row = model.add();
    ASSERT_GE(row, 0);
    EXPECT_EQ(model.rowCount(), 3);
    model.remove(row);

    EXPECT_EQ(model.call(), oddCall());
}

TEST(SignalsModel, AChangedValueLeavesItsNeighboursAsTheyTravel)
{
    gui::SignalsModel model(catalogue());
    const Tester tester(model);
    model.setCall(callOf("https://usw2.demdex.net/event?c_l=%c3%a9,b,a%2Cb"));
    ASSERT_EQ(model.rowCount(), 1);

    EXPECT_TRUE(
        model.setData(model.index(0, gui::SignalsModel::ValuesColumn), u"é,b c,a%2Cb"_s, Qt::EditRole));

    EXPECT_EQ(model.call().parameters[0].wire, "c_l=%c3%a9,b%20c,a%2Cb");
}

TEST(SignalsModel, AddsAndRemoves)
{
    gui::SignalsModel model(catalogue());
    const Tester tester(model);
    model.setCall(oddCall());
    const int before = model.rowCount();

    const int row = model.add();
    ASSERT_GE(row, 0);
    EXPECT_EQ(model.rowCount(), before + 1);
    model.remove(row);

    EXPECT_EQ(model.call(), oddCall());
}

TEST(HeadersModel, ShowsTheAutomaticLinesAndKeepsThemFromBeingEdited)
{
    dcs::Call call = oddCall();
    dcs::setMethod(call, "POST");
    const auto request = dcs::encode(call);
    ASSERT_TRUE(request);
    gui::HeadersModel model;
    const Tester tester(model);

    model.setCall(call, request->headers());

    const QModelIndex last = model.index(model.rowCount() - 1, gui::HeadersModel::NameColumn);
    EXPECT_EQ(last.data().toString(), u"Content-Length"_s);
    EXPECT_FALSE(last.flags() & Qt::ItemIsEditable);
    EXPECT_EQ(model.rowCount(), call.headers.size() + 1);
}

TEST(HeadersModel, EditsMovesAndRemoves)
{
    gui::HeadersModel model;
    const Tester tester(model);
    model.setCall(oddCall(), {});
    const int row = model.add();

    EXPECT_TRUE(model.setData(model.index(row, gui::HeadersModel::NameColumn), u"X-Mine"_s, Qt::EditRole));
    EXPECT_TRUE(model.setData(model.index(row, gui::HeadersModel::ValueColumn), u"1"_s, Qt::EditRole));
    EXPECT_TRUE(model.move(row, -1));
    EXPECT_EQ(model.call().headers[row - 1], (dcs::Header{"X-Mine", "1", true}));
    model.remove(row - 1);

    EXPECT_EQ(model.call(), oddCall());
}

TEST(ExpectationsModel, SaysWhatHeldAndWhatCannotBeRead)
{
    gui::ExpectationsModel model;
    const Tester tester(model);
    model.setLines({u"status == 200"_s, u"gibberish ?? x"_s});

    model.setOutcomes({{u"status == 200"_s, true, u"200"_s}});

    EXPECT_TRUE(model.index(0, gui::ExpectationsModel::ResultColumn).data().toString().contains(u"held"_s));
    EXPECT_EQ(model.index(1, gui::ExpectationsModel::ResultColumn).data().toString(), u"cannot be read"_s);
    model.add();
    model.remove(2);
    EXPECT_EQ(model.lines().size(), 2);
}

TEST(FindingsModel, ShowsTextFromOutsideAsText)
{
    gui::FindingsModel model;
    const Tester tester(model);
    dcs::Finding finding;
    finding.where = u"<b>\u202e"_s;
    finding.message = u"<img src=x>"_s;

    model.setFindings({finding});

    EXPECT_EQ(model.index(0, gui::FindingsModel::WhereColumn).data().toString(), u"<b>\\u{202e}"_s);
    EXPECT_TRUE(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;img"_s));
}

TEST(PresetsModel, ShowsFoldersFilesAndRequests)
{
    const TemporaryFolder folder;
    ASSERT_TRUE(QDir(folder.path()).mkpath(u"team"_s));
    folder.write(u"team/a.http"_s,
        "### one\nGET https://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n\n"
        "### two\nGET https://usw2.demdex.net/event?c_x=1\nHost: acme.demdex.net\n");
    gui::PresetsModel model;
    const Tester tester(model);

    model.setTree(gui::PresetScan::of({folder.path()}, {}, {}).tree);

    const QModelIndex team = model.index(0, 0);
    EXPECT_EQ(team.data().toString(), u"team"_s);
    const QModelIndex file = model.index(0, 0, team);
    EXPECT_EQ(file.data().toString(), u"a.http"_s);
    ASSERT_EQ(model.rowCount(file), 2);
    EXPECT_EQ(model.index(1, 0, file).data().toString(), u"two"_s);
    EXPECT_EQ(model.find({folder.path(), u"team/a.http"_s, 1}), model.index(1, 0, file));
}
