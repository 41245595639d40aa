// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "dcs/sendoptions.h"
#include "dcs/wirerequest.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace interop {

/// A secret of the keychain is `{{$keychain NAME}}` in a preset or an environment. Resolving leaves a mark in
/// its place, •••NAME•••, which is what previews, history and exports show; the value takes the mark's place
/// on the way to the socket and nowhere else. So a call out of the history can be sent again.

/// 1 to 64 letters, digits, dots, hyphens and underscores.
bool isSecretName(QStringView name);
dcs::Error noSecretName(const QString &name);
QString secretMark(const QString &name);
/// The names of all marks in the text, each once.
QStringList secretsIn(QByteArrayView text);
QStringList secretsOf(const dcs::WireRequest &request, const dcs::SendOptions &options);

/// Puts the values in the place of their marks, and mends the Content-Length of a body that has some. An
/// error names the secret, never its value.
dcs::Result<void> fillSecrets(
    dcs::WireRequest &request, dcs::SendOptions &options, const QMap<QString, QString> &values);
/// The other way: what a hop or a message repeats of a value becomes its mark again.
QByteArray hideSecrets(QByteArray text, const QMap<QString, QString> &values);

} // namespace interop
