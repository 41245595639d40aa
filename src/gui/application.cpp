// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/application.h"

#include "dcs/catalogue.h"
#include "gui/dialogprompts.h"
#include "gui/mainwindow.h"
#include "gui/services.h"
#include "gui/translation.h"
#include "store/files.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QPalette>
#include <QTimer>

#include <cstdio>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

// Qt's own placeholder colour is 4.0 to 1 on white, below what people with weak sight can read (WCAG 1.4.3).
void makePlaceholdersReadable(QApplication &application)
{
    QPalette palette = application.palette();
    QColor text = palette.color(QPalette::Text);
    text.setAlphaF(0.72F);
    palette.setColor(QPalette::PlaceholderText, text);
    application.setPalette(palette);
}

QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 32, 48, 128})
        icon.addFile(u":/icons/dcs-workbench-%1.png"_s.arg(size), {size, size});
    return icon;
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::Application)
};

} // namespace

dcs::Result<StartOptions> StartOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Build, send and inspect calls to Audience Manager's Data Collection Servers."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption dataDir(
        u"data-dir"_s, Text::tr("Keep history and settings in <dir>."), u"dir"_s);
    const QCommandLineOption workspace(u"workspace"_s, Text::tr("Folder of presets."), u"dir"_s);
    const QCommandLineOption sandbox(u"sandbox"_s, Text::tr("Open on the built-in sandbox."));
    parser.addOptions({dataDir, workspace, sandbox});
    parser.addPositionalArgument(
        u"file"_s, Text::tr(".http, .har, .json or .csv files to open."), u"[file…]"_s);
    if (!parser.parse(arguments))
        return dcs::Error{
            dcs::Errc::Usage, parser.errorText(), Text::tr("“dcs-workbench --help” lists the options."), {}};
    StartOptions options{parser.value(dataDir), parser.value(workspace), parser.isSet(sandbox),
        parser.positionalArguments(), {}};
    if (parser.isSet(help))
        options.printed = parser.helpText();
    else if (parser.isSet(version))
        options.printed = u"dcs-workbench %1\n"_s.arg(QStringLiteral(DCS_VERSION));
    return options;
}

Application::Application(const StartOptions &options)
    : m_services(std::make_unique<Services>(
        dcs::Catalogue::builtIn(), store::dataFolder(options.dataDir), options.workspace))
{
    m_window = std::make_unique<MainWindow>(*m_services);
    m_services->setPrompts(std::make_unique<DialogPrompts>(*m_window));
    if (options.sandbox)
        m_window->openSandboxCall();
    if (!options.files.isEmpty()) {
        QObject::connect(m_window.get(), &MainWindow::settled, m_window.get(), [this, files = options.files] {
            for (const QString &file : files)
                m_window->openFile(file);
        });
    }
    m_window->show();
}

Application::~Application() = default;

int Application::run(QApplication &application)
{
    application.setApplicationVersion(QStringLiteral(DCS_VERSION));
    translate(application, QLocale());
    const auto options = StartOptions::parse(application.arguments());
    if (!options) {
        std::fprintf(stderr, "dcs-workbench: %s %s\n", qUtf8Printable(options.error().message),
            qUtf8Printable(options.error().remedy));
        return 2;
    }
    if (!options->printed.isEmpty()) {
        std::fputs(qUtf8Printable(options->printed), stdout);
        return 0;
    }
    makePlaceholdersReadable(application);
    application.setWindowIcon(programIcon());
    const Application program(*options);
    return application.exec();
}

} // namespace gui
