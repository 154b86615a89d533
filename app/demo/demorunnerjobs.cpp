// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demorunnerjobs.h"

#include "app/demo/demorandom.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Runnerscope {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr minutes jobEvery{8}; ///< one is made, at most
constexpr qint64 jobsBack = 90;
constexpr qint64 jobsOfRunner = 100'000'000; ///< numbers of jobs that one runner may have
constexpr int mostHosts = 4;
constexpr std::array names{"build", "test:unit", "test:integration", "lint", "package", "deploy:review"};

/// As a broken machine does that is free again at once.
bool failsAll(const Runner &runner)
{
    return runner.managers.size() == 1 && runner.id.number % 150 == 7;
}

bool hasBrokenHost(const Runner &runner)
{
    return runner.managers.size() > 1 && runner.id.number % 3 == 0;
}

std::shared_ptr<const JobProject> projectOf(const Runner &runner)
{
    JobProject project;
    const bool ofProject = runner.owner && runner.owner->kind == OwnerKind::Project;
    const QString place = runner.owner ? runner.owner->fullPath : QStringLiteral("acme/platform");
    project.fullPath = ofProject ? place : QString(place + QStringLiteral("/api"));
    project.name = project.fullPath.section(u'/', -1);
    return std::make_shared<const JobProject>(std::move(project));
}

void finish(Job &job, DemoRandom &random, bool broken)
{
    const bool fails = random.chance(broken ? 900 : 60);
    const bool atOnce = fails && broken;
    job.finishedAt = *job.startedAt + seconds(atOnce ? random.between(2, 12) : random.between(30, 400));
    job.status = fails ? JobStatus::Failed : JobStatus::Success;
    if (fails)
        job.failureReason = atOnce ? QStringLiteral("runner_system_failure") : QStringLiteral("script_failure");
}

JobRun inventedJob(const Runner &runner, const std::shared_ptr<const JobProject> &project, qint64 slot)
{
    DemoRandom random(static_cast<quint64>(runner.id.number * jobsOfRunner + slot));
    Job job;
    job.id = {runner.id.instance, runner.id.number * jobsOfRunner + slot};
    job.kind = JobKind::Build;
    job.name = QString::fromLatin1(random.pick(names));
    job.project = project;
    job.queuedAt = ServerTime(jobEvery * slot) + seconds(random.between(0, 60));
    job.createdAt = *job.queuedAt - seconds(3);
    job.startedAt = *job.queuedAt + seconds(random.between(2, 40));
    job.runner = runner.id;
    const auto hosts = static_cast<int>(std::min<std::size_t>(runner.managers.size(), mostHosts));
    const auto host = static_cast<std::size_t>(random.below(hosts));
    job.manager = runner.managers[host].number;
    finish(job, random, failsAll(runner) || (host == 0 && hasBrokenHost(runner)));
    return {std::make_shared<const Job>(std::move(job)), {}, runner.managers[host].systemId};
}

void addInvented(TakenJobs &jobs, const Runner &runner)
{
    if (!runner.contactedAt || runner.managers.empty())
        return;
    const ServerTime last = std::min(*runner.contactedAt, jobs.readAt);
    const auto project = projectOf(runner);
    const qint64 newest = last.time_since_epoch() / jobEvery;
    for (qint64 slot = newest; slot > newest - jobsBack; --slot) {
        JobRun run = inventedJob(runner, project, slot);
        const bool isOver = *run.job->finishedAt < last;
        if (isOver && *run.job->createdAt > runner.createdAt.value_or(ServerTime()))
            jobs.runs.push_back(std::move(run));
    }
    jobs.more = static_cast<qint64>(jobs.runs.size()) >= jobsBack - 1;
}

QString systemIdOf(const Runner &runner, qint64 manager)
{
    const auto found = std::ranges::find(runner.managers, manager, &RunnerManager::number);
    return found != runner.managers.end() ? found->systemId : QString();
}

} // namespace

TakenJobsPtr demoRunnerJobs(const JobList &current, const Fleet &fleet, RunnerId id)
{
    auto jobs = std::make_shared<TakenJobs>();
    jobs->runner = id;
    jobs->readAt = current.readAt;
    const FleetRow *row = fleet.find(id);
    jobs->refused = !row;
    if (!row)
        return jobs;
    for (const JobPtr &job : current.jobs) {
        if (job->runner == id)
            jobs->runs.push_back({job, {}, systemIdOf(*row->runner, job->manager)});
    }
    addInvented(*jobs, *row->runner);
    return jobs;
}

std::vector<JobPtr> demoFinishedJobs(const Fleet &fleet, ServerTime now)
{
    std::vector<JobPtr> finished;
    for (const FleetRow &row : fleet.rows) {
        if (row.status != RunnerStatus::Online || row.runner->paused || !failsAll(*row.runner))
            continue;
        TakenJobs jobs;
        jobs.readAt = now;
        addInvented(jobs, *row.runner);
        for (const JobRun &run : jobs.runs) {
            if (*run.job->finishedAt > now - std::chrono::hours(1))
                finished.push_back(run.job);
        }
    }
    return finished;
}

JobList demoJobsAround(const JobList &current, const Fleet &fleet, qint64 job)
{
    JobList result = current;
    const auto number = [](const JobPtr &one) { return one->id.number; };
    if (fleet.rows.empty() || std::ranges::find(current.jobs, job, number) != current.jobs.end())
        return result;
    result.jobs.clear();
    const InstanceId instance = fleet.rows.front().runner->id.instance;
    const TakenJobsPtr taken = demoRunnerJobs(current, fleet, {instance, job / jobsOfRunner});
    for (const JobRun &run : taken->runs)
        result.jobs.push_back(run.job);
    return result;
}

} // namespace Runnerscope
