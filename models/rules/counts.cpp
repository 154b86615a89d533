// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/counts.h"

namespace Runnerscope {

FleetCounts countRunners(const Fleet &fleet)
{
    FleetCounts counts;
    counts.total = static_cast<qint64>(fleet.rows.size());
    for (const FleetRow &row : fleet.rows) {
        ++counts.byStatus[static_cast<std::size_t>(row.status)];
        ++counts.byType[static_cast<std::size_t>(row.runner->type)];
        counts.paused += row.runner->paused ? 1 : 0;
        counts.running += row.runner->jobExecution == JobExecution::Active ? 1 : 0;
    }
    return counts;
}

} // namespace Runnerscope
