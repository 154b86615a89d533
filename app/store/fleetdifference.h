// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace Runnerscope {

/// What distinguishes two snapshots of one instance. Runners that both share cost nothing.
FleetDelta differenceOf(const Fleet &before, const Fleet &after);

} // namespace Runnerscope
