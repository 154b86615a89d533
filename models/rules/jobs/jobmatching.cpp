// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobmatching.h"

#include <algorithm>
#include <span>

namespace Runnerscope {

namespace {

bool liesBelow(const QString &path, const QString &group)
{
    return path.size() > group.size() && path[group.size()] == u'/' && path.startsWith(group);
}

ScopeReason groupRunnerScope(const Runner &runner, const JobProject &project)
{
    if (!runner.owner || runner.owner->fullPath.isEmpty())
        return unknownGroupScope(project);
    return liesBelow(project.fullPath, runner.owner->fullPath) ? groupScope(project) : ScopeReason::OtherGroup;
}

ScopeReason projectRunnerScope(const Runner &runner, const JobProject &project, const ProjectAssignments &assignments)
{
    if (assignments.projectsOf(runner).contains(project.fullPath))
        return ScopeReason::Serves;
    return assignments.isComplete(runner) ? ScopeReason::OtherProject : ScopeReason::AssignmentsNotKnown;
}

QStringList tagsMissing(const JobRequest &request, const Runner &runner)
{
    QStringList missing;
    for (const QString &tag : request.tags) {
        if (!runner.tags.contains(tag))
            missing.append(tag);
    }
    return missing;
}

MatchResult tagResult(const JobRequest &request, const Runner &runner, const QStringList &missing)
{
    if (!request.isReadable())
        return MatchResult::Unknown;
    const bool met = request.tags.isEmpty() ? runner.runUntagged : missing.isEmpty();
    return met ? MatchResult::Met : MatchResult::NotMet;
}

ScopeReason requestScope(const Runner &runner, const JobRequest &request, const ProjectAssignments &assignments)
{
    if (runner.id.instance != request.instance)
        return ScopeReason::OtherInstance;
    return request.isReadable() ? scopeOf(runner, *request.project, assignments) : ScopeReason::JobNotReadable;
}

MatchResult metIf(bool met)
{
    return met ? MatchResult::Met : MatchResult::NotMet;
}

/// Of the conditions that GitLab asks for.
std::span<const MatchResult> asked(const RunnerMatch &match)
{
    return std::span(match.results).first(static_cast<std::size_t>(MatchCondition::Online));
}

} // namespace

MatchResult resultOf(ScopeReason reason)
{
    if (reason == ScopeReason::Serves)
        return MatchResult::Met;
    return reason < ScopeReason::JobNotReadable ? MatchResult::NotMet : MatchResult::Unknown;
}

int RunnerMatch::notMet() const
{
    return static_cast<int>(std::ranges::count(asked(*this), MatchResult::NotMet));
}

MatchResult RunnerMatch::takes() const
{
    if (notMet() > 0)
        return MatchResult::NotMet;
    return std::ranges::count(asked(*this), MatchResult::Unknown) > 0 ? MatchResult::Unknown : MatchResult::Met;
}

ScopeReason instanceScope(const JobProject &project)
{
    if (!project.instanceRunnersEnabled)
        return ScopeReason::InstanceSettingNotKnown;
    return *project.instanceRunnersEnabled ? ScopeReason::Serves : ScopeReason::InstanceRunnersOff;
}

ScopeReason groupScope(const JobProject &project)
{
    if (!project.groupRunnersEnabled)
        return ScopeReason::GroupSettingNotKnown;
    return *project.groupRunnersEnabled ? ScopeReason::Serves : ScopeReason::GroupRunnersOff;
}

ScopeReason unknownGroupScope(const JobProject &project)
{
    const ScopeReason reason = groupScope(project);
    return resultOf(reason) == MatchResult::NotMet ? reason : ScopeReason::GroupNotKnown;
}

ScopeReason scopeOf(const Runner &runner, const JobProject &project, const ProjectAssignments &assignments)
{
    switch (runner.type) {
    case RunnerType::Instance:
        return instanceScope(project);
    case RunnerType::Group:
        return groupRunnerScope(runner, project);
    case RunnerType::Project:
        return projectRunnerScope(runner, project, assignments);
    case RunnerType::Unknown:
        break;
    }
    return ScopeReason::TypeNotKnown;
}

MatchResult protectionOf(AccessLevel level)
{
    return level == AccessLevel::NotProtected ? MatchResult::Met : MatchResult::Unknown;
}

RunnerMatch matchOf(const FleetRow &row, const JobRequest &request, const ProjectAssignments &assignments)
{
    const Runner &runner = *row.runner;
    RunnerMatch match;
    match.scope = requestScope(runner, request, assignments);
    if (request.isReadable())
        match.missingTags = tagsMissing(request, runner);
    match.results = {resultOf(match.scope), protectionOf(runner.accessLevel),
        tagResult(request, runner, match.missingTags), metIf(!runner.paused),
        metIf(row.status == RunnerStatus::Online)};
    return match;
}

} // namespace Runnerscope
