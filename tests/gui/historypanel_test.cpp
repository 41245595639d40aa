// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The history's panel, and what the window does with its calls: by keys, buttons and menu.

#include "dcs/catalogue.h"
#include "gui/calldocument.h"
#include "gui/calltab.h"
#include "gui/calltabs.h"
#include "gui/dialogs.h"
#include "gui/historymodel.h"
#include "gui/historypanel.h"
#include "gui/mainwindow.h"
#include "gui/messagebar.h"
#include "gui/searchcompleter.h"
#include "store/sample.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using store::ExchangeId;
using testing::ElementsAre;

namespace {

class HistoryPanelTest : public DialogTest
{
protected:
    ExchangeId add(const QByteArray &target = "/event?c_a=popstar", const QString &alias = u"acme"_s,
        const QList<int> &errors = {})
    {
        store::CallFacts facts;
        facts.alias = alias;
        facts.environment = u"my env"_s;
        dcs::Exchange exchange = sample::exchange(sample::request(target));
        exchange.startedAt = QDateTime::currentDateTimeUtc();
        return sample::record(*other, exchange, facts, {errors, {}, {}, {}});
    }
    /// The window with its history shown.
    void start(int calls)
    {
        window = std::make_unique<gui::MainWindow>(services);
        showActive(*window);
        ASSERT_TRUE(QTest::qWaitFor([&] { return window->isSettled(); }));
        view = &child<QTableView>("historyView");
        panel = window->findChild<gui::HistoryPanel *>();
        search = &::child<QLineEdit>(*panel, "searchEdit");
        child<QAction>("history").trigger();
        ASSERT_TRUE(waitForRows(calls));
    }
    template <typename T>
    T &child(const char *name)
    {
        return ::child<T>(*window, name);
    }
    bool waitForRows(int rows)
    {
        return QTest::qWaitFor([&] { return view->model()->rowCount() == rows; });
    }
    void selectRows(std::initializer_list<int> rows)
    {
        focus(*view);
        view->clearSelection();
        for (const int row : rows)
            view->selectionModel()->select(
                view->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void type(const QString &line)
    {
        if (!search->hasFocus()) {
            showActive(*window); // a list of completions was
            focus(*search);
        }
        search->selectAll();
        QTest::keyClicks(search, line);
        if (panel->completer().isOpen())
            press(Qt::Key_Escape);
    }
    /// The list of completions has the keyboard while it is open.
    void press(Qt::Key key)
    {
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClick(popup ? popup : search, key);
    }
    QString explained() { return child<QLabel>("explainLabel").text(); }
    QString message() const { return window->messages().text(); }
    QString cell(int row, int column) const { return view->model()->index(row, column).data().toString(); }

    std::unique_ptr<store::History> other = sample::open(folder.path()); // as another process has it
    std::unique_ptr<gui::MainWindow> window;
    QTableView *view = nullptr;
    QLineEdit *search = nullptr;
    gui::HistoryPanel *panel = nullptr;
};

} // namespace

TEST_F(HistoryPanelTest, TheSearchLineExplainsItself)
{
    add("/event?c_a=famous%20popstar", u"acme"_s, {171});
    add("/event?c_a=rock");
    start(2);

    type(u"error:171 alias:acme \"famous popstar\""_s);
    EXPECT_TRUE(waitForRows(1));
    EXPECT_EQ(explained(), u"alias acme, DCS error 171, with “famous popstar”"_s);

    type(u"status:abc"_s);
    EXPECT_TRUE(explained().startsWith(u"“status:abc”"_s)) << explained().toStdString();
    EXPECT_TRUE(explained().contains(u"4xx"_s));

    type(u"nothinglikeit"_s);
    EXPECT_TRUE(waitForRows(0));
    EXPECT_TRUE(QTest::qWaitFor([&] { return child<QLabel>("emptyLabel").isVisible(); }));
    search->clear();
    EXPECT_TRUE(waitForRows(2));
    EXPECT_TRUE(explained().isEmpty());
}

TEST_F(HistoryPanelTest, TheSearchLineOffersFiltersAndTheirValues)
{
    add("/event?c_a=1", u"globex"_s, {171});
    start(1);
    panel->focusSearch();
    ASSERT_TRUE(QTest::qWaitFor([&] { return search->hasFocus(); }));

    QTest::keyClicks(search, u"e"_s);
    EXPECT_THAT(panel->completer().offered(), ElementsAre(u"error:"_s, u"env:"_s));
    QTest::keyClicks(search, u"n"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_Down);
    ASSERT_TRUE(panel->completer().isOpen());
    press(Qt::Key_Return);
    EXPECT_EQ(search->text(), u"env:"_s);
    EXPECT_TRUE(QTest::qWaitFor([&] { return panel->completer().offered().contains(u"env:\"my env\""_s); }))
        << panel->completer().offered().join(u' ').toStdString();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(search->text(), u"env:\"my env\" "_s);

    QTest::keyClicks(search, u"alias:glo"_s);
    EXPECT_THAT(panel->completer().offered(), ElementsAre(u"alias:globex"_s));
    press(Qt::Key_Escape);
    EXPECT_EQ(search->text(), u"env:\"my env\" alias:glo"_s) << "nothing is put in unasked";
    QTest::keyClicks(search, u" status:f"_s);
    EXPECT_THAT(panel->completer().offered(), ElementsAre(u"status:failed"_s));
}

TEST_F(HistoryPanelTest, F1ExplainsTheSearchLine)
{
    start(0);
    focus(*search);

    QTest::keyClick(search, Qt::Key_F1);

    ASSERT_TRUE(QTest::qWaitFor([&] { return window->findChild<QWidget *>(u"HelpPane"_s) != nullptr; }));
    const QString help = ::child<QPlainTextEdit>(child<QWidget>("HelpPane"), "textEdit").toPlainText();
    for (const QString &name : store::searchFilters())
        EXPECT_TRUE(help.contains(name + u':')) << name.toStdString();
}

TEST_F(HistoryPanelTest, ACallOfAnotherProcessAppearsByItself)
{
    start(0);

    add();

    EXPECT_TRUE(waitForRows(1));
    EXPECT_EQ(cell(0, gui::HistoryModel::AliasColumn), u"acme"_s);
}

TEST_F(HistoryPanelTest, CallsArePinnedNotedAndFoundByTheirNoteFromTheKeyboard)
{
    for (int i = 0; i < 3; ++i)
        add();
    start(3);
    prompts->typed = u" for the report "_s;

    selectRows({0, 2});
    QTest::keyClick(view, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] { return cell(2, 0).startsWith(u"★"_s); }));
    EXPECT_TRUE(cell(0, 0).startsWith(u"★"_s));
    EXPECT_FALSE(cell(1, 0).startsWith(u"★"_s));
    selectRows({1});
    QTest::keyClick(view, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] { return cell(1, 0).startsWith(u"✎"_s); }));
    EXPECT_EQ(other->entry(2)->row.note, u"for the report"_s);

    type(u"report"_s);
    EXPECT_TRUE(waitForRows(1));
    type(u"pinned:yes"_s);
    EXPECT_TRUE(waitForRows(2));
}

