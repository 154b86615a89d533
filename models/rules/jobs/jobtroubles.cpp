// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobtroubles.h"

#include <algorithm>

namespace Runnerscope {

const JobOnSilentHost *JobTroubles::silenceOf(std::size_t job) const
{
    const auto found = std::ranges::lower_bound(silent, job, {}, &JobOnSilentHost::job);
    return found != silent.end() && found->job == job ? &*found : nullptr;
}

const FailingRunner *JobTroubles::failingRunner(const Job &job) const
{
    if (!job.runner || !occupiesRunner(job.status))
        return nullptr;
    const auto found = places.constFind(*job.runner);
    return found != places.cend() ? &failing[*found] : nullptr;
}

JobTrouble JobTroubles::of(std::size_t number, const Job &job) const
{
    if (silenceOf(number))
        return JobTrouble::SilentHost;
    return failingRunner(job) ? JobTrouble::FailingRunner : JobTrouble::None;
}

JobTroublesPtr troublesOf(const JobVerdicts &verdicts, ServerTime now)
{
    const JobVerdictInput &input = verdicts.input();
    JobTroubles troubles{jobsOnSilentHosts(input.jobs, *input.fleet, now), failingRunners(input.finished), {}};
    for (std::size_t i = 0; i < troubles.failing.size(); ++i)
        troubles.places.insert(troubles.failing[i].runner, i);
    return std::make_shared<const JobTroubles>(std::move(troubles));
}

} // namespace Runnerscope
