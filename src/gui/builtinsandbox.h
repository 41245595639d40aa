// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QObject>
#include <QString>
#include <QThread>

namespace dcs {
class Catalogue;
}

namespace gui {

/// The sandbox that the window brings along, on a thread of its own. It takes its usual ports if they are
/// free, so that a saved sandbox call works again tomorrow, else any.
class BuiltInSandbox : public QObject
{
    Q_OBJECT
public:
    BuiltInSandbox(const dcs::Catalogue &catalogue, QString folder, QObject *parent = nullptr);
    ~BuiltInSandbox() override;

    void start(); ///< once; later calls do nothing unless it failed
    bool isRunning() const { return m_port != 0; }
    quint16 port() const { return m_port; }
    quint16 tlsPort() const { return m_tlsPort; }
    const QString &caFile() const { return m_caFile; }

Q_SIGNALS:
    void started();
    void failed(const dcs::Error &error);

private:
    void serve(QObject *worker);

    const dcs::Catalogue &m_catalogue;
    QString m_folder;
    QThread m_thread;
    bool m_starting = false;
    quint16 m_port = 0;
    quint16 m_tlsPort = 0;
    QString m_caFile;
};

} // namespace gui
