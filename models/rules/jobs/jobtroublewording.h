// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobtrouble.h"

/// What stands out among jobs that ran or run, in words: plain text of one line.
namespace Runnerscope::JobTroubleWording {

/// With the numbers that it rests on.
QString sentence(const FailingRunner &runner);
QString sentence(const JobOnSilentHost &job, ServerTime now);

} // namespace Runnerscope::JobTroubleWording
