// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetedits.h"
#include "interop/httpfile.h"
#include "store/workspace.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>
#include <QMap>

#include <gtest/gtest.h>

#include <functional>

using namespace Qt::StringLiterals;
using gui::PresetEdit;
using gui::PresetRef;
using gui::PresetTarget;

namespace {

const QByteArray one = "### one\n# @name one\nGET https://{{host}}/event?c_x=1\n\n";
const QByteArray two = "###   two\n#  odd   comment\nGET   https://b/event\n\n";
const QByteArray three = "### three\nPOST https://c/event\n\n{ \"a\" : 1 }\n";

class PresetEditsTest : public ::testing::Test
{
protected:
    PresetEditsTest()
    {
        QDir(folder.path()).mkpath(u"team/deep"_s);
        folder.write(u"a.http"_s, "@host = h\n\n" + one + two + three);
        folder.write(u"team/b.http"_s, three);
        folder.write(u"team/deep/c.rest"_s, two);
        folder.write(u"notes.txt"_s, "not a preset\n");
    }

    PresetRef ref(const QString &path, int preset = -1) const { return {folder.path(), path, preset}; }

    /// Every file below the folder with its bytes, and every empty folder.
    QMap<QString, QByteArray> everything() const
    {
        QMap<QString, QByteArray> out;
        const std::function<void(const QString &)> walk = [&](const QString &path) {
            const QFileInfoList entries
                = QDir(folder.path(path))
                      .entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
            if (entries.isEmpty())
                out.insert(path + u'/', {});
            for (const QFileInfo &entry : entries) {
                const QString name = path.isEmpty() ? entry.fileName() : path + u'/' + entry.fileName();
                if (entry.isDir())
                    walk(name);
                else
                    out.insert(name, folder.read(name));
            }
        };
        walk({});
        return out;
    }

    /// The step works, its opposite brings every byte back, and the opposite of that does it again.
    PresetEdit goesThereAndBack(const dcs::Result<PresetEdit> &edit, const QMap<QString, QByteArray> &before)
    {
        if (!edit) {
            ADD_FAILURE() << edit.error().message.toStdString();
            return {};
        }
        const auto after = everything();
        EXPECT_NE(after, before) << edit->text.toStdString();
        const auto back = gui::takeBack(*edit);
        EXPECT_TRUE(back.has_value()) << (back ? "" : back.error().message.toStdString());
        EXPECT_EQ(everything().keys(), before.keys()) << edit->text.toStdString();
        EXPECT_EQ(everything(), before) << edit->text.toStdString();
        if (!back)
            return *edit;
        const auto again = gui::takeBack(*back);
        EXPECT_TRUE(again.has_value()) << (again ? "" : again.error().message.toStdString());
        EXPECT_EQ(everything(), after) << edit->text.toStdString();
        return *edit;
    }

    const TemporaryFolder folder;
};

} // namespace

TEST_F(PresetEditsTest, ARequestMovesBetweenFilesWithItsBytes)
{
    const auto before = everything();

    const PresetEdit edit
        = goesThereAndBack(gui::moveEntries({ref(u"a.http"_s, 1)}, {ref(u"team/b.http"_s), 0}), before);

    EXPECT_EQ(folder.read(u"a.http"_s), "@host = h\n\n" + one + three);
    EXPECT_EQ(folder.read(u"team/b.http"_s), two + three);
    ASSERT_EQ(edit.moved.size(), 1);
    EXPECT_EQ(edit.moved.first().to, ref(u"team/b.http"_s, 0));
    EXPECT_EQ(edit.notice, QString());
}

TEST_F(PresetEditsTest, RequestsChangePlacesInTheirFile)
{
    const auto before = everything();
    goesThereAndBack(gui::moveEntries({ref(u"a.http"_s, 1)}, {ref(u"a.http"_s), 0}), before);
    EXPECT_EQ(folder.read(u"a.http"_s), "@host = h\n\n" + two + one + three);

    const auto middle = everything();
    const PresetEdit edit = goesThereAndBack(
        gui::moveEntries({ref(u"a.http"_s, 0), ref(u"a.http"_s, 1)}, {ref(u"a.http"_s), -1}), middle);
    EXPECT_EQ(folder.read(u"a.http"_s), "@host = h\n\n" + three + "\n" + two + one);
    ASSERT_EQ(edit.moved.size(), 2);
    EXPECT_EQ(edit.moved.last().to, ref(u"a.http"_s, 2));
}

