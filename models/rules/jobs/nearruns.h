// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/runnerpools.h"
#include "models/rules/jobs/tagfit.h"

#include <algorithm>

namespace Runnerscope {

/// Calls \a visit with each of \a runs, which ascend by offer, whose offer is near what \a fit was set for.
template <typename Visit>
void forEachNearRun(std::span<const PoolRun> runs, const TagFit &fit, Visit visit)
{
    constexpr std::size_t costOfLookup = 8; // against that of a step
    if (runs.size() <= costOfLookup * fit.near().size()) {
        for (const PoolRun &run : runs) {
            if (fit.isNear(run.offer))
                visit(run);
        }
        return;
    }
    for (const quint32 offer : fit.near()) {
        const auto run = std::ranges::lower_bound(runs, offer, {}, &PoolRun::offer);
        if (run != runs.end() && run->offer == offer)
            visit(*run);
    }
}

} // namespace Runnerscope
