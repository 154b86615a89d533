// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobtrouble.h"
#include "models/rules/jobs/jobverdicts.h"

#include <QHash>

#include <memory>

namespace Runnerscope {

/// What may stand out of a job that runs; also the values of a field of filters.
enum class JobTrouble { None, SilentHost, FailingRunner };

/// What stands out among the jobs of a list, which go by their index in JobVerdictInput::jobs.
struct JobTroubles
{
    std::vector<JobOnSilentHost> silent; ///< by job
    std::vector<FailingRunner> failing; ///< worst first
    QHash<RunnerId, std::size_t> places; ///< in failing

    /// Null: nothing is known against its host.
    const JobOnSilentHost *silenceOf(std::size_t job) const;
    /// Null: none of those.
    const FailingRunner *failingRunner(const Job &job) const;
    /// The graver one where there are two.
    JobTrouble of(std::size_t number, const Job &job) const;
};

using JobTroublesPtr = std::shared_ptr<const JobTroubles>;

/// Costs as much as there are jobs. \a now: when they were read.
JobTroublesPtr troublesOf(const JobVerdicts &verdicts, ServerTime now);

} // namespace Runnerscope
