// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/recordedsend.h"
#include "gui/dialogs.h"
#include "gui/probedialog.h"
#include "gui/probemodel.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;

namespace {

batch::RegionProbe::Row rowOf(int id, double total, const std::optional<dcs::Failure> &failure = {})
{
    batch::RegionProbe::Row row;
    row.region.id = id;
    row.region.name = u"Place %1"_s.arg(id);
    row.exchange.status = failure ? 0 : 200;
    row.exchange.failure = failure;
    row.exchange.timings.total = total;
    return row;
}

class ProbeTest : public DialogTest
{
protected:
    gui::ProbeDialog &open()
    {
        dialog = std::make_unique<gui::ProbeDialog>(services, document);
        showActive(*dialog);
        dialog->start();
        return *dialog;
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor(
            [&] { return child<QAbstractButton>(*dialog, "probeButton").isEnabled(); }, 20000);
    }

    std::unique_ptr<gui::ProbeDialog> dialog;
};

} // namespace

TEST(ProbeModel, SaysInWordsWhatTheBarShows)
{
    gui::ProbeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    const dcs::Failure refused{dcs::Failure::Kind::Connect, u"refused"_s, {}, false};

    model.setRows({rowOf(6, 50), rowOf(9, 100), rowOf(7, 0, refused), {}}, {0, 9, 6});

    const auto remark = [&](int row) { return model.index(row, gui::ProbeModel::RemarkColumn); };
    EXPECT_EQ(remark(0).data().toString(), u"nearest, region of the call"_s);
    EXPECT_EQ(remark(1).data().toString(), u"the user's home"_s);
    EXPECT_EQ(remark(2).data().toString(), u"refused"_s);
    EXPECT_EQ(remark(3).data().toString(), u"measuring…"_s);
    EXPECT_DOUBLE_EQ(remark(0).data(gui::ShareRole).toDouble(), 0.5);
    EXPECT_DOUBLE_EQ(remark(1).data(gui::ShareRole).toDouble(), 1.0);
    EXPECT_FALSE(remark(2).data(gui::ShareRole).isValid());
    EXPECT_EQ(model.index(1, gui::ProbeModel::TotalColumn).data().toString(), u"100.0 ms"_s);
    EXPECT_EQ(model.index(2, gui::ProbeModel::TotalColumn).data().toString(), u"–"_s);
}

TEST_F(ProbeTest, EveryRegionIsMeasuredAndNothingIsRecorded)
{
    open();

    ASSERT_TRUE(waitForEnd());
    const auto regions = int(services.catalogue().regions().size());
    ASSERT_EQ(rows(*dialog, "regionsView"), regions);
    for (int row = 0; row < regions; ++row)
        EXPECT_TRUE(cell(*dialog, "regionsView", row, gui::ProbeModel::TotalColumn).endsWith(u"ms"_s))
            << cell(*dialog, "regionsView", row, gui::ProbeModel::RemarkColumn).toStdString();
    EXPECT_TRUE(text(*dialog, "summaryLabel").startsWith(u"Nearest: "_s));
    EXPECT_EQ(recorded(), 0);
}

TEST_F(ProbeTest, TheChosenRegionIsUsedInOneStepToUndo)
{
    const dcs::Call before = document.call();
    open();
    ASSERT_TRUE(waitForEnd());
    auto &view = child<QTableView>(*dialog, "regionsView");
    int ireland = 0;
    while (!cell(*dialog, "regionsView", ireland, gui::ProbeModel::HostColumn).startsWith(u"irl1"_s))
        ++ireland;
    view.setCurrentIndex(view.model()->index(ireland, 0));

    click(*dialog, "useButton");

    EXPECT_EQ(document.call().connectHost, "irl1.demdex.net");
    EXPECT_EQ(document.undoStack().count(), 1);
    document.undoStack().undo();
    EXPECT_EQ(document.call(), before);
}

TEST_F(ProbeTest, TheUsersHomeComesFromTheHistory)
{
    store::HistoryThread &history = services.history();
    dcs::Exchange exchange;
    exchange.request = *document.request();
    exchange.status = 200;
    exchange.headers = {{"Content-Type", "application/json"}};
    exchange.body = R"({"dcs_region":6,"uuid":"22920112968019678612904394744954398990"})";
    bool done = false;
    history.begin(exchange.request, QDateTime::currentDateTimeUtc(),
        batch::callFacts(document.call(), services.catalogue()), &history,
        [&](const dcs::Result<store::ExchangeId> &id) {
            ASSERT_TRUE(id);
            history.finish(*id, exchange, {}, &history, [&](const dcs::Result<void> &) { done = true; });
        });
    ASSERT_TRUE(QTest::qWaitFor([&] { return done; }));

    open();
    ASSERT_TRUE(waitForEnd());

    EXPECT_TRUE(QTest::qWaitFor([&] {
        for (int row = 0; row < rows(*dialog, "regionsView"); ++row) {
            if (cell(*dialog, "regionsView", row, gui::ProbeModel::RemarkColumn).contains(u"home"_s))
                return cell(*dialog, "regionsView", row, gui::ProbeModel::HostColumn).startsWith(u"irl1"_s);
        }
        return false;
    }));
}

TEST_F(ProbeTest, IsReadable)
{
    open();
    ASSERT_TRUE(waitForEnd());
    expectReadable(*dialog);
}
