// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "gui/calltab.h"
#include "gui/calltabs.h"
#include "gui/mainwindow.h"
#include "gui/messagebar.h"
#include "gui/openpresets.h"
#include "gui/presetspanel.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/widgets.h"
#include "support/temporaryfolder.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

const QByteArray one
    = "### one\n# @name one\nGET https://{{region}}/event?c_x={{user}}\nHost: acme.demdex.net\n\n";
const QByteArray two
    = "### two\n# @name two\nGET https://usw2.demdex.net/event?c_x=2\nHost: acme.demdex.net\n";

class Answers : public gui::Prompts
{
public:
    std::optional<Target> presetTarget(const Target &, const QStringList &files) override
    {
        offered = files;
        return target;
    }
    std::optional<QString> text(const QString &, const QString &, const QString &) override { return answer; }
    bool confirm(const QString &, const QString &, const QString &) override { return true; }
    std::optional<QString> openFile(const QString &, const QString &) override { return {}; }
    std::optional<QString> saveFile(const QString &, const QString &) override { return {}; }
    std::optional<QString> folder(const QString &, const QString &) override { return answer; }
    Choice conflict(const Conflict &conflict) override
    {
        conflicts.append(conflict);
        return choice;
    }

    std::optional<Target> target;
    std::optional<QString> answer;
    QStringList offered;
    QList<Conflict> conflicts;
    Choice choice = Choice::Nothing;
};

/// The window on a workspace of two presets.
class WorkspaceTest : public ::testing::Test
{
protected:
    WorkspaceTest()
    {
        QDir().mkpath(folder.path(u"presets/team"_s));
        folder.write(u"presets/a.http"_s, one + two);
    }

    void start()
    {
        services = std::make_unique<gui::Services>(
            dcs::Catalogue::builtIn(), folder.path(), folder.path(u"presets"_s));
        window = std::make_unique<gui::MainWindow>(*services);
        auto made = std::make_unique<Answers>();
        answers = made.get();
        services->setPrompts(std::move(made));
        showActive(*window);
        ASSERT_TRUE(QTest::qWaitFor([&] { return window->isSettled() && tree().model()->rowCount() == 2; }));
    }

    QTreeView &tree() { return child<QTreeView>(*window, "presetsView"); }
    gui::PresetsPanel &panel() { return *window->findChild<gui::PresetsPanel *>(); }
    gui::PresetRef ref(const QString &path, int preset = -1)
    {
        return {services->workspaceFolders().first(), path, preset};
    }
    void choose(const gui::PresetRef &at)
    {
        panel().select(at);
        ASSERT_EQ(panel().current(), at);
        child<QTabWidget>(*window, "sidebar").setCurrentIndex(0);
        focus(tree());
    }
    void open(int preset)
    {
        choose(ref(u"a.http"_s, preset));
        QTest::keyClick(&tree(), Qt::Key_Return);
        ASSERT_TRUE(QTest::qWaitFor([&] { return document().place().index == preset; }));
    }
    gui::CallDocument &document() { return window->calls().current()->document(); }
    void edit()
    {
        dcs::Call call = document().call();
        call.parameters.append(dcs::Parameter::fromText(u"c_mine", u"1"));
        document().editCall(call, u"edit"_s, {});
    }
    bool becomes(const QString &name, const std::function<bool(const QByteArray &)> &holds)
    {
        return QTest::qWaitFor([&] { return QFile::exists(folder.path(name)) && holds(folder.read(name)); });
    }

    TemporaryFolder folder;
    std::unique_ptr<gui::Services> services;
    std::unique_ptr<gui::MainWindow> window;
    Answers *answers = nullptr;
};

} // namespace

