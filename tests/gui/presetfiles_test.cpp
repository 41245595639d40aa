// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/linediff.h"
#include "gui/conflictdialog.h"
#include "gui/dialogs.h"
#include "gui/presetfiles.h"

using namespace Qt::StringLiterals;
using State = gui::FoundPreset::State;

namespace {

const QByteArray one
    = "### one\n# @name one\nGET https://usw2.demdex.net/event?c_x=1\nHost: acme.demdex.net\n\n";
const QByteArray two
    = "### two\n# @name two\nGET https://usw2.demdex.net/event?c_x=2\nHost: acme.demdex.net\n";

gui::LoadedPreset load(const TemporaryFolder &folder, int index)
{
    const auto loaded = gui::loadPreset(store::Workspace(folder.path()), u"a.http"_s, index);
    EXPECT_TRUE(loaded.has_value());
    return loaded.value_or({});
}

gui::Draft edited(gui::Draft draft)
{
    draft.call.parameters.append(dcs::Parameter::fromText(u"c_mine", u"1"));
    return draft;
}

} // namespace

TEST(PresetFiles, WhatOthersChangeElsewhereInTheFileStays)
{
    const TemporaryFolder folder;
    folder.write(u"a.http"_s, one + two);
    const gui::LoadedPreset opened = load(folder, 1);
    const QByteArray theirs = "# a new head\n\n### zero\nGET https://usw2.demdex.net/zero\n\n" + one;
    folder.write(u"a.http"_s, theirs + two);

    const auto saved = gui::savePreset(opened.place, edited(opened.draft));

    ASSERT_TRUE(saved.has_value()) << saved.error().message.toStdString();
    EXPECT_EQ(saved->index, 2) << "it stands behind the new one now";
    const QByteArray bytes = folder.read(u"a.http"_s);
    EXPECT_TRUE(bytes.startsWith(theirs)) << bytes.toStdString();
    EXPECT_TRUE(bytes.contains("c_x=2")) << bytes.toStdString();
    EXPECT_TRUE(bytes.contains("c_mine=1")) << bytes.toStdString();
}

TEST(PresetFiles, APresetThatOthersChangedIsFoundByItsName)
{
    const TemporaryFolder folder;
    folder.write(u"a.http"_s, one + two);
    const gui::LoadedPreset opened = load(folder, 1);
    const auto find = [&] { return gui::findPreset(opened.place).value_or({}).state; };

    EXPECT_EQ(find(), State::Same);
    folder.write(u"a.http"_s, two + "\n" + one);
    EXPECT_EQ(find(), State::Same);
    folder.write(u"a.http"_s, QByteArray(two).replace("c_x=2", "c_x=theirs") + "\n" + one);
    EXPECT_EQ(find(), State::Changed);
    folder.write(u"a.http"_s, one);
    EXPECT_EQ(find(), State::Gone);
    QFile::remove(folder.path(u"a.http"_s));
    EXPECT_EQ(find(), State::Gone);
}

TEST(PresetFiles, NothingIsWrittenOverAChangeUnlessItIsChosen)
{
    const TemporaryFolder folder;
    folder.write(u"a.http"_s, one + two);
    const gui::LoadedPreset opened = load(folder, 1);
    const QByteArray theirs = one + QByteArray(two).replace("c_x=2", "c_x=theirs");
    folder.write(u"a.http"_s, theirs);

    const auto saved = gui::savePreset(opened.place, edited(opened.draft));
    ASSERT_FALSE(saved.has_value());
    EXPECT_EQ(saved.error().code, dcs::Errc::Conflict);
    EXPECT_EQ(folder.read(u"a.http"_s), theirs);

    const auto over = gui::saveOver(opened.place, edited(opened.draft));
    ASSERT_TRUE(over.has_value()) << over.error().message.toStdString();
    EXPECT_TRUE(folder.read(u"a.http"_s).startsWith(one));
    EXPECT_TRUE(folder.read(u"a.http"_s).contains("c_x=2"));
    EXPECT_TRUE(folder.read(u"a.http"_s).contains("c_mine=1"));
}

