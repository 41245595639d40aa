// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QStandardPaths>
#ifdef DCS_TEST_WIDGETS
#include <QApplication>
#endif

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

// A warning of Qt in a test is a bug of ours: a failed connect, a model that lies, a socket used after its thread.
void failOnWarning(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    std::fprintf(stderr, "%s\n", message.toLocal8Bit().constData());
    const bool noise = message.contains(QLatin1String("OpenType support missing"))
        || message.contains(QLatin1String("This plugin does not support"))
        || message.contains(QLatin1String("XDG_RUNTIME_DIR"));
    if (type != QtDebugMsg && type != QtInfoMsg && !noise)
        ADD_FAILURE() << "Qt warned: " << message.toStdString() << (context.function ? context.function : "");
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

int main(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    // Another thread would make the pages of a test that forks or dies hard to read.
    ::testing::FLAGS_gtest_death_test_style = "threadsafe";
    QStandardPaths::setTestModeEnabled(true);
    bool listing = false;
    for (int i = 1; i < argc; ++i)
        listing = listing || std::strstr(argv[i], "list_tests") != nullptr;
#ifdef DCS_TEST_WIDGETS
    QApplication application(argc, argv);
#else
    QCoreApplication application(argc, argv);
#endif
    std::setlocale(LC_ALL, "C.UTF-8");
    if (!listing)
        qInstallMessageHandler(failOnWarning);
    const int result = RUN_ALL_TESTS();
    qInstallMessageHandler(nullptr);
    return result;
}
