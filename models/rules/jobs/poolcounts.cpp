// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/poolcounts.h"

#include <numeric>

namespace Runnerscope {

qint64 PoolCounts::total() const
{
    qint64 sum = 0;
    for (const AtLevel &level : byLevel)
        sum += std::accumulate(level.runners.begin(), level.runners.end(), qint64(0));
    return sum;
}

qint64 PoolCounts::paused() const
{
    qint64 sum = 0;
    for (const AtLevel &level : byLevel)
        sum += level.runners[static_cast<std::size_t>(Readiness::Paused)];
    return sum;
}

PoolCounts &PoolCounts::operator+=(const PoolCounts &other)
{
    for (std::size_t level = 0; level < levels; ++level) {
        for (std::size_t i = 0; i < readinessCount; ++i)
            byLevel[level].runners[i] += other.byLevel[level].runners[i];
        byLevel[level].running += other.byLevel[level].running;
        byLevel[level].mostSeen += other.byLevel[level].mostSeen;
    }
    return *this;
}

PoolCounts &PoolCounts::operator-=(const PoolCounts &other)
{
    for (std::size_t level = 0; level < levels; ++level) {
        for (std::size_t i = 0; i < readinessCount; ++i)
            byLevel[level].runners[i] -= other.byLevel[level].runners[i];
        byLevel[level].running -= other.byLevel[level].running;
        byLevel[level].mostSeen -= other.byLevel[level].mostSeen;
    }
    return *this;
}

} // namespace Runnerscope
