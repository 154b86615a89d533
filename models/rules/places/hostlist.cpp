// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/hostlist.h"

#include <algorithm>

namespace Runnerscope {

const RunnerManager &managerOf(const Fleet &fleet, HostRef host)
{
    return fleet.rows[host.row].runner->managers[host.manager];
}

std::vector<HostRef> hostsOf(const Fleet &fleet, const FilterMask &rows)
{
    std::vector<HostRef> hosts;
    for (const quint32 row : indexesOf(rows)) {
        const auto managers = static_cast<quint32>(fleet.rows[row].runner->managers.size());
        for (quint32 manager = 0; manager < managers; ++manager)
            hosts.push_back({row, manager});
    }
    return hosts;
}

HostCompleteness hostCompleteness(const Fleet &fleet, const FilterMask &rows)
{
    HostCompleteness completeness;
    for (const quint32 row : indexesOf(rows)) {
        const Runner &runner = *fleet.rows[row].runner;
        const auto listed = static_cast<qint64>(runner.managers.size());
        completeness.listed += listed;
        completeness.existing += std::max(listed, qint64(runner.managerCount)); // the count may be the older of the two
        completeness.incompleteRunners += runner.managersComplete() ? 0 : 1;
    }
    return completeness;
}

} // namespace Runnerscope
