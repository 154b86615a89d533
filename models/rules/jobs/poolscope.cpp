// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/poolscope.h"

#include <algorithm>

namespace Runnerscope {

std::vector<PoolScope> poolScopesOf(const JobProject &project, const RunnerPools &pools)
{
    std::vector<PoolScope> scopes;
    if (const auto own = pools.ofProject(project.fullPath))
        scopes.push_back({*own, ScopeReason::Serves});
    scopes.push_back({RunnerPools::projectsNotKnown, ScopeReason::AssignmentsNotKnown});
    scopes.push_back({RunnerPools::instance, instanceScope(project)});
    scopes.push_back({RunnerPools::groupNotKnown, unknownGroupScope(project)});
    scopes.push_back({RunnerPools::typeNotKnown, ScopeReason::TypeNotKnown});
    for (qsizetype end = project.fullPath.indexOf(u'/'); end > 0; end = project.fullPath.indexOf(u'/', end + 1)) {
        if (const auto group = pools.ofGroup(project.fullPath.left(end)))
            scopes.push_back({*group, groupScope(project)});
    }
    std::erase_if(scopes, [&pools](const PoolScope &scope) { return pools.runnersIn(scope.pool) == 0; });
    return scopes;
}

} // namespace Runnerscope
