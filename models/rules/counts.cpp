// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/counts.h"

#include <algorithm>
#include <functional>

namespace Runnerscope {

void FleetCounts::add(const FleetRow &row)
{
    ++total;
    ++byStatus[static_cast<std::size_t>(row.status)];
    ++byType[static_cast<std::size_t>(row.runner->type)];
    paused += row.runner->paused ? 1 : 0;
    running += row.runner->jobExecution == JobExecution::Active ? 1 : 0;
}

FleetCounts &FleetCounts::operator+=(const FleetCounts &other)
{
    total += other.total;
    std::ranges::transform(byStatus, other.byStatus, byStatus.begin(), std::plus<>());
    std::ranges::transform(byType, other.byType, byType.begin(), std::plus<>());
    paused += other.paused;
    running += other.running;
    return *this;
}

FleetCounts countRunners(const Fleet &fleet)
{
    FleetCounts counts;
    for (const FleetRow &row : fleet.rows)
        counts.add(row);
    return counts;
}

} // namespace Runnerscope
