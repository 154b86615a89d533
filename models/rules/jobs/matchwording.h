// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobmatching.h"

/// What stands between one runner and one job, in words: plain text of one line, as in JobWording.
namespace Runnerscope::MatchWording {

/// Why a condition is met, not met or not known.
QString reason(MatchCondition condition, const RunnerMatch &match, const JobRequest &request);
/// Everything that keeps the runner from the job, most decisive first, in one line; of a candidate what cannot be
/// known, empty where nothing is in doubt.
QString obstacles(const RunnerMatch &match, const JobRequest &request);

} // namespace Runnerscope::MatchWording