TEST_F(HistoryPanelTest, DeletedCallsComeBackWithUndo)
{
    for (int i = 0; i < 4; ++i)
        add();
    start(4);

    selectRows({1, 2});
    QTest::keyClick(view, Qt::Key_Delete);
    EXPECT_TRUE(waitForRows(2));
    EXPECT_EQ(other->count().value(), 2);
    ASSERT_TRUE(QTest::qWaitFor([&] { return message().contains(u"deleted"_s); }));
    child<QAbstractButton>("actionButton").click();
    EXPECT_TRUE(waitForRows(4));

    selectRows({3});
    child<QAction>("historyDelete").trigger();
    EXPECT_TRUE(waitForRows(3));
}

TEST_F(HistoryPanelTest, ACallIsOpenedWithItsAnswerOrAsANewOne)
{
    add("/event?d_rtbd=json&c_a=popstar");
    start(1);
    selectRows({0});

    QTest::keyClick(view, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window->calls().count() == 2; }));
    EXPECT_EQ(window->calls().current()->document().call().parameters.last().wire, "c_a=popstar");
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return ::child<QLabel>(*window->calls().current(), "statusValue").text().startsWith(u"200"_s);
    }));

    selectRows({0});
    QTest::keyClick(view, Qt::Key_Return, Qt::ShiftModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window->calls().count() == 3; }));
    EXPECT_EQ(window->calls().current()->document().call().parameters.last().wire, "c_a=popstar");
    EXPECT_FALSE(::child<QLabel>(*window->calls().current(), "statusValue").text().startsWith(u"200"_s));
}

TEST_F(HistoryPanelTest, AMaskedCallIsOpenedAndNotSentAgain)
{
    ASSERT_TRUE(other->setMasking(true));
    add("/event?d_uuid=22920112968019678612904394744954398990");
    start(1);
    selectRows({0});

    QTest::keyClick(view, Qt::Key_R, Qt::ControlModifier);

    ASSERT_TRUE(QTest::qWaitFor([&] { return window->calls().count() == 2; }));
    EXPECT_TRUE(message().contains(u"masked IDs"_s)) << message().toStdString();
    EXPECT_FALSE(window->calls().current()->isSending());
    EXPECT_EQ(other->count().value(), 1);
}

TEST_F(HistoryPanelTest, CallsAreComparedWithEachOtherAndCopiedAsCurl)
{
    add("/event?c_a=1");
    add("/event?c_a=2");
    start(2);
    selectRows({0, 1});
    EXPECT_TRUE(child<QAction>("historyCompare").text().contains(u"two"_s));
    EXPECT_FALSE(child<QAction>("historyOpen").isEnabled());

    QTest::keyClick(view, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);

    ASSERT_TRUE(QTest::qWaitFor([&] { return window->findChild<QDialog *>(u"CompareDialog"_s) != nullptr; }));
    QDialog &dialog = child<QDialog>("CompareDialog");
    EXPECT_TRUE(QTest::qWaitFor([&] { return text(dialog, "summaryLabel").contains(u"changed 1"_s); }))
        << text(dialog, "summaryLabel").toStdString();
    EXPECT_TRUE(::child<QComboBox>(dialog, "beforeCombo").currentText().contains(u"call 1"_s))
        << "the older one is before";
    dialog.close();
    showActive(*window);
    selectRows({1});
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] { return QGuiApplication::clipboard()->text().contains(u"c_a=1"_s); }));
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(u"curl "_s));
}

TEST_F(HistoryPanelTest, WithoutAnOpenAnswerTheComparisonSaysWhatIsMissing)
{
    add();
    start(1);
    selectRows({0});

    child<QAction>("historyCompare").trigger();

    EXPECT_TRUE(message().contains(u"no open answer"_s)) << message().toStdString();
}
