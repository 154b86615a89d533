// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demojobs.h"

#include "app/demo/demojobplan.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

struct Work
{
    const char *stage;
    const char *name;
};
constexpr std::array works{Work{"build", "build"}, Work{"build", "package"}, Work{"test", "test:unit"},
    Work{"test", "test:integration"}, Work{"test", "lint"}, Work{"test", "e2e"}, Work{"deploy", "deploy:staging"},
    Work{"deploy", "deploy:review"}};
constexpr std::array refs{"main", "main", "release/4.2", "fix-login", "renovate/qt", "feature/search"};

std::shared_ptr<const JobProject> projectOf(const DemoJobPlan &plan)
{
    JobProject project;
    const auto &owner = plan.runner->runner->owner;
    if (owner && owner->kind == OwnerKind::Project)
        project.number = owner->number;
    project.fullPath = DemoPlans::projectPath(plan);
    project.name = project.fullPath.section(u'/', -1);
    project.instanceRunnersEnabled = true;
    project.groupRunnersEnabled = true;
    return std::make_shared<const JobProject>(std::move(project));
}

std::shared_ptr<const User> someone(const Fleet &fleet, DemoRandom &random)
{
    const FleetRow *row = DemoPlans::some(fleet, random, [](const FleetRow &one) {
        return one.runner->creator && one.runner->creator->kind == UserKind::Person
            && one.runner->creator->state == UserState::Active;
    });
    return row ? row->runner->creator : nullptr;
}

void take(Job &job, const DemoJobPlan &plan)
{
    const Runner &runner = *plan.runner->runner;
    job.status = JobStatus::Running;
    job.startedAt = plan.startedAt;
    job.runner = runner.id;
    job.manager = runner.managers.empty() ? 0 : runner.managers.front().number;
}

JobPtr jobOf(const Fleet &fleet, const DemoJobPlan &plan, ServerTime now)
{
    DemoRandom random = plan.rest;
    const Work &work = random.pick(works);
    Job job;
    job.id = {plan.runner->runner->id.instance, plan.number};
    job.kind = JobKind::Build;
    job.status = JobStatus::Pending;
    job.name = QString::fromLatin1(work.name);
    job.stage = QString::fromLatin1(work.stage);
    job.ref = QString::fromLatin1(random.pick(refs));
    job.tags = plan.tags;
    job.project = projectOf(plan);
    job.user = someone(fleet, random);
    job.createdAt = plan.queuedAt - std::chrono::seconds(3);
    job.queuedAt = plan.queuedAt;
    job.pipeline = plan.number / 5;
    job.cancelable = true;
    if (plan.runs() && now >= plan.startedAt)
        take(job, plan);
    return std::make_shared<const Job>(std::move(job));
}

std::vector<JobPtr> jobsAt(const Fleet &fleet, quint64 seed, ServerTime now)
{
    std::vector<JobPtr> jobs;
    for (qint64 number = DemoPlans::firstAt(now); number <= DemoPlans::lastAt(now); ++number) {
        const auto plan = DemoPlans::passing(fleet, seed, number);
        if (plan && now < plan->endsAt)
            jobs.push_back(jobOf(fleet, *plan, now));
    }
    for (const DemoJobPlan &plan : DemoPlans::stuck(fleet, seed, now))
        jobs.push_back(jobOf(fleet, plan, now));
    std::ranges::sort(jobs, std::ranges::greater(), [](const JobPtr &job) { return job->id; });
    return jobs;
}

} // namespace

JobListPtr demoJobs(const Fleet &fleet, quint64 seed, ServerTime now)
{
    auto list = std::make_shared<JobList>();
    list->readAt = now;
    if (!fleet.rows.empty())
        list->jobs = jobsAt(fleet, seed, now);
    const auto pending =
        std::ranges::count_if(list->jobs, [](const JobPtr &job) { return job->status == JobStatus::Pending; });
    list->pending = {JobListReach::Kind::Whole, pending};
    list->running = {JobListReach::Kind::Whole, static_cast<qint64>(list->jobs.size()) - pending};
    return list;
}

} // namespace Runnerscope