TEST_F(PresetEditsTest, TheLastRequestTakesItsFileAlongAndVariablesLeftBehindAreNamed)
{
    const auto before = everything();
    goesThereAndBack(gui::moveEntries({ref(u"team/b.http"_s, 0)}, {ref(u"team/deep/c.rest"_s), -1}), before);
    EXPECT_FALSE(QFile::exists(folder.path(u"team/b.http"_s)));
    EXPECT_EQ(folder.read(u"team/deep/c.rest"_s), two + three);

    const auto edit = gui::moveEntries({ref(u"a.http"_s, 0)}, {ref(u"team/deep/c.rest"_s), 0});
    ASSERT_TRUE(edit.has_value());
    EXPECT_TRUE(edit->notice.contains(u"{{host}}"_s)) << edit->notice.toStdString();
}

TEST_F(PresetEditsTest, ARequestInAFolderIsAFileOfItsOwn)
{
    const auto before = everything();
    goesThereAndBack(gui::moveEntries({ref(u"a.http"_s, 1)}, {ref(u"team/deep"_s), -1}), before);
    EXPECT_EQ(folder.read(u"team/deep/two.http"_s), two);

    const auto middle = everything();
    goesThereAndBack(gui::copyEntries({ref(u"a.http"_s, 0)}, {ref({}), -1}), middle);
    EXPECT_EQ(folder.read(u"one.http"_s), one);
}

TEST_F(PresetEditsTest, WhatIsDuplicatedHasANameOfItsOwn)
{
    const auto before = everything();
    goesThereAndBack(gui::duplicateEntries({ref(u"a.http"_s, 0)}), before);
    const interop::HttpFile file = interop::HttpFile::parse(folder.read(u"a.http"_s));
    ASSERT_EQ(file.presets().size(), 4);
    EXPECT_EQ(file.presets()[0].name, u"one"_s);
    EXPECT_EQ(file.presets()[1].name, u"one copy"_s);
    EXPECT_EQ(file.presets()[1].call, file.presets()[0].call);
    EXPECT_EQ(file.text(2), two);

    const auto middle = everything();
    goesThereAndBack(gui::duplicateEntries({ref(u"team"_s), ref(u"a.http"_s)}), middle);
    EXPECT_EQ(folder.read(u"team copy/deep/c.rest"_s), two);
    EXPECT_EQ(folder.read(u"a copy.http"_s), folder.read(u"a.http"_s));
    goesThereAndBack(gui::duplicateEntries({ref(u"a.http"_s)}), everything());
    EXPECT_TRUE(QFile::exists(folder.path(u"a copy 2.http"_s)));
}

TEST_F(PresetEditsTest, WhatIsDeletedComesBack)
{
    goesThereAndBack(gui::deleteEntries({ref(u"a.http"_s, 0), ref(u"a.http"_s, 2)}), everything());
    EXPECT_EQ(folder.read(u"a.http"_s), "@host = h\n\n" + two);
    goesThereAndBack(
        gui::deleteEntries({ref(u"team"_s), ref(u"team/b.http"_s), ref(u"team/b.http"_s, 0)}), everything());
    EXPECT_FALSE(QDir(folder.path(u"team"_s)).exists());
    goesThereAndBack(gui::deleteEntries({ref(u"a.http"_s, 0)}), everything());
    EXPECT_FALSE(QFile::exists(folder.path(u"a.http"_s))) << "the last request takes the file with it";
    EXPECT_EQ(folder.read(u"notes.txt"_s), "not a preset\n");
}

