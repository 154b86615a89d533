// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/runnerload.h"

#include <algorithm>

namespace Runnerscope {

void countRunning(const std::vector<JobPtr> &jobs, RunnerLoads &loads)
{
    for (RunnerLoad &load : loads.byRunner)
        load.running = 0;
    for (const JobPtr &job : jobs) {
        if (!job->runner || !occupiesRunner(job->status))
            continue;
        RunnerLoad &load = loads.byRunner[*job->runner];
        ++load.running;
        load.mostSeen = std::max(load.mostSeen, load.running);
    }
}

} // namespace Runnerscope
