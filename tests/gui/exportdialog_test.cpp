// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/dialogs.h"
#include "gui/exportdialog.h"
#include "interop/postman.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

class ExportPresetsTest : public DialogTest
{
protected:
    ExportPresetsTest()
    {
        QDir(folder.path()).mkpath(u"presets/team"_s);
        folder.write(u"presets/one.http"_s, "### One\nGET https://usw2.demdex.net/event?d_uuid=00087\n");
        folder.write(u"presets/team/two.http"_s,
            "### Two\nGET https://irl1.demdex.net/event?c_a=2\nHost: acme.demdex.net\n\n### Broken\nGET\n");
        dialog = std::make_unique<gui::ExportDialog>(services);
        showActive(*dialog);
        prompts->file = folder.path(u"out"_s);
        EXPECT_TRUE(QTest::qWaitFor([this] { return rows(*dialog, "callsView") == 2; }));
    }
    void choose(const QString &format)
    {
        auto &combo = child<QComboBox>(*dialog, "formatCombo");
        combo.setCurrentIndex(combo.findText(format));
    }

    std::unique_ptr<gui::ExportDialog> dialog;
};

} // namespace

TEST_F(ExportPresetsTest, TheWorkspaceBecomesAPostmanCollectionWithItsFolders)
{
    EXPECT_EQ(rows(*dialog, "notesView"), 1); // the broken one
    QSignalSpy saved(dialog.get(), &gui::ExportDialog::saved);

    click(*dialog, "saveButton");

    ASSERT_EQ(saved.count(), 1) << text(*dialog, "problemLabel").toStdString();
    EXPECT_EQ(prompts->suggested, u"presets.postman_collection.json"_s);
    const auto read = interop::readPostman(folder.read(u"out"_s));
    ASSERT_TRUE(read.has_value());
    ASSERT_EQ(read->items.size(), 2);
    EXPECT_EQ(read->items[0].folders, (QStringList{u"team"_s, u"two"_s}));
    EXPECT_EQ(dcs::url(read->items[1].preset.call), "https://usw2.demdex.net/event?d_uuid=00087");
}

TEST_F(ExportPresetsTest, OnlyWhatIsCheckedGoesOutMaskedWhereAsked)
{
    QAbstractItemModel &model = *child<QTableView>(*dialog, "callsView").model();
    ASSERT_TRUE(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    choose(u"curl (bash)"_s);
    child<QCheckBox>(*dialog, "maskCheck").setChecked(true);

    click(*dialog, "saveButton");

    const QByteArray out = folder.read(u"out"_s);
    EXPECT_EQ(out.count("curl "), 1) << out.toStdString();
    EXPECT_TRUE(out.contains("d_uuid=xxxxx")) << out.toStdString();
}

TEST_F(ExportPresetsTest, NothingCheckedIsNothingToSave)
{
    click(*dialog, "noneButton");

    EXPECT_FALSE(child<QAbstractButton>(*dialog, "saveButton").isEnabled());
    EXPECT_FALSE(child<QAbstractButton>(*dialog, "environmentCheck").isEnabled()); // none is chosen
}

TEST_F(ExportPresetsTest, IsReadable)
{
    expectReadable(*dialog);
}
