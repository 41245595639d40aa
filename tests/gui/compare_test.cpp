// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerexport.h"
#include "gui/answertable.h"
#include "gui/comparedialog.h"
#include "gui/comparerows.h"
#include "gui/prompts.h"
#include "interop/har.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;

class ChosenFile : public gui::Prompts
{
public:
    std::optional<Target> presetTarget(const Target &, const QStringList &) override { return {}; }
    std::optional<QString> text(const QString &, const QString &, const QString &) override { return {}; }
    bool confirm(const QString &, const QString &, const QString &) override { return false; }
    std::optional<QString> openFile(const QString &, const QString &) override { return path; }
    std::optional<QString> saveFile(const QString &, const QString &) override { return path; }
    std::optional<QString> folder(const QString &, const QString &) override { return {}; }

    QString path;
};

dcs::Exchange exchangeOf(const QByteArray &body)
{
    dcs::Exchange exchange;
    exchange.status = 200;
    exchange.body = body;
    return exchange;
}

interop::Comparable answerOf(const QByteArray &body, bool whole = false)
{
    return {u"an answer"_s, exchangeOf(body), whole};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// A HAR of calls to the DCS with these answers.
QByteArray harOf(const QList<QByteArray> &bodies)
{
    QList<dcs::Exchange> exchanges;
    for (const QByteArray &body : bodies) {
        dcs::Exchange exchange = exchangeOf(body);
        exchange.request.host = "usw2.demdex.net";
        exchange.request.bytes = "GET /event?d_rtbd=json&c_n=" + QByteArray::number(exchanges.size())
            + " HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n";
        exchange.request.headBytes = exchange.request.bytes.size();
        exchanges.append(exchange);
    }
    return interop::writeHar(exchanges);
}

TEST(Comparison, CountsEachKind)
{
    const gui::Comparison comparison = gui::Comparison::of(
        answerOf(R"({"a":1,"b":2,"tid":"x"})"), answerOf(R"({"a":2,"c":3,"tid":"y"})"), {});

    EXPECT_EQ(comparison.changed, 1);
    EXPECT_EQ(comparison.added, 1);
    EXPECT_EQ(comparison.removed, 1);
    EXPECT_EQ(comparison.rows.size(), 3);
}

TEST(CompareDialog, ComparesWithAFileAndForgetsWhatIsIgnored)
{
    QTemporaryDir folder;
    ChosenFile prompts;
    prompts.path = folder.filePath(u"before.json"_s);
    write(prompts.path, R"({"a":1,"b":2})");
    gui::CompareDialog dialog(prompts);
    dialog.choose(gui::CompareDialog::After, dialog.addAnswer(answerOf(R"({"a":1,"b":3})")));

    dialog.findChild<QPushButton *>(u"beforeFileButton"_s)->click();

    auto *table = dialog.findChild<gui::AnswerTable *>();
    const auto rows = [table](int count) {
        return QTest::qWaitFor([=] { return table->rows().size() == count; }, 20000);
    };
    ASSERT_TRUE(rows(1)); // a bare body has no status and no headers that could differ
    EXPECT_EQ(table->rows().back()[2], u"$.b"_s);
    EXPECT_EQ(dialog.findChild<QComboBox *>(u"beforeCombo"_s)->currentText(), u"before.json"_s);
    auto *ignore = dialog.findChild<QLineEdit *>(u"ignoreEdit"_s);
    ignore->setText(u"$.b"_s);
    Q_EMIT ignore->editingFinished();
    EXPECT_TRUE(rows(0));
    ignore->setText(u"$.b["_s);
    Q_EMIT ignore->editingFinished();
    EXPECT_TRUE(dialog.findChild<QLabel *>(u"summaryLabel"_s)->text().contains(u"no path"_s));
}

TEST(CompareDialog, LetsOneChooseAmongTheCallsOfAHarOnBothSides)
{
    QTemporaryDir folder;
    ChosenFile prompts;
    prompts.path = folder.filePath(u"session.har"_s);
    write(prompts.path, harOf({R"({"uuid":"1"})", R"({"uuid":"2"})", R"({"uuid":"3"})"}));
    gui::CompareDialog dialog(prompts);
    auto *before = dialog.findChild<QComboBox *>(u"beforeCombo"_s);
    auto *after = dialog.findChild<QComboBox *>(u"afterCombo"_s);
    EXPECT_EQ(before->currentIndex(), -1);

    dialog.findChild<QPushButton *>(u"beforeFileButton"_s)->click();

    ASSERT_TRUE(QTest::qWaitFor([=] { return before->count() == 3; }, 20000));
    EXPECT_EQ(before->currentIndex(), 0);
    EXPECT_EQ(after->currentIndex(), -1); // nothing was said about that side
    EXPECT_TRUE(before->itemText(1).startsWith(u"session.har #2: GET acme.demdex.net/event, 200"_s))
        << before->itemText(1).toStdString();
    Q_EMIT after->activated(2);
    auto *table = dialog.findChild<gui::AnswerTable *>();
    ASSERT_TRUE(QTest::qWaitFor([=] { return table->rows().size() == 2; }, 20000));
    EXPECT_EQ(table->rows()[0], QStringList({u"≠ changed"_s, u"request"_s, u"c_n"_s, u"0"_s, u"2"_s}));
    EXPECT_EQ(
        table->rows()[1], QStringList({u"≠ changed"_s, u"answer"_s, u"$.uuid"_s, u"\"1\""_s, u"\"3\""_s}));
    dialog.findChild<QPushButton *>(u"swapButton"_s)->click();
    ASSERT_TRUE(QTest::qWaitFor([=] { return table->rows().size() == 2; }, 20000));
    EXPECT_EQ(table->rows()[1][3], u"\"3\""_s);
}

TEST(CompareDialog, TimesCountOnceTheyAreAskedFor)
{
    ChosenFile prompts;
    gui::CompareDialog dialog(prompts);
    dialog.choose(gui::CompareDialog::Before, dialog.addAnswer(answerOf(R"({"at":"2026-01-31T12:00:00Z"})")));
    dialog.choose(gui::CompareDialog::After, dialog.addAnswer(answerOf(R"({"at":"2026-02-01T12:00:00Z"})")));
    auto *label = dialog.findChild<QLabel *>(u"summaryLabel"_s);
    EXPECT_TRUE(QTest::qWaitFor([=] { return label->text().startsWith(u"No difference."_s); }, 20000));

    dialog.findChild<QCheckBox *>(u"timesCheck"_s)->click();

    auto *table = dialog.findChild<gui::AnswerTable *>();
    EXPECT_TRUE(QTest::qWaitFor([=] { return table->rows().size() == 1; }, 20000));
}

TEST(CompareDialog, ACallOfTheHistoryIsFetchedOnceItIsChosen)
{
    ChosenFile prompts;
    gui::CompareDialog dialog(prompts);
    QList<qint64> fetched;
    dialog.setHistory([&](qint64 id, QObject *, const gui::CompareDialog::Deliver &deliver) {
        fetched.append(id);
        if (id == 7)
            deliver(exchangeOf(R"({"uuid":"7"})"));
        else
            deliver(dcs::Error{dcs::Errc::NotFound, u"There is no call 9."_s, {}, {}});
    });
    dialog.addHistory(7, u"call 7"_s);
    dialog.addHistory(9, u"call 9"_s);
    dialog.choose(gui::CompareDialog::After, dialog.addAnswer(answerOf(R"({"uuid":"8"})", true)));
    EXPECT_TRUE(fetched.isEmpty());

    Q_EMIT dialog.findChild<QComboBox *>(u"beforeCombo"_s)->activated(0);

    auto *table = dialog.findChild<gui::AnswerTable *>();
    EXPECT_TRUE(QTest::qWaitFor([=] { return table->rows().size() == 1; }, 20000));
    dialog.choose(gui::CompareDialog::Before, 0);
    EXPECT_EQ(fetched, QList<qint64>{7});
    dialog.choose(gui::CompareDialog::Before, 1);
    EXPECT_EQ(dialog.findChild<QLabel *>(u"summaryLabel"_s)->text(), u"There is no call 9."_s);
}

TEST(CompareDialog, SaysWhyAFileCannotBeRead)
{
    ChosenFile prompts;
    prompts.path = u"/nowhere/at/all.json"_s;
    gui::CompareDialog dialog(prompts);

    dialog.findChild<QPushButton *>(u"afterFileButton"_s)->click();

    auto *label = dialog.findChild<QLabel *>(u"summaryLabel"_s);
    EXPECT_TRUE(QTest::qWaitFor([=] { return label->text().contains(u"/nowhere/at/all.json"_s); }, 20000));
}

TEST(AnswerExport, MasksIdsOnRequest)
{
    dcs::Exchange exchange
        = exchangeOf(R"({"uuid":"22920112968019678612904394744954398990","dcs_region":9})");
    exchange.request.bytes = "GET /event?d_cid_ic=crm%01alice HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n";
    exchange.request.headBytes = exchange.request.bytes.size();
    const gui::AnswerReadingPtr reading = gui::AnswerReading::read({}, exchange, {}, {});

    EXPECT_EQ(gui::exportedBody(*reading, false), exchange.body);
    EXPECT_FALSE(gui::exportedBody(*reading, true).contains("2292"));
    EXPECT_TRUE(gui::exportedBody(*reading, true).contains("\"dcs_region\":9"));
    EXPECT_TRUE(gui::exportedHar(*reading, false).contains("alice"));
    EXPECT_FALSE(gui::exportedHar(*reading, true).contains("alice"));
    EXPECT_FALSE(gui::exportedJson(*reading, true).contains("2292"));
    EXPECT_TRUE(dcs::JsonDocument::parse(gui::exportedJson(*reading, true)).isValid());
}

} // namespace
