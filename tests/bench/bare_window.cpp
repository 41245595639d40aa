// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The least a Qt program can do: what the window's start is measured against.

#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QStatusBar>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setWindowTitle(QStringLiteral("bare"));
    window.setCentralWidget(new QLabel(QStringLiteral("A window with a text, and nothing else.")));
    window.statusBar()->showMessage(QStringLiteral("ready"));
    window.resize(1100, 720);
    window.show();
    return QApplication::exec();
}
