// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/print.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

#include <gtest/gtest.h>

/// The child of that object name and kind; the test fails if there is none.
template <typename T>
T &child(const QWidget &parent, const char *name)
{
    T *found = parent.findChild<T *>(QString::fromLatin1(name));
    if (!found) {
        ADD_FAILURE() << "no child " << name;
        std::abort();
    }
    return *found;
}

/// Shows the widget and waits until it can take keys.
inline void showActive(QWidget &widget)
{
    widget.show();
    widget.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&widget));
    ASSERT_TRUE(QTest::qWaitForWindowActive(&widget));
}

/// Gives the widget the focus and makes sure that it has it before keys are sent.
inline void focus(QWidget &widget)
{
    widget.setFocus();
    ASSERT_TRUE(QTest::qWaitFor([&] { return widget.hasFocus(); })) << widget.objectName().toStdString();
}
