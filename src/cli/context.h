// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QString>

#include <cstdio>
#include <functional>

namespace dcs {
class Catalogue;
}

namespace cli {

/// Where a verb reads and writes. Tests hand in buffers; the program hands in the real streams.
struct Context {
    std::function<void(QByteArrayView)> out; ///< data
    std::function<void(QByteArrayView)> err; ///< everything for people
    std::function<dcs::Result<QByteArray>()> readInput; ///< all of standard input
    bool colour = false;
    bool errIsTerminal = false; ///< somebody looks at progress
    bool inputIsTerminal = false; ///< nothing is piped in
    QString dataFolder;
    QString workspaceFolder;
    const dcs::Catalogue *catalogue = nullptr;

    void print(const QString &text) const { out(text.toUtf8()); }
    void tell(const QString &text) const { err(text.toUtf8()); }
    /// An error as a message: what, then how to mend it. Returns the exit code that belongs to it.
    int fail(const dcs::Error &error) const;
    QString paint(
        const QString &text, const char *style) const; ///< an SGR style such as "1;31", if colour is on
};

/// Everything a stream has, up to 1 GiB.
dcs::Result<QByteArray> readAll(std::FILE *stream);

} // namespace cli
