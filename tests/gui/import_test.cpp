// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogs.h"
#include "gui/importdialog.h"
#include "gui/importmodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace {

const QByteArray twoUrls = "https://acme.demdex.net/event?c_a=1\nhttps://acme.demdex.net/event?c_a=2\n";

class ImportTest : public DialogTest
{
protected:
    ImportTest()
        : dialog(services)
    {
        QDir().mkpath(folder.path(u"presets"_s));
        new QAbstractItemModelTester(child<QTableView>(dialog, "callsView").model(),
            QAbstractItemModelTester::FailureReportingMode::Warning, &dialog);
        showActive(dialog);
    }
    void paste(const QByteArray &bytes)
    {
        child<QPlainTextEdit>(dialog, "inputEdit").setPlainText(QString::fromUtf8(bytes));
    }
    bool waitForCalls(int count)
    {
        return QTest::qWaitFor([&] { return rows(dialog, "callsView") == count; });
    }
    void uncheck(int row)
    {
        QAbstractItemModel &model = *child<QTableView>(dialog, "callsView").model();
        EXPECT_TRUE(model.setData(model.index(row, 0), Qt::Unchecked, Qt::CheckStateRole));
    }

    gui::ImportDialog dialog;
};

struct Import {
    const char *name;
    QByteArray text;
    const char *format;
    int calls;
    int notes;
};

void PrintTo(const Import &import, std::ostream *out)
{
    *out << import.name;
}

class ImportFormatTest : public ImportTest, public ::testing::WithParamInterface<Import>
{
};

} // namespace

TEST_P(ImportFormatTest, IsRecognisedAndShownBeforeAnythingComesIn)
{
    paste(GetParam().text);

    ASSERT_TRUE(waitForCalls(GetParam().calls)) << text(dialog, "problemLabel").toStdString();
    EXPECT_TRUE(text(dialog, "summaryLabel").startsWith(QLatin1String(GetParam().format)))
        << text(dialog, "summaryLabel").toStdString();
    EXPECT_EQ(rows(dialog, "notesView"), GetParam().notes);
    EXPECT_TRUE(child<QAbstractButton>(dialog, "tabsButton").isEnabled());
}

INSTANTIATE_TEST_SUITE_P(Import, ImportFormatTest,
    ::testing::Values(Import{"urls", twoUrls, "URLs", 2, 0},
        Import{
            "curl", "curl --unheard-of 'https://acme.demdex.net/event?c_a=1' -H 'X: y'", "curl lines", 1, 1},
        Import{"har",
            R"({"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[)"
            R"({"startedDateTime":"2026-01-01T00:00:00Z","time":1,"request":{"method":"GET",)"
            R"("url":"https://acme.demdex.net/event?c_a=1","httpVersion":"HTTP/1.1","headers":[],)"
            R"("queryString":[],"cookies":[],"headersSize":-1,"bodySize":0},"response":{"status":200,)"
            R"("statusText":"OK","httpVersion":"HTTP/1.1","headers":[],"cookies":[],"content":{"size":0,)"
            R"("mimeType":""},"redirectURL":"","headersSize":-1,"bodySize":0},"cache":{},"timings":{}},)"
            R"({"startedDateTime":"2026-01-01T00:00:00Z","time":1,"request":{"method":"GET",)"
            R"("url":"https://elsewhere.example/","httpVersion":"HTTP/1.1","headers":[],"queryString":[],)"
            R"("cookies":[],"headersSize":-1,"bodySize":0},"response":{"status":200,"statusText":"OK",)"
            R"("httpVersion":"HTTP/1.1","headers":[],"cookies":[],"content":{"size":0,"mimeType":""},)"
            R"("redirectURL":"","headersSize":-1,"bodySize":0},"cache":{},"timings":{}}]}})",
            "HAR", 1, 1},
        Import{"http",
            "### one\nGET https://acme.demdex.net/event?c_a=1\n\n### two\nGET https://acme.demdex.net/id\n",
            ".http requests", 2, 0},
        Import{"csv", "alias,region,d_uuid\nacme,9,1\nacme,6,2\nacme,7,3\n", "CSV table", 3, 0}),
    [](const auto &made) { return std::string(made.param.name); });

