// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/queuepoint.h"

#include <vector>

namespace Runnerscope {

/// How long one job waited for a runner.
struct JobWait
{
    JobId job;
    ServerTime queuedAt{};
    ServerTime startedAt{}; ///< never before queuedAt
    QString tagSet; ///< see tagSetName(); empty without a project: not known
    QString project; ///< full path; empty: this user may not read it
    std::optional<RunnerId> runner;
    qint64 manager = 0; ///< 0: not known

    std::chrono::milliseconds waited() const { return startedAt - queuedAt; }

    friend bool operator==(const JobWait &, const JobWait &) = default;
};

/// How many jobs waited exactly this long.
struct WaitCount
{
    std::chrono::milliseconds wait{0};
    qint64 jobs = 0;

    friend bool operator==(const WaitCount &, const WaitCount &) = default;
};

/// Waits as a multiset: by wait, ascending, each once. Those of a time long ago are rounded, see
/// rules/queue/waitpercentiles.h.
using WaitCounts = std::vector<WaitCount>;

/// The waits of jobs that started in a period.
struct WaitSlice
{
    Period period;
    WaitCounts waits;

    friend bool operator==(const WaitSlice &, const WaitSlice &) = default;
};

struct FacetWaits
{
    QueueFacet facet;
    WaitCounts waits;

    friend bool operator==(const FacetWaits &, const FacetWaits &) = default;
};

} // namespace Runnerscope
