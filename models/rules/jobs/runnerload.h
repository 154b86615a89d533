// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QHash>

#include <vector>

namespace Runnerscope {

/// How much a runner does.
struct RunnerLoad
{
    int running = 0; ///< jobs that it runs now
    int mostSeen = 0; ///< the most that it was seen to run at once; its true limit is known to nobody

    friend bool operator==(const RunnerLoad &, const RunnerLoad &) = default;
};

struct RunnerLoads
{
    QHash<RunnerId, RunnerLoad> byRunner; ///< a runner that is not here runs no job that was seen
    bool complete = false; ///< every running job of the instance was seen; otherwise there may be more
};

/// Sets what each runner runs now to what is among \a jobs, and raises the most that was seen where it is more.
void countRunning(const std::vector<JobPtr> &jobs, RunnerLoads &loads);

} // namespace Runnerscope
