// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobverdicts.h"

#include <vector>

namespace Runnerscope::Test {

/// What GitLab would do with one runner and one job, taken word by word from its documentation and written apart from
/// the rules of the program: runner by runner, without an index.
struct SlowMatch
{
    enum Answer { No, Perhaps, Yes };

    Answer serves = No;
    Answer protection = No;
    bool tags = false;
    bool paused = false;
    bool online = false;
    int missing = 0; ///< tags
    bool sharesTag = false; ///< or has one alike where no runner has the tag of the job, or the job has none

    bool matches() const { return serves != No && tags; }
    bool isCandidate() const { return matches() && !paused; }
    bool isCertain() const { return serves == Yes && protection == Yes; }
    bool isNearMiss() const { return !isCandidate() && (serves != No ? tags || sharesTag : tags); }
    int notMet() const { return (serves == No ? 1 : 0) + (tags ? 0 : 1) + (paused ? 1 : 0); }
};

/// What may be known of which runner serves which project.
struct SlowAssignments
{
    std::vector<std::pair<qint64, QString>> seen;
    std::vector<qint64> allRead; ///< runners
};

SlowMatch slowMatch(
    const FleetRow &row, const Job &job, const SlowAssignments &assignments, const QStringList &tagsOfFleet);
/// By row of the fleet.
std::vector<SlowMatch> slowMatches(const Fleet &fleet, const Job &job, const SlowAssignments &assignments);
/// Of a job for whom these are its matches; no more than what a person would say who reads them one by one.
JobVerdictCode slowCode(const Fleet &fleet, const Job &job, const std::vector<SlowMatch> &matches);

} // namespace Runnerscope::Test
