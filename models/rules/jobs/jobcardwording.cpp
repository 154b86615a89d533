// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobcardwording.h"

#include "models/domain/access.h"
#include "models/rules/jobs/jobcardpeople.h"
#include "models/rules/jobs/jobwait.h"
#include "models/rules/jobs/shortname.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

#include <array>

namespace Runnerscope::JobCardWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::JobCardWording)
};

QString hostName(const QString &runner, const QString &systemId)
{
    return systemId.isEmpty() ? shortName(runner)
                              : Tr::tr("%1, host %2", "runner, system id").arg(shortName(runner), shortName(systemId));
}

QString failedOf(qint64 failed, qint64 ended)
{
    return ended == 1 ? (failed == 1 ? Tr::tr("1 run, failed") : Tr::tr("1 run, not failed"))
                      : Tr::tr("%1 of %2 runs failed").arg(Wording::count(failed), Wording::count(ended));
}

QString homeName(const BotHome &home)
{
    const QString path = Wording::oneLine(home.fullPath);
    if (home.kind == OwnerKind::Group)
        return path.isEmpty() ? Tr::tr("the group with the number %1").arg(home.number)
                              : Tr::tr("the group %1").arg(path);
    return path.isEmpty() ? Tr::tr("the project with the number %1").arg(home.number)
                          : Tr::tr("the project %1").arg(path);
}

} // namespace

QString status(JobStatus status)
{
    switch (status) {
    case JobStatus::Created:
        return Tr::tr("created", "a job");
    case JobStatus::WaitingForResource:
        return Tr::tr("waiting for its resource group", "a job");
    case JobStatus::WaitingForCallback:
        return Tr::tr("waiting for an answer from outside", "a job");
    case JobStatus::Preparing:
        return Tr::tr("being prepared", "a job");
    case JobStatus::Pending:
        return Tr::tr("waiting for a runner", "a job");
    case JobStatus::Running:
        return Tr::tr("running", "a job");
    case JobStatus::Canceling:
        return Tr::tr("being canceled", "a job");
    case JobStatus::Success:
        return Tr::tr("succeeded", "a job");
    case JobStatus::Failed:
        return Tr::tr("failed", "a job");
    case JobStatus::Canceled:
        return Tr::tr("canceled", "a job");
    case JobStatus::Skipped:
        return Tr::tr("skipped", "a job");
    case JobStatus::Manual:
        return Tr::tr("to be started by hand", "a job");
    case JobStatus::Scheduled:
        return Tr::tr("scheduled", "a job");
    case JobStatus::Unknown:
        break;
    }
    return Tr::tr("in a state that this program does not know", "a job");
}

QString failure(const Job &job)
{
    if (job.status != JobStatus::Failed)
        return {};
    if (job.failureReason == QLatin1String("script_failure"))
        return Tr::tr("The job’s own script failed.");
    if (job.failureReason == QLatin1String("runner_system_failure"))
        return Tr::tr("The runner or its executor broke, not the job’s script.");
    if (job.failureReason == QLatin1String("stuck_or_timeout_failure"))
        return Tr::tr("It waited too long for a runner, or its host gave no sign of life.");
    if (job.failureReason == QLatin1String("job_execution_timeout"))
        return Tr::tr("The script took longer than the job or the runner allows.");
    if (!job.failureMessage.isEmpty())
        return Wording::oneLine(job.failureMessage);
    return job.failureReason.isEmpty() ? Tr::tr("GitLab does not tell why.")
                                       : Wording::oneLine(QString(job.failureReason).replace(u'_', u' '));
}

QString title(const Job &job)
{
    return job.name.trimmed().isEmpty() ? Tr::tr("Job #%1").arg(job.id.number) : Wording::oneLine(job.name);
}

QString waited(const Job &job, ServerTime now)
{
    const auto waited = waitedFor(job, now);
    return waited ? Wording::longAge(*waited) : QString();
}

QString ran(const Job &job, ServerTime now)
{
    return job.startedAt ? Wording::longAge(ageAt(*job.startedAt, job.finishedAt.value_or(now))) : QString();
}

QString runner(const JobCard &card)
{
    switch (card.fate) {
    case JobRunnerFate::Known:
        return {};
    case JobRunnerFate::NotYet:
        return Tr::tr("No runner has taken the job so far.");
    case JobRunnerFate::NeverHad:
        return Tr::tr("The job ended before a runner took it.");
    case JobRunnerFate::NeverNeeds:
        return card.downstreamPipeline > 0
            ? Tr::tr("A trigger job runs on no runner: it started the pipeline #%1.").arg(card.downstreamPipeline)
            : Tr::tr("A trigger job runs on no runner: it starts another pipeline, and has not done so yet.");
    case JobRunnerFate::Deleted:
        return Tr::tr("The runner that took the job has been deleted since; GitLab no longer tells which it was.");
    case JobRunnerFate::Hidden:
        return Tr::tr("You may not read this runner: who registered it and whose it is stays hidden. A maintainer of "
                      "its group or an administrator can see it.");
    case JobRunnerFate::DeletedOrHidden:
        break;
    }
    return Tr::tr("The runner that took the job has been deleted since, or you may not read it.");
}

QString host(const JobCard &card)
{
    if (card.manager || !card.runner)
        return {};
    return Tr::tr("GitLab no longer knows the host: it forgets hosts that are silent for 7 days.");
}