TEST_F(WorkspaceTest, DuplicatesRenamesDeletesAndUndoesWithTheKeyboard)
{
    start();
    const QByteArray before = folder.read(u"presets/a.http"_s);
    choose(ref(u"a.http"_s, 1));
    QTest::keyClick(&tree(), Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(becomes(u"presets/a.http"_s, [](const QByteArray &b) { return b.contains("### two copy"); }));

    ASSERT_TRUE(QTest::qWaitFor([&] { return panel().current() == ref(u"a.http"_s, 2); }));
    answers->answer = u"third"_s;
    focus(tree());
    QTest::keyClick(&tree(), Qt::Key_F2);
    ASSERT_TRUE(becomes(u"presets/a.http"_s, [](const QByteArray &b) { return b.contains("### third"); }));

    focus(tree());
    QTest::keyClick(&tree(), Qt::Key_Delete);
    ASSERT_TRUE(becomes(u"presets/a.http"_s, [](const QByteArray &b) { return !b.contains("### third"); }));

    ASSERT_TRUE(QTest::qWaitFor([&] { return panel().steps().undoStack().count() == 3; }));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&tree(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(becomes(u"presets/a.http"_s, [&](const QByteArray &b) { return b == before; }))
        << folder.read(u"presets/a.http"_s).toStdString() << window->messages().text().toStdString();
    QTest::keyClick(&tree(), Qt::Key_Y, Qt::ControlModifier);
    ASSERT_TRUE(becomes(u"presets/a.http"_s, [](const QByteArray &b) { return b.contains("### two copy"); }));
}

TEST_F(WorkspaceTest, OpenCallsFollowTheirPresetsThroughRenamesAndMoves)
{
    start();
    open(1);
    edit();
    choose(ref(u"a.http"_s));
    answers->answer = u"calls"_s;
    QTest::keyClick(&tree(), Qt::Key_F2);
    ASSERT_TRUE(QTest::qWaitFor([&] { return document().place().path == u"calls.http"_s; }));
    panel().steps().take([from = ref(u"calls.http"_s, 1), to = ref(u"team"_s)] {
        return gui::moveEntries({from}, {to, -1});
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return document().place().path == u"team/two.http"_s; }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !document().place().text.isEmpty(); }));
    EXPECT_TRUE(document().isModified());

    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(
        becomes(u"presets/team/two.http"_s, [](const QByteArray &b) { return b.contains("c_mine=1"); }));
    EXPECT_EQ(folder.read(u"presets/calls.http"_s), one);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !document().isModified(); }));
}

TEST_F(WorkspaceTest, AChangeByAnotherProgramIsReadAgainOrAskedAbout)
{
    start();
    open(1);
    folder.write(u"presets/a.http"_s, one + QByteArray(two).replace("c_x=2", "c_x=theirs"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return dcs::url(document().call()).contains("c_x=theirs"); }))
        << "nothing was edited, so theirs is shown";

    edit();
    folder.write(u"presets/a.http"_s, one + QByteArray(two).replace("c_x=2", "c_x=again"));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return window->messages().text().contains(u"changed by another program"_s); }));
    EXPECT_TRUE(dcs::url(document().call()).contains("c_mine=1"));
    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return answers->conflicts.size() == 1; }));
    EXPECT_TRUE(answers->conflicts.first().theirs.contains("c_x=again"));
    EXPECT_TRUE(answers->conflicts.first().mine.contains("c_mine=1"));
    EXPECT_TRUE(folder.read(u"presets/a.http"_s).contains("c_x=again")) << "nothing was overwritten";

    answers->choice = gui::Prompts::Choice::TakeTheirs;
    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return dcs::url(document().call()).contains("c_x=again"); }));
    edit();
    QFile::remove(folder.path(u"presets/a.http"_s));
    answers->choice = gui::Prompts::Choice::KeepMine;
    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(becomes(u"presets/a.http"_s, [](const QByteArray &b) { return b.contains("c_mine=1"); }));
    EXPECT_TRUE(answers->conflicts.last().gone);
}

TEST_F(WorkspaceTest, AFileOutsideTheWorkspaceIsSavedInItsPlace)
{
    const TemporaryFolder elsewhere;
    elsewhere.write(u"loose.http"_s, "# mine\n" + two);
    elsewhere.write(u"http-client.env.json"_s, R"({"staging": {"user": "7"}})");
    start();
    window->openFile(elsewhere.path(u"loose.http"_s));
    ASSERT_TRUE(QTest::qWaitFor([&] { return document().place().path == u"loose.http"_s; }));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return services->environments().list(document().place()).size() == 1; }));
    edit();

    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier);

    ASSERT_TRUE(QTest::qWaitFor([&] { return elsewhere.read(u"loose.http"_s).contains("c_mine=1"); }));
    EXPECT_TRUE(elsewhere.read(u"loose.http"_s).startsWith("# mine\n### two\n"));
    EXPECT_EQ(QDir(folder.path(u"presets"_s)).entryList(QDir::Files), QStringList{u"a.http"_s});
}

