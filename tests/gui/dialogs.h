// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"
#include "gui/calldocument.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/widgets.h"
#include "store/historythread.h"
#include "support/temporaryfolder.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

/// Answers that a test has laid out, and what was asked.
class LaidOutPrompts : public gui::Prompts
{
public:
    std::optional<Target> presetTarget(const Target &, const QStringList &) override { return {}; }
    std::optional<QString> text(const QString &, const QString &, const QString &value) override
    {
        suggested = value;
        return typed;
    }
    bool confirm(const QString &, const QString &question, const QString &) override
    {
        questions.append(question);
        return confirmed;
    }
    std::optional<QString> openFile(const QString &, const QString &) override { return file; }
    std::optional<QString> saveFile(const QString &, const QString &name) override
    {
        suggested = name;
        return file;
    }
    std::optional<QString> folder(const QString &, const QString &) override { return {}; }

    bool confirmed = true;
    std::optional<QString> file, typed;
    QString suggested;
    QStringList questions;
};

/// A dialog's surroundings: services on a folder of their own with the built-in sandbox, and one call.
class DialogTest : public ::testing::Test
{
protected:
    DialogTest()
    {
        auto made = std::make_unique<LaidOutPrompts>();
        prompts = made.get();
        services.setPrompts(std::move(made));
        document.open(gui::firstDraft());
    }

    /// A real click, as a person makes it.
    static void click(QWidget &dialog, const char *name)
    {
        auto &button = child<QAbstractButton>(dialog, name);
        ASSERT_TRUE(button.isEnabled()) << name;
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    static QString text(QWidget &dialog, const char *label) { return child<QLabel>(dialog, label).text(); }
    static QString cell(QWidget &dialog, const char *table, int row, int column)
    {
        return child<QTableView>(dialog, table).model()->index(row, column).data().toString();
    }
    static int rows(QWidget &dialog, const char *table)
    {
        return child<QTableView>(dialog, table).model()->rowCount();
    }
    qint64 recorded()
    {
        std::optional<qint64> count;
        services.history().count(
            &services, [&](const dcs::Result<qint64> &result) { count = result.value_or(-1); });
        EXPECT_TRUE(QTest::qWaitFor([&] { return count.has_value(); }));
        return count.value_or(-1);
    }

    TemporaryFolder folder;
    gui::Services services{dcs::Catalogue::builtIn(), folder.path(), folder.path(QStringLiteral("presets"))};
    gui::CallDocument document{dcs::Catalogue::builtIn()};
    LaidOutPrompts *prompts = nullptr;
};

/// What every dialog owes to those who read it: labels that show text as it is, controls with names, and
/// room for every word at its smallest size.
inline void expectReadable(QWidget &dialog)
{
    dialog.resize(dialog.minimumSizeHint());
    QTest::qWait(0);
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->objectName().toStdString();
        const bool oneLine = label->isVisible() && !label->wordWrap();
        EXPECT_TRUE(!oneLine || label->width() >= label->sizeHint().width()) << label->text().toStdString();
    }
    for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>()) {
        const bool shows = button->isVisible() && !button->text().isEmpty();
        EXPECT_TRUE(!shows || button->width() >= button->minimumSizeHint().width())
            << button->text().toStdString();
    }
}
