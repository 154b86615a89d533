// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/hostreport.h"

#include "app/report/csv.h"
#include "app/report/recordcsv.h"
#include "app/report/runnerjson.h"

namespace Runnerscope {

namespace {

QStringList hostColumns()
{
    return {QStringLiteral("id"), QStringLiteral("systemId"), QStringLiteral("status"), QStringLiteral("version"),
        QStringLiteral("revision"), QStringLiteral("platform"), QStringLiteral("architecture"),
        QStringLiteral("executor"), QStringLiteral("ipAddress"), QStringLiteral("contactedAt"),
        QStringLiteral("createdAt"), QStringLiteral("jobExecution"), QStringLiteral("runner"),
        QStringLiteral("runnerDescription"), QStringLiteral("owner")};
}

QStringList hostGroupColumns()
{
    return {QStringLiteral("key"), QStringLiteral("runners"), QStringLiteral("managers"),
        QStringLiteral("managersOnline"), QStringLiteral("contactedAt"), QStringLiteral("runnerIds")};
}

QJsonObject hostJson(const Fleet &fleet, HostRef host)
{
    const FleetRow &row = fleet.rows[host.row];
    const Runner &runner = *row.runner;
    QJsonObject object = managerJson(managerOf(fleet, host), row.readAt);
    object.insert(QStringLiteral("runner"), runner.id.number);
    object.insert(QStringLiteral("runnerDescription"), runner.description);
    object.insert(QStringLiteral("owner"), runner.owner ? textJson(runner.owner->fullPath) : QJsonValue());
    return object;
}

/// Each once: the hosts of a group come by row.
QJsonArray runnerIds(const Fleet &fleet, std::span<const HostRef> hosts)
{
    QJsonArray ids;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        if (i == 0 || hosts[i].row != hosts[i - 1].row)
            ids.append(fleet.rows[hosts[i].row].runner->id.number);
    }
    return ids;
}

QJsonObject hostGroupJson(const Fleet &fleet, const HostGroups &groups, const HostGroup &group)
{
    return {
        {QStringLiteral("key"), textJson(group.key)},
        {QStringLiteral("runners"), group.runners},
        {QStringLiteral("managers"), qint64(group.count)},
        {QStringLiteral("managersOnline"), group.online},
        {QStringLiteral("contactedAt"), timeJson(group.newestContact)},
        {QStringLiteral("runnerIds"), runnerIds(fleet, groups.of(group))},
    };
}

} // namespace

QJsonArray hostsJson(const Fleet &fleet, const std::vector<HostRef> &hosts)
{
    QJsonArray array;
    for (const HostRef host : hosts)
        array.append(hostJson(fleet, host));
    return array;
}

QString hostsCsv(const Fleet &fleet, const std::vector<HostRef> &hosts)
{
    const QStringList columns = hostColumns();
    QString text = csvLine(columns);
    for (const HostRef host : hosts)
        text += recordCsv(columns, hostJson(fleet, host));
    return text;
}

QJsonArray hostGroupsJson(const Fleet &fleet, const HostGroups &groups)
{
    QJsonArray array;
    for (const HostGroup &group : groups.groups)
        array.append(hostGroupJson(fleet, groups, group));
    return array;
}

QString hostGroupsCsv(const Fleet &fleet, const HostGroups &groups)
{
    const QStringList columns = hostGroupColumns();
    QString text = csvLine(columns);
    for (const HostGroup &group : groups.groups)
        text += recordCsv(columns, hostGroupJson(fleet, groups, group));
    return text;
}

} // namespace Runnerscope
