// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleetservice.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

FleetService::FleetService(QObject *parent) :
    QObject(parent)
{
}

void FleetService::start()
{
    QMetaObject::invokeMethod(this, [this] { doStart(); });
}

void FleetService::refresh()
{
    QMetaObject::invokeMethod(this, [this] { doRefresh(); });
}

void FleetService::setPace(FleetPace pace)
{
    QMetaObject::invokeMethod(this, [this, pace] { doSetPace(pace); });
}

void FleetService::setVisibleRunners(std::vector<RunnerId> runners)
{
    QMetaObject::invokeMethod(this, [this, runners = std::move(runners)] { doSetVisibleRunners(runners); });
}

void FleetService::setJobsWatched(bool watched)
{
    QMetaObject::invokeMethod(this, [this, watched] { doSetJobsWatched(watched); });
}

void FleetService::doSetPace(FleetPace pace)
{
    Q_UNUSED(pace); // a fleet that is never read again by itself has none
}

void FleetService::doSetVisibleRunners(const std::vector<RunnerId> &runners)
{
    Q_UNUSED(runners); // all are equally fresh
}

void FleetService::doSetJobsWatched(bool watched)
{
    Q_UNUSED(watched); // there are no jobs to be read
}

void FleetService::doReadRunnerJobs(RunnerId id, RunnerJobsPromise promise)
{
    Q_UNUSED(id)
    FetchError error;
    error.kind = FetchError::Kind::NothingCached;
    answer(promise, error);
}

void FleetService::doReadQueue(const QueueQuestion &question, QueuePromise promise)
{
    Q_UNUSED(question)
    answer(promise, std::optional<QueueHistory>());
}

void FleetService::doCancelJobs(const JobCancelling &jobs, CancelPromise promise)
{
    for (const JobPtr &job : jobs.jobs)
        promise->addResult(JobCancelOutcome{job->id});
    promise->finish();
}

void FleetService::repeatNewest()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_newest)
            emit snapshotChanged(m_newest, {});
        if (m_jobs)
            emit jobsChanged(m_jobs);
        if (m_access)
            emit accessChanged(*m_access);
        emit progressChanged(m_progress);
    });
}

void FleetService::publish(const FleetPtr &fleet, const FleetDelta &delta)
{
    m_newest = fleet;
    emit snapshotChanged(fleet, delta);
}

void FleetService::publishJobs(const JobListPtr &jobs)
{
    m_jobs = jobs;
    emit jobsChanged(jobs);
}

void FleetService::report(const FleetProgress &progress)
{
    m_progress = progress;
    emit progressChanged(progress);
}

void FleetService::announce(const Access &access)
{
    m_access = access;
    emit accessChanged(access);
}

QFuture<RunnerAnswer> FleetService::readRunner(RunnerId id)
{
    auto promise = std::make_shared<QPromise<RunnerAnswer>>();
    promise->start();
    QFuture<RunnerAnswer> future = promise->future();
    QMetaObject::invokeMethod(this, [this, id, promise = std::move(promise)] { doReadRunner(id, promise); });
    return future;
}

QFuture<ProjectsAnswer> FleetService::readProjects(const ProjectsQuestion &question)
{
    auto promise = std::make_shared<QPromise<ProjectsAnswer>>();
    promise->start();
    QFuture<ProjectsAnswer> future = promise->future();
    QMetaObject::invokeMethod(
        this, [this, question, promise = std::move(promise)] { doReadProjects(question, promise); });
    return future;
}

QFuture<RunnerJobsAnswer> FleetService::readRunnerJobs(RunnerId id)
{
    auto promise = std::make_shared<QPromise<RunnerJobsAnswer>>();
    promise->start();
    QFuture<RunnerJobsAnswer> future = promise->future();
    QMetaObject::invokeMethod(this, [this, id, promise = std::move(promise)] { doReadRunnerJobs(id, promise); });
    return future;
}

/// With its project, where it names none and the job is known.
JobReference FleetService::completed(const JobReference &job) const
{
    if (job.namesProject() || !m_jobs)
        return job;
    const auto known =
        std::ranges::find(m_jobs->jobs, job.number, [](const JobPtr &candidate) { return candidate->id.number; });
    if (known == m_jobs->jobs.end() || !(*known)->project)
        return job;
    return {(*known)->project->fullPath, 0, job.number};
}

QFuture<JobCardAnswer> FleetService::readJob(const JobReference &job)
{
    auto promise = std::make_shared<QPromise<JobCardAnswer>>();
    promise->start();
    QFuture<JobCardAnswer> future = promise->future();
    QMetaObject::invokeMethod(this, [this, job, promise = std::move(promise)] {
        const JobReference whole = completed(job);
        if (whole.namesProject())
            doReadJob(whole, promise);
        else
            answer(promise, JobNotFound::ProjectNotNamed);
    });
    return future;
}

QFuture<QueueAnswer> FleetService::readQueue(const QueueQuestion &question)
{
    auto promise = std::make_shared<QPromise<QueueAnswer>>();
    promise->start();
    QFuture<QueueAnswer> future = promise->future();
    QMetaObject::invokeMethod(this, [this, question, promise = std::move(promise)] {
        if (!promise->isCanceled()) // another question took its place
            doReadQueue(question, promise);
    });
    return future;
}

QFuture<JobCancelOutcome> FleetService::cancelJobs(const JobCancelling &jobs)
{
    auto promise = std::make_shared<QPromise<JobCancelOutcome>>();
    promise->start();
    QFuture<JobCancelOutcome> future = promise->future();
    QMetaObject::invokeMethod(this, [this, jobs, promise = std::move(promise)] { doCancelJobs(jobs, promise); });
    return future;
}

} // namespace Runnerscope
