// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "gui/calldocument.h"
#include "gui/calltab.h"
#include "gui/calltabs.h"
#include "gui/mainwindow.h"
#include "gui/messagebar.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/widgets.h"
#include "support/temporaryfolder.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Answers : public gui::Prompts
{
public:
    std::optional<Target> presetTarget(const Target &, const QStringList &) override { return target; }
    std::optional<QString> text(const QString &, const QString &, const QString &) override { return {}; }
    bool confirm(const QString &, const QString &, const QString &) override { return true; }
    std::optional<QString> openFile(const QString &, const QString &) override { return {}; }
    std::optional<QString> saveFile(const QString &, const QString &) override { return {}; }
    std::optional<QString> folder(const QString &, const QString &) override { return {}; }

    std::optional<Target> target;
};

/// One start of the program in a data folder.
struct Start {
    explicit Start(const QString &folder)
        : services(dcs::Catalogue::builtIn(), folder, folder + u"/presets"_s)
        , window(std::make_unique<gui::MainWindow>(services))
    {
        auto prompts = std::make_unique<Answers>();
        answers = prompts.get();
        services.setPrompts(std::move(prompts));
        QSignalSpy settled(window.get(), &gui::MainWindow::settled);
        showActive(*window);
        EXPECT_TRUE(QTest::qWaitFor([&] { return window->isSettled(); }));
    }
    gui::CallTab &tab() { return *window->calls().current(); }

    gui::Services services;
    std::unique_ptr<gui::MainWindow> window;
    Answers *answers = nullptr;
};

class MainWindowTest : public ::testing::Test
{
protected:
    TemporaryFolder folder;
};

QString status(Start &start)
{
    return child<QLabel>(*start.window, "statusValue").text();
}

} // namespace

TEST_F(MainWindowTest, TheFirstCallIsSentToTheSandboxAndStandsInTheHistory)
{
    Start start(folder.path());

    QTest::keyClick(start.window.get(), Qt::Key_Return, Qt::ControlModifier);

    ASSERT_TRUE(QTest::qWaitFor([&] { return status(start).startsWith(u"200"_s); }, 15000))
        << status(start).toStdString();
    EXPECT_TRUE(child<QLabel>(*start.window, "userValue")
                    .text()
                    .startsWith(u"22920112968019678612904394744954398990"_s));
    auto &history = child<QTableView>(*start.window, "historyView");
    ASSERT_TRUE(QTest::qWaitFor([&] { return history.model()->rowCount() == 1; }));
    EXPECT_EQ(history.model()->index(0, 2).data().toString(), u"acme"_s);

    history.setCurrentIndex(history.model()->index(0, 0));
    child<QPushButton>(*start.window, "resendButton").click();

    EXPECT_TRUE(QTest::qWaitFor([&] { return history.model()->rowCount() == 2; }, 15000));
    EXPECT_EQ(start.window->calls().count(), 2);
}

TEST_F(MainWindowTest, EveryLabelShowsPlainText)
{
    Start start(folder.path());
    for (int part = 0; part < gui::CallTab::PartCount; ++part)
        start.tab().setPart(part);
    start.window->messages().show(dcs::Severity::Error, u"<b>x</b>"_s);

    for (const QLabel *label : start.window->findChildren<QLabel *>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText)
            << label->objectName().toStdString() << " " << label->text().toStdString();
}

TEST_F(MainWindowTest, EveryLineEditTakesALongPaste)
{
    Start start(folder.path());
    for (int part = 0; part < gui::CallTab::PartCount; ++part)
        start.tab().setPart(part);

    for (const char *name : {"urlEdit", "aliasEdit", "connectHostEdit", "callbackEdit"})
        EXPECT_GT(child<QLineEdit>(*start.window, name).maxLength(), 1 << 20) << name;
}

TEST_F(MainWindowTest, TypingInTheUrlLineKeepsTheFormInStepAndUndoes)
{
    Start start(folder.path());
    const dcs::Call before = start.tab().document().call();
    auto &url = child<QLineEdit>(*start.window, "urlEdit");
    focus(url);
    url.end(false);

    QTest::keyClicks(&url, u"&c_more=1"_s);

    EXPECT_EQ(start.tab().document().call().parameters.last().wire, "c_more=1");
    EXPECT_EQ(url.text().toUtf8(), dcs::url(start.tab().document().call()));
    QTest::keyClick(&url, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(start.tab().document().call(), before);
}

TEST_F(MainWindowTest, AUrlThatCannotBeReadIsNotSent)
{
    Start start(folder.path());
    auto &url = child<QLineEdit>(*start.window, "urlEdit");
    focus(url);
    url.selectAll();
    QTest::keyClicks(&url, u"ftp://x/"_s);

    start.tab().send();

    EXPECT_FALSE(start.tab().isSending());
    EXPECT_TRUE(start.window->messages().text().contains(u"nothing was sent"_s))
        << start.window->messages().text().toStdString();
}

TEST_F(MainWindowTest, TheMessageAboutACallGoesWhenItIsMendedAndSent)
{
    Start start(folder.path());
    auto &alias = child<QLineEdit>(*start.window, "aliasEdit");
    focus(alias);
    alias.selectAll();
    QTest::keyClick(&alias, Qt::Key_Delete);
    start.tab().send();
    ASSERT_FALSE(start.window->messages().text().isEmpty());

    QTest::keyClicks(&alias, u"acme"_s);
    start.tab().send();

    EXPECT_TRUE(QTest::qWaitFor([&] { return start.window->messages().text().isEmpty(); }))
        << start.window->messages().text().toStdString();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !start.tab().isSending(); }));
}

