// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/joblist.h"

#include <QString>

/// How far a list of jobs goes, in words: translated plain text.
namespace Runnerscope::JobListWording {

/// "All jobs of the instance, as of …"; for a list that is not refused.
QString reach(const JobList &jobs);
/// Why there is no job to see, and what would show some.
QString refusal(const JobList &jobs);
/// How many wait, or else run: "12", "at least 1,000", "an unknown number".
QString count(const JobList &jobs, bool waiting);
/// That no job waits or runs, for a list that is not refused.
QString nothing(const JobList &jobs);

} // namespace Runnerscope::JobListWording
