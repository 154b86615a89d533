// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/jobs/jobrequest.h"
#include "models/rules/jobs/projectassignments.h"

#include <array>

namespace Runnerscope {

/// What GitLab asks before it gives a job to a runner (lib/gitlab/ci/matching, app/services/ci/queue). A lock, status,
/// version and executor of the runner play no part. Compute minutes and plans do where the server counts them, and are
/// known to the server alone: no condition here speaks of them.
enum class MatchCondition {
    Scope, ///< the runner serves the project
    Protection, ///< a protected runner takes jobs of protected refs only
    Tags, ///< it has all tags of the job; a job without tags needs one that takes untagged jobs
    NotPaused,
    Online, ///< asked by nobody: decides whether GitLab calls the job stuck
};
inline constexpr int matchConditionCount = 5;

enum class MatchResult { Met, NotMet, Unknown };

/// Why a runner serves a project, does not, or may.
enum class ScopeReason {
    Serves,
    OtherInstance,
    InstanceRunnersOff,
    GroupRunnersOff,
    OtherGroup, ///< the project does not lie below the runner's group
    OtherProject, ///< the runner is not assigned to the project
    JobNotReadable, ///< from here on: not known
    InstanceSettingNotKnown,
    GroupSettingNotKnown,
    GroupNotKnown, ///< which group the runner belongs to
    AssignmentsNotKnown, ///< whether the runner is assigned to the project
    TypeNotKnown,
};
inline constexpr int scopeReasonCount = 12;

MatchResult resultOf(ScopeReason reason);

/// The result of each condition between one runner and what one job asks.
struct RunnerMatch
{
    std::array<MatchResult, matchConditionCount> results{};
    ScopeReason scope = ScopeReason::Serves;
    QStringList missingTags; ///< tags of the job that the runner has not

    MatchResult of(MatchCondition condition) const { return results[static_cast<std::size_t>(condition)]; }
    /// How many of the conditions that GitLab asks for are not met.
    int notMet() const;
    /// Whether the runner may take the job, when it is in contact.
    MatchResult takes() const;

    friend bool operator==(const RunnerMatch &, const RunnerMatch &) = default;
};

RunnerMatch matchOf(const FleetRow &row, const JobRequest &request, const ProjectAssignments &assignments);

/// \name The rules of which matchOf() is made
/// @{
ScopeReason scopeOf(const Runner &runner, const JobProject &project, const ProjectAssignments &assignments);
ScopeReason instanceScope(const JobProject &project);
/// Of a runner whose group the project lies in.
ScopeReason groupScope(const JobProject &project);
/// Of a runner whose group is not known.
ScopeReason unknownGroupScope(const JobProject &project);
MatchResult protectionOf(AccessLevel level);
/// @}

} // namespace Runnerscope