TEST_F(MainWindowTest, ACallAwayFromTheHomeThatTheLastAnswerNamedIsAFinding)
{
    Start start(folder.path());
    gui::CallDocument &document = start.tab().document();
    const auto differs = [&document] {
        return std::any_of(document.findings().begin(), document.findings().end(),
            [](const dcs::Finding &finding) { return finding.code == u"region-differs"; });
    };
    const auto toDublin = [&document] {
        dcs::Call call = document.call();
        dcs::setConnectHost(call, "irl1.demdex.net");
        document.editCall(call, u"region"_s, {});
    };
    toDublin();
    ASSERT_FALSE(differs()) << "nothing is known of the user yet";

    start.tab().send();

    EXPECT_TRUE(QTest::qWaitFor(differs)) << "the sandbox's clear-text region is 9";
    dcs::Call other = document.call();
    dcs::setOption(other, u"d_uuid"_s, u"78570995290214909736928846629863152490"_s);
    document.editCall(other, u"user"_s, {});
    EXPECT_FALSE(differs()) << "another user may live elsewhere";
}

TEST_F(MainWindowTest, APastedCurlLineBecomesTheCall)
{
    Start start(folder.path());

    start.tab().readCall("curl 'https://irl1.demdex.net/event?d_rtbd=json&c_x=1' -H 'Host: foo.demdex.net'");

    EXPECT_EQ(dcs::hostHeader(start.tab().document().call()), "foo.demdex.net");
    EXPECT_EQ(child<QLineEdit>(*start.window, "aliasEdit").text(), u"foo"_s);
    EXPECT_TRUE(start.tab().document().draft().sandbox) << "a paste must not leave the sandbox by itself";
}

TEST_F(MainWindowTest, UnsavedEditsAndOpenCallsSurviveARestart)
{
    gui::Session before;
    {
        Start start(folder.path());
        auto &alias = child<QLineEdit>(*start.window, "aliasEdit");
        focus(alias);
        alias.selectAll();
        QTest::keyClicks(&alias, u"unsaved"_s);
        start.window->calls().open(gui::newDraft(true));
        start.window->calls().activate(0);
        start.window->saveSession(true);
        before = start.window->calls().session();
    }

    Start again(folder.path());

    EXPECT_EQ(again.window->calls().session(), before);
    EXPECT_EQ(again.window->calls().count(), 2);
    EXPECT_EQ(dcs::hostHeader(again.tab().document().call()), "unsaved.demdex.net");
}

TEST_F(MainWindowTest, EditsAreOnDiskSoonWithoutClosing)
{
    Start start(folder.path());
    auto &alias = child<QLineEdit>(*start.window, "aliasEdit");
    focus(alias);
    QTest::keyClicks(&alias, u"x"_s);

    EXPECT_TRUE(QTest::qWaitFor([&] {
        const auto session = gui::readSession(
            QFile::exists(folder.path(u"session.json"_s)) ? folder.read(u"session.json"_s) : QByteArray());
        return session && !session->calls.isEmpty()
            && session->calls[0].draft == start.tab().document().draft();
    }));
}

TEST_F(MainWindowTest, ASavedPresetStandsInTheTreeAndOpensAgain)
{
    Start start(folder.path());
    start.answers->target = gui::Prompts::Target{u"My call"_s, u"team/first.http"_s};

    QTest::keyClick(start.window.get(), Qt::Key_S, Qt::ControlModifier);

    auto &tree = child<QAbstractItemView>(*start.window, "presetsView");
    ASSERT_TRUE(QTest::qWaitFor([&] { return tree.model()->rowCount() == 1; }))
        << start.window->messages().text().toStdString();
    EXPECT_TRUE(QFile::exists(folder.path(u"presets/team/first.http"_s)));
    EXPECT_FALSE(start.tab().document().isModified());
    EXPECT_TRUE(start.window->calls().showPreset(
        {start.services.workspaceFolders().first(), u"team/first.http"_s, 0}));
}

TEST_F(MainWindowTest, HelpExplainsTheFieldWithTheFocus)
{
    Start start(folder.path());
    auto &callback = child<QLineEdit>(*start.window, "callbackEdit");
    focus(callback);

    QTest::keyClick(&callback, Qt::Key_F1);

    ASSERT_TRUE(
        QTest::qWaitFor([&] { return start.window->findChild<QWidget *>(u"HelpPane"_s) != nullptr; }));
    auto &pane = child<QWidget>(*start.window, "HelpPane");
    EXPECT_TRUE(child<QPlainTextEdit>(pane, "textEdit").toPlainText().contains(u"d_cb"_s));
}

TEST_F(MainWindowTest, ClosingTheLastCallLeavesAnEmptyOneAndTheClosedComesBack)
{
    Start start(folder.path());
    const dcs::Call call = start.tab().document().call();

    start.window->calls().close(0);
    EXPECT_EQ(start.window->calls().count(), 1);
    EXPECT_NE(start.tab().document().call(), call);
    start.window->calls().reopenClosed();

    EXPECT_EQ(start.tab().document().call(), call);
}
