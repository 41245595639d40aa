// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogs.h"
#include "gui/retentiondialog.h"

#include <QCheckBox>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace {

class RetentionTest : public DialogTest
{
protected:
    gui::RetentionDialog &open()
    {
        dialog = std::make_unique<gui::RetentionDialog>(services.history(), *prompts);
        showActive(*dialog);
        return *dialog;
    }
    /// Calls that ended a number of days ago.
    void addCalls(std::initializer_list<int> daysAgo)
    {
        store::HistoryThread &history = services.history();
        int left = int(daysAgo.size());
        for (const int days : daysAgo) {
            dcs::Exchange exchange;
            exchange.request = *document.request();
            exchange.startedAt = QDateTime::currentDateTimeUtc().addDays(-days);
            exchange.status = 200;
            history.begin(exchange.request, exchange.startedAt, {}, &history,
                [&, exchange](const dcs::Result<store::ExchangeId> &id) {
                    ASSERT_TRUE(id);
                    history.finish(*id, exchange, {}, &history, [&](const dcs::Result<void> &) { --left; });
                });
        }
        ASSERT_TRUE(QTest::qWaitFor([&] { return left == 0; }));
    }
    void choose(const char *check, const char *spin, int value)
    {
        child<QCheckBox>(*dialog, check).setChecked(true);
        child<QSpinBox>(*dialog, spin).setValue(value);
    }
    bool waitForPreview(const QString &words)
    {
        return QTest::qWaitFor([&] { return text(*dialog, "previewLabel").contains(words); });
    }

    std::unique_ptr<gui::RetentionDialog> dialog;
};

} // namespace

TEST_F(RetentionTest, NothingIsChosenAtFirst)
{
    open();

    EXPECT_FALSE(child<QAbstractButton>(*dialog, "removeButton").isEnabled());
    EXPECT_FALSE(child<QSpinBox>(*dialog, "daysSpin").isEnabled());
}

TEST_F(RetentionTest, ShowsWhatWouldGoBeforeItDoesAndThenRemovesIt)
{
    addCalls({400, 300, 10, 1});
    open();

    choose("daysCheck", "daysSpin", 200);
    ASSERT_TRUE(waitForPreview(u"Would remove 2"_s)) << text(*dialog, "previewLabel").toStdString();
    EXPECT_EQ(recorded(), 4);

    click(*dialog, "removeButton");

    ASSERT_TRUE(waitForPreview(u"Removed 2"_s)) << text(*dialog, "previewLabel").toStdString();
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QCheckBox>(*dialog, "daysCheck").isEnabled(); }));
    ASSERT_EQ(prompts->questions.size(), 1);
    EXPECT_TRUE(prompts->questions.first().contains(u"2 calls"_s));
    EXPECT_EQ(recorded(), 2);
}

TEST_F(RetentionTest, ANoKeepsEverything)
{
    addCalls({3, 2, 1});
    prompts->confirmed = false;
    open();
    choose("countCheck", "countSpin", 1);
    ASSERT_TRUE(waitForPreview(u"Would remove 2"_s));

    click(*dialog, "removeButton");

    EXPECT_EQ(recorded(), 3);
    EXPECT_TRUE(child<QCheckBox>(*dialog, "countCheck").isEnabled());
}

TEST_F(RetentionTest, TheNewestPreviewCounts)
{
    addCalls({5, 4, 3, 2, 1});
    open();
    choose("countCheck", "countSpin", 4);
    child<QSpinBox>(*dialog, "countSpin").setValue(3);
    child<QSpinBox>(*dialog, "countSpin").setValue(1);

    EXPECT_TRUE(waitForPreview(u"Would remove 4"_s)) << text(*dialog, "previewLabel").toStdString();
}

TEST_F(RetentionTest, NothingToRemoveCannotBeRemoved)
{
    addCalls({1});
    open();
    choose("daysCheck", "daysSpin", 30);

    EXPECT_TRUE(waitForPreview(u"Nothing would be removed"_s));
    EXPECT_FALSE(child<QAbstractButton>(*dialog, "removeButton").isEnabled());
}

TEST_F(RetentionTest, IsReadable)
{
    expectReadable(open());
}
