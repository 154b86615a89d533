// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobtroubles.h"

/// What stands out among jobs that ran or run, in words: plain text of one line.
namespace Runnerscope::JobTroubleWording {

/// With the numbers that it rests on.
QString sentence(const FailingRunner &runner);
QString sentence(const JobOnSilentHost &job, ServerTime now);
/// What stands out of one job of a list; empty where nothing does.
QString sentence(const JobTroubles &troubles, std::size_t number, const Job &job, ServerTime now);

/// "3 jobs run on silent hosts"; empty for none.
QString silentCount(const JobTroubles &troubles);
/// "2 runners fail their jobs", at once or by their own fault; likewise.
QString failingCount(const JobTroubles &troubles);
/// What finds those runners, in the filter language.
QString failingFilter(const JobTroubles &troubles);

} // namespace Runnerscope::JobTroubleWording
