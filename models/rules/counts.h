// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <array>

namespace Runnerscope {

/// Totals of a fleet, or of some of its rows.
struct FleetCounts
{
    qint64 total = 0;
    std::array<qint64, runnerStatusCount> byStatus{}; ///< by RunnerStatus
    std::array<qint64, runnerTypeCount> byType{}; ///< by RunnerType
    qint64 paused = 0;
    qint64 running = 0; ///< runners that execute at least one job

    qint64 of(RunnerStatus status) const { return byStatus[static_cast<std::size_t>(status)]; }
    qint64 of(RunnerType type) const { return byType[static_cast<std::size_t>(type)]; }

    void add(const FleetRow &row);
    FleetCounts &operator+=(const FleetCounts &other);

    friend bool operator==(const FleetCounts &, const FleetCounts &) = default;
};

/// Of all rows.
FleetCounts countRunners(const Fleet &fleet);

} // namespace Runnerscope
