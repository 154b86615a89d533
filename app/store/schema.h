// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"

#include <span>
#include <vector>

namespace Runnerscope {

/// Brings a file from the version before to this one. Runs within a transaction.
using Migration = bool (*)(Database &);

/// Migrations in order: the first makes version 1 of an empty file. Their number is the version that this program
/// writes. A later version is one more function at the end; what has been released never changes.
std::vector<Migration> storeMigrations();

/// Tells our files from those of other programs ("Rnsc").
inline constexpr int storeApplicationId = 0x526e7363;

enum class SchemaState {
    Current,
    Older, ///< migrate() makes it current
    Newer, ///< of a newer program
    Foreign, ///< an SQLite file of another program
    Unreadable, ///< see the failure of the database
};

SchemaState schemaState(Database &database, int currentVersion);

/// All that is missing, in one transaction. False: nothing has changed; see the failure of the database.
bool migrate(Database &database, std::span<const Migration> migrations);

} // namespace Runnerscope
