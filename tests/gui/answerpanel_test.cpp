// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/call.h"
#include "dcs/encode.h"
#include "gui/answerpanel.h"
#include "gui/answertable.h"
#include "gui/jsontreemodel.h"
#include "gui/rawview.h"
#include "support/print.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;

dcs::Exchange exchangeOf(const QByteArray &body)
{
    dcs::Exchange exchange;
    exchange.status = 200;
    exchange.reason = "OK";
    exchange.headers = {
        {"Content-Type", "application/json"}, {"X-TID", "t"}, {"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}};
    exchange.responseHead = "HTTP/1.1 200 OK\r\n\r\n";
    exchange.request.bytes = "GET /event HTTP/1.1\r\n\r\n";
    exchange.request.headBytes = exchange.request.bytes.size();
    exchange.body = body;
    exchange.timings.total = 84.1;
    return exchange;
}

const QByteArray answer
    = R"({"stuff":[{"cn":"name","cv":"value","ttl":30,"dmn":"x.example"}],"uuid":"22920112968019678612904394744954398990",)"
      R"("dcs_region":6,"tid":"31ZpxW5bQGc=","dests":[{"c":"https://x.example/?a=<b>&c","y":"iframe"}]})";

class AnswerPanelTest : public testing::Test
{
protected:
    void SetUp() override
    {
        panel.resize(900, 500);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
    }
    void showAnswer(const QByteArray &body)
    {
        QSignalSpy shown(&panel, &gui::AnswerPanel::shown);
        panel.setExchange(dcs::newCall("acme", "usw2.demdex.net"), exchangeOf(body), {}, {});
        ASSERT_TRUE(shown.wait(20000));
    }
    template <typename T>
    T &child(const char *name)
    {
        T *found = panel.findChild<T *>(QString::fromLatin1(name));
        EXPECT_TRUE(found) << name;
        return *found;
    }
    void goTo(int tab) { child<QTabWidget>("answerTabs").setCurrentIndex(tab); }
    bool waitFor(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 20000); }
    QString found() { return child<QLabel>("findLabel").text(); }

    enum Tab { Summary, Json, Raw, Headers, Timing, Wire };
    gui::AnswerPanel panel;
};

TEST_F(AnswerPanelTest, TellsTheAnswerInTheTermsOfTheDcs)
{
    showAnswer(answer);

    EXPECT_EQ(child<QLabel>("statusValue").text(), u"200 OK"_s);
    EXPECT_TRUE(
        child<QLabel>("userValue").text().startsWith(u"22920112968019678612904394744954398990 (UUID)"_s));
    EXPECT_TRUE(child<QLabel>("regionValue").text().startsWith(u"6 "_s));
    EXPECT_TRUE(child<QLabel>("regionValue").text().contains(u"home"_s));
    EXPECT_TRUE(child<QPushButton>("useRegionButton").isEnabled());
    EXPECT_EQ(child<QLabel>("transactionValue").text(), u"31ZpxW5bQGc="_s);
}

TEST_F(AnswerPanelTest, SaysWhatABodyIsThatIsNoAnswerOfTheDcs)
{
    const std::pair<QByteArray, QString> cases[] = {{"[1,2]", u"array"_s}, {"\"x\"", u"string"_s},
        {"-1e5", u"number"_s}, {"true", u"boolean"_s}, {"null", u"null"_s}, {"{}", {}}, {"{\"a\":[]}", {}}};
    for (const auto &[body, kind] : cases) {
        showAnswer(body);
        const auto &label = child<QLabel>("failureLabel");
        EXPECT_EQ(label.isVisible(), !kind.isNull()) << body.toStdString();
        EXPECT_TRUE(label.text().contains(kind)) << label.text().toStdString();
    }
}

TEST_F(AnswerPanelTest, OffersTheUserAndTheRegionForTheNextCall)
{
    showAnswer(answer);
    QSignalSpy user(&panel, &gui::AnswerPanel::useUser);
    QSignalSpy region(&panel, &gui::AnswerPanel::useRegion);

    child<QPushButton>("useUserButton").click();
    child<QPushButton>("useRegionButton").click();

    ASSERT_EQ(user.count(), 1);
    EXPECT_EQ(qvariant_cast<dcs::Identity>(user[0][0]).value, u"22920112968019678612904394744954398990"_s);
    EXPECT_EQ(region[0][0].toInt(), 6);
}

TEST_F(AnswerPanelTest, FindsInEachTab)
{
    showAnswer(answer);
    struct Case {
        Tab tab;
        QString text;
        QString found;
    };
    for (const Case &now : {Case{Summary, u"x.example"_s, u"1 of 2"_s}, Case{Json, u"uuid"_s, u"1 of 1"_s},
             Case{Raw, u"X.EXAMPLE"_s, u"1 of 2"_s}, Case{Headers, u"set-cookie"_s, u"1 of 2"_s},
             Case{Timing, u"wait"_s, u"1 of 1"_s}, Case{Wire, u"HTTP/1.1"_s, u"1 of 2"_s}}) {
        goTo(now.tab);
        panel.find();
        child<QLineEdit>("findEdit").setText(now.text);
        EXPECT_TRUE(waitFor([&] { return found() == now.found; })) << now.tab << ' ' << found().toStdString();
    }
}

TEST_F(AnswerPanelTest, GoesThroughMatchesWithKeysAndExpressions)
{
    showAnswer(answer);
    goTo(Raw);
    panel.find();
    child<QCheckBox>("regexCheck").click();
    auto &edit = child<QLineEdit>("findEdit");
    edit.setFocus();
    ASSERT_TRUE(waitFor([&] { return edit.hasFocus(); }));
    edit.setText(u"\"[a-z]\":"_s);
    ASSERT_TRUE(waitFor([&] { return found() == u"1 of 2"_s; })) << found().toStdString();

    QTest::keyClick(&edit, Qt::Key_F3);
    EXPECT_EQ(found(), u"2 of 2"_s);
    QTest::keyClick(&edit, Qt::Key_Return);
    EXPECT_EQ(found(), u"1 of 2"_s);
    QTest::keyClick(&edit, Qt::Key_F3, Qt::ShiftModifier);
    EXPECT_EQ(found(), u"2 of 2"_s);
    edit.setText(u"["_s);
    EXPECT_TRUE(waitFor([&] { return found().contains(u"Character"_s); })) << found().toStdString();
    QTest::keyClick(&edit, Qt::Key_Escape);
    EXPECT_FALSE(edit.isVisible());
}

TEST_F(AnswerPanelTest, ShowsABrokenBodyAndItsPlace)
{
    showAnswer(R"({"uuid":"1","x":[1,2)");
    goTo(Raw);

    EXPECT_FALSE(child<QLabel>("problemLabel").text().isEmpty());
    ASSERT_TRUE(waitFor([&] { return child<gui::RawView>("view").text() != nullptr; }));
    EXPECT_EQ(child<gui::RawView>("view").visibleText(), u"{\"uuid\":\"1\",\"x\":[1,2"_s);
    goTo(Json);
    EXPECT_EQ(child<QTreeView>("tree").model()->rowCount(), 1);
}

TEST_F(AnswerPanelTest, FoldsTheBodyAsItWasReceivedAndUnfoldsItForAMatch)
{
    showAnswer("{\n \"a\": [\n  1,\n  2\n ],\n \"b\": 3\n}");
    goTo(Raw);
    auto &form = child<QComboBox>("formCombo");
    form.setCurrentIndex(1);
    Q_EMIT form.activated(1);
    auto &view = child<gui::RawView>("view");
    ASSERT_TRUE(
        waitFor([&] { return view.text() && view.text()->rowCount() == 7 && view.text()->row(0).fold; }));
    ASSERT_TRUE(view.text()->row(1).fold);

    Q_EMIT view.foldToggled(view.text()->row(1).fold->node);
    ASSERT_TRUE(waitFor([&] { return view.visibleText() == u"{\n \"a\": [ … 2 … \n ],\n \"b\": 3\n}"_s; }))
        << view.visibleText().toStdString();
    panel.find();
    child<QLineEdit>("findEdit").setText(u"2"_s);
    EXPECT_TRUE(waitFor([&] { return view.text() && view.text()->rowCount() == 7; }));
    EXPECT_TRUE(waitFor([&] { return view.hasSelection(); }));
    EXPECT_EQ(found(), u"1 of 1"_s);

    auto &levels = child<QSpinBox>("foldSpin");
    ASSERT_TRUE(levels.isEnabled());
    levels.setValue(1);
    EXPECT_TRUE(waitFor([&] { return view.text() && view.text()->rowCount() == 5; }));
    view.selectAll();
    view.copy();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"{\n \"a\": [\n  1,\n  2\n ],\n \"b\": 3\n}"_s);
}

