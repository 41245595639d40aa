// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogs.h"
#include "gui/environmentfiles.h"
#include "gui/environmentsdialog.h"
#include "store/gitstatus.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QProcess>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using gui::EnvironmentFiles;

namespace {

const QByteArray shared
    = "{\"$shared\": {\"alias\": \"acme\"},\n \"staging\": {\"region\": \"r\", \"port\": 8080},\n"
      " \"live\": {\"region\": \"l\", \"dcs-live\": true}}\n";
const QByteArray secret = "{\"staging\": {\"token\": \"t\"}}\n";

class EnvironmentsDialogTest : public DialogTest
{
protected:
    EnvironmentsDialogTest()
    {
        QDir().mkpath(folder.path(u"presets"_s));
        folder.write(u"presets/http-client.env.json"_s, shared);
        folder.write(u"presets/http-client.private.env.json"_s, secret);
    }

    void open()
    {
        dialog = std::make_unique<gui::EnvironmentsDialog>(services, services.workspaceFolders().first());
        showActive(*dialog);
        ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->isEnabled(); }));
    }
    void choose(const QString &name)
    {
        auto &combo = child<QComboBox>(*dialog, "environmentCombo");
        combo.setCurrentIndex(combo.findData(name));
        Q_EMIT combo.activated(combo.currentIndex());
    }
    void save()
    {
        QSignalSpy saved(dialog.get(), &gui::EnvironmentsDialog::saved);
        QTest::mouseClick(
            child<QDialogButtonBox>(*dialog, "buttons").button(QDialogButtonBox::Save), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !saved.isEmpty() || dialog->isEnabled(); }));
        ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->isEnabled(); }));
    }
    QTableWidget &values() { return child<QTableWidget>(*dialog, "values"); }

    std::unique_ptr<gui::EnvironmentsDialog> dialog;
};

} // namespace

TEST_F(EnvironmentsDialogTest, ShowsWhatEachFileSaysAndWritesNothingWithoutAnEdit)
{
    open();
    choose(u"staging"_s);
    ASSERT_EQ(values().rowCount(), 3);
    EXPECT_EQ(values().item(2, 0)->text(), u"token"_s);
    EXPECT_EQ(values().item(2, 2)->checkState(), Qt::Checked);
    choose(u"$shared"_s);
    ASSERT_EQ(values().rowCount(), 1) << "its own values alone";
    choose(u"live"_s);
    EXPECT_TRUE(child<QAbstractButton>(*dialog, "liveCheck").isChecked());
    expectReadable(*dialog);

    save();
    EXPECT_EQ(folder.read(u"presets/http-client.env.json"_s), shared);
    EXPECT_EQ(folder.read(u"presets/http-client.private.env.json"_s), secret);
}

TEST_F(EnvironmentsDialogTest, WritesTheBytesThatChange)
{
    open();
    choose(u"staging"_s);
    values().item(1, 1)->setText(u"other"_s); // region
    values().item(2, 2)->setCheckState(Qt::Unchecked); // the token is for all now
    click(*dialog, "addValueButton");
    values().item(3, 0)->setText(u"user"_s);
    values().item(3, 1)->setText(u"00087"_s);
    values().item(3, 2)->setCheckState(Qt::Checked);
    choose(u"live"_s);
    auto &color = child<QComboBox>(*dialog, "colorCombo");
    color.setCurrentIndex(2);

    save();

    EXPECT_EQ(folder.read(u"presets/http-client.env.json"_s),
        "{\"$shared\": {\"alias\": \"acme\"},\n \"staging\": {\"region\": \"other\", \"port\": 8080, "
        "\"token\": \"t\"},\n"
        " \"live\": {\"region\": \"l\", \"dcs-live\": true, \"dcs-color\": \"#1f5fa8\"}}\n");
    EXPECT_EQ(
        folder.read(u"presets/http-client.private.env.json"_s), "{\"staging\": {\"user\": \"00087\"}}\n");
}

TEST_F(EnvironmentsDialogTest, TheFirstPrivateValueInARepositoryIsKeptOutOfIt)
{
    const QString workspace = services.workspaceFolders().first();
    QFile::remove(folder.path(u"presets/http-client.private.env.json"_s));
    folder.write(u"presets/.gitignore"_s, "*.tmp");
    QProcess git;
    git.setWorkingDirectory(workspace);
    git.start(u"git"_s, {u"init"_s, u"-q"_s});
    ASSERT_TRUE(git.waitForFinished() && git.exitCode() == 0);
    open();
    choose(u"staging"_s);
    values().item(0, 2)->setCheckState(Qt::Checked);
    save();
    EXPECT_EQ(folder.read(u"presets/.gitignore"_s), "*.tmp\nhttp-client.private.env.json\n");
    EXPECT_EQ(store::GitStatus::stateOf(workspace, u"http-client.private.env.json"_s),
        store::GitStatus::Tracking::Ignored);
    EXPECT_EQ(store::GitStatus::stateOf(folder.path(), u"x"_s), store::GitStatus::Tracking::NoRepository);
}

