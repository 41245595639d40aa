// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetfiles.h"
#include "gui/samplecalls.h"
#include "gui/session.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

using namespace Qt::StringLiterals;

namespace {

gui::Draft draft()
{
    gui::Draft draft{oddCall(), {}, false, {u"status == 200"_s}};
    draft.call.parameters.append({"\xff=\x00", dcs::Parameter::Place::Query, true});
    draft.options.connectTo = dcs::HostPort{u"127.0.0.1"_s, 9};
    draft.options.timeout = std::chrono::milliseconds(1234);
    return draft;
}

} // namespace

TEST(Session, ComesBackExactly)
{
    gui::Session session;
    session.calls = {{draft(), u"name"_s, u"team/a.http"_s, 3, "sha", u"/w"_s, "text\xFF", true, 2},
        {gui::firstDraft(), {}, {}, -1, {}, {}, {}, false, 0}};
    session.current = 1;

    const auto read = gui::readSession(gui::writeSession(session));

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, session);
}

TEST(Session, KeepsNoPasswordAndRefusesDamage)
{
    gui::Session session;
    session.calls = {{draft(), {}, {}, -1, {}, {}, {}, false, 0}};
    session.calls[0].draft.options.proxy.password = u"geheim"_s;

    EXPECT_FALSE(gui::writeSession(session).contains("geheim"));
    EXPECT_FALSE(gui::readSession("{\"calls\": ["));
}

TEST(FirstDraft, CanBeSentAsItIs)
{
    const gui::Draft first = gui::firstDraft();

    EXPECT_TRUE(first.sandbox);
    ASSERT_TRUE(dcs::encode(first.call));
    EXPECT_EQ(dcs::hostHeader(first.call), "acme.demdex.net");
    EXPECT_EQ(dcs::option(first.call, u"d_rtbd"), u"json"_s);
    EXPECT_EQ(dcs::identities(first.call).size(), 1);
}

TEST(PresetFiles, WhatIsSavedIsWhatIsOpened)
{
    const TemporaryFolder folder;
    const store::Workspace workspace(folder.path());
    gui::Draft saved = gui::firstDraft();

    const auto place = gui::addPreset(workspace, u"team/calls.http"_s, u"My call"_s, saved);
    ASSERT_TRUE(place) << place.error().message.toStdString();
    const auto opened = gui::loadPreset(workspace, u"team/calls.http"_s, place->index);

    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_EQ(opened->draft.call, saved.call);
    EXPECT_EQ(opened->draft.expectations, saved.expectations);
    EXPECT_TRUE(opened->draft.sandbox);
    EXPECT_EQ(opened->draft.options.connectTo, saved.options.connectTo);
}

TEST(PresetFiles, ASandboxCallRunsInOtherProgramsAsItIsSaved)
{
    const interop::Preset saved = gui::presetOf(gui::firstDraft(), {});

    EXPECT_EQ(saved.call.connectHost, "127.0.0.1");
    EXPECT_EQ(saved.call.port, gui::sandboxPort);
    EXPECT_EQ(dcs::hostHeader(saved.call), "acme.demdex.net");
    EXPECT_FALSE(saved.options.connectTo);
    EXPECT_EQ(gui::draftOf(saved), gui::firstDraft());
}

TEST(PresetFiles, ASandboxCallToAnotherHostKeepsIt)
{
    gui::Draft draft = gui::firstDraft();
    draft.call.connectHost = "irl1.demdex.net";

    const interop::Preset saved = gui::presetOf(draft, {});

    EXPECT_EQ(saved.call.connectHost, "irl1.demdex.net");
    EXPECT_EQ(gui::draftOf(saved), draft);
}

TEST(PresetFiles, SavingWithoutAnEditLeavesTheFileAsItIs)
{
    const TemporaryFolder folder;
    const store::Workspace workspace(folder.path());
    const QByteArray text = "# a comment\n\n### one\nGET https://usw2.demdex.net/event?d_rtbd=json\n    "
                            "&c_x=1\nHost: acme.demdex.net\n\n# left alone\n";
    folder.write(u"a.http"_s, text);
    const auto opened = gui::loadPreset(workspace, u"a.http"_s, 0);
    ASSERT_TRUE(opened);

    ASSERT_TRUE(gui::savePreset(opened->place, opened->draft));

    EXPECT_EQ(folder.read(u"a.http"_s), text);
}

TEST(PresetFiles, AChangeByOthersIsAConflict)
{
    const TemporaryFolder folder;
    const store::Workspace workspace(folder.path());
    const auto place = gui::addPreset(workspace, u"a.http"_s, u"one"_s, gui::firstDraft());
    ASSERT_TRUE(place);
    folder.write(u"a.http"_s, folder.read(u"a.http"_s).replace("jazz", "rock"));

    const auto saved = gui::savePreset(*place, gui::firstDraft());

    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, dcs::Errc::Conflict);
}
