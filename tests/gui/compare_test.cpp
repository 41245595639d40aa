// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerexport.h"
#include "gui/answertable.h"
#include "gui/comparedialog.h"
#include "gui/comparerows.h"
#include "gui/prompts.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

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

TEST(Comparison, CountsEachKind)
{
    const gui::Comparison comparison = gui::Comparison::of(
        exchangeOf(R"({"a":1,"b":2,"tid":"x"})"), exchangeOf(R"({"a":2,"c":3,"tid":"y"})"), {u"$.tid"_s});

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
    QFile file(prompts.path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"a":1,"b":2})");
    file.close();
    gui::CompareDialog dialog(prompts);
    dialog.setExchange(gui::CompareDialog::After, exchangeOf(R"({"a":1,"b":3})"), u"this answer"_s);

    dialog.findChild<QPushButton *>(u"beforeFileButton"_s)->click();

    auto *table = dialog.findChild<gui::AnswerTable *>();
    const auto rows = [table](int count) {
        return QTest::qWaitFor([=] { return table->rows().size() == count; }, 20000);
    };
    // A bare body has no status: the dialog tells that as well.
    ASSERT_TRUE(QTest::qWaitFor([=] { return !table->rows().isEmpty(); }, 20000));
    const int all = int(table->rows().size());
    EXPECT_EQ(table->rows().back()[2], u"$.b"_s);
    EXPECT_EQ(dialog.findChild<QLabel *>(u"beforeLabel"_s)->text(), u"before.json"_s);
    auto *ignore = dialog.findChild<QLineEdit *>(u"ignoreEdit"_s);
    ignore->setText(u"$.b"_s);
    Q_EMIT ignore->editingFinished();
    EXPECT_TRUE(rows(all - 1));
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
