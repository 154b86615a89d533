// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobwait.h"

namespace Runnerscope {

namespace {

using namespace std::chrono_literals;

/// Before its end a limit is near.
std::chrono::seconds nearness(JobLimit limit)
{
    return limit == JobLimit::Queue ? std::chrono::seconds(2h) : std::chrono::seconds(15min);
}

} // namespace

std::optional<std::chrono::seconds> waitedFor(const Job &job, ServerTime now)
{
    if (!job.queuedAt)
        return std::nullopt;
    if (job.status == JobStatus::Pending)
        return ageAt(*job.queuedAt, now);
    return job.startedAt ? std::optional(ageAt(*job.queuedAt, *job.startedAt)) : std::nullopt;
}

std::optional<std::chrono::seconds> ranFor(const Job &job, ServerTime now)
{
    return occupiesRunner(job.status) && job.startedAt ? std::optional(ageAt(*job.startedAt, now)) : std::nullopt;
}

std::chrono::seconds limitOf(JobLimit limit)
{
    return limit == JobLimit::Queue ? 24h : 1h;
}

std::optional<JobDeadline> nearDeadline(const Job &job, MatchResult stuck, ServerTime now)
{
    if (job.status != JobStatus::Pending || !job.queuedAt)
        return std::nullopt;
    std::optional<JobDeadline> nearest;
    const auto consider = [&](JobLimit limit) {
        const ServerTime at = *job.queuedAt + limitOf(limit);
        if (now >= at - nearness(limit) && (!nearest || at < nearest->at))
            nearest = {limit, at, now >= at};
    };
    if (job.runner)
        consider(JobLimit::Acknowledgement);
    else if (stuck == MatchResult::Met)
        consider(JobLimit::Stuck);
    consider(JobLimit::Queue);
    return nearest;
}

} // namespace Runnerscope
