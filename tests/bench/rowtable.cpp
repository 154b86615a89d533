// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rowtable.h"

#include "app/store/database.h"
#include "app/store/storelocation.h"
#include "models/rules/status.h"

#include <QHash>

namespace Runnerscope::Bench {

namespace {

QVariant stored(const OptionalTime &time)
{
    return time ? QVariant(static_cast<qlonglong>(time->time_since_epoch().count())) : QVariant();
}

QVariant stored(const std::optional<int> &count)
{
    return count ? QVariant(*count) : QVariant();
}

OptionalTime timeOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : OptionalTime(ServerTime(std::chrono::milliseconds(value.toLongLong())));
}

std::optional<int> countOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

template <typename Enum>
Enum enumOf(const QVariant &value)
{
    return static_cast<Enum>(value.toInt());
}

void bindAll(QSqlQuery &query, std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        query.bindValue(position++, value);
    query.exec();
}

} // namespace

void writeRowTable(const QString &file, const Fleet &fleet)
{
    makePrivateFile(file);
    Database database;
    database.open(file, Database::Access::Write);
    database.run(QStringLiteral("PRAGMA journal_mode = WAL"));
    Transaction transaction(database, Transaction::For::Writing);
    database.run(
        QStringLiteral("CREATE TABLE runner (id INTEGER PRIMARY KEY, sha, description, tags, owner, "
                       "managers, jobs, projects, timeout, created, contacted, type, access, execution, method, "
                       "state, paused, locked, untagged, readAt)"));
    database.run(QStringLiteral("CREATE TABLE owner (id INTEGER PRIMARY KEY, kind, path, name, fullName, url)"));
    database.run(
        QStringLiteral("CREATE TABLE manager (runner INTEGER, id INTEGER, system, version, revision, platform, "
                       "arch, executor, ip, created, contacted, execution, PRIMARY KEY (runner, id)) "
                       "WITHOUT ROWID"));
    QSqlQuery runners = database.prepared(
        QStringLiteral("INSERT INTO runner VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    QSqlQuery owners = database.prepared(QStringLiteral("INSERT OR IGNORE INTO owner VALUES (?, ?, ?, ?, ?, ?)"));
    QSqlQuery managers =
        database.prepared(QStringLiteral("INSERT INTO manager VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const FleetRow &row : fleet.rows) {
        const Runner &r = *row.runner;
        const qlonglong id = r.id.number;
        bindAll(owners,
            {static_cast<qlonglong>(r.owner->number), static_cast<int>(r.owner->kind), r.owner->fullPath, r.owner->name,
                r.owner->fullName, r.owner->webUrl});
        bindAll(runners,
            {id, r.shortSha, r.description, r.tags.join(u','), static_cast<qlonglong>(r.owner->number), r.managerCount,
                stored(r.jobCount), stored(r.projectCount), stored(r.maximumTimeout), stored(r.createdAt),
                stored(r.contactedAt), static_cast<int>(r.type), static_cast<int>(r.accessLevel),
                static_cast<int>(r.jobExecution), static_cast<int>(r.creationMethod), static_cast<int>(r.creationState),
                r.paused, r.locked, r.runUntagged, stored(OptionalTime(row.readAt))});
        for (const RunnerManager &m : r.managers)
            bindAll(managers,
                {id, static_cast<qlonglong>(m.number), m.systemId, m.version, m.revision, m.platform, m.architecture,
                    m.executor, m.ipAddress, stored(m.createdAt), stored(m.contactedAt),
                    static_cast<int>(m.jobExecution)});
    }
    runners.finish();
    owners.finish();
    managers.finish();
    transaction.commit();
}

Fleet readRowTable(const QString &file, InstanceId instance)
{
    Database database;
    database.open(file, Database::Access::Read);
    QHash<qint64, std::shared_ptr<const Owner>> owners;
    QSqlQuery query = database.prepared(QStringLiteral("SELECT * FROM owner"));
    for (query.exec(); query.next();)
        owners.insert(query.value(0).toLongLong(),
            std::make_shared<const Owner>(
                Owner{enumOf<OwnerKind>(query.value(1)), query.value(0).toLongLong(), query.value(2).toString(),
                    query.value(3).toString(), query.value(4).toString(), query.value(5).toString()}));
    QSqlQuery managers = database.prepared(QStringLiteral("SELECT * FROM manager ORDER BY runner"));
    managers.exec();
    bool moreManagers = managers.next();
    Fleet fleet;
    query = database.prepared(QStringLiteral("SELECT * FROM runner ORDER BY id"));
    for (query.exec(); query.next();) {
        auto r = std::make_shared<Runner>();
        r->id = {instance, query.value(0).toLongLong()};
        r->shortSha = query.value(1).toString();
        r->description = query.value(2).toString();
        r->tags = query.value(3).toString().split(u',');
        r->owner = owners.value(query.value(4).toLongLong());
        r->managerCount = query.value(5).toInt();
        r->jobCount = countOf(query.value(6));
        r->projectCount = countOf(query.value(7));
        r->maximumTimeout = countOf(query.value(8));
        r->createdAt = timeOf(query.value(9));
        r->contactedAt = timeOf(query.value(10));
        r->type = enumOf<RunnerType>(query.value(11));
        r->accessLevel = enumOf<AccessLevel>(query.value(12));
        r->jobExecution = enumOf<JobExecution>(query.value(13));
        r->creationMethod = enumOf<CreationMethod>(query.value(14));
        r->creationState = enumOf<CreationState>(query.value(15));
        r->paused = query.value(16).toBool();
        r->locked = query.value(17).toBool();
        r->runUntagged = query.value(18).toBool();
        for (; moreManagers && managers.value(0).toLongLong() == r->id.number; moreManagers = managers.next())
            r->managers.push_back({managers.value(1).toLongLong(), managers.value(2).toString(),
                managers.value(3).toString(), managers.value(4).toString(), managers.value(5).toString(),
                managers.value(6).toString(), managers.value(7).toString(), managers.value(8).toString(),
                timeOf(managers.value(9)), timeOf(managers.value(10)), enumOf<JobExecution>(managers.value(11))});
        const ServerTime readAt = *timeOf(query.value(19));
        const RunnerStatus status = statusOf(*r, readAt);
        fleet.rows.push_back({std::move(r), readAt, status});
    }
    return fleet;
}

} // namespace Runnerscope::Bench
