// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawlines.h"
#include "gui/rawpretty.h"
#include "gui/rawview.h"
#include "support/print.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;

class RawViewTest : public testing::Test
{
protected:
    void show(const QByteArray &text)
    {
        view.setText(std::make_shared<const gui::RawLines>(text, gui::RawLines::Options{}));
        view.resize(500, 300);
        view.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
        ASSERT_TRUE(QTest::qWaitFor([this] { return view.hasFocus(); }));
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    gui::RawView view;
};

TEST_F(RawViewTest, CopiesTheBytesOfTheTextNotOfTheScreen)
{
    show("a\tb\r\n\xe2\x80\xaexx\xc2\xa0y");

    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);

    EXPECT_EQ(clipboard(), u"a\tb\r\n\u202exx\u00a0y"_s);
}

TEST_F(RawViewTest, BytesThatAreNoTextAreCopiedBesideIt)
{
    show("a\xff");

    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);

    EXPECT_EQ(QGuiApplication::clipboard()->mimeData()->data(u"application/octet-stream"_s), "a\xff");
}

TEST_F(RawViewTest, TheKeyboardSelects)
{
    show("first\nsecond");

    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_End, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);

    EXPECT_EQ(clipboard(), u"secon"_s);
}

TEST_F(RawViewTest, ShowsAPlaceFarAway)
{
    QByteArray text;
    for (int i = 0; i < 100000; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    show(text);

    view.showOffset(text.indexOf("line 77777"), 10);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);

    EXPECT_EQ(clipboard(), u"line 77777"_s);
    EXPECT_TRUE(view.visibleText().contains(u"line 77777"_s));
}

TEST_F(RawViewTest, TwentyMegabytesInOneLineArePaintedAnywhere)
{
    show("[\"" + QByteArray(20 << 20, 'x') + "\"]");

    for (const int part : {1, 2, 3}) {
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() * part / 3);
        view.grab();
        EXPECT_TRUE(view.visibleText().contains(u"xxxx"_s)) << part;
    }
}

TEST_F(RawViewTest, IsAReadOnlyTextForScreenReaders)
{
    view.setAccessibleName(u"Body"_s);
    show("one\ntwo\x01");

    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);

    ASSERT_TRUE(accessible && accessible->textInterface());
    EXPECT_EQ(accessible->text(QAccessible::Name), u"Body"_s);
    EXPECT_TRUE(accessible->state().readOnly);
    EXPECT_EQ(accessible->textInterface()->text(0, 100), u"one\ntwo\\u{1}"_s);
}

TEST_F(RawViewTest, FoldsWithAKey)
{
    show("");
    const auto document = std::make_shared<const dcs::JsonDocument>(dcs::JsonDocument::parse("{\"a\":[1]}"));
    view.setText(std::make_shared<const gui::RawPretty>(document, gui::RawPretty::Options{}));
    QSignalSpy folded(&view, &gui::RawView::foldToggled);

    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Space);

    ASSERT_EQ(folded.count(), 1);
    EXPECT_EQ(folded[0][0].toUInt(), document->root().member(u"a").node());
}

} // namespace