TEST_F(AnswerPanelTest, ShowsWhatIsNoTextInNumbers)
{
    showAnswer(QByteArray("GIF89a\x01\x00\x01\x00", 10));
    goTo(Raw);

    ASSERT_TRUE(waitFor([&] { return child<gui::RawView>("view").text() != nullptr; }));
    EXPECT_TRUE(child<gui::RawView>("view").visibleText().startsWith(u"00000000  47 49 46"_s));
}

TEST_F(AnswerPanelTest, AnOldAnswerIsNowhereLeft)
{
    showAnswer(answer);
    for (int tab = Summary; tab <= Wire; ++tab)
        goTo(tab);

    panel.showWaiting();

    EXPECT_EQ(child<QLabel>("userValue").text(), u"–"_s);
    EXPECT_EQ(child<QTreeView>("tree").model()->rowCount(), 0);
    for (gui::AnswerTable *table : panel.findChildren<gui::AnswerTable *>())
        EXPECT_EQ(table->model()->rowCount(), 0) << table->accessibleName().toStdString();
    for (gui::RawView *view : panel.findChildren<gui::RawView *>())
        EXPECT_EQ(view->text(), nullptr);
}

TEST_F(AnswerPanelTest, NoLabelGuessesMarkup)
{
    showAnswer(R"({"uuid":"<b>1</b>","errors":[{"code":171,"msg":"<img src=x>"}]})");

    for (const QLabel *label : panel.findChildren<QLabel *>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->objectName().toStdString();
}

TEST_F(AnswerPanelTest, CopiesPathAndValueOutOfTheTree)
{
    showAnswer(answer);
    goTo(Json);
    auto &tree = child<QTreeView>("tree");
    const auto &model = dynamic_cast<const gui::JsonTreeModel &>(*tree.model());
    tree.setCurrentIndex(model.indexOf(model.rows()->document().root().member(u"uuid")));

    EXPECT_EQ(child<QLineEdit>("pathEdit").text(), u"$.uuid"_s);
    tree.setFocus();
    ASSERT_TRUE(waitFor([&] { return tree.hasFocus(); }));
    QTest::keyClick(&tree, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"22920112968019678612904394744954398990"_s);
}

TEST_F(AnswerPanelTest, FiltersTheTreeWhileTyping)
{
    showAnswer(answer);
    goTo(Json);
    auto &filter = child<QLineEdit>("filterEdit");
    filter.setFocus();
    ASSERT_TRUE(waitFor([&] { return filter.hasFocus(); }));

    QTest::keyClicks(&filter, u"iframe"_s);

    ASSERT_TRUE(waitFor([&] { return child<QLineEdit>("pathEdit").text() == u"$.dests[0].y"_s; }));
    const QAbstractItemModel &model = *child<QTreeView>("tree").model();
    EXPECT_EQ(model.rowCount(model.index(0, 0)), 1);
    filter.clear();
    EXPECT_EQ(model.rowCount(model.index(0, 0)), 5);
    EXPECT_EQ(child<QLineEdit>("pathEdit").text(), u"$.dests[0].y"_s);
}

TEST_F(AnswerPanelTest, ManyTraitsDoNotHoldTheWindowUp)
{
    QByteArray body = R"({"traits":[)";
    for (int i = 0; i < 200000; ++i)
        body += (i > 0 ? "," : "") + QByteArray::number(i);
    showAnswer(body + "]}");

    for (const gui::AnswerTable *table : panel.findChildren<gui::AnswerTable *>()) {
        if (table->accessibleName().startsWith(u"Traits"_s)) {
            EXPECT_EQ(table->model()->rowCount(), 200000);
        }
    }
}

} // namespace
