// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "dcs/sendoptions.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace interop {

/// Whether a key of an environment says how calls travel: dcs-proxy, dcs-ca, dcs-cert, dcs-key, dcs-cookies.
bool isSendingKey(QStringView key);

/// The options of a call with what they leave unset out of the environment's `sending` keys, and with the
/// {{variables}} of both filled in. Files of the environment lie relative to `folder`.
dcs::Result<dcs::SendOptions> completeOptions(dcs::SendOptions own, const QMap<QString, QString> &sending,
    const QMap<QString, QString> &values, const QString &folder);
/// Names of files that are relative become names below that folder.
void anchorFiles(dcs::SendOptions &options, const QString &folder);

/// The text of an environment file with other values for some keys of one environment, each as JSON ("" takes
/// the key out). All else stays as it is, byte for byte.
dcs::Result<QByteArray> withEnvironmentKeys(const QByteArray &file, const QString &fileName,
    const QString &environment, const QMap<QString, QByteArray> &keys);
/// A text as the JSON of such a key; "" for "".
QByteArray keyText(const QString &value);

} // namespace interop
