// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuelook.h"

#include "models/rules/queue/depthtally.h"

#include <algorithm>

namespace Runnerscope {

namespace {

using Reach = JobListReach::Kind;

struct ReadCount
{
    qint64 jobs = 0;
    Certainty certainty = Certainty::Exact;
};

ReadCount countOf(const JobListReach &reach, qint64 read)
{
    if (reach.kind == Reach::Refused)
        return {0, Certainty::Unknown};
    if (reach.kind == Reach::Whole)
        return {read, Certainty::Exact};
    const qint64 counted = reach.count.value_or(0);
    const bool isExact = reach.count && counted <= mostCounted && counted >= read;
    return {std::max(read, std::min(counted, mostCounted)), isExact ? Certainty::Exact : Certainty::AtLeast};
}

Certainty facetCertainty(const JobListReach &reach)
{
    return reach.kind == Reach::Whole  ? Certainty::Exact
        : reach.kind == Reach::Partial ? Certainty::AtLeast
                                       : Certainty::Unknown;
}

bool counts(const Job &job, const QueueLook &look)
{
    if (!needsRunner(job))
        return false;
    return job.status == JobStatus::Pending ? look.pending.kind != Reach::Refused
                                            : occupiesRunner(job.status) && look.running.kind != Reach::Refused;
}

/// Between two pages a job may start: it is one that runs.
QHash<JobId, const Job *> eachOnce(const QueueLook &look)
{
    QHash<JobId, const Job *> jobs;
    for (const JobPtr &job : look.jobs) {
        if (!counts(*job, look))
            continue;
        const Job *&known = jobs[job->id];
        if (!known || known->status == JobStatus::Pending)
            known = job.get();
    }
    return jobs;
}

/// Between the first and the last project that was looked into.
constexpr std::chrono::minutes longestLook{5};

} // namespace

std::optional<QueueLook> lookOf(const JobList &jobs, std::chrono::milliseconds interval)
{
    QueueLook look{jobs.readAt, interval, jobs.jobs, jobs.pending, jobs.running};
    if (!jobs.projects)
        return look;
    if (jobs.readAt - jobs.projects->oldestLook > longestLook)
        return std::nullopt;
    for (JobListReach *reach : {&look.pending, &look.running}) {
        if (reach->kind == Reach::Whole)
            *reach = {Reach::Partial, std::nullopt};
    }
    return look;
}

QueueSample sampleOf(const QueueLook &look)
{
    DepthTally tally;
    const auto jobs = eachOnce(look);
    for (const Job *job : jobs)
        job->status == JobStatus::Pending ? tally.addPending(*job) : tally.addRunning(*job);
    QueueSample sample = tally.sampleAt(look.moment);
    sample.interval = look.interval;
    const ReadCount pending = countOf(look.pending, sample.all.pending);
    const ReadCount running = countOf(look.running, sample.all.running);
    sample.all.pending = pending.jobs;
    sample.all.running = running.jobs;
    sample.certainty = {pending.certainty, running.certainty};
    sample.facetCertainty = {facetCertainty(look.pending), facetCertainty(look.running)};
    return sample;
}

std::vector<JobWait> waitsOf(std::span<const JobPtr> jobs)
{
    std::vector<JobWait> waits;
    for (const JobPtr &job : jobs) {
        if (!needsRunner(*job) || !job->queuedAt || !job->startedAt)
            continue;
        waits.push_back({job->id, std::min(*job->queuedAt, *job->startedAt), *job->startedAt,
            job->project ? tagSetName(job->tags) : QString(), job->project ? job->project->fullPath : QString(),
            job->runner, job->manager});
    }
    return waits;
}

} // namespace Runnerscope
