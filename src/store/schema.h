// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite.h"

namespace store {

/// The version that this program writes, kept in user_version (docs/history-format.md).
inline constexpr int schemaVersion = 3;
inline constexpr int applicationId
    = 0x44435357; ///< "DCSW", for file(1) and to tell our file from another program's

/// Makes the tables in an empty file.
dcs::Result<void> createSchema(Database &database);
/// From an earlier version to ours, one step after the other, all or nothing.
dcs::Result<void> migrateSchema(Database &database, int from);

} // namespace store
