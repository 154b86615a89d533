// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/joblist.h"

namespace Runnerscope {

/// The jobs of the demo fleet at \a now, the server's time. The same fleet, seed and time make the same jobs; as time
/// goes on, jobs come, wait, run and end. A few wait for reasons of their own.
JobListPtr demoJobs(const Fleet &fleet, quint64 seed, ServerTime now);

} // namespace Runnerscope
