// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/gitlabfleetservice.h"

#include "app/fleet/queuereading.h"
#include "app/gitlab/gitlabfleetservice_p.h"
#include "app/gitlab/jobcancelrun.h"
#include "app/gitlab/jobcardread.h"
#include "app/gitlab/runnerdetailsread.h"
#include "app/gitlab/runnerjobsread.h"
#include "app/gitlab/runnerprojectsread.h"

#include <chrono>
#include <utility>

namespace Runnerscope {

namespace {

ServerTime computerTime()
{
    return std::chrono::floor<ServerTime::duration>(std::chrono::system_clock::now());
}

} // namespace

void GitLabFleetService::Private::takeJobs(const JobListPtr &jobs)
{
    if (isRefused(*jobs) || m_clock.hear(jobs->readAt, computerTime()))
        m_recorder.take(jobs, m_jobs.interval(), m_jobs.projects());
    m_service.publishJobs(jobs);
}

void GitLabFleetService::Private::readRunner(RunnerId id, const RunnerPromise &promise)
{
    new RunnerDetailsRead(
        m_client, m_decoder, id, [this](RunnerId seen) { return m_kept.history(seen); }, promise, this);
}

void GitLabFleetService::Private::readProjects(const ProjectsQuestion &question, const ProjectsPromise &promise)
{
    new RunnerProjectsRead(m_client, question, promise, this);
}

void GitLabFleetService::Private::readJob(const JobReference &job, const JobPromise &promise)
{
    new JobCardRead(m_client, m_rest, m_decoder, onlyInstance, job, promise, this);
}

void GitLabFleetService::Private::readRunnerJobs(RunnerId id, const RunnerJobsPromise &promise)
{
    new RunnerJobsRead(m_client, m_rest, id, promise, this);
}

void GitLabFleetService::Private::readQueue(const QueueQuestion &question, const QueuePromise &promise)
{
    QueueArchive *queue = m_kept.queue();
    const ServerTime now = computerTime() + m_clock.ahead();
    answer(promise, queue ? std::optional(historyIn(*queue, question, now)) : std::nullopt);
}

void GitLabFleetService::Private::cancelJobs(const JobCancelling &jobs, const CancelPromise &promise)
{
    new JobCancelRun(
        m_client, jobs, promise, [this] { m_jobs.refresh(); }, this);
}

GitLabFleetService::GitLabFleetService(Connection connection, QObject *parent) :
    GitLabFleetService(std::move(connection), Rhythm(), nullptr, parent)
{
}

GitLabFleetService::GitLabFleetService(Connection connection, Rhythm rhythm, MakeArchive makeArchive, QObject *parent) :
    FleetService(parent),
    m_connection(std::move(connection)),
    m_rhythm(rhythm),
    m_makeArchive(std::move(makeArchive))
{
}

GitLabFleetService::~GitLabFleetService() = default;

GitLabFleetService::Private &GitLabFleetService::inside()
{
    if (!d)
        d = std::make_unique<Private>(*this, m_connection, m_rhythm, m_makeArchive);
    return *d;
}

void GitLabFleetService::doStart()
{
    inside().start();
}

void GitLabFleetService::doRefresh()
{
    inside().refresh();
}

void GitLabFleetService::doReadRunner(RunnerId id, RunnerPromise promise)
{
    if (!promise->isCanceled())
        inside().readRunner(id, promise);
}

void GitLabFleetService::doReadProjects(const ProjectsQuestion &question, ProjectsPromise promise)
{
    if (!promise->isCanceled())
        inside().readProjects(question, promise);
}

void GitLabFleetService::doReadJob(const JobReference &job, JobPromise promise)
{
    if (!promise->isCanceled())
        inside().readJob(job, promise);
}

void GitLabFleetService::doReadRunnerJobs(RunnerId id, RunnerJobsPromise promise)
{
    if (!promise->isCanceled())
        inside().readRunnerJobs(id, promise);
}

void GitLabFleetService::doReadQueue(const QueueQuestion &question, QueuePromise promise)
{
    inside().readQueue(question, promise);
}

void GitLabFleetService::doCancelJobs(const JobCancelling &jobs, CancelPromise promise)
{
    inside().cancelJobs(jobs, promise);
}

void GitLabFleetService::doSetPace(FleetPace pace)
{
    inside().setPace(pace);
}

void GitLabFleetService::doSetJobsWatched(bool watched)
{
    inside().jobs().setWatched(watched);
}

void GitLabFleetService::doSetVisibleRunners(const std::vector<RunnerId> &runners)
{
    inside().upkeep().setVisibleRunners(runners);
}

} // namespace Runnerscope