TEST_F(ImportTest, OnlyCheckedCallsOpenAsTabs)
{
    QSignalSpy opened(&dialog, &gui::ImportDialog::openRequested);
    paste(twoUrls);
    ASSERT_TRUE(waitForCalls(2));
    uncheck(0);

    click(dialog, "tabsButton");

    ASSERT_EQ(opened.count(), 1);
    const auto presets = opened.first().first().value<QList<interop::Preset>>();
    ASSERT_EQ(presets.size(), 1);
    EXPECT_EQ(dcs::query(presets.first().call), "c_a=2");
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(ImportTest, CheckedCallsBecomeANewFileOfTheWorkspace)
{
    QSignalSpy added(&dialog, &gui::ImportDialog::added);
    paste(twoUrls);
    ASSERT_TRUE(waitForCalls(2));
    child<QLineEdit>(dialog, "fileEdit").setText(u"from the log"_s);

    click(dialog, "addButton");

    ASSERT_EQ(added.count(), 1);
    EXPECT_EQ(added.first().first().toString(), u"from the log.http"_s);
    const interop::HttpFile file = interop::HttpFile::parse(folder.read(u"presets/from the log.http"_s));
    ASSERT_EQ(file.presets().size(), 2);
    EXPECT_EQ(dcs::query(file.presets()[1].call), "c_a=2");
}

TEST_F(ImportTest, AFileThatIsThereIsNeverOverwritten)
{
    folder.write(u"presets/mine.http"_s, "mine");
    paste(twoUrls);
    ASSERT_TRUE(waitForCalls(2));
    child<QLineEdit>(dialog, "fileEdit").setText(u"mine.http"_s);

    click(dialog, "addButton");

    EXPECT_TRUE(text(dialog, "problemLabel").contains(u"exists already"_s));
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_EQ(folder.read(u"presets/mine.http"_s), "mine");
}

TEST_F(ImportTest, APostmanEnvironmentIsAddedToThoseOfTheWorkspace)
{
    folder.write(u"presets/http-client.env.json"_s, "{\"live\": {\"alias\": \"x\"}}");
    QSignalSpy added(&dialog, &gui::ImportDialog::environmentAdded);
    const QByteArray environment
        = R"({"name":"staging","values":[{"key":"alias","value":"acme","enabled":true},)"
          R"({"key":"token","value":"s3cret","type":"secret","enabled":true}]})";
    paste(environment);
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QAbstractButton>(dialog, "addButton").isEnabled(); }));
    EXPECT_TRUE(text(dialog, "summaryLabel").contains(u"staging"));

    click(dialog, "addButton");

    ASSERT_TRUE(QTest::qWaitFor([&] { return added.count() == 1; }))
        << text(dialog, "problemLabel").toStdString();
    const auto read = interop::readEnvironments(folder.read(u"presets/http-client.env.json"_s),
        folder.read(u"presets/http-client.private.env.json"_s));
    ASSERT_TRUE(read.has_value());
    ASSERT_EQ(read->size(), 2);
    EXPECT_EQ(read->last().values.value(u"token"_s), u"s3cret"_s);
    EXPECT_FALSE(folder.read(u"presets/http-client.env.json"_s).contains("s3cret"));
}

TEST_F(ImportTest, AnEnvironmentThatIsThereIsNeverOverwritten)
{
    const QByteArray before = "{\"staging\": {\"alias\": \"x\"}}";
    folder.write(u"presets/http-client.env.json"_s, before);
    paste(R"({"name":"staging","values":[{"key":"a","value":"1"},{"key":"b","value":"2","type":"secret"}]})");
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QAbstractButton>(dialog, "addButton").isEnabled(); }));

    click(dialog, "addButton");

    EXPECT_TRUE(QTest::qWaitFor([&] { return text(dialog, "problemLabel").contains(u"already"); }));
    EXPECT_EQ(folder.read(u"presets/http-client.env.json"_s), before);
    EXPECT_FALSE(QFileInfo::exists(folder.path(u"presets/http-client.private.env.json"_s)));
}

TEST_F(ImportTest, APathOutOfTheWorkspaceIsRefused)
{
    paste(twoUrls);
    ASSERT_TRUE(waitForCalls(2));
    child<QLineEdit>(dialog, "fileEdit").setText(u"../outside"_s);

    click(dialog, "addButton");

    EXPECT_FALSE(text(dialog, "problemLabel").isEmpty());
    EXPECT_FALSE(QFileInfo::exists(folder.path(u"outside.http"_s)));
}

TEST_F(ImportTest, AFileProposesAFreeName)
{
    folder.write(u"presets/session.http"_s, "");
    prompts->file = folder.write(u"session.csv"_s, "alias,d_uuid\nacme,1\n");

    click(dialog, "openButton");

    ASSERT_TRUE(waitForCalls(1));
    EXPECT_EQ(child<QLineEdit>(dialog, "fileEdit").text(), u"session-2.http"_s);
}

TEST_F(ImportTest, ManyCallsGoToThePresetsOnly)
{
    QByteArray rowsOfCsv = "alias,d_uuid\n";
    for (int i = 0; i <= gui::ImportDialog::mostTabs; ++i)
        rowsOfCsv += "acme," + QByteArray::number(i) + '\n';
    paste(rowsOfCsv);
    ASSERT_TRUE(waitForCalls(gui::ImportDialog::mostTabs + 1));

    EXPECT_FALSE(child<QAbstractButton>(dialog, "tabsButton").isEnabled());
    EXPECT_TRUE(child<QAbstractButton>(dialog, "addButton").isEnabled());

    click(dialog, "noneButton");
    EXPECT_FALSE(child<QAbstractButton>(dialog, "addButton").isEnabled());
}

TEST_F(ImportTest, APastedCurlLineReadsNoFiles)
{
    const QString secret = folder.write(u"secret.txt"_s, "c_secret=1");
    paste("curl -d @" + secret.toUtf8() + " https://acme.demdex.net/event");
    ASSERT_TRUE(waitForCalls(1));

    EXPECT_EQ(rows(dialog, "notesView"), 1);
    QSignalSpy opened(&dialog, &gui::ImportDialog::openRequested);
    click(dialog, "tabsButton");
    EXPECT_EQ(dcs::body(opened.first().first().value<QList<interop::Preset>>().first().call), "");
}

TEST_F(ImportTest, WhatCannotBeReadSaysWhy)
{
    paste("{\"log\": {\"entries\": [");

    ASSERT_TRUE(QTest::qWaitFor([&] { return !text(dialog, "problemLabel").isEmpty(); }));
    EXPECT_EQ(rows(dialog, "callsView"), 0);
    EXPECT_EQ(rows(dialog, "notesView"), 1);
    EXPECT_FALSE(child<QAbstractButton>(dialog, "addButton").isEnabled());
}

TEST_F(ImportTest, IsReadable)
{
    expectReadable(dialog);
}
