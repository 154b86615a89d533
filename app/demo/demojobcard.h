// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcard.h"
#include "models/domain/joblist.h"

namespace Runnerscope {

/// The card of one of \a jobs; of a runner as \a fleet has it. The people are those who created runners in the fleet.
JobCardAnswer demoJobCard(const JobList &jobs, const FleetPtr &fleet, const JobReference &job);

} // namespace Runnerscope
