// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/coverage.h"
#include "models/domain/runner.h"

namespace Runnerscope {

/// Whether a fleet with that \a coverage would hold runners of a type if there were any: only then does it say "none"
/// when it has none.
bool tellsNone(const Coverage &coverage, RunnerType type);
/// Likewise of every type.
bool tellsNone(const Coverage &coverage);

/// Whether the fleet holds every runner of its instance: what is not in it is not there.
bool holdsAllRunners(const Coverage &coverage);

} // namespace Runnerscope
