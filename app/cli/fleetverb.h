// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/request.h"
#include "app/fleet/fleetservice.h"

#include <functional>
#include <optional>

namespace Runnerscope::Cli {

/// What is printed of a fleet for a user, whom nobody has asked for when it was kept on this computer.
using FleetPrinter = std::function<QString(const Fleet &, const std::optional<Access> &)>;

/// Reads a fleet for a verb and ends with what \a print makes of it; without it when the fleet is incomplete and the
/// request does not allow that.
Outcome runFleetVerb(const Request &request, FleetService &service, const FleetPrinter &print);

/// The same, and says why there are no runners where there are none.
Outcome runListingVerb(const Request &request, FleetService &service, const FleetPrinter &print);

/// The same for the runners that the filter of the request matches.
Outcome runMatchingVerb(
    const Request &request, FleetService &service, const std::function<QString(const Fleet &matched)> &print);

} // namespace Runnerscope::Cli
