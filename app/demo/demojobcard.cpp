// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demojobcard.h"

#include "app/demo/demorandom.h"
#include "models/domain/access.h"
#include "models/rules/bothome.h"
#include "models/rules/jobs/jobverdict.h"
#include "models/rules/ownerchain.h"
#include "models/rules/wording.h"

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr std::size_t mostRuns = 5;

JobPtr found(const JobList &jobs, const JobReference &wanted)
{
    const auto job = std::ranges::find_if(jobs.jobs, [&wanted](const JobPtr &candidate) {
        return candidate->id.number == wanted.number && candidate->project
            && candidate->project->fullPath == wanted.projectPath;
    });
    return job != jobs.jobs.end() ? *job : nullptr;
}

/// The same people for the same place.
PlacePeople peopleOf(const Fleet &fleet, const QString &place)
{
    DemoRandom random(qHash(place, 2026));
    PlacePeople people;
    people.reach = CardReach::Read;
    const auto count = static_cast<int>(fleet.rows.size());
    for (int tries = 0; tries < 40 && people.members.size() < 4 && count > 0; ++tries) {
        const auto &creator = fleet.rows[static_cast<std::size_t>(random.below(count))].runner->creator;
        if (creator && std::ranges::none_of(people.members, [&](const PlaceMember &m) { return m.user == *creator; }))
            people.members.push_back(
                {*creator, people.members.size() < 2 ? MemberLevel::owner : MemberLevel::maintainer,
                    creator->username + QStringLiteral("@example.com")});
    }
    return people;
}

void takeRunner(JobCard &card, const Fleet &fleet, const Runner &runner)
{
    card.fate = JobRunnerFate::Known;
    card.runner = runner;
    const auto manager = std::ranges::find(runner.managers, card.job->manager, &RunnerManager::number);
    if (manager != runner.managers.end())
        card.manager = *manager;
    card.runner->managers.clear();
    if (runner.owner) {
        card.ownerChain = chainFromPath(*runner.owner);
        const QString &path = runner.owner->fullPath;
        card.ownerGroup = runner.owner->kind == OwnerKind::Group ? path : path.section(u'/', 0, -2);
        card.people = peopleOf(fleet, card.ownerGroup);
    }
    if (runner.creator && runner.creator->kind == UserKind::Bot)
        card.botHome = botHomeFrom(runner.creator->username);
    if (card.botHome)
        card.botHome->people = peopleOf(fleet, runner.creator->username);
}

void addNeighbours(JobCard &card, const JobList &jobs, const Fleet &fleet)
{
    card.before.reach = card.after.reach = card.sameName.reach = CardReach::Read;
    for (const JobPtr &job : jobs.jobs) {
        if (job == card.job || !job->startedAt || !job->runner)
            continue;
        const FleetRow *row = fleet.find(*job->runner);
        const JobRun run{job, row ? Wording::displayName(*row->runner) : QString(), {}};
        const bool sameHost = job->runner == card.job->runner && job->manager == card.job->manager;
        JobRuns &side = job->startedAt < card.job->startedAt ? card.before : card.after;
        if (sameHost && side.runs.size() < mostRuns)
            side.runs.push_back(run);
        if (job->name == card.job->name && job->project && *job->project == *card.job->project)
            card.sameName.runs.push_back(run);
    }
}

} // namespace

JobCardAnswer demoJobCard(const JobList &jobs, const FleetPtr &fleet, const JobReference &wanted)
{
    JobCard card;
    card.job = found(jobs, wanted);
    if (!card.job)
        return JobNotFound::NotThere;
    card.readAt = jobs.readAt;
    if (card.job->user)
        card.startedBy = *card.job->user;
    const FleetRow *row = card.job->runner ? fleet->find(*card.job->runner) : nullptr;
    if (row)
        takeRunner(card, *fleet, *row->runner);
    else
        card.fate = card.job->startedAt ? JobRunnerFate::Deleted : JobRunnerFate::NotYet;
    if (card.job->startedAt) {
        addNeighbours(card, jobs, *fleet);
    } else if (!verdictOfState(*card.job)) {
        card.offered = fleet;
        card.offeredReach = CardReach::Read;
    }
    return std::make_shared<const JobCard>(std::move(card));
}

} // namespace Runnerscope
