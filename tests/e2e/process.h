// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/temporaryfolder.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QThread>

#include <memory>

/// What a finished program left behind.
struct Ran {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const;
};

/// The shipped `dcs`, run in a folder of its own.
class DcsProgram
{
public:
    DcsProgram();

    Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Started and left running; ended with the object.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    QString folder() const { return m_folder.path(); }
    const TemporaryFolder &files() const { return m_folder; }
    static QString path();

private:
    QStringList complete(const QStringList &arguments) const;
    TemporaryFolder m_folder;
};

Ran runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {},
    const QString &folder = {});

/// `dcs sandbox` as a process of its own.
class SandboxProcess
{
public:
    explicit SandboxProcess(const DcsProgram &dcs, const QStringList &options = {});
    ~SandboxProcess();

    QString http() const { return m_http; } ///< 127.0.0.1:PORT
    QString https() const { return m_https; }
    QString ca() const { return m_ca; }

private:
    std::unique_ptr<QProcess> m_process;
    QString m_http, m_https, m_ca;
};

/// A raw socket in the sandbox's place: keeps every byte it gets and answers with what it was told, in its
/// own thread.
class RawServer
{
public:
    explicit RawServer(QByteArray answer);
    ~RawServer();

    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QByteArray received() const; ///< of all connections, in order of arrival
    int connections() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
    quint16 m_port = 0;
};
