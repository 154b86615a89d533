// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuepoint.h"
#include "models/domain/runnerjobs.h"

#include <chrono>
#include <optional>
#include <vector>

namespace Runnerscope {

/// How jobs went on one host of a runner, or on all of them.
struct HostRecord
{
    qint64 manager = 0; ///< 0: not known, or all hosts
    QString systemId; ///< empty: not known
    int running = 0;
    int finished = 0; ///< succeeded or failed; jobs that people stopped say nothing
    int failed = 0;
    int failedAtOnce = 0; ///< see endedAtOnce()
    int failedByRunner = 0; ///< see failedByRunner()
    int unexplained = 0; ///< failed for a reason that this user is not told
    std::optional<std::chrono::milliseconds> waited; ///< half of the jobs waited no longer; none: not known of any
    std::optional<std::chrono::milliseconds> ran; ///< of the finished ones, likewise

    friend bool operator==(const HostRecord &, const HostRecord &) = default;
};

/// Jobs that finished in one stretch of time.
struct RecordSpan
{
    Period period;
    int finished = 0;
    int failed = 0;
};

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
    HostsUnknown, ///< it is not told where most of the failed jobs ran
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
    std::vector<RecordSpan> spans; ///< without a gap, the oldest first; empty: nothing finished
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
