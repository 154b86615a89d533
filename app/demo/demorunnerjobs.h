// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/joblist.h"
#include "models/domain/runnerjobs.h"

namespace Runnerscope {

/// The jobs of \a current that run on the runner, and before them invented ones up to its last contact. Some runners
/// have a host that fails its jobs.
TakenJobsPtr demoRunnerJobs(const JobList &current, const Fleet &fleet, RunnerId id);

/// Jobs that ended lately on the few runners that fail every one within seconds.
std::vector<JobPtr> demoFinishedJobs(const Fleet &fleet, ServerTime now);

/// \a current, or where \a job is none of them the jobs of the runner that an invented job is of.
JobList demoJobsAround(const JobList &current, const Fleet &fleet, qint64 job);

} // namespace Runnerscope
