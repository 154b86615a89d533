// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

namespace Runnerscope {

/// What changes most often of a runner: cheap enough to be read again every few seconds for the rows on screen.
struct RunnerPulse
{
    RunnerId id;
    OptionalTime contactedAt;
    JobExecution jobExecution = JobExecution::Unknown;
    bool paused = false;
};

} // namespace Runnerscope