QString owner(const JobCard &card)
{
    if (!card.runner)
        return {};
    if (card.runner->type == RunnerType::Instance)
        return Tr::tr("the whole instance, and no group");
    QStringList names;
    for (const OwnerLink &link : card.ownerChain)
        names.append(shortName(link.name));
    if (names.isEmpty())
        return Tr::tr("not readable with this token");
    const QString path = Wording::oneLine(card.ownerChain.back().fullPath);
    return Tr::tr("%1 (%2)", "names of groups, a path").arg(names.join(QStringLiteral(" › ")), path);
}

QString botHome(const JobCard &card)
{
    if (!card.runner || creatorKindOf(*card.runner) != CreatorKind::Bot)
        return {};
    if (!card.botHome)
        return Tr::tr("Where this bot belongs cannot be read from its name.");
    const QString where = Tr::tr("The bot belongs to %1.").arg(homeName(*card.botHome));
    QStringList names;
    if (card.botHome->maker)
        return Tr::tr("%1 It was made by %2.", "a sentence, a person")
            .arg(where,
                Tr::tr("%1 (@%2)").arg(shortName(card.botHome->maker->name), shortName(card.botHome->maker->username)));
    for (const PlaceMember &member : responsiblePeople(card.botHome->people))
        names.append(Tr::tr("%1 (@%2)").arg(shortName(member.user.name), shortName(member.user.username)));
    if (!names.isEmpty())
        return Tr::tr("%1 There answer: %2.", "a sentence, names").arg(where, names.join(QStringLiteral(", ")));
    return card.botHome->people.reach == CardReach::Read
        ? Tr::tr("%1 No active person is an owner or maintainer there.", "a sentence").arg(where)
        : where;
}

QString person(const PlaceMember &member)
{
    const QString role = member.level >= MemberLevel::owner ? Tr::tr("owner") : Tr::tr("maintainer");
    const QString reach = member.publicEmail.isEmpty() ? member.user.webUrl : member.publicEmail;
    const QString who = Tr::tr("%1 (@%2), %3", "name, user name, role")
                            .arg(shortName(member.user.name), shortName(member.user.username), role);
    return reach.isEmpty() ? who : Tr::tr("%1 – %2", "a person, how to reach them").arg(who, Wording::oneLine(reach));
}

QString nobody(const JobCard &card)
{
    if (!card.runner || !responsiblePeople(card.people).empty())
        return {};
    if (card.runner->type == RunnerType::Instance)
        return Tr::tr("The administrators of the instance answer for its runners.");
    switch (card.people.reach) {
    case CardReach::Read:
        return Tr::tr("No active person is a direct owner or maintainer here. Ask those of the group above.");
    case CardReach::Refused:
        return Tr::tr("You may not see the members: its members and administrators can.");
    case CardReach::Failed:
        return Tr::tr("The members could not be read. Try again.");
    case CardReach::NotAsked:
        break;
    }
    return Tr::tr("It is not known to whom the runner belongs.");
}

QString neighbour(const JobRun &run, ServerTime now)
{
    const Job &job = *run.job;
    const QString where = job.project ? Wording::oneLine(job.project->fullPath) : Tr::tr("a project you cannot see");
    const QString ago = Wording::longAge(ageAt(*job.startedAt, now));
    return Tr::tr("%1 #%2 of %3, %4, started %5 ago", "job, number, project, status, age")
        .arg(shortName(title(job)), QString::number(job.id.number), where, status(job.status), ago);
}

QString noNeighbours(CardReach reach)
{
    switch (reach) {
    case CardReach::Read:
        return Tr::tr("nothing that you can see");
    case CardReach::Refused:
        return Tr::tr("You may not see what else the host ran.");
    case CardReach::Failed:
        return Tr::tr("It could not be read. Try again.");
    case CardReach::NotAsked:
        break;
    }
    return Tr::tr("The host is not known.");
}

QString siblings(const JobCard &card)
{
    if (card.sameName.reach == CardReach::Refused)
        return Tr::tr("You may not see other jobs of the project.");
    if (card.sameName.reach == CardReach::Failed)
        return Tr::tr("The other jobs of the project could not be read. Try again.");
    HostShare here;
    HostShare elsewhere;
    for (const HostShare &share : sharesByHost(card)) {
        HostShare &side = share.isOfJob ? here : elsewhere;
        side.ended += share.ended;
        side.failed += share.failed;
    }
    const QString there = failedOf(elsewhere.failed, elsewhere.ended);
    if (here.ended + elsewhere.ended == 0)
        return Tr::tr("No other recent run of this job is known.");
    if (card.fate != JobRunnerFate::Known)
        return Tr::tr("Other recent runs: %1.").arg(there);
    if (elsewhere.ended == 0)
        return Tr::tr("On this host: %1. It ran nowhere else recently.").arg(failedOf(here.failed, here.ended));
    if (here.ended == 0)
        return Tr::tr("On other hosts: %1. On this one it did not run otherwise.").arg(there);
    return Tr::tr("On this host: %1. On others: %2.").arg(failedOf(here.failed, here.ended), there);
}

QStringList shares(const JobCard &card)
{
    constexpr std::size_t most = 8;
    QStringList lines;
    for (const HostShare &share : sharesByHost(card)) {
        if (share.ended == 0 || static_cast<std::size_t>(lines.size()) == most)
            continue;
        const QString name =
            share.runnerName.isEmpty() ? Tr::tr("runner #%1").arg(share.runner.number) : share.runnerName;
        lines.append(Tr::tr("%1: %2", "a host, how often it failed")
                         .arg(hostName(name, share.systemId), failedOf(share.failed, share.ended)));
    }
    return lines;
}

} // namespace Runnerscope::JobCardWording
