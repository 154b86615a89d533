// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/joblist.h"
#include "models/domain/jobwait.h"
#include "models/domain/queuesample.h"

#include <optional>
#include <span>
#include <vector>

namespace Runnerscope {

/// What one round of requests brought.
struct QueueLook
{
    ServerTime moment{};
    std::chrono::milliseconds interval{15'000}; ///< until the next one, as planned
    std::span<const JobPtr> jobs; ///< others than pending and running ones do not count; a job may come twice
    JobListReach pending;
    JobListReach running;
};

/// The look that brought a list, which must outlive it; nothing for a list whose parts are of moments too far apart to
/// make one. Of jobs merged from projects there may always be more.
std::optional<QueueLook> lookOf(const JobList &jobs, std::chrono::milliseconds interval);

QueueSample sampleOf(const QueueLook &look);

/// Of the jobs that tell when they were queued and when they started. A start before that counts as no wait.
std::vector<JobWait> waitsOf(std::span<const JobPtr> jobs);

} // namespace Runnerscope
