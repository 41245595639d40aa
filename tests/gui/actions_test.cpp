// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/actions.h"
#include "gui/flowbox.h"
#include "gui/plaintext.h"
#include "gui/widgets.h"

#include <QLabel>
#include <QMainWindow>
#include <QPushButton>

using namespace Qt::StringLiterals;

TEST(Actions, NoTwoShareKeys)
{
    QMainWindow window;
    const gui::Actions actions(window);
    QHash<QString, QString> owners;

    for (const QAction *action : window.findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            const QString text = key.toString(QKeySequence::PortableText);
            EXPECT_FALSE(owners.contains(text)) << text.toStdString() << ": " << owners[text].toStdString()
                                                << " and " << action->objectName().toStdString();
            owners.insert(text, action->objectName());
        }
    }
    EXPECT_TRUE(owners.contains(u"Ctrl+Return"_s));
}

TEST(Actions, EachHasATextAndKeysOrAMenu)
{
    QSet<QByteArray> ids;
    for (const gui::ActionSpec &spec : gui::actionTable()) {
        EXPECT_FALSE(QByteArray(spec.text).isEmpty()) << spec.id;
        EXPECT_TRUE(*spec.keys || spec.menu != gui::ActionMenu::None) << spec.id;
        EXPECT_FALSE(ids.contains(spec.id)) << spec.id;
        ids.insert(spec.id);
    }
}

TEST(Actions, MnemonicsOfAMenuDiffer)
{
    QHash<QString, QByteArray> owners;
    for (const gui::ActionSpec &spec : gui::actionTable()) {
        const QByteArray text = spec.text;
        const qsizetype mark = text.indexOf('&');
        if (spec.menu == gui::ActionMenu::None || mark < 0)
            continue;
        const QString key = QString::number(int(spec.menu)) + QChar::fromLatin1(text[mark + 1]).toLower();
        EXPECT_FALSE(owners.contains(key)) << spec.id << " and " << owners[key].constData();
        owners.insert(key, spec.id);
    }
}

TEST(PlainText, ALabelShowsMarkupAsText)
{
    QLabel label;
    gui::setPlainText(label, u"<b>a</b>\u202e & more"_s);

    EXPECT_EQ(label.textFormat(), Qt::PlainText);
    EXPECT_EQ(label.text(), u"<b>a</b>\\u{202e} & more"_s);
}

TEST(PlainText, ATipIsEscapedAndShort)
{
    const QString tip = gui::plainToolTip(u"<img src=x>"_s + QString(100000, u'x'));

    EXPECT_FALSE(tip.contains(u"<img"_s));
    EXPECT_LT(tip.size(), 1000);
}

TEST(FlowBox, BreaksIntoLinesAndGivesTheRestToWhatExpands)
{
    gui::FlowBox box;
    QList<QPushButton *> buttons;
    for (int i = 0; i < 4; ++i)
        buttons.append(new QPushButton(u"button"_s, &box));
    buttons[1]->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box.flow();
    const int width = buttons[0]->sizeHint().width();

    box.resize(width * 3, box.heightForWidth(width * 3));
    box.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&box));

    EXPECT_EQ(buttons[0]->y(), buttons[1]->y());
    EXPECT_GT(buttons[1]->width(), width);
    EXPECT_GT(buttons[2]->y(), buttons[1]->y());
    EXPECT_GE(box.height(), buttons[3]->geometry().bottom());
}
