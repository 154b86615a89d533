// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/runnerload.h"

#include <algorithm>

namespace Runnerscope {

namespace {

bool occupiesRunner(const Job &job)
{
    return job.runner && (job.status == JobStatus::Running || job.status == JobStatus::Canceling);
}

} // namespace

void countRunning(const std::vector<JobPtr> &jobs, RunnerLoads &loads)
{
    for (RunnerLoad &load : loads.byRunner)
        load.running = 0;
    for (const JobPtr &job : jobs) {
        if (!occupiesRunner(*job))
            continue;
        RunnerLoad &load = loads.byRunner[*job->runner];
        ++load.running;
        load.mostSeen = std::max(load.mostSeen, load.running);
    }
}

} // namespace Runnerscope
