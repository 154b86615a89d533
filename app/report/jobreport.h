// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobverdicts.h"

#include <QJsonArray>
#include <QString>

namespace Runnerscope {

// The field names are a contract with scripts; packaging/man/runnerscopectl.1 documents them.

/// Jobs for scripts: those of \a verdicts with these numbers, in that order.
struct JobReport
{
    const JobVerdicts &verdicts;
    std::vector<quint32> jobs;
    ServerTime now; ///< the server's, when the jobs were read
    bool why = false; ///< with why each waits, and the runners that matter
};

QJsonArray jobsJson(const JobReport &report);
QString jobsCsv(const JobReport &report);

} // namespace Runnerscope
