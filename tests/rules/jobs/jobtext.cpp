// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/jobs/jobtext.h"

#include "tests/support/fleettext.h"

#include <QHash>
#include <QStringList>

namespace Runnerscope::Test {

namespace {

OptionalTime ago(const QString &text)
{
    if (text == QStringLiteral("-"))
        return std::nullopt;
    const qint64 number = text.chopped(1).toLongLong();
    const QHash<QChar, std::chrono::seconds> units{{u'd', std::chrono::days(1)}, {u'h', std::chrono::hours(1)},
        {u'm', std::chrono::minutes(1)}, {u's', std::chrono::seconds(1)}};
    return now - number * units.value(text.back());
}

JobStatus status(const QString &text)
{
    const QHash<QString, JobStatus> statuses{{QStringLiteral("created"), JobStatus::Created},
        {QStringLiteral("waiting_for_resource"), JobStatus::WaitingForResource},
        {QStringLiteral("waiting_for_callback"), JobStatus::WaitingForCallback},
        {QStringLiteral("preparing"), JobStatus::Preparing}, {QStringLiteral("pending"), JobStatus::Pending},
        {QStringLiteral("running"), JobStatus::Running}, {QStringLiteral("canceling"), JobStatus::Canceling},
        {QStringLiteral("success"), JobStatus::Success}, {QStringLiteral("failed"), JobStatus::Failed},
        {QStringLiteral("canceled"), JobStatus::Canceled}, {QStringLiteral("skipped"), JobStatus::Skipped},
        {QStringLiteral("manual"), JobStatus::Manual}, {QStringLiteral("scheduled"), JobStatus::Scheduled}};
    return statuses.value(text, JobStatus::Unknown);
}

void applySetting(JobProject &project, const QString &word)
{
    if (word == QStringLiteral("instance-off"))
        project.instanceRunnersEnabled = false;
    else if (word == QStringLiteral("instance-unknown"))
        project.instanceRunnersEnabled.reset();
    else if (word == QStringLiteral("group-off"))
        project.groupRunnersEnabled = false;
    else if (word == QStringLiteral("group-unknown"))
        project.groupRunnersEnabled.reset();
    else
        qFatal("unknown word in a test's job: %s", qUtf8Printable(word));
}

void applyWord(Job &job, JobProject &project, const QString &word)
{
    const QString key = word.section(u'=', 0, 0);
    const QString value = word.section(u'=', 1);
    if (key == QStringLiteral("tags"))
        job.tags = value.split(u',');
    else if (key == QStringLiteral("queued"))
        job.queuedAt = ago(value);
    else if (key == QStringLiteral("started"))
        job.startedAt = ago(value);
    else if (key == QStringLiteral("finished"))
        job.finishedAt = ago(value);
    else if (key == QStringLiteral("status"))
        job.status = status(value);
    else if (key == QStringLiteral("bridge"))
        job.kind = JobKind::Bridge;
    else if (key == QStringLiteral("runner"))
        job.runner = RunnerId{InstanceId{1}, value.toLongLong()};
    else if (key == QStringLiteral("host"))
        job.manager = value.toLongLong();
    else if (key == QStringLiteral("reason"))
        job.failureReason = value;
    else if (key == QStringLiteral("name"))
        job.name = value;
    else if (key == QStringLiteral("stage"))
        job.stage = value;
    else if (key == QStringLiteral("ref"))
        job.ref = value;
    else if (key == QStringLiteral("by"))
        job.user = std::make_shared<const User>(User{1, value, value.toUpper(), {}});
    else
        applySetting(project, word);
}

} // namespace

Job job(QStringView line)
{
    const QStringList words = line.toString().simplified().split(u' ');
    Job job;
    job.id = {InstanceId{1}, words.at(0).toLongLong()};
    job.name = QStringLiteral("job-%1").arg(job.id.number);
    job.kind = JobKind::Build;
    job.status = JobStatus::Pending;
    job.queuedAt = now - std::chrono::minutes(5);
    JobProject project;
    project.fullPath = words.at(1);
    project.instanceRunnersEnabled = true;
    project.groupRunnersEnabled = true;
    for (const QString &word : words.mid(2))
        applyWord(job, project, word);
    if (project.fullPath != QStringLiteral("-"))
        job.project = std::make_shared<const JobProject>(project);
    return job;
}

std::vector<JobPtr> jobs(QStringView text)
{
    std::vector<JobPtr> result;
    for (const QStringView line : text.split(u'\n', Qt::SkipEmptyParts))
        result.push_back(std::make_shared<const Job>(job(line)));
    return result;
}

std::shared_ptr<JobList> jobList(QStringView text)
{
    auto list = std::make_shared<JobList>();
    list->readAt = now;
    list->jobs = jobs(text);
    std::ranges::sort(list->jobs, std::ranges::greater(), [](const JobPtr &job) { return job->id; });
    list->pending = list->running = {JobListReach::Kind::Whole, 1};
    return list;
}

FleetPtr openFleet(QStringView text)
{
    Fleet fleet = Test::fleet(text);
    for (FleetRow &row : fleet.rows) {
        if (row.runner->accessLevel == AccessLevel::Unknown) {
            auto runner = std::make_shared<Runner>(*row.runner);
            runner->accessLevel = AccessLevel::NotProtected;
            row.runner = std::move(runner);
        }
    }
    return shareFleet(std::move(fleet));
}

JobVerdictsPtr verdicts(QStringView fleet, QStringView jobs, ProjectAssignments assignments, RunnerLoads loads)
{
    return judgeJobs({openFleet(fleet), Test::jobs(jobs), std::move(assignments), std::move(loads)});
}

} // namespace Runnerscope::Test
