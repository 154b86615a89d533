// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace Runnerscope::Bench {

/// When synthetic fleets were read.
inline constexpr ServerTime now{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};

/// A fleet of any size, the same at every call: texts and owners that repeat are shared, as the program reads them.
/// With \a renamed, that many of its runners, spread over all, have another name and another contact.
FleetPtr syntheticFleet(int size, int renamed = 0);

} // namespace Runnerscope::Bench
