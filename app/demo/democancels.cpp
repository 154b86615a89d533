// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/democancels.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

/// The runner of a job asks now and then whether it is to go on.
constexpr std::chrono::seconds untilNoticed{6};

} // namespace

JobCancelOutcome DemoCancels::cancel(const JobPtr &job, const JobList &jobs)
{
    const auto found = std::ranges::find(jobs.jobs, job->id, [](const JobPtr &one) { return one->id; });
    if (found == jobs.jobs.end())
        return {job->id, CancelFate::AlreadyEnded, JobStatus::Success};
    if (!m_canceled.contains(job->id))
        m_canceled.insert(job->id, jobs.readAt);
    return (*found)->status == JobStatus::Pending
        ? JobCancelOutcome{job->id, CancelFate::Canceled, JobStatus::Canceled}
        : JobCancelOutcome{job->id, CancelFate::Canceling, JobStatus::Canceling};
}

JobListPtr DemoCancels::withEnded(const JobListPtr &jobs) const
{
    auto list = std::make_shared<JobList>(*jobs);
    for (JobPtr &job : list->jobs) {
        const auto when = m_canceled.constFind(job->id);
        if (when == m_canceled.cend())
            continue;
        Job changed = *job;
        const bool noticed = changed.status == JobStatus::Pending || jobs->readAt >= *when + untilNoticed;
        changed.status = noticed ? JobStatus::Canceled : JobStatus::Canceling;
        changed.cancelable = false;
        if (noticed)
            changed.finishedAt = *when;
        job = std::make_shared<const Job>(std::move(changed));
    }
    return list;
}

JobListPtr DemoCancels::applyTo(const JobListPtr &jobs) const
{
    if (m_canceled.isEmpty())
        return jobs;
    auto list = std::make_shared<JobList>(*withEnded(jobs));
    std::erase_if(list->jobs, [](const JobPtr &job) { return job->status == JobStatus::Canceled; });
    const auto waiting =
        std::ranges::count(list->jobs, JobStatus::Pending, [](const JobPtr &job) { return job->status; });
    list->pending.count = waiting;
    list->running.count = static_cast<qint64>(list->jobs.size()) - waiting;
    return list;
}

} // namespace Runnerscope
