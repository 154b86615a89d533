// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/request.h"
#include "app/fleet/fleetservice.h"

#include <functional>

namespace Runnerscope::Cli {

/// Reads a fleet for a verb and ends with what \a print makes of it; without it when the fleet is incomplete and the
/// request does not allow that.
Outcome runFleetVerb(const Request &request, FleetService &service, const std::function<QString(const Fleet &)> &print);

} // namespace Runnerscope::Cli
