// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"

#include <algorithm>

namespace Runnerscope {

namespace {

bool runAll(Database &database, std::initializer_list<QString> statements)
{
    return std::ranges::all_of(statements, [&](const QString &sql) { return database.run(sql); });
}

/// chunk: rows of the cache. A chunk speaks for the runners from its key up to the key of the next; the first key is 0.
/// fleet: what belongs to all rows; directory is the checksum over the chunks, state is null until a fleet was whole in
/// the file once. generation grows when a fleet has been kept, and is the part of chunk that it wrote.
///
/// present: runners (manager 0) and managers that are there now. past: those that were, with their last state. former:
/// values that a field had before the one it has now; until is when the value after it was first seen. Times are in
/// milliseconds since 1970, on the server's clock.
bool makeVersion1(Database &database)
{
    return runAll(database,
        {
            QStringLiteral("CREATE TABLE chunk (key INTEGER PRIMARY KEY, generation INTEGER NOT NULL, "
                           "rows BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE fleet (id INTEGER PRIMARY KEY CHECK (id = 1), generation INTEGER NOT NULL, "
                           "directory INTEGER NOT NULL, state BLOB)"),
            QStringLiteral("CREATE TABLE present (runner INTEGER NOT NULL, manager INTEGER NOT NULL, "
                           "first INTEGER NOT NULL, PRIMARY KEY (runner, manager)) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE past (runner INTEGER NOT NULL, manager INTEGER NOT NULL, "
                           "first INTEGER NOT NULL, last INTEGER NOT NULL, state BLOB NOT NULL)"),
            QStringLiteral("CREATE INDEX past_of_runner ON past (runner)"),
            QStringLiteral("CREATE TABLE former (runner INTEGER NOT NULL, manager INTEGER NOT NULL, "
                           "field INTEGER NOT NULL, until INTEGER NOT NULL, first INTEGER NOT NULL, "
                           "last INTEGER NOT NULL, value TEXT NOT NULL, "
                           "PRIMARY KEY (runner, manager, field, until, value)) WITHOUT ROWID"),
        });
}

/// The history of the queue; times as above. queue_sample: what was seen last, each sample as a whole. queue_look and
/// queue_track: what was seen before, by facet, in blocks that begin at start; the tiers are those of queuetiers.h, and
/// facet 0 is all jobs. A sample is stronger than a block. While blocks move to a coarser tier their queue_look
/// stands in both, and a queue_track in one. queue_wait: waits by the time of their start; tiers beyond those of
/// queuetiers.h are sums of them (see WaitSums), which whoever knows none may leave alone. queue_peak: the most jobs
/// that ran at once.
bool makeVersion2(Database &database)
{
    return runAll(database,
        {
            QStringLiteral("CREATE TABLE queue_facet (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, "
                           "name TEXT NOT NULL, UNIQUE (kind, name))"),
            QStringLiteral("CREATE TABLE queue_sample (moment INTEGER PRIMARY KEY, sample BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE queue_look (tier INTEGER NOT NULL, start INTEGER NOT NULL, "
                           "looks BLOB NOT NULL, PRIMARY KEY (tier, start)) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE queue_track (tier INTEGER NOT NULL, start INTEGER NOT NULL, "
                           "facet INTEGER NOT NULL, track BLOB NOT NULL, PRIMARY KEY (tier, start, facet))"),
            QStringLiteral("CREATE TABLE queue_wait (tier INTEGER NOT NULL, start INTEGER NOT NULL, "
                           "waits BLOB NOT NULL, PRIMARY KEY (tier, start))"),
            QStringLiteral("CREATE TABLE queue_peak (facet INTEGER PRIMARY KEY, running INTEGER NOT NULL, "
                           "moment INTEGER NOT NULL)"),
        });
}

} // namespace

std::vector<Migration> storeMigrations()
{
    return {makeVersion1, makeVersion2};
}

SchemaState schemaState(Database &database, int currentVersion)
{
    const auto version = database.value(QStringLiteral("PRAGMA user_version"));
    const auto application = database.value(QStringLiteral("PRAGMA application_id"));
    const auto tables = database.value(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!version || !application || !tables)
        return SchemaState::Unreadable;
    if (*application == 0 && *version == 0 && *tables == 0)
        return SchemaState::Older; // a new file
    if (*application != storeApplicationId || version->toInt() < 1)
        return SchemaState::Foreign;
    if (version->toInt() == currentVersion)
        return SchemaState::Current;
    return version->toInt() < currentVersion ? SchemaState::Older : SchemaState::Newer;
}

bool migrate(Database &database, std::span<const Migration> migrations)
{
    Transaction transaction(database, Transaction::For::Writing);
    if (!transaction.begun())
        return false;
    const auto version = database.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return false;
    for (auto next = static_cast<std::size_t>(version->toInt()); next < migrations.size(); ++next) {
        if (!migrations[next](database))
            return false;
    }
    return database.run(QStringLiteral("PRAGMA application_id = %1").arg(storeApplicationId))
        && database.run(QStringLiteral("PRAGMA user_version = %1").arg(migrations.size())) && transaction.commit();
}

} // namespace Runnerscope
