// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdio>
#include <unistd.h>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("dcs-workbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DCS_VERSION));
    // Qt sets the user's locale; numbers that other programs read must not follow it.
    std::setlocale(LC_NUMERIC, "C");

    cli::Context context;
    context.out = [](QByteArrayView bytes) { std::fwrite(bytes.data(), 1, size_t(bytes.size()), stdout); };
    context.err = [](QByteArrayView bytes) {
        std::fflush(stdout);
        std::fwrite(bytes.data(), 1, size_t(bytes.size()), stderr);
    };
    context.readInput = [] { return cli::readAll(stdin); };
    context.errIsTerminal = isatty(STDERR_FILENO) != 0;
    context.inputIsTerminal = isatty(STDIN_FILENO) != 0;
    context.catalogue = &dcs::Catalogue::builtIn();

    const QList<QByteArray> words(argv + 1, argv + argc);
    const int code = cli::run(words, context, isatty(STDOUT_FILENO) != 0);
    // A full disk or a closed pipe must not look like success.
    const bool written = std::fflush(stdout) == 0 && !std::ferror(stdout);
    const int result = written ? code : code == 0 ? 5 : code;
#ifndef __SANITIZE_ADDRESS__
    // The verb has closed what it opened. Taking the libraries down one by one would cost a tenth of a small
    // call.
    _exit(result);
#endif
    return result;
}