TEST_F(PresetEditsTest, NamesChangeAndNothingIsOverwritten)
{
    goesThereAndBack(gui::renameEntry(ref(u"a.http"_s, 1), u"  second  "_s), everything());
    EXPECT_TRUE(folder.read(u"a.http"_s).contains("second\n#  odd   comment\nGET   https://b/event\n"))
        << folder.read(u"a.http"_s).toStdString();
    goesThereAndBack(gui::renameEntry(ref(u"a.http"_s), u"calls"_s), everything());
    EXPECT_TRUE(QFile::exists(folder.path(u"calls.http"_s)));
    goesThereAndBack(gui::renameEntry(ref(u"team"_s), u"crew"_s), everything());
    goesThereAndBack(gui::moveEntries({ref(u"calls.http"_s)}, {ref(u"crew"_s), -1}), everything());
    goesThereAndBack(gui::makeFolder(ref(u"crew"_s), u"fresh"_s), everything());
    goesThereAndBack(gui::moveEntries({ref(u"crew/deep"_s)}, {ref({}), -1}), everything());

    folder.write(u"calls.http"_s, "in the way");
    for (const auto &refused : {gui::renameEntry(ref(u"crew/b.http"_s), u"calls.http"_s),
             gui::moveEntries({ref(u"crew/calls.http"_s)}, {ref({}), -1}),
             gui::renameEntry(ref(u"crew"_s), u"deep"_s), gui::makeFolder(ref({}), u"crew"_s),
             gui::renameEntry(ref(u"crew"_s), u"../up"_s), gui::renameEntry(ref(u"crew"_s), u"con"_s),
             gui::renameEntry(ref(u"calls.http"_s, 7), u"x"_s), gui::deleteEntries({ref(u"none.http"_s)}),
             gui::moveEntries({ref(u"crew"_s)}, {ref(u"crew/fresh"_s), -1}),
             gui::makeFolder(ref({}), u" "_s)}) {
        if (refused && refused->text.startsWith(u"Rename"_s))
            continue; // renaming b.http to a free name beside it is no conflict
        EXPECT_FALSE(refused.has_value()) << refused->text.toStdString();
    }
    EXPECT_EQ(folder.read(u"calls.http"_s), "in the way");
}

TEST_F(PresetEditsTest, AStepThatFailsHalfWayLeavesEverythingAsItWas)
{
    folder.write(u"team/a.http"_s, "in the way\n");
    const auto before = everything();

    const auto edit = gui::moveEntries({ref(u"team/b.http"_s), ref(u"a.http"_s)}, {ref(u"team/deep"_s), -1});
    ASSERT_TRUE(edit.has_value());
    ASSERT_TRUE(gui::takeBack(*edit).has_value());
    EXPECT_EQ(everything(), before);
    const auto refused = gui::moveEntries(
        {ref(u"team/deep/c.rest"_s), ref(u"a.http"_s, 1), ref(u"a.http"_s)}, {ref(u"team"_s), -1});
    EXPECT_FALSE(refused.has_value()) << "there is a team/a.http";
    EXPECT_EQ(everything(), before);
}

TEST_F(PresetEditsTest, WhatSomebodyChangedSinceIsNotTakenBack)
{
    const auto edit = gui::deleteEntries({ref(u"a.http"_s, 0)});
    ASSERT_TRUE(edit.has_value());
    folder.write(u"a.http"_s, "theirs\n");

    const auto back = gui::takeBack(*edit);

    ASSERT_FALSE(back.has_value());
    EXPECT_EQ(back.error().code, dcs::Errc::Conflict);
    EXPECT_EQ(folder.read(u"a.http"_s), "theirs\n");
}

TEST_F(PresetEditsTest, FilesFromElsewhereComeInAsCopies)
{
    const TemporaryFolder elsewhere;
    const QString file = elsewhere.write(u"a.http"_s, three);
    const auto before = everything();

    goesThereAndBack(gui::bringFiles({file, file}, ref(u"team/b.http"_s)), before);

    EXPECT_EQ(folder.read(u"team/a.http"_s), three);
    EXPECT_EQ(folder.read(u"team/a copy.http"_s), three);
    EXPECT_EQ(elsewhere.read(u"a.http"_s), three);
    EXPECT_FALSE(gui::bringFiles({elsewhere.path(u"none.http"_s)}, ref({})).has_value());
}

TEST_F(PresetEditsTest, FilesMoveBetweenWorkspaces)
{
    const TemporaryFolder other;
    const auto edit = gui::moveEntries({ref(u"team"_s), ref(u"a.http"_s, 1)}, {{other.path(), {}, -1}, -1});
    ASSERT_TRUE(edit.has_value()) << edit.error().message.toStdString();
    EXPECT_EQ(other.read(u"team/deep/c.rest"_s), two);
    EXPECT_EQ(other.read(u"two.http"_s), two);
    ASSERT_TRUE(gui::takeBack(*edit).has_value());
    EXPECT_EQ(folder.read(u"team/deep/c.rest"_s), two);
    EXPECT_EQ(folder.read(u"a.http"_s), "@host = h\n\n" + one + two + three);
}
