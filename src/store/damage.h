// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QDateTime>
#include <QString>

namespace store {

class Database;

/// Renames a damaged database, with its log, out of the way; gives the new name.
dcs::Result<QString> setAside(const QString &file, const QDateTime &now);

/// Brings what can still be read of a damaged database into a new, empty one of our version; gives the number
/// of calls. The damaged file is not changed.
qint64 recover(const QString &damaged, Database &into);

} // namespace store
