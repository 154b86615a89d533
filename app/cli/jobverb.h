// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/request.h"
#include "app/settings/savedinstances.h"

#include <optional>

namespace Runnerscope::Cli {

/// Makes out which job of which server the request names. An outcome instead says why it names none; no server and no
/// key store has been asked for that.
std::optional<Outcome> findJob(Request &request, const SavedInstances &saved);

} // namespace Runnerscope::Cli
