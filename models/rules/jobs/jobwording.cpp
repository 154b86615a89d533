// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobwording.h"

#include "models/rules/jobs/shortname.h"
#include "models/rules/namelist.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::JobWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::JobWording)
};

using Code = JobVerdictCode;

QString counted(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(Wording::count(number));
}

QString twoSentences(const QString &first, const QString &second)
{
    return Tr::tr("%1 %2", "two sentences").arg(first, second);
}

QString names(const QStringList &texts)
{
    return nameList(shortNames(texts));
}

QString runningPhrase(const RequestVerdict &verdict)
{
    const qint64 running = verdict.certain.running;
    if (verdict.loadsComplete && running == 0)
        return Tr::tr("running no job");
    if (verdict.loadsComplete)
        return counted(running, Tr::tr("running 1 job"), Tr::tr("running %1 jobs"));
    return running == 0 ? Tr::tr("running no job that was seen")
                        : counted(running, Tr::tr("running at least 1 job"), Tr::tr("running at least %1 jobs"));
}

QString queued(const RequestVerdict &verdict)
{
    const QString match = counted(
        verdict.certain.ready, Tr::tr("1 runner matches and is online"), Tr::tr("%1 runners match and are online"));
    const QString running = runningPhrase(verdict);
    return verdict.certain.mostSeen == 0
        ? Tr::tr("%1, %2.", "runners match, running jobs").arg(match, running)
        : Tr::tr("%1, %2, most seen at once %3.", "runners match, running jobs, a number")
              .arg(match, running, Wording::count(verdict.certain.mostSeen));
}

QString noneOnline(const MatchingRunners &runners)
{
    if (runners.paused == 0)
        return counted(runners.notOnline, Tr::tr("1 runner matches, but it is not online."),
            Tr::tr("%1 runners match, but none is online."));
    const QString silent = counted(
        runners.notOnline, Tr::tr("1 runner matches but is not online"), Tr::tr("%1 runners match but are not online"));
    return runners.paused == 1 ? Tr::tr("%1, and 1 is paused.", "runners match but are not online").arg(silent)
                               : Tr::tr("%1, and %2 are paused.", "runners match but are not online, a number")
                                     .arg(silent, Wording::count(runners.paused));
}

QString noRunnerHasTag(const RequestVerdict &verdict)
{
    const QString tag = names(verdict.tags);
    if (verdict.alike.isEmpty())
        return Tr::tr("No runner has the tag %1.").arg(tag);
    if (verdict.alike.size() == 1)
        return Tr::tr("No runner has the tag %1; did you mean %2?").arg(tag, names(verdict.alike));
    return Tr::tr("No runner has the tag %1; similar tags are %2.").arg(tag, names(verdict.alike));
}

QString outOfReach(qint64 elsewhere)
{
    return counted(elsewhere, Tr::tr("1 runner has all tags of the job, but it does not serve the project."),
        Tr::tr("%1 runners have all tags of the job, but none of them serves the project."));
}

QString kindsOff(const RequestVerdict &verdict)
{
    if (verdict.instanceRunnersOff && verdict.groupRunnersOff)
        return Tr::tr("instance and group runners");
    return verdict.groupRunnersOff ? Tr::tr("group runners") : Tr::tr("instance runners");
}

QString notAllowed(const RequestVerdict &verdict)
{
    const QString kinds = kindsOff(verdict);
    const QString number = Wording::count(verdict.notAllowed);
    return verdict.serving == 0
        ? Tr::tr("The project does not allow %1, of which %2 would match, and it has no others.").arg(kinds, number)
        : Tr::tr("The project does not allow %1, of which %2 would match, and none of its others does.")
              .arg(kinds, number);
}

QString noRunners(const RequestVerdict &verdict)
{
    const bool off = verdict.request.project && verdict.request.project->instanceRunnersEnabled == false;
    return off ? Tr::tr("The project allows no instance runners and has no others.")
               : Tr::tr("No runner serves the project.");
}

