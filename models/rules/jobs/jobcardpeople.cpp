// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobcardpeople.h"

#include "models/domain/access.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace Runnerscope {

namespace {

bool answers(const PlaceMember &member)
{
    return member.user.state == UserState::Active && member.user.kind == UserKind::Person
        && member.level >= MemberLevel::maintainer;
}

bool isOwner(const PlaceMember &member)
{
    return member.level >= MemberLevel::owner;
}

HostShare &shareOf(std::map<std::pair<RunnerId, qint64>, HostShare> &shares, RunnerId runner, qint64 manager)
{
    HostShare &share = shares[{runner, manager}];
    share.runner = runner;
    share.manager = manager;
    return share;
}

} // namespace

std::vector<PlaceMember> responsiblePeople(const PlacePeople &people)
{
    std::vector<PlaceMember> found;
    std::ranges::copy_if(people.members, std::back_inserter(found), answers);
    std::ranges::sort(found, [](const PlaceMember &a, const PlaceMember &b) {
        if (isOwner(a) != isOwner(b))
            return isOwner(a);
        const int byName = QString::localeAwareCompare(a.user.name, b.user.name);
        return byName != 0 ? byName < 0 : a.user.number < b.user.number;
    });
    if (found.size() > mostResponsible)
        found.resize(mostResponsible);
    return found;
}

std::vector<HostShare> sharesByHost(const JobCard &card)
{
    std::map<std::pair<RunnerId, qint64>, HostShare> shares;
    if (card.runner && card.fate == JobRunnerFate::Known) {
        const qint64 manager = card.manager ? card.manager->number : 0;
        HostShare &own = shareOf(shares, card.runner->id, manager);
        own.isOfJob = true;
        own.runnerName = card.runner->description.isEmpty() ? card.runner->shortSha : card.runner->description;
        own.systemId = card.manager ? card.manager->systemId : QString();
    }
    for (const JobRun &run : card.sameName.runs) {
        if (!run.job->runner || run.job->id == card.job->id)
            continue;
        HostShare &share = shareOf(shares, *run.job->runner, run.job->manager);
        share.runnerName = run.runnerName;
        share.systemId = run.systemId;
        ++share.ended;
        share.failed += run.job->status == JobStatus::Failed;
    }
    std::vector<HostShare> sorted;
    for (auto &[host, share] : shares)
        sorted.push_back(std::move(share));
    std::ranges::stable_sort(sorted, std::ranges::greater(),
        [](const HostShare &share) { return std::tuple(share.isOfJob, share.ended, share.failed); });
    return sorted;
}

} // namespace Runnerscope
