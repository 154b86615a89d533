// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobcells.h"

#include "models/rules/jobs/jobtroublewording.h"
#include "models/rules/jobs/jobwording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::JobCells)
};

QString age(std::optional<std::chrono::seconds> seconds)
{
    return seconds ? Wording::shortAge(*seconds) : QString();
}

QString runnerName(const JobVerdicts &verdicts, const Job &job)
{
    if (!job.runner)
        return {};
    const FleetRow *row = verdicts.fleet().find(*job.runner);
    return row ? Wording::oneLine(Wording::displayName(*row->runner))
               : QString(u'#' + QString::number(job.runner->number));
}

/// Of its project; a person's name space is one, too.
QString groupPath(const QString &projectPath)
{
    return projectPath.left(std::max<qsizetype>(0, projectPath.lastIndexOf(u'/')));
}

/// By its address, which people know, else by what it calls itself.
QString hostName(const JobVerdicts &verdicts, const Job &job)
{
    const FleetRow *row = job.runner && job.manager != 0 ? verdicts.fleet().find(*job.runner) : nullptr;
    if (!row)
        return {};
    const auto found = std::ranges::find(row->runner->managers, job.manager, &RunnerManager::number);
    if (found == row->runner->managers.end())
        return {};
    return Wording::oneLine(found->ipAddress.isEmpty() ? found->systemId : found->ipAddress);
}

/// With a mark where GitLab soon makes an end of it.
QString waitText(const JobVerdicts &verdicts, std::size_t number, ServerTime now)
{
    const QString text = age(waitedFor(*verdicts.input().jobs[number], now));
    return text.isEmpty() || jobDeadlineText(verdicts, number, now).isEmpty() ? text : u"⚠ " + text;
}

} // namespace

QString jobStatusWord(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return Tr::tr("waiting", "a job");
    case JobStatus::Running:
        return Tr::tr("running", "a job");
    case JobStatus::Canceling:
        return Tr::tr("being canceled", "a job");
    default:
        return Tr::tr("neither", "a job that neither waits nor runs");
    }
}

QString jobDeadlineText(const JobVerdicts &verdicts, std::size_t number, ServerTime now)
{
    const RequestVerdict *verdict = verdicts.verdictOf(number);
    const MatchResult stuck = verdict ? verdict->stuck() : MatchResult::Unknown;
    const auto deadline = nearDeadline(*verdicts.input().jobs[number], stuck, now);
    return deadline ? JobWording::deadline(*deadline, now) : QString();
}

QString jobStateText(const Job &job, ServerTime now)
{
    const auto time = job.status == JobStatus::Pending ? waitedFor(job, now) : ranFor(job, now);
    const QString word = jobStatusWord(job.status);
    return time ? Tr::tr("%1 for %2", "a state, a time").arg(word, Wording::longAge(*time)) : word;
}

QString jobCellText(
    const JobVerdicts &verdicts, const JobTroubles &troubles, std::size_t number, JobColumn column, ServerTime now)
{
    const Job &job = *verdicts.input().jobs[number];
    switch (column) {
    case JobColumn::Status:
        return jobStatusWord(job.status);
    case JobColumn::Name:
        return Wording::oneLine(job.name);
    case JobColumn::Project:
        return job.project ? Wording::oneLine(job.project->fullPath) : Tr::tr("not readable", "the project of a job");
    case JobColumn::Stage:
        return Wording::oneLine(job.stage);
    case JobColumn::Tags:
        return Wording::oneLine(job.tags.join(QStringLiteral(", ")));
    case JobColumn::Waiting:
        return waitText(verdicts, number, now);
    case JobColumn::Running:
        return age(ranFor(job, now));
    case JobColumn::Runner:
        return runnerName(verdicts, job);
    case JobColumn::StartedBy:
        return job.user ? Wording::oneLine(job.user->username) : QString();
    case JobColumn::Why:
        return job.status == JobStatus::Pending ? JobWording::sentence(verdicts, number)
                                                : JobTroubleWording::sentence(troubles, number, job, now);
    case JobColumn::Ref:
        return Wording::oneLine(job.ref);
    case JobColumn::Group:
        return job.project ? Wording::oneLine(groupPath(job.project->fullPath)) : QString();
    case JobColumn::Host:
        return hostName(verdicts, job);
    case JobColumn::Queued:
        return job.queuedAt ? Wording::exactTime(*job.queuedAt) : QString();
    case JobColumn::Check:
    case JobColumn::Count:
        break;
    }
    return {};
}

QString jobColumnTitle(JobColumn column)
{
    const std::array titles{Tr::tr("Status"), Tr::tr("Job"), Tr::tr("Project"), Tr::tr("Tags"),
        Tr::tr("Waited", "for how long a job waited for a runner"), Tr::tr("Runs for"),
        Tr::tr("Why it waits, or what is wrong"), Tr::tr("Runner"), Tr::tr("Stage"), Tr::tr("Started by"),
        Tr::tr("Branch or tag"), Tr::tr("Group"), Tr::tr("Host"), Tr::tr("Queued"), Tr::tr("Selected")};
    return titles[static_cast<std::size_t>(column)];
}

} // namespace Runnerscope
