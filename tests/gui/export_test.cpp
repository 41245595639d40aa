// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/copyas.h"
#include "gui/copyasdialog.h"
#include "gui/dialogs.h"
#include "store/history.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace {

const QString user = u"22920112968019678612904394744954398990"_s;

class CopyAsTest : public DialogTest
{
protected:
    gui::CopyAsDialog &open()
    {
        dialog = std::make_unique<gui::CopyAsDialog>(
            gui::exportedCall(document, services), services.catalogue(), *prompts);
        showActive(*dialog);
        return *dialog;
    }
    QString preview() const { return child<QPlainTextEdit>(*dialog, "preview").toPlainText(); }

    std::unique_ptr<gui::CopyAsDialog> dialog;
};

} // namespace

TEST_F(CopyAsTest, TheMenuHasEveryFormatAndAFile)
{
    QMenu menu;
    QStringList chosen;

    gui::fillCopyAsMenu(menu, [&](const interop::ExportFormat *format) {
        chosen.append(format ? QString::fromLatin1(format->name) : u"file"_s);
    });
    for (QAction *action : menu.actions()) {
        if (!action->isSeparator())
            action->trigger();
    }

    EXPECT_EQ(chosen.size(), 13);
    EXPECT_EQ(chosen.first(), u"curl"_s);
    EXPECT_EQ(chosen.last(), u"file"_s);
}

TEST_F(CopyAsTest, EveryFormatOfTheFirstCallReachesTheClipboard)
{
    for (const interop::ExportFormat &format : interop::exportFormats()) {
        QGuiApplication::clipboard()->clear();

        ASSERT_TRUE(gui::copyAs(format, gui::exportedCall(document, services))) << format.name;

        EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(u"acme.demdex.net"_s)) << format.name;
    }
}

TEST_F(CopyAsTest, ACallOfTheHistoryBringsItsAnswerAlong)
{
    store::HistoryEntry entry;
    entry.row.id = 7;
    entry.exchange.request = *document.request();
    entry.exchange.status = 200;
    entry.exchange.body = R"({"tid":"31ZpxW5bQGc="})";

    const auto exported = gui::exportedCall(entry);

    ASSERT_TRUE(exported);
    const auto har = interop::exportCall(*interop::exportFormat("har"), *exported);
    ASSERT_TRUE(har);
    EXPECT_TRUE(har->contains("31ZpxW5bQGc="));
}

TEST_F(CopyAsTest, MaskingTakesTheIdsOutOfPreviewAndFile)
{
    open();
    child<QComboBox>(*dialog, "formatCombo").setCurrentIndex(6); // Python
    EXPECT_TRUE(preview().contains(user));
    QTest::mouseClick(&child<QCheckBox>(*dialog, "maskCheck"), Qt::LeftButton, {}, {5, 5});

    EXPECT_FALSE(preview().contains(user));
    prompts->file = folder.path(u"call.py"_s);
    click(*dialog, "saveButton");

    EXPECT_EQ(prompts->suggested, u"call.py"_s);
    EXPECT_FALSE(folder.read(u"call.py"_s).contains(user.toLatin1()));
    EXPECT_TRUE(folder.read(u"call.py"_s).contains("d_uuid=xxxxx"));
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(CopyAsTest, AValueThatAVariableLacksIsToldNotLeftOut)
{
    dcs::Call call = document.call();
    call.parameters.append({"c_x={{nothing}}", dcs::Parameter::Place::Query, true});
    document.editCall(call, u"edit"_s, {});
    open();

    EXPECT_TRUE(text(*dialog, "problemLabel").contains(u"{{nothing}}"_s));
    EXPECT_FALSE(child<QAbstractButton>(*dialog, "saveButton").isEnabled());

    child<QComboBox>(*dialog, "formatCombo").setCurrentIndex(5); // .http keeps variables
    EXPECT_TRUE(preview().contains(u"{{nothing}}"_s));
    EXPECT_TRUE(child<QAbstractButton>(*dialog, "saveButton").isEnabled());
}

TEST_F(CopyAsTest, IsReadable)
{
    expectReadable(open());
}