QString allTags(const RequestVerdict &verdict)
{
    return Tr::tr("No runner of the project has all tags of the job; the nearest one lacks %1.")
        .arg(names(verdict.tags));
}

QString onlyProtected(qint64 runners)
{
    return counted(runners, Tr::tr("Only a protected runner matches: it takes the job if its ref is protected."),
        Tr::tr("Only protected runners match: %1 take the job if its ref is protected."));
}

QString onlyUncertain(const RequestVerdict &verdict)
{
    return counted(verdict.uncertain.total() + verdict.ifProtected.total(),
        Tr::tr("1 runner may match, of which that cannot be known."),
        Tr::tr("%1 runners may match, of which that cannot be known."));
}

QString runnersDecide(const RequestVerdict &verdict)
{
    switch (verdict.code) {
    case Code::Queued:
        return queued(verdict);
    case Code::NoneOnline:
        return noneOnline(verdict.certain);
    case Code::AllPaused:
        return counted(verdict.certain.paused, Tr::tr("1 runner matches, but it is paused."),
            Tr::tr("%1 runners match, but all are paused."));
    case Code::OnlyProtected:
        return onlyProtected(verdict.ifProtected.total());
    case Code::OnlyUncertain:
        return onlyUncertain(verdict);
    case Code::NoRunnerHasTag:
        return noRunnerHasTag(verdict);
    case Code::NoRunnerHasTags:
        return Tr::tr("No runner has any of the tags %1.").arg(names(verdict.tags));
    case Code::NoRunnerHasAllTags:
        return allTags(verdict);
    case Code::OutOfReach:
        return outOfReach(verdict.elsewhere);
    case Code::RunnersNotAllowed:
        return notAllowed(verdict);
    case Code::NoneTakesUntagged:
        return Tr::tr("The job has no tags, and no runner of the project takes jobs without tags.");
    case Code::NoRunners:
        return noRunners(verdict);
    default:
        break;
    }
    return sentence(verdict.code);
}

QString doubt(ScopeReason reason)
{
    switch (reason) {
    case ScopeReason::InstanceSettingNotKnown:
        return Tr::tr("It is not known whether the project allows instance runners.");
    case ScopeReason::GroupSettingNotKnown:
        return Tr::tr("It is not known whether the project allows group runners.");
    case ScopeReason::GroupNotKnown:
        return Tr::tr("It is not known to which group some runners belong.");
    case ScopeReason::AssignmentsNotKnown:
        return Tr::tr("It is not known whether some project runners are assigned to the project.");
    case ScopeReason::TypeNotKnown:
        return Tr::tr("It is not known of which type some runners are.");
    default:
        break;
    }
    return {};
}

QString ordinal(const QueuePosition &position, const QString &runner)
{
    const QString first = Wording::count(position.first);
    return position.first == position.last
        ? Tr::tr("Number %1 in the queue of the runner %2.").arg(first, runner)
        : Tr::tr("Between number %1 and %2 in the queue of the runner %3; what is ahead is not fully known.")
              .arg(first, Wording::count(position.last), runner);
}

} // namespace

QString sentence(const JobVerdicts &verdicts, std::size_t job)
{
    if (const RequestVerdict *verdict = verdicts.verdictOf(job))
        return sentence(*verdict);
    const auto &runner = verdicts.input().jobs[job]->runner;
    const FleetRow *row = runner ? verdicts.fleet().find(*runner) : nullptr;
    return sentence(verdicts.code(job), row ? row->runner.get() : nullptr);
}

QString sentence(const RequestVerdict &verdict)
{
    const QString said = runnersDecide(verdict);
    return verdict.fleetComplete || verdict.code == Code::Queued
        ? said
        : twoSentences(said, Tr::tr("There may be runners that you cannot see."));
}

