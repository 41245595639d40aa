// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/call.h"
#include "gui/answerpanel.h"
#include "gui/jsonpage.h"
#include "gui/jsontreemodel.h"
#include "gui/rawview.h"
#include "gui/widgets.h"
#include "support/jsoncases.h"
#include "support/print.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeView>

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;

std::string told(const QByteArray &text)
{
    return text.left(100).toPercentEncoding(" {}[]\"':,\\").toStdString();
}

class JsonCases : public testing::Test
{
protected:
    enum Tab { Summary, Json, Raw };

    void SetUp() override
    {
        panel.resize(900, 500);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
    }
    void showAnswer(const QByteArray &body)
    {
        goTo(Json);
        dcs::Exchange exchange;
        exchange.status = 200;
        exchange.headers = {{"Content-Type", "application/json"}};
        exchange.body = body;
        QSignalSpy shown(&panel, &gui::AnswerPanel::shown);
        panel.setExchange(dcs::newCall("acme", "usw2.demdex.net"), exchange, {}, {});
        ASSERT_TRUE(shown.wait(20000));
    }
    void goTo(Tab tab) { child<QTabWidget>(panel, "answerTabs").setCurrentIndex(tab); }
    bool waitFor(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 20000); }
    gui::JsonTreeModel &model()
    {
        return dynamic_cast<gui::JsonTreeModel &>(*child<QTreeView>(panel, "tree").model());
    }
    gui::RawView &raw()
    {
        goTo(Raw);
        auto &view = child<gui::RawView>(panel, "view");
        EXPECT_TRUE(waitFor([&] { return view.text() != nullptr; }));
        return view;
    }
    /// Every byte that the raw view has, from its first to its last row.
    static QByteArray whole(const gui::RawView &view)
    {
        const qsizetype last = view.text()->rowCount() - 1;
        return view.text()->bytes({0, 0}, {last, view.text()->row(last).size()});
    }
    QString note() { return child<QLabel>(panel, "noteLabel").text(); }

    gui::AnswerPanel panel;
};

TEST_F(JsonCases, EveryValidTextIsATreeAndARawText)
{
    for (const QByteArray &text : validJson()) {
        showAnswer(text);

        EXPECT_EQ(model().rowCount(), 1) << told(text);
        EXPECT_EQ(note(), QString()) << told(text);
        const QModelIndex root = model().index(0, 0);
        EXPECT_EQ(root.data(gui::JsonTreeModel::RawRole).toByteArray(), text.trimmed()) << told(text);
        QByteArray shown = whole(raw());
        if (text.size() < 2000) { // blanks between tokens are all that indenting changes
            dcs::JsonDocument::Options options;
            const dcs::JsonDocument again = dcs::JsonDocument::parse(shown, options);
            EXPECT_TRUE(again.isValid()) << told(shown);
        }
        EXPECT_FALSE(child<QLabel>(panel, "problemLabel").isVisible()) << told(text);
    }
}

TEST_F(JsonCases, EveryBrokenTextIsNamedWithItsPlaceAndShownRaw)
{
    for (const BrokenJson &c : brokenJson()) {
        showAnswer(c.text);

        if (c.text.trimmed().isEmpty() || c.text == "\xef\xbb\xbf") { // no data is no fault of an answer
            EXPECT_EQ(note(), u"The answer has no body."_s);
            continue;
        }
        EXPECT_TRUE(note().startsWith(u"At line "_s)) << told(c.text) << ' ' << note().toStdString();
        const gui::RawView &view = raw();
        if (child<QComboBox>(panel, "formCombo").currentIndex() == 1 && !c.text.contains('\n')) {
            EXPECT_EQ(whole(view), c.text) << told(c.text);
        }
        auto &place = child<QPushButton>(panel, "problemButton");
        ASSERT_TRUE(place.isVisible()) << told(c.text);
        place.click();
    }
}

TEST_F(JsonCases, WhatIsUndecidedIsShownAsWell)
{
    for (const QByteArray &text : undecidedJson()) {
        showAnswer(text);

        EXPECT_GT(raw().text()->rowCount(), 0) << told(text);
    }
}

TEST_F(JsonCases, AHundredThousandLevelsAreShownDownToTheThousandth)
{
    const QByteArray text
        = QByteArray("{\"a\":").repeated(100000) + "\"innermost\"" + QByteArray(100000, '}');
    showAnswer(text);
    EXPECT_TRUE(note().contains(QLocale().toString(100000))) << note().toStdString();
    EXPECT_TRUE(note().contains(u"Raw"_s));

    child<QSpinBox>(panel, "depthSpin").setValue(child<QSpinBox>(panel, "depthSpin").maximum());
    child<QPushButton>(panel, "expandButton").click();
    QModelIndex last = model().index(0, 0);
    int levels = 1;
    for (; model().hasChildren(last); ++levels)
        last = model().index(0, 0, last);
    EXPECT_EQ(levels, gui::JsonTreeModel::mostLevels);
    EXPECT_TRUE(
        last.siblingAtColumn(gui::JsonTreeModel::ValueColumn).data().toString().startsWith(u"{\"a\":{"_s));
    auto &tree = child<QTreeView>(panel, "tree");
    tree.setCurrentIndex(last);
    tree.scrollTo(last);

    auto *page = panel.findChild<gui::JsonPage *>();
    page->copyValue();
    EXPECT_EQ(QGuiApplication::clipboard()->text().size(), text.size() - 6 * 999);
    page->copyPath();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"$"_s + u".a"_s.repeated(999));

    auto &filter = child<QLineEdit>(panel, "filterEdit");
    filter.setText(u"innermost"_s);
    Q_EMIT filter.textEdited(filter.text());
    auto &found = child<QLabel>(panel, "filterLabel");
    EXPECT_TRUE(waitFor([&] { return found.text().contains(u"1 found"_s); })) << found.text().toStdString();
    EXPECT_EQ(model().value(tree.currentIndex()), model().value(last)); // where it is shown
    filter.clear();

    panel.find();
    child<QLineEdit>(panel, "findEdit").setText(u"innermost"_s);
    EXPECT_TRUE(waitFor([&] { return child<QLabel>(panel, "findLabel").text() == u"1 of 1"_s; }));
    gui::RawView &view = raw();
    EXPECT_EQ(view.text()->rowCount(), 200001);
    EXPECT_TRUE(waitFor([&] { return view.visibleText().contains(u"innermost"_s); }));
}

} // namespace
