// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace sandbox {

/// What a TLS server shows: its certificate and key, and the CA that signed them.
struct ServerIdentity {
    QByteArray certificate; ///< PEM
    QByteArray key; ///< PEM
    QByteArray authority; ///< PEM
    QString authorityFile; ///< where clients find `authority`
};

/// A fresh server certificate for *.demdex.net, demdex.net, localhost and 127.0.0.1, signed by the CA in
/// `folder`. The CA and its key are made when they are missing, unreadable or about to expire, and are
/// readable by their owner alone; processes that start at once wait for each other. The CA may sign for those
/// names only, so that trusting it is no risk for others.
dcs::Result<ServerIdentity> serverIdentity(const QString &folder, const QDateTime &now);

} // namespace sandbox
