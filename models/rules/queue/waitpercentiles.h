// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuehistory.h"

#include <chrono>
#include <vector>

namespace Runnerscope {

/// Old waits are kept as counts in classes that grow with the wait. The middle of its class stands for a wait: off by
/// at most \c waitRoundingShare of the wait, or by half a second where that is more.
inline constexpr double waitRoundingShare = 0.025;
/// Percentiles of a period that is longer are rounded so, too, however young its waits are.
inline constexpr std::chrono::hours longestExact{48};
/// The last class holds everything from about 90 days on.
inline constexpr int waitClasses = 320;

/// From 0; \a wait below zero counts as zero.
int waitClass(std::chrono::milliseconds wait);
/// The middle of a class.
std::chrono::milliseconds waitOfClass(int number);

/// Single waits as counts.
WaitCounts countsOf(std::vector<std::chrono::milliseconds> waits);
/// Adds the jobs of \a more.
void addTo(WaitCounts &counts, const WaitCounts &more);

WaitPercentiles percentilesOf(const WaitCounts &waits);

} // namespace Runnerscope
