// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/job.h"

#include <vector>

namespace Runnerscope {

/// A job that ended in failure within this time after its start failed at once.
inline constexpr std::chrono::seconds atOnce{30};
bool endedAtOnce(const Job &job);

/// Whether it failed by a fault of the runner or its host, by the reason that GitLab tells: not by its own script.
bool failedByRunner(const Job &job);

/// A runner that takes jobs and fails most of them at once or by its own fault, as far as finished jobs were seen. A
/// runner that does this empties a queue: it is free for the next job before any other.
struct FailingRunner
{
    static constexpr int fewestFailures = 3;

    RunnerId runner;
    int finished = 0; ///< jobs that were seen to succeed or fail
    int failed = 0;
    int failedAtOnce = 0;
    int systemFailures = 0; ///< see failedByRunner()
    int suspicious = 0; ///< failed at once, by a system failure, or both: at least half of the finished ones
    int projects = 0; ///< of the suspicious ones; where it is only one, its script may be the cause
};

/// Those with most suspicious failures first. \a finished are the jobs of some recent time; others are skipped.
std::vector<FailingRunner> failingRunners(const std::vector<JobPtr> &finished);

/// A running job whose host gives no sign of life.
struct JobOnSilentHost
{
    enum class Why {
        HostSilent, ///< the host made no contact for onlineWindow
        HostGone, ///< the runner no longer has that host
        RunnerSilent, ///< it is not known on which host it runs, and the runner has none that is online
        RunnerGone, ///< the runner is not in the fleet
    };

    std::size_t job = 0; ///< index
    Why why = Why::HostSilent;
    OptionalTime lastSign; ///< the last contact of the host or runner, or the start of the job where that is later
};

/// In the order of \a jobs. Contact is judged at the time at which a runner was read. A job that started within
/// onlineWindow shows by that that its host lived.
std::vector<JobOnSilentHost> jobsOnSilentHosts(const std::vector<JobPtr> &jobs, const Fleet &fleet, ServerTime now);

} // namespace Runnerscope
