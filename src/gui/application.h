// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QStringList>

#include <memory>

class QApplication;

namespace gui {

class MainWindow;
class Services;

/// What `dcs-workbench` was started with.
struct StartOptions {
    QString dataDir;
    QString workspace;
    bool sandbox = false;
    QStringList files;
    QString printed; ///< text of --help or --version: print it and stop

    static dcs::Result<StartOptions> parse(const QStringList &arguments);
};

/// Builds everything the program is made of and shows the window.
class Application
{
public:
    explicit Application(const StartOptions &options);
    ~Application();

    MainWindow &window() { return *m_window; }
    /// Parses, prints or shows, and runs until the window closes: the whole program. Exit code.
    static int run(QApplication &application);

private:
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace gui
