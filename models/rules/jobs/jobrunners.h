// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobverdicts.h"

namespace Runnerscope {

/// A runner that may take a job, or would but for something.
struct JobRunner
{
    std::size_t row = 0; ///< of the fleet
    RunnerMatch match;
};

/// The runners that matter for what jobs ask. The counts of all of them are in RequestVerdict.
struct JobRunners
{
    static constexpr std::size_t mostListed = 100; ///< of each

    std::vector<JobRunner> candidates; ///< online first, then those that surely match, then by id
    /// Those with fewest conditions unmet first, then those with fewest tags missing, then online ones, then those with
    /// tags alike to the missing ones, then as runners are ranked; see RankedRunner.
    std::vector<JobRunner> nearMisses;
};

/// Costs as much as there are runners that serve the project, or may, and have one of the tags: a few milliseconds for
/// a large fleet.
JobRunners runnersFor(const JobVerdicts &verdicts, quint32 request);

} // namespace Runnerscope
