// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobmatching.h"
#include "models/rules/jobs/runnerpools.h"

namespace Runnerscope {

/// What a pool is to one project.
struct PoolScope
{
    quint32 pool = 0;
    ScopeReason reason = ScopeReason::Serves;
};

/// The pools that serve a project, may serve it, or would if it allowed their kind; every other one does not. The
/// project's own comes first.
std::vector<PoolScope> poolScopesOf(const JobProject &project, const RunnerPools &pools);

} // namespace Runnerscope