TEST_F(EnvironmentsDialogTest, RefusesNamesThatStandTwiceAndFilesThatChangedMeanwhile)
{
    open();
    choose(u"staging"_s);
    values().item(0, 0)->setText(u"region"_s);
    EXPECT_TRUE(text(*dialog, "problemLabel").contains(u"twice"_s));
    EXPECT_FALSE(child<QDialogButtonBox>(*dialog, "buttons").button(QDialogButtonBox::Save)->isEnabled());
    values().item(0, 0)->setText(u"port"_s);
    values().item(0, 1)->setText(u"9"_s);
    folder.write(u"presets/http-client.env.json"_s, "{\"theirs\": {}}\n");

    save();

    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(text(*dialog, "problemLabel").contains(u"changed by another program"_s))
        << text(*dialog, "problemLabel").toStdString();
    EXPECT_EQ(folder.read(u"presets/http-client.env.json"_s), "{\"theirs\": {}}\n");
}

TEST_F(EnvironmentsDialogTest, AValueThatMovesIsInItsOldFileWhereTheNewOneCannotBeWritten)
{
    open();
    choose(u"staging"_s);
    values().item(2, 2)->setCheckState(Qt::Unchecked); // the token is for all now
    folder.write(u"presets/http-client.env.json"_s, "{\"theirs\": {}}\n");

    save();

    EXPECT_TRUE(dialog->isVisible());
    EXPECT_EQ(folder.read(u"presets/http-client.private.env.json"_s), secret);
}

TEST_F(EnvironmentsDialogTest, AnEnvironmentThatIsNoneIsNotWrittenASecondTime)
{
    const QByteArray before = "{\"new\": 1, \"staging\": {}}\n";
    folder.write(u"presets/http-client.env.json"_s, before);
    open();
    prompts->typed = u"new"_s;
    click(*dialog, "newButton");

    save();

    EXPECT_TRUE(text(*dialog, "problemLabel").contains(u"no environment"_s))
        << text(*dialog, "problemLabel").toStdString();
    EXPECT_EQ(folder.read(u"presets/http-client.env.json"_s), before);
}

TEST_F(EnvironmentsDialogTest, ATakenNameIsToldAndTheChosenEnvironmentKeepsBeingChosen)
{
    services.environments().choose(u"staging"_s);
    open();
    prompts->typed = u"live"_s;
    click(*dialog, "newButton");
    EXPECT_TRUE(text(*dialog, "problemLabel").contains(u"“live” already"_s));
    click(*dialog, "renameButton");
    EXPECT_TRUE(text(*dialog, "problemLabel").contains(u"“live” already"_s));
    prompts->typed = u"stage"_s;
    click(*dialog, "renameButton");
    EXPECT_TRUE(text(*dialog, "problemLabel").isEmpty());

    save();

    EXPECT_EQ(services.environments().currentName(), u"stage"_s);
}

TEST_F(EnvironmentsDialogTest, AFileThatCannotBeReadIsTold)
{
    folder.write(u"presets/http-client.env.json"_s, "{\n\"a\": ");
    open();
    EXPECT_TRUE(text(*dialog, "problemLabel").contains(u"http-client.env.json"_s));
    EXPECT_FALSE(child<QDialogButtonBox>(*dialog, "buttons").button(QDialogButtonBox::Save)->isEnabled());
}

TEST(Environments, CapturedValuesWinOverTheFileAndTheFileOverTheEnvironment)
{
    gui::Environments environments;
    environments.setRoot(u"/w"_s);
    interop::Environment one{
        u"e"_s, {{u"a"_s, u"env"_s}, {u"b"_s, u"env"_s}, {u"c"_s, u"env"_s}}, {}, false, {}};
    interop::Environment deep{u"e"_s, {{u"a"_s, u"deep"_s}}, {}, true, {}};
    environments.set({{u"/w"_s, QList{one}}, {u"/w/team"_s, QList{deep}}});
    environments.choose(u"e"_s);
    gui::PresetPlace place;
    place.folder = u"/w"_s;
    place.path = u"a.http"_s;
    place.variables = {{u"b"_s, u"file"_s}, {u"c"_s, u"file"_s}};
    environments.capture({{u"c"_s, u"captured"_s}});

    EXPECT_EQ(environments.valuesFor(place),
        (QMap<QString, QString>{{u"a"_s, u"env"_s}, {u"b"_s, u"file"_s}, {u"c"_s, u"captured"_s}}));
    place.path = u"team/sub/a.http"_s; // the nearest file above it counts
    EXPECT_EQ(environments.folderOf(place), u"/w/team"_s);
    EXPECT_TRUE(environments.current(place)->live);
    place.path = u"other/a.http"_s;
    EXPECT_FALSE(environments.current(place)->live);
    environments.forgetCaptured();
    EXPECT_EQ(environments.valuesFor(place).value(u"c"_s), u"file"_s);
}
