// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobverdicts.h"

#include <QStringList>

#include <vector>

namespace Runnerscope {

/// A runner that may take a job, or would but for something.
struct RunnerOfJob
{
    QString name; ///< plain text of one line
    QString words; ///< what keeps it from the job, or is not known; empty: nothing
    RunnerStatus status = RunnerStatus::NeverContacted;
    bool paused = false;
};

/// Why a job waits, with the runners that matter, in words: plain text of one line each.
struct JobExplanation
{
    JobId job;
    QString deadline; ///< that GitLab will soon fail the job; empty: it has time
    QString queuePlace;
    QStringList remarks;
    std::vector<RunnerOfJob> candidates; ///< the first of candidateCount
    std::vector<RunnerOfJob> nearMisses; ///< the first of nearMissCount, nearest first
    qint64 candidateCount = 0;
    qint64 nearMissCount = 0;
};

/// Of the job with this number among those of \a verdicts, at \a now. Of each kind of runners at most \a most are
/// named. Not for the GUI thread: see queuePlace().
JobExplanation explainJob(const JobVerdicts &verdicts, std::size_t job, ServerTime now, std::size_t most = 8);

} // namespace Runnerscope