TEST(PresetFiles, APresetWhoseFileIsGoneIsAConflictAndCanBeSavedAgain)
{
    const TemporaryFolder folder;
    folder.write(u"a.http"_s, one + two);
    const gui::LoadedPreset opened = load(folder, 0);
    QFile::remove(folder.path(u"a.http"_s));

    const auto saved = gui::savePreset(opened.place, opened.draft);
    ASSERT_FALSE(saved.has_value());
    EXPECT_EQ(saved.error().code, dcs::Errc::Conflict);
    EXPECT_FALSE(QFile::exists(folder.path(u"a.http"_s)));

    ASSERT_TRUE(gui::saveOver(opened.place, edited(opened.draft)).has_value());
    EXPECT_TRUE(folder.read(u"a.http"_s).contains("# @name one\n"));
}

TEST(LineDiff, LaysTwoTextsSideBySide)
{
    using Kind = dcs::LinePair::Kind;
    struct Case {
        QByteArray before;
        QByteArray after;
        QByteArray kinds; // = same, - only before, + only after
    };
    for (const Case &c : {Case{"", "", ""}, Case{"a\nb\n", "a\nb", "=="}, Case{"a\n", "", "-"},
             Case{"", "a\nb\n", "++"}, Case{"a\nb\nc\n", "a\nx\nc\n", "=-+="},
             Case{"a\nb\nc\nd\n", "b\nc\nd\ne\n", "-===+"}, Case{"a\r\nb\r\n", "a\nb\n", "=="},
             Case{"a\nb\n", "b\na\n", "-=+"}, Case{"x\nx\nx\n", "x\nx\n", "==-"}}) {
        QByteArray kinds;
        for (const dcs::LinePair &line : dcs::diffLines(c.before, c.after))
            kinds += line.kind == Kind::Same ? '=' : line.kind == Kind::OnlyBefore ? '-' : '+';
        EXPECT_EQ(kinds, c.kinds) << c.before.toStdString() << "|" << c.after.toStdString();
    }
    const QByteArray many = QByteArray("a\nb\n").repeated(5'000);
    const QList<dcs::LinePair> lines = dcs::diffLines("x\n" + many + "x\n", "y\n" + many.toUpper() + "y\n");
    EXPECT_EQ(lines.size(), 20'004) << "too much to compare line by line";
}

TEST(ConflictDialog, ShowsBothVersionsAndOverwritesNothingByItself)
{
    const gui::Prompts::Conflict conflict{
        u"one <b>"_s, u"a.http"_s, false, one, QByteArray(one).replace("c_x=1", "c_x=9")};
    gui::ConflictDialog dialog(conflict);
    showActive(dialog);
    auto &lines = child<QTableView>(dialog, "lines");
    ASSERT_EQ(lines.model()->rowCount(), 5);
    EXPECT_EQ(lines.model()->index(2, 0).data().toString(), u"− in the file"_s);
    EXPECT_TRUE(lines.model()->index(2, 1).data().toString().contains(u"c_x=1"_s));
    EXPECT_EQ(lines.model()->index(3, 0).data().toString(), u"+ yours"_s);
    EXPECT_TRUE(lines.model()->index(3, 2).data().toString().contains(u"c_x=9"_s));
    EXPECT_EQ(lines.currentIndex().row(), 2) << "the first difference is looked at";
    expectReadable(dialog);

    focus(lines);
    QTest::keyClick(&lines, Qt::Key_Return);
    EXPECT_EQ(dialog.choice(), gui::Prompts::Choice::Nothing);
    gui::ConflictDialog again(conflict);
    showActive(again);
    QTest::mouseClick(&child<QAbstractButton>(again, "takeTheirsButton"), Qt::LeftButton);
    EXPECT_EQ(again.choice(), gui::Prompts::Choice::TakeTheirs);

    gui::ConflictDialog gone({u"one"_s, u"a.http"_s, true, {}, one});
    showActive(gone);
    EXPECT_FALSE(child<QAbstractButton>(gone, "takeTheirsButton").isVisible());
    QTest::mouseClick(&child<QAbstractButton>(gone, "keepMineButton"), Qt::LeftButton);
    EXPECT_EQ(gone.choice(), gui::Prompts::Choice::KeepMine);
}
