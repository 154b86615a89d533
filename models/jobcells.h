// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"
#include "models/rules/jobs/jobtroubles.h"
#include "models/rules/jobs/jobwait.h"

#include <QString>

namespace Runnerscope {

/// What a table shows of a job: one line of plain text. \a job is its number among the jobs of \a verdicts.
QString jobCellText(
    const JobVerdicts &verdicts, const JobTroubles &troubles, std::size_t job, JobColumn column, ServerTime now);

/// That GitLab will soon fail a waiting job; empty for one that has time.
QString jobDeadlineText(const JobVerdicts &verdicts, std::size_t job, ServerTime now);

/// "waiting", "running", …
QString jobStatusWord(JobStatus status);
/// "running for 9 min", "waiting for 3 h"; without the time where that is not known.
QString jobStateText(const Job &job, ServerTime now);

QString jobColumnTitle(JobColumn column);
constexpr bool isNumericColumn(JobColumn column)
{
    return column == JobColumn::Waiting || column == JobColumn::Running;
}

} // namespace Runnerscope