TEST_F(WorkspaceTest, SeveralWorkspacesStandBesideEachOtherAndAreRemembered)
{
    const TemporaryFolder other;
    other.write(u"b.http"_s, two);
    start();
    services->openWorkspaceFolder(other.path());
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel().files().size() == 2; }));
    EXPECT_EQ(tree().model()->rowCount(), 2);
    EXPECT_EQ(panel().files(), (QStringList{u"a.http"_s, other.path(u"b.http"_s)}));

    answers->target = gui::Prompts::Target{u"mine"_s, other.path(u"b.http"_s)};
    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return other.read(u"b.http"_s).contains("### mine"); }));
    EXPECT_TRUE(QTest::qWaitFor([&] { return document().place().folder == other.path(); }));

    gui::Services again(dcs::Catalogue::builtIn(), folder.path(), {});
    EXPECT_EQ(again.workspaceFolders(), services->workspaceFolders());
    services->closeWorkspaceFolder(services->workspaceFolders().first());
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel().files() == QStringList{u"b.http"_s}; }));
}

TEST_F(WorkspaceTest, VariablesAreShownOfferedAndFoundMissing)
{
    folder.write(u"presets/http-client.env.json"_s,
        R"({"staging": {"region": "usw2.demdex.net"}, "live": {"dcs-live": true, "dcs-color": "#1f5fa8"}})");
    start();
    open(0);
    auto &label = child<QLabel>(*window->calls().current(), "variablesLabel");
    EXPECT_TRUE(label.text().contains(u"{{region}} has no value"_s)) << label.text().toStdString();
    const auto unresolved = [&] {
        return std::count_if(document().findings().begin(), document().findings().end(),
            [](const dcs::Finding &finding) { return finding.code == u"variable-unresolved"_s; });
    };
    EXPECT_EQ(unresolved(), 2);
    services->environments().choose(u"staging"_s);
    EXPECT_TRUE(label.text().contains(u"{{region}} = usw2.demdex.net"_s)) << label.text().toStdString();
    EXPECT_EQ(unresolved(), 1);
    services->environments().capture({{u"user"_s, u"4711"_s}});
    EXPECT_EQ(unresolved(), 0);
    ASSERT_TRUE(document().request().has_value());
    EXPECT_TRUE(document().request()->bytes.contains("c_x=4711"));

    auto &url = child<QLineEdit>(*window->calls().current(), "urlEdit");
    focus(url);
    EXPECT_TRUE(url.accessibleDescription().contains(u"c_x=4711"_s))
        << url.accessibleDescription().toStdString();
    url.setCursorPosition(int(url.text().size()));
    QTest::keyClicks(&url, u"&c_y={{re"_s);
    auto *completer = window->findChild<QCompleter *>(u"variables"_s);
    ASSERT_TRUE(completer);
    ASSERT_EQ(completer->completionCount(), 1) << completer->completionPrefix().toStdString();
    Q_EMIT completer->activated(completer->currentCompletion());
    EXPECT_TRUE(url.text().endsWith(u"&c_y={{region}}"_s)) << url.text().toStdString();
    EXPECT_TRUE(document().request()->bytes.contains("c_y=usw2.demdex.net"));

    services->environments().choose(u"live"_s);
    EXPECT_TRUE(window->windowTitle().startsWith(u"LIVE live"_s)) << window->windowTitle().toStdString();
    EXPECT_EQ(child<QPushButton>(*window, "sendButton").palette().color(QPalette::Button),
        QColor(0x1f, 0x5f, 0xa8));
}

TEST_F(WorkspaceTest, SearchFindsAsOneTypes)
{
    folder.write(u"presets/team/b.http"_s, QByteArray(two).replace("two", "needle"));
    start();
    child<QTabWidget>(*window, "sidebar").setCurrentIndex(0);
    auto &search = child<QLineEdit>(panel(), "searchEdit");
    QTest::keyClicks(&search, u"needle"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return tree().model()->rowCount() == 1; }));
    QTest::keyClicks(&search, u" nothing"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QLabel>(panel(), "hintLabel").isVisible(); }));
    search.clear();
    ASSERT_TRUE(QTest::qWaitFor([&] { return tree().model()->rowCount() == 2; }));
}
