// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filtercolumns.h"
#include "models/rules/jobs/jobtroubles.h"
#include "models/rules/jobs/jobverdicts.h"

namespace Runnerscope {

/// The values of a field of jobs, in the order of JobVerdictInput::jobs.
FilterTextColumn jobTexts(const JobVerdicts &verdicts, FilterField field);
/// Times that pass are seconds until \a now; moments as in FilterNumberColumn.
FilterNumberColumn jobTroubleNumbers(const JobVerdicts &verdicts, const JobTroubles &troubles);
FilterNumberColumn jobNumbers(const JobVerdicts &verdicts, ServerTime now, FilterField field);

} // namespace Runnerscope
