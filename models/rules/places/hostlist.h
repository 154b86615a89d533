// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/filter/filtermask.h"

#include <compare>
#include <vector>

namespace Runnerscope {

/// One manager of one runner, by its places in a fleet.
struct HostRef
{
    quint32 row = 0; ///< index into Fleet::rows
    quint32 manager = 0; ///< index into Runner::managers

    friend auto operator<=>(const HostRef &, const HostRef &) = default;
};

const RunnerManager &managerOf(const Fleet &fleet, HostRef host);

/// The managers of the rows that \a rows matches, as far as they have been read: by row, then newest first.
std::vector<HostRef> hostsOf(const Fleet &fleet, const FilterMask &rows);

/// How many hosts a list holds, and how many it ought to: of each runner only the newest managers are read at first.
struct HostCompleteness
{
    qint64 listed = 0;
    qint64 existing = 0; ///< as the server counts them
    qint64 incompleteRunners = 0; ///< with managers that have not been read

    bool isComplete() const { return incompleteRunners == 0; }
    friend bool operator==(const HostCompleteness &, const HostCompleteness &) = default;
};

HostCompleteness hostCompleteness(const Fleet &fleet, const FilterMask &rows);

} // namespace Runnerscope
