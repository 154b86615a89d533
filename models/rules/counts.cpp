// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/counts.h"

namespace Runnerscope {

void addTo(FleetCounts &counts, const FleetRow &row)
{
    ++counts.total;
    ++counts.byStatus[static_cast<std::size_t>(row.status)];
    ++counts.byType[static_cast<std::size_t>(row.runner->type)];
    counts.paused += row.runner->paused ? 1 : 0;
    counts.running += row.runner->jobExecution == JobExecution::Active ? 1 : 0;
}

void addTo(FleetCounts &counts, const FleetCounts &others)
{
    counts.total += others.total;
    for (std::size_t i = 0; i < counts.byStatus.size(); ++i)
        counts.byStatus[i] += others.byStatus[i];
    for (std::size_t i = 0; i < counts.byType.size(); ++i)
        counts.byType[i] += others.byType[i];
    counts.paused += others.paused;
    counts.running += others.running;
}

FleetCounts countRunners(const Fleet &fleet)
{
    FleetCounts counts;
    for (const FleetRow &row : fleet.rows)
        addTo(counts, row);
    return counts;
}

} // namespace Runnerscope
