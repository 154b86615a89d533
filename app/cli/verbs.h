// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/request.h"
#include "app/fleet/fleetservice.h"

namespace Runnerscope::Cli {

// Each runs the event loop of the application until its answer is there.

Outcome runStatus(const Request &request, FleetService &service);
Outcome runRunners(const Request &request, FleetService &service);
Outcome runManagers(const Request &request, FleetService &service);
Outcome runTags(const Request &request, FleetService &service);
Outcome runGroups(const Request &request, FleetService &service);
Outcome runJobs(const Request &request, FleetService &service);
/// Until it is asked to end, or cannot go on.
Outcome runWatch(const Request &request, FleetService &service);
Outcome runJob(const Request &request, FleetService &service);
/// Of what is kept on this computer.
Outcome runQueue(const Request &request, FleetService &service);
Outcome runRunner(const Request &request, FleetService &service);

} // namespace Runnerscope::Cli
