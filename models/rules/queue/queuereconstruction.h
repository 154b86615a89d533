// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/queuepoint.h"

#include <optional>
#include <span>

namespace Runnerscope {

/// Jobs that tell what the queue was while nobody looked: all that were pending, running or finished in the time.
struct PastJobs
{
    std::span<const JobPtr> jobs; ///< a job that comes twice counts as it was read last
    /// When they were read: what is pending or running is so until then.
    ServerTime readAt{};
    /// Earlier than this some that had finished are missing. None: all are missing that had, at any time.
    OptionalTime completeSince;
    CountCertainty now; ///< of the jobs that were pending and running at readAt
};

/// Samples of \a period, one at each whole multiple of \a step, marked as reconstructed. Whoever reconstructs again
/// gets the same moments.
std::vector<QueueSample> reconstruct(const PastJobs &past, Period period, std::chrono::milliseconds step);

} // namespace Runnerscope
