// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/historymodel.h"
#include "gui/historyview.h"
#include "gui/tablestyle.h"
#include "gui/widgets.h"
#include "store/historythread.h"
#include "store/sample.h"
#include "support/temporaryfolder.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using gui::HistoryModel;
using store::ExchangeId;
using testing::ElementsAre;

namespace {

class HistoryModelTest : public ::testing::Test
{
protected:
    ExchangeId add(const QByteArray &target = "/event?c_a=popstar", int daysAgo = 0)
    {
        dcs::Exchange exchange = sample::exchange(sample::request(target));
        exchange.startedAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
        return sample::record(*history, exchange);
    }
    void addMany(int count)
    {
        for (int i = 0; i < count; ++i)
            add();
    }
    bool load()
    {
        QSignalSpy loaded(&model, &HistoryModel::loaded);
        model.setFilter({});
        return QTest::qWaitFor([&] { return loaded.count() > 0; });
    }
    bool refresh()
    {
        QSignalSpy loaded(&model, &HistoryModel::loaded);
        model.refresh();
        return QTest::qWaitFor([&] { return loaded.count() > 0; });
    }
    QList<ExchangeId> ids() const
    {
        QList<ExchangeId> out;
        for (int row = 0; row < model.rowCount(); ++row)
            out.append(model.id(row));
        return out;
    }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }

    TemporaryFolder folder;
    std::unique_ptr<store::History> history = sample::open(folder.path()); // as another process has it
    store::HistoryThread thread{folder.path()};
    HistoryModel model{thread};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Warning};
};

} // namespace

TEST_F(HistoryModelTest, ARefreshMovesOnlyWhatCameAndWent)
{
    const ExchangeId a = add(), b = add(), c = add();
    ASSERT_TRUE(load());
    const QPersistentModelIndex second(model.index(1, 0));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    const ExchangeId d = add(), e = add();
    ASSERT_TRUE(history->remove({c}));
    ASSERT_TRUE(history->setPinned(a, true));
    ASSERT_TRUE(refresh());

    EXPECT_THAT(ids(), ElementsAre(e, d, b, a));
    EXPECT_EQ(second.row(), 2);
    EXPECT_TRUE(text(3, HistoryModel::TimeColumn).startsWith(u"★ "_s));
    ASSERT_TRUE(history->undoRemove());
    ASSERT_TRUE(history->remove({a, e}));
    ASSERT_TRUE(refresh());
    EXPECT_THAT(ids(), ElementsAre(d, c, b));
    EXPECT_EQ(second.row(), 2);
    EXPECT_EQ(reset.count(), 0);
}

TEST_F(HistoryModelTest, AnEmptyHistoryFillsByItself)
{
    ASSERT_TRUE(load());
    EXPECT_EQ(model.rowCount(), 0);

    const ExchangeId a = add();
    ASSERT_TRUE(refresh());

    EXPECT_THAT(ids(), ElementsAre(a));
    EXPECT_FALSE(model.canFetchMore({}));
    ASSERT_TRUE(history->remove({a}));
    ASSERT_TRUE(refresh());
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(HistoryModelTest, PagesFollowEachOtherToTheOldestCall)
{
    addMany(950);
    ASSERT_TRUE(load());
    const int first = model.rowCount(); // the tester asks for more by itself
    EXPECT_LT(first, 950);

    model.fetchMore({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() > first; }));
    add();
    ASSERT_TRUE(refresh());
    model.fetchToEnd();
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.isComplete(); }));

    ASSERT_EQ(model.rowCount(), 951);
    for (int row = 0; row < model.rowCount(); ++row)
        ASSERT_EQ(model.id(row), 951 - row);
}

TEST_F(HistoryModelTest, ARowIsReadWhenItIsLookedAtAndAgainWhenItHasChanged)
{
    addMany(3);
    ASSERT_TRUE(load());
    ASSERT_TRUE(history->setNote(2, u"for the report"_s));
    EXPECT_FALSE(text(1, HistoryModel::TimeColumn).startsWith(u"✎ "_s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.reread({2, 99});

    EXPECT_EQ(model.row(1), nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return text(1, HistoryModel::TimeColumn).startsWith(u"✎ "_s); }));
    EXPECT_GE(changed.count(), 2);
    ASSERT_TRUE(history->remove({2}));
    model.reread({2});
    EXPECT_EQ(model.row(1), nullptr);
    const qsizetype before = changed.count();
    EXPECT_TRUE(QTest::qWaitFor([&] { return changed.count() > before; }));
    EXPECT_EQ(model.row(1), nullptr) << "somebody has deleted it; it is not asked for again and again";
}

TEST_F(HistoryModelTest, DroppedCallsLeaveWithoutAReset)
{
    addMany(4);
    ASSERT_TRUE(load());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    model.drop({4, 2, 77});

    EXPECT_THAT(ids(), ElementsAre(3, 1));
    EXPECT_EQ(reset.count(), 0);
}

TEST_F(HistoryModelTest, TheFirstRowOfADayCarriesTheDayWhateverComesAndGoes)
{
    const ExchangeId old = add("/event?n=1", 400), yesterday = add("/event?n=2", 1), today = add();
    ASSERT_TRUE(load());
    gui::HistoryView view;
    gui::setUpTable(view);
    view.setModel(&model);
    view.resize(400, 300);
    showActive(view);
    const int plain = view.verticalHeader()->defaultSectionSize();

    ASSERT_THAT(ids(), ElementsAre(today, yesterday, old));
    EXPECT_EQ(model.dayText(0), u"Today"_s);
    EXPECT_EQ(model.dayText(1), u"Yesterday"_s);
    EXPECT_TRUE(model.dayText(2).contains(QString::number(QDate::currentDate().addDays(-400).year())));
    for (int row = 0; row < 3; ++row)
        EXPECT_EQ(view.rowHeight(row), plain + view.bandHeight()) << row;
    add();
    ASSERT_TRUE(refresh());
    EXPECT_EQ(view.rowHeight(0), plain + view.bandHeight());
    EXPECT_EQ(view.rowHeight(1), plain);
    model.drop({model.id(0)});
    EXPECT_EQ(view.rowHeight(0), plain + view.bandHeight());
}

TEST_F(HistoryModelTest, EndGoesToTheOldestCall)
{
    addMany(700);
    ASSERT_TRUE(load());
    gui::HistoryView view;
    gui::setUpTable(view);
    view.setModel(&model);
    view.resize(400, 300);
    showActive(view);
    focus(view);

    QTest::keyClick(&view, Qt::Key_End);

    EXPECT_TRUE(QTest::qWaitFor([&] { return view.currentIndex().row() == 699; }));
    EXPECT_EQ(model.id(699), 1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return text(699, HistoryModel::StatusColumn) == u"200"_s; }));
    QTest::keyClick(&view, Qt::Key_Home);
    EXPECT_EQ(view.currentIndex().row(), 0);
}
