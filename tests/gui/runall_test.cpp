// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogs.h"
#include "gui/runalldialog.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

const QByteArray sandboxLine = "# @connect-to 127.0.0.1:17380\n";
const QByteArray getId = "### get an ID\n# @name getId\n# @expect status == 200\n# @capture user = mid\n"
    + sandboxLine
    + "GET http://dpm.demdex.net/id?d_ver=2&d_orgid=6418DF487603467B0A49DC47%40AdobeOrg&d_rtbd=json\n"
      "Host: dpm.demdex.net\n\n";
const QByteArray event = "### send the event\n# @name event\n# @expect status == 200\n# @expect uuid exists\n"
    + sandboxLine + "GET http://usw2.demdex.net/event?d_rtbd=json&d_mid={{user}}\nHost: acme.demdex.net\n\n";

class RunAllTest : public DialogTest
{
protected:
    gui::RunAllDialog &open(const QByteArray &file)
    {
        QDir().mkpath(folder.path(u"presets"_s));
        folder.write(u"presets/visit.http"_s, file);
        dialog = std::make_unique<gui::RunAllDialog>(
            services, gui::PresetRef{services.workspaceFolders().first(), u"visit.http"_s, -1});
        showActive(*dialog);
        EXPECT_TRUE(QTest::qWaitFor([&] { return rows(*dialog, "steps") > 0; }));
        return *dialog;
    }
    void run()
    {
        click(*dialog, "runButton");
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return child<QAbstractButton>(*dialog, "runButton").isEnabled(); }, 15000));
    }

    std::unique_ptr<gui::RunAllDialog> dialog;
};

} // namespace

TEST_F(RunAllTest, ListsTheRequestsBeforeAnythingIsSent)
{
    open(getId + event);

    ASSERT_EQ(rows(*dialog, "steps"), 2);
    EXPECT_EQ(cell(*dialog, "steps", 0, 0), u"get an ID"_s);
    EXPECT_EQ(cell(*dialog, "steps", 1, 1), u"waiting"_s);
    EXPECT_EQ(recorded(), 0);
}

TEST_F(RunAllTest, RunsInOrderAndShowsStatusExpectationsAndCaptures)
{
    open(getId + event);

    run();

    EXPECT_EQ(cell(*dialog, "steps", 0, 1), u"200 OK"_s) << text(*dialog, "detailLabel").toStdString();
    EXPECT_TRUE(cell(*dialog, "steps", 0, 4).startsWith(u"user = "_s));
    EXPECT_EQ(cell(*dialog, "steps", 1, 3), u"2 of 2 held"_s);
    EXPECT_TRUE(text(*dialog, "detailLabel").startsWith(u"All requests"_s));
    EXPECT_EQ(recorded(), 2);
}

TEST_F(RunAllTest, AFailureIsExplainedAndWhatFollowsIsNotSent)
{
    open("### nowhere\n# @connect-to 127.0.0.1:1\nGET http://usw2.demdex.net/event?d_rtbd=json\n"
         "Host: acme.demdex.net\n\n"
        + getId);

    run();

    EXPECT_EQ(cell(*dialog, "steps", 1, 1), u"not sent"_s);
    EXPECT_TRUE(text(*dialog, "detailLabel").contains(u"refused"_s))
        << text(*dialog, "detailLabel").toStdString();
    EXPECT_TRUE(text(*dialog, "detailLabel").contains(u"One request was not sent"_s));
    EXPECT_EQ(child<QTableView>(*dialog, "steps").currentIndex().row(), 0);
}

TEST_F(RunAllTest, AFailedExpectationSaysWhatCameInstead)
{
    QByteArray file = getId;
    open(file.replace("status == 200", "status == 204") + event);

    run();

    EXPECT_EQ(cell(*dialog, "steps", 0, 3), u"0 of 1 held"_s);
    EXPECT_TRUE(text(*dialog, "detailLabel").contains(u"got “200”"_s));
    EXPECT_EQ(recorded(), 2);
}

TEST_F(RunAllTest, ACallOpensAsItWasSent)
{
    open(getId + event);
    QSignalSpy opened(dialog.get(), &gui::RunAllDialog::openRequested);
    run();
    auto &view = child<QTableView>(*dialog, "steps");
    view.setCurrentIndex(view.model()->index(1, 0));

    click(*dialog, "openButton");

    ASSERT_EQ(opened.count(), 1);
    const auto draft = opened.first().first().value<gui::Draft>();
    EXPECT_FALSE(dcs::query(draft.call).contains("{{"));
    EXPECT_TRUE(draft.sandbox);
}

TEST_F(RunAllTest, AFileThatIsGoneIsTold)
{
    gui::RunAllDialog missing(
        services, gui::PresetRef{services.workspaceFolders().first(), u"gone.http"_s, -1});

    EXPECT_TRUE(QTest::qWaitFor([&] { return !text(missing, "detailLabel").isEmpty(); }));
    EXPECT_FALSE(child<QAbstractButton>(missing, "runButton").isEnabled());
}

TEST_F(RunAllTest, IsReadable)
{
    expectReadable(open(getId + event));
}