QString sentence(JobVerdictCode code, const Runner *given)
{
    switch (code) {
    case Code::GivenToRunner:
        return given
            ? Tr::tr("Given to the runner %1, which has not answered yet.").arg(shortName(Wording::displayName(*given)))
            : Tr::tr("Given to a runner that has not answered yet.");
    case Code::NotReadable:
        return Tr::tr("You may not read what this job asks of runners.");
    case Code::Created:
        return Tr::tr("It does not wait for a runner: jobs before it have not ended.");
    case Code::WaitingForResource:
        return Tr::tr("It does not wait for a runner: another job uses its resource group.");
    case Code::WaitingForCallback:
        return Tr::tr("It does not wait for a runner: an answer from outside is outstanding.");
    case Code::Preparing:
        return Tr::tr("It does not wait for a runner: GitLab is preparing it.");
    case Code::Manual:
        return Tr::tr("It does not wait for a runner: somebody has to start it.");
    case Code::Scheduled:
        return Tr::tr("It does not wait for a runner: it starts at a set time.");
    case Code::TriggerJob:
        return Tr::tr("It does not wait for a runner: it starts another pipeline.");
    case Code::Running:
        return Tr::tr("It does not wait: it is running.");
    case Code::Finished:
        return Tr::tr("It does not wait: it has ended.");
    default:
        break;
    }
    return Tr::tr("Its status is not known to this program.");
}

QStringList remarks(const RequestVerdict &verdict)
{
    QStringList said;
    const qint64 others = verdict.ifProtected.total();
    if (others > 0 && verdict.code != Code::OnlyProtected)
        said.append(counted(others, Tr::tr("1 protected runner takes it if its ref is protected."),
            Tr::tr("%1 protected runners take it if its ref is protected.")));
    if (verdict.certain.total() == 0 && verdict.candidateCount > 0
        && verdict.ifProtected.ready + verdict.uncertain.ready == 0)
        said.append(Tr::tr("None of these is both online and not paused."));
    for (int reason = 0; reason < scopeReasonCount; ++reason) {
        if (verdict.hasDoubt(static_cast<ScopeReason>(reason)))
            said.append(doubt(static_cast<ScopeReason>(reason)));
    }
    if (verdict.protectionNotKnown)
        said.append(Tr::tr("It is not known whether some runners are protected."));
    return said;
}

QString knownToServerOnly()
{
    return Tr::tr("GitLab alone knows whether the ref is protected, whether compute minutes are left, which plans a "
                  "runner is kept for, and what the project allowed when the job was queued.");
}

QString queuePlace(const QueuePlace &place, const Fleet &fleet)
{
    switch (place.kind) {
    case QueuePlace::Kind::NoQueue:
        return {};
    case QueuePlace::Kind::NotInOrder:
        return Tr::tr("It has no place in a queue: instance runners go first to projects that use few of them, not to "
                      "the oldest job.");
    case QueuePlace::Kind::InOrder:
        break;
    }
    return ordinal(place.position, shortName(Wording::displayName(*fleet.rows[place.row].runner)));
}

QString deadline(const JobDeadline &deadline, ServerTime now)
{
    const QString left = Wording::longAge(ageAt(now, deadline.at));
    const QString limit = Wording::duration(limitOf(deadline.limit));
    switch (deadline.limit) {
    case JobLimit::Queue:
        return deadline.passed ? Tr::tr("GitLab fails jobs after %1 in the queue: this one is due.").arg(limit)
                               : Tr::tr("GitLab fails jobs after %1 in the queue: in %2.").arg(limit, left);
    case JobLimit::Stuck:
        return deadline.passed ? Tr::tr("GitLab fails stuck jobs after %1: this one is due.").arg(limit)
                               : Tr::tr("GitLab fails stuck jobs after %1: in %2.").arg(limit, left);
    case JobLimit::Acknowledgement:
        break;
    }
    return deadline.passed
        ? Tr::tr("GitLab fails jobs whose runner does not answer for %1: this one may be due.").arg(limit)
        : Tr::tr("GitLab fails jobs whose runner does not answer for %1: in %2 at the earliest.").arg(limit, left);
}

} // namespace Runnerscope::JobWording
