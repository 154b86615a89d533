// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/filter/filtermask.h"

#include <Qt>

#include <vector>

namespace Runnerscope {

/// What makes several managers one host.
enum class HostGrouping {
    None, ///< nothing: each manager stands for itself
    Address, ///< the address from which GitLab was reached; behind a proxy or NAT many hosts have one
    SystemId, ///< what the runner program keeps on its host; copied disks have the same
};

/// A host, or the managers that a grouping makes one.
struct HostRow
{
    quint32 row = 0; ///< index into Fleet::rows, and
    quint32 manager = 0; ///< into its managers: the one of them that made contact last
    quint32 managers = 1;
    quint32 runners = 1; ///< distinct ones
    quint32 online = 0; ///< managers in contact within the last two hours
};

/// The managers of the rows that \a mask lets through. Those that do not tell what they are grouped by (an empty
/// address; no system id, or "<legacy>", which every old runner sends) stand alone: nothing is known to join them.
std::vector<HostRow> hostRows(const Fleet &fleet, const FilterMask &mask, HostGrouping grouping);

const RunnerManager &managerOf(const Fleet &fleet, const HostRow &host);

/// How much of the managers that exist the list holds.
struct HostCompleteness
{
    qint64 listed = 0;
    qint64 existing = 0; ///< as the server counts them
    qint64 runnersCut = 0; ///< runners of which only the newest managers are known

    friend bool operator==(const HostCompleteness &, const HostCompleteness &) = default;
};

HostCompleteness hostCompleteness(const Fleet &fleet, const FilterMask &mask);

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
