// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>

namespace store {

/// Reads a regular file of at most `maxBytes`. Errors name the file and why.
dcs::Result<QByteArray> readFile(const QString &path, qint64 maxBytes = qint64(1) << 30);

/// Replaces a file atomically and durably: the old content stays if anything fails, a full disk included (a
/// plain QSaveFile::commit() does not notice). `secret`: owner-only. Refuses what is no regular file.
dcs::Result<void> writeFile(const QString &path, const QByteArray &data, bool secret = false);
/// The same for what is made piece by piece; where `produce` fails, the old content stays too.
using WritePiece = std::function<bool(QByteArrayView piece)>; ///< false: no room, or no right
dcs::Result<void> writeFile(
    const QString &path, const std::function<dcs::Result<void>(const WritePiece &write)> &produce);

/// Changes a file that its owner alone can read and that other processes change too: what `change` makes of
/// the bytes as they are now ("" if there is no file) is written under a lock that all of them take. Gives
/// what the file says then.
dcs::Result<QByteArray> changeSharedFile(const QString &path, qint64 maxBytes,
    const std::function<dcs::Result<QByteArray>(const QByteArray &before)> &change);

/// Makes a folder readable by its owner alone.
dcs::Result<void> makePrivateFolder(const QString &path);

/// DCS_DATA_DIR or --data-dir, else the platform's data folder of the program.
QString dataFolder(const QString &chosen);

} // namespace store
