// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/places/hostgroups.h"

#include <Qt>

#include <optional>
#include <vector>

namespace Runnerscope {

/// A row of a table of hosts: one manager, or those that a grouping makes one host.
struct HostRow
{
    HostRef host; ///< the one of them that made contact last
    qint64 managers = 1;
    qint64 runners = 1; ///< different ones
    qint64 online = 0; ///< of the managers
    bool isTold = true; ///< false for the managers that told nothing they could be grouped by
};

/// Each manager of the rows that \a rows matches, or their groups.
std::vector<HostRow> hostRows(const Fleet &fleet, const FilterMask &rows, std::optional<HostGrouping> grouping);

enum class HostSortKey {
    Status,
    SystemId,
    Address,
    Version,
    Platform,
    Executor,
    LastContact,
    KnownSince,
    Runner,
    Owner,
    Managers,
    Runners,
};

/// Empty values last in both directions, equal ones by runner and manager.
void sortHosts(std::vector<HostRow> &hosts, const Fleet &fleet, HostSortKey key, Qt::SortOrder order);

} // namespace Runnerscope
