// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/request.h"
#include "app/fleet/fleetservice.h"

#include <QString>

#include <memory>
#include <variant>

namespace Runnerscope::Cli {

/// Why there is no fleet to ask: for people, with the remedy.
struct NoFleet
{
    QString complaint;
};

/// The fleet that the request and the environment name. The only place that knows the kinds of fleets.
std::variant<std::unique_ptr<FleetService>, NoFleet> fleetFor(const Request &request);

} // namespace Runnerscope::Cli
