// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobverdicts.h"

#include <array>

namespace Runnerscope::Bench {

/// How many runners there are, and what waits for them.
struct JobLoad
{
    const char *name;
    int jobs;
    int runners;
    int projects; ///< that have jobs
    int tagSets; ///< that jobs require
    int ownTag = 0; ///< every so manieth runner has a tag that no other has; 0: none
};

/// First the same kind of load at three sizes; then one after the other grows alone; then unfriendly ones.
inline constexpr std::array jobLoads{
    JobLoad{"usual, a tenth of a tenth", 500, 1'000, 50, 10},
    JobLoad{"usual, a tenth", 5'000, 10'000, 500, 50},
    JobLoad{"usual", 50'000, 100'000, 5'000, 250},
    JobLoad{"ten times the jobs", 500'000, 100'000, 5'000, 250},
    JobLoad{"a fifth of the requests", 50'000, 100'000, 1'000, 250},
    JobLoad{"a fifth of the runners", 50'000, 20'000, 5'000, 250},
    JobLoad{"each job its own request", 50'000, 100'000, 50'000, 2'000},
    JobLoad{"each runner its own tag", 50'000, 100'000, 5'000, 250, 1},
    JobLoad{"350,000 runners", 50'000, 350'000, 5'000, 250},
};

/// The same at every call.
JobVerdictInput jobLoad(const JobLoad &load);

} // namespace Runnerscope::Bench
