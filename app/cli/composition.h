// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/request.h"
#include "app/fleet/fleetarchive.h"
#include "app/fleet/fleetservice.h"
#include "app/secrets/secretstore.h"
#include "app/settings/savedinstances.h"

#include <memory>
#include <variant>

namespace Runnerscope::Cli {

/// The fleet that the request, the saved instances and the environment name. The only place that knows the kinds of
/// fleets. An outcome instead says why there is none, with the remedy. May run the event loop, to ask the key store.
///
/// Whom the token belongs to is remembered in \a saved as soon as the server says it; both must outlive the fleet.
/// What goes wrong when the fleet is kept at the end is said to \a lastWords.
std::variant<std::unique_ptr<FleetService>, Outcome> fleetFor(const Request &request, SavedInstances &saved,
    SecretStore &secrets, const FleetArchive::TroubleListener &lastWords);

} // namespace Runnerscope::Cli
