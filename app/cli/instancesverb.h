// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/request.h"
#include "app/secrets/secretstore.h"
#include "app/settings/savedinstances.h"

namespace Runnerscope::Cli {

/// Lists or changes the saved instances and their tokens. Asks no server. May run the event loop, to wait for the key
/// store.
Outcome runInstances(const Request &request, SavedInstances &saved, SecretStore &secrets);

} // namespace Runnerscope::Cli
