// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogs.h"
#include "gui/historyexportdialog.h"
#include "gui/maskingdialog.h"
#include "store/sample.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace {

const QByteArray uuid = "22920112968019678612904394744954398990";

class HistoryDialogsTest : public DialogTest
{
protected:
    store::ExchangeId add(const QByteArray &target)
    {
        return sample::record(*other, sample::exchange(sample::request(target), "{}"));
    }
    gui::HistoryExportDialog &exporting(const QString &line, const QList<store::ExchangeId> &selected)
    {
        const auto filter = store::parseSearch(line, QDateTime::currentDateTime());
        dialog = std::make_unique<gui::HistoryExportDialog>(services, *filter, selected);
        showActive(*dialog);
        return static_cast<gui::HistoryExportDialog &>(*dialog);
    }
    gui::MaskingDialog &masking()
    {
        dialog = std::make_unique<gui::MaskingDialog>(services.history(), *prompts);
        showActive(*dialog);
        return static_cast<gui::MaskingDialog &>(*dialog);
    }
    bool waitForState(const QString &words)
    {
        return QTest::qWaitFor([&] { return text(*dialog, "stateLabel").contains(words); });
    }
    /// What the dialog wrote in that format.
    QByteArray saved(int format, const QString &name)
    {
        prompts->file = folder.path(name);
        child<QComboBox>(*dialog, "formatCombo").setCurrentIndex(format);
        click(*dialog, "saveButton");
        EXPECT_TRUE(waitForState(name)) << text(*dialog, "stateLabel").toStdString();
        return folder.read(name);
    }

    std::unique_ptr<store::History> other = sample::open(folder.path());
    std::unique_ptr<QDialog> dialog;
};

} // namespace

TEST_F(HistoryDialogsTest, ExportsWhatTheSearchFindsInEveryFormat)
{
    add("/event?c_a=popstar&d_uuid=" + uuid);
    add("/event?c_a=rock");
    add("/event?c_a=popstar");
    ASSERT_TRUE(other->setNote(3, u"for the report"_s));
    exporting(u"popstar"_s, {});
    EXPECT_FALSE(child<QRadioButton>(*dialog, "selectedRadio").isEnabled());
    EXPECT_EQ(text(*dialog, "filterLabel"), u"with “popstar”"_s);

    const QJsonArray entries = QJsonDocument::fromJson(saved(0, u"a.har"_s))[u"log"][u"entries"].toArray();
    ASSERT_EQ(entries.size(), 2);
    EXPECT_EQ(entries[0][u"comment"].toString(), u"for the report"_s);
    EXPECT_TRUE(entries[1][u"request"][u"url"].toString().contains(QString::fromLatin1(uuid)));
    EXPECT_EQ(prompts->suggested, u"history.har"_s);
    const QByteArray csv = saved(1, u"a.csv"_s);
    EXPECT_TRUE(csv.startsWith("id,startedAt,"));
    EXPECT_EQ(csv.count('\n'), 3);
    const QByteArrayList lines = saved(2, u"a.jsonl"_s).trimmed().split('\n');
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(QJsonDocument::fromJson(lines[0])[u"history"][u"note"].toString(), u"for the report"_s);
    EXPECT_EQ(saved(3, u"a.sh"_s).count("curl "), 2);
}

TEST_F(HistoryDialogsTest, ExportsTheSelectedCallsMaskedOnRequest)
{
    const auto a = add("/event?c_a=1&d_uuid=" + uuid);
    const auto b = add("/event?c_a=2&d_uuid=" + uuid);
    add("/event?c_a=3&d_uuid=" + uuid);
    exporting({}, {b, a});
    EXPECT_TRUE(child<QRadioButton>(*dialog, "selectedRadio").isChecked());
    child<QCheckBox>(*dialog, "maskCheck").setChecked(true);

    for (int format = 0; format < 4; ++format) {
        const QByteArray written = saved(format, u"masked%1"_s.arg(format));
        EXPECT_TRUE(written.contains("c_a=2") && written.contains("c_a=1")) << format;
        EXPECT_FALSE(written.contains("c_a=3")) << format;
        EXPECT_FALSE(written.contains(uuid)) << format;
    }
}

TEST_F(HistoryDialogsTest, AnExportThatCannotBeWrittenSaysSo)
{
    add("/event?c_a=1");
    exporting({}, {});
    prompts->file = folder.path(u"missing/a.har"_s);

    click(*dialog, "saveButton");

    EXPECT_TRUE(waitForState(u"missing/a.har"_s)) << text(*dialog, "stateLabel").toStdString();
    EXPECT_TRUE(text(*dialog, "stateLabel").contains(u"could not be written"_s));
    EXPECT_TRUE(child<QAbstractButton>(*dialog, "saveButton").isEnabled());
}

TEST_F(HistoryDialogsTest, TheExportIsReadable)
{
    expectReadable(exporting(u"alias:acme"_s, {1, 2}));
}

TEST_F(HistoryDialogsTest, MaskingIsAChoiceForNewCalls)
{
    masking();
    auto &check = child<QCheckBox>(*dialog, "maskCheck");
    ASSERT_TRUE(QTest::qWaitFor([&] { return check.isEnabled(); }));
    EXPECT_FALSE(check.isChecked());

    focus(check);
    QTest::keyClick(&check, Qt::Key_Space);

    EXPECT_TRUE(QTest::qWaitFor([&] { return *other->isMasking(); }));
    EXPECT_TRUE(other->entry(add("/event?d_uuid=" + uuid))->row.masked);
    masking();
    EXPECT_TRUE(QTest::qWaitFor([&] { return child<QCheckBox>(*dialog, "maskCheck").isChecked(); }));
}

TEST_F(HistoryDialogsTest, EarlierCallsAreMaskedAfterAQuestion)
{
    for (int i = 0; i < 3; ++i)
        add("/event?d_uuid=" + uuid);
    masking();
    ASSERT_TRUE(waitForState(u"3 call"_s)) << text(*dialog, "stateLabel").toStdString();
    prompts->confirmed = false;
    click(*dialog, "earlierButton");
    EXPECT_EQ(*other->countUnmasked(), 3);
    prompts->confirmed = true;

    click(*dialog, "earlierButton");

    EXPECT_TRUE(waitForState(u"No call"_s)) << text(*dialog, "stateLabel").toStdString();
    EXPECT_EQ(*other->countUnmasked(), 0);
    EXPECT_FALSE(child<QAbstractButton>(*dialog, "earlierButton").isEnabled());
    EXPECT_EQ(prompts->questions.size(), 2);
}

TEST_F(HistoryDialogsTest, TheMaskingDialogIsReadable)
{
    expectReadable(masking());
}
