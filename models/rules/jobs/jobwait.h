// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/rules/jobs/jobmatching.h"

#include <chrono>
#include <optional>

namespace Runnerscope {

/// How long a job waited or has been waiting at \a now, the server's time: never less than nothing. None where it is
/// not known when it became pending, and for one that never did.
std::optional<std::chrono::seconds> waitedFor(const Job &job, ServerTime now);

/// For how long the job runs at \a now; none where it does not, or where that is not known.
std::optional<std::chrono::seconds> ranFor(const Job &job, ServerTime now);

/// For how long GitLab lets pending jobs live (app/services/ci/stuck_builds). It looks about once an hour, so that a
/// job may outlive the moment.
enum class JobLimit {
    Queue, ///< in the queue, whatever the reason
    Stuck, ///< when it calls the job stuck
    Acknowledgement, ///< given to a runner that has not answered; since GitLab 19
};

std::chrono::seconds limitOf(JobLimit limit);

struct JobDeadline
{
    JobLimit limit = JobLimit::Queue;
    ServerTime at{}; ///< GitLab fails the job at its next look after this; Acknowledgement: at the earliest
    bool passed = false; ///< at the time of asking

    friend bool operator==(const JobDeadline &, const JobDeadline &) = default;
};

/// The first of the limits that a pending job is near at \a now or past; none for one that has time.
/// \a stuck is RequestVerdict::stuck(): a job of which it is not known is not measured by that limit.
std::optional<JobDeadline> nearDeadline(const Job &job, MatchResult stuck, ServerTime now);

} // namespace Runnerscope
