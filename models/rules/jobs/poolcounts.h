// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

#include <array>

namespace Runnerscope {

/// Whether a runner would take a job that it matches.
enum class Readiness { Ready, NotOnline, Paused };
inline constexpr int readinessCount = 3;

/// How many runners there are, by what they may take and whether they would, and what the ready ones do.
struct PoolCounts
{
    static constexpr std::size_t levels = 3; ///< of AccessLevel

    struct AtLevel
    {
        std::array<qint64, readinessCount> runners{};
        qint64 running = 0;
        qint64 mostSeen = 0;
    };

    std::array<AtLevel, levels> byLevel{};

    const AtLevel &of(AccessLevel level) const { return byLevel[static_cast<std::size_t>(level)]; }
    AtLevel &of(AccessLevel level) { return byLevel[static_cast<std::size_t>(level)]; }
    qint64 total() const;
    qint64 paused() const;
    PoolCounts &operator+=(const PoolCounts &other);
    PoolCounts &operator-=(const PoolCounts &other);
};

} // namespace Runnerscope
