// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerjobs.h"
#include "models/rules/jobs/hostrecord.h"

#include <chrono>
#include <optional>
#include <vector>

namespace Runnerscope {

/// A host on which jobs that succeed run at least twice as long as on all the others.
struct SlowHost
{
    std::size_t host = 0; ///< index
    std::chrono::milliseconds ran{0}; ///< half of those jobs no longer
    std::chrono::milliseconds elsewhere{0}; ///< likewise, on the others
};

/// Whether the runner is the trouble or one of its hosts.
enum class RunnerVerdict {
    NothingFinished,
    TooFew, ///< fewer than RunnerRecord::fewest
    NoneFailed,
    SomeHosts, ///< those of RunnerRecord::suspects fail far more often than chance would have it
    OneHost, ///< all jobs ran on one host
    HostsUnknown, ///< it is not told where most of the failed jobs ran, or where any did but those of one host
    AllAlike, ///< at least half failed, and so it is on every host that finished jobs enough
    CannotTell, ///< at least half failed; that is not enough to tell one host from another
    NoneStandsOut, ///< fewer failed, and no host is worse than chance would have it
};

/// What the newest jobs of a runner say about it and its hosts.
struct RunnerRecord
{
    static constexpr int fewest = 5; ///< finished jobs that say anything

    std::vector<HostRecord> hosts; ///< worst first; jobs whose host is not known are in the last one
    HostRecord all;
    RecordSpans spans; ///< of all hosts
    std::vector<HostCourse> courses; ///< one for each of hosts, over the same time as spans
    RunnerVerdict verdict = RunnerVerdict::NothingFinished;
    std::size_t suspects = 0; ///< so many of the hosts, from the first on, are the trouble; 0: it is none of them
    bool otherProjects = false; ///< all that failed on the suspects is of a project of which the others ran no job
    int failedInARow = 0; ///< the jobs that finished last, before the first that did not fail
    OptionalTime failingSince; ///< when the first of those finished
    std::optional<SlowHost> slowHost;
    int hidden = 0; ///< jobs of which only the status is known
};

/// Linear in the number of jobs, but for sorting.
RunnerRecord recordOf(const TakenJobs &jobs);

} // namespace Runnerscope
