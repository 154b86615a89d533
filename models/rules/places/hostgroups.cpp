// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/hostgroups.h"

#include "models/rules/naturalorder.h"
#include "models/rules/status.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace Runnerscope {

namespace {

/// The hosts by row, each with the number of its group.
struct Grouping
{
    std::vector<HostRef> hosts;
    std::vector<quint32> groupOfHost;
    std::vector<HostGroup> groups; ///< in order of their first host
};

void count(HostGroup &group, const Fleet &fleet, HostRef host, bool isNewRunner)
{
    const RunnerManager &manager = managerOf(fleet, host);
    ++group.count;
    group.runners += isNewRunner ? 1 : 0;
    group.online += isOnline(manager.contactedAt, fleet.rows[host.row].readAt) ? 1 : 0;
    group.newestContact = std::max(group.newestContact, manager.contactedAt); // none is before every time
}

Grouping grouped(const Fleet &fleet, const FilterMask &rows, HostGrouping by)
{
    Grouping result{hostsOf(fleet, rows), {}, {}};
    result.groupOfHost.reserve(result.hosts.size());
    QHash<QString, quint32> numbers;
    std::vector<quint32> lastRows; // of each group: its hosts come by row
    for (const HostRef host : result.hosts) {
        const QString key = hostKey(managerOf(fleet, host), by);
        const auto next = static_cast<quint32>(result.groups.size());
        const quint32 number = numbers.value(key, next);
        const bool isNewGroup = number == next;
        if (isNewGroup) {
            numbers.insert(key, number);
            result.groups.emplace_back().key = key;
            lastRows.push_back(host.row);
        }
        count(result.groups[number], fleet, host, isNewGroup || lastRows[number] != host.row);
        lastRows[number] = host.row;
        result.groupOfHost.push_back(number);
    }
    return result;
}

/// The numbers of the groups as they are to be shown.
std::vector<quint32> orderOf(const std::vector<HostGroup> &groups)
{
    QStringList keys;
    for (const HostGroup &group : groups)
        keys.append(group.key);
    const std::vector<quint32> ranks = naturalRanks(keys);
    std::vector<quint32> order(groups.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {},
        [&](quint32 number) { return std::tuple(!groups[number].isTold(), -groups[number].runners, ranks[number]); });
    return order;
}

} // namespace

QString hostKey(const RunnerManager &manager, HostGrouping grouping)
{
    const QString &key = grouping == HostGrouping::SystemId ? manager.systemId : manager.ipAddress;
    const bool isTold = !key.trimmed().isEmpty() && key != QLatin1String("<legacy>");
    return isTold ? key : QString();
}

HostGroups groupHosts(const Fleet &fleet, const FilterMask &rows, HostGrouping grouping)
{
    const Grouping unordered = grouped(fleet, rows, grouping);
    HostGroups result;
    result.groups.reserve(unordered.groups.size());
    std::vector<quint32> places(unordered.groups.size()); // where the next host of a group goes
    quint32 first = 0;
    for (const quint32 number : orderOf(unordered.groups)) {
        HostGroup &group = result.groups.emplace_back(unordered.groups[number]);
        group.first = places[number] = first;
        first += group.count;
    }
    result.hosts.resize(unordered.hosts.size());
    for (std::size_t i = 0; i < unordered.hosts.size(); ++i)
        result.hosts[places[unordered.groupOfHost[i]]++] = unordered.hosts[i];
    return result;
}

} // namespace Runnerscope
