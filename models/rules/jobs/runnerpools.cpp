// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/runnerpools.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace Runnerscope {

namespace {

Readiness readinessOf(const FleetRow &row)
{
    if (row.runner->paused)
        return Readiness::Paused;
    return row.status == RunnerStatus::Online ? Readiness::Ready : Readiness::NotOnline;
}

bool hasOwner(const Runner &runner)
{
    return runner.owner && !runner.owner->fullPath.isEmpty();
}

std::tuple<bool, bool, quint32, quint32> rankKey(const RankedRunner &runner)
{
    return {runner.readiness == Readiness::Paused, !runner.online, certaintyOf(runner.level), runner.row};
}

} // namespace

void RankedRunner::countIn(PoolCounts &counts) const
{
    PoolCounts::AtLevel &at = counts.of(level);
    ++at.runners[static_cast<std::size_t>(readiness)];
    if (readiness == Readiness::Ready) {
        at.running += load.running;
        at.mostSeen += std::max(load.running, load.mostSeen);
    }
}

RunnerPools::RunnerPools(
    const Fleet &fleet, const TagOffers &offers, const ProjectAssignments &assignments, const RunnerLoads &loads)
{
    rankRows(fleet, offers, loads);
    listPools(fleet, assignments);
    makeRuns();
    listRanksByOffer(offers.size());
}

std::optional<quint32> RunnerPools::find(const Paths &paths, const QString &fullPath)
{
    const auto found = paths.constFind(fullPath);
    return found == paths.cend() ? std::nullopt : std::optional(*found);
}

std::span<const PoolRun> RunnerPools::runsOf(quint32 pool) const
{
    return std::span(m_runs).subspan(m_firstRun[pool], m_firstRun[pool + 1] - m_firstRun[pool]);
}

std::span<const quint32> RunnerPools::ranksOf(quint32 offer) const
{
    return std::span(m_ranks).subspan(m_firstRank[offer], m_firstRank[offer + 1] - m_firstRank[offer]);
}

void RunnerPools::rankRows(const Fleet &fleet, const TagOffers &offers, const RunnerLoads &loads)
{
    m_ranked.reserve(fleet.rows.size());
    for (quint32 row = 0; row < static_cast<quint32>(fleet.rows.size()); ++row) {
        const FleetRow &of = fleet.rows[row];
        m_ranked.push_back({row, offers.of(row), readinessOf(of), of.runner->accessLevel,
            of.status == RunnerStatus::Online, loads.byRunner.value(of.runner->id)});
    }
    std::ranges::sort(m_ranked, {}, rankKey);
    m_rankOfRow.resize(m_ranked.size());
    for (quint32 rank = 0; rank < static_cast<quint32>(m_ranked.size()); ++rank)
        m_rankOfRow[m_ranked[rank].row] = rank;
}

quint32 RunnerPools::addPool(Paths &paths, const QString &fullPath)
{
    const auto found = paths.constFind(fullPath);
    if (found != paths.cend())
        return *found;
    paths.insert(fullPath, m_poolCount);
    return m_poolCount++;
}

std::vector<quint32> RunnerPools::poolsFor(const Runner &runner, const ProjectAssignments &assignments)
{
    switch (runner.type) {
    case RunnerType::Instance:
        return {instance};
    case RunnerType::Group:
        return {hasOwner(runner) ? addPool(m_groups, runner.owner->fullPath) : groupNotKnown};
    case RunnerType::Unknown:
        return {typeNotKnown};
    case RunnerType::Project:
        break;
    }
    std::vector<quint32> pools;
    if (!assignments.isComplete(runner))
        pools.push_back(projectsNotKnown);
    for (const QString &path : assignments.projectsOf(runner))
        pools.push_back(addPool(m_projects, path));
    return pools;
}

void RunnerPools::listPools(const Fleet &fleet, const ProjectAssignments &assignments)
{
    m_firstPool.reserve(m_ranked.size() + 1);
    for (const RankedRunner &ranked : m_ranked) {
        const std::vector<quint32> pools = poolsFor(*fleet.rows[ranked.row].runner, assignments);
        m_pools.insert(m_pools.end(), pools.begin(), pools.end());
        m_firstPool.push_back(static_cast<quint32>(m_pools.size()));
    }
}

std::span<const quint32> RunnerPools::poolsOf(quint32 rank) const
{
    return std::span(m_pools).subspan(m_firstPool[rank], m_firstPool[rank + 1] - m_firstPool[rank]);
}

std::vector<RunnerPools::Member> RunnerPools::sortedMembers() const
{
    std::vector<Member> members;
    members.reserve(m_pools.size());
    for (quint32 rank = 0; rank < static_cast<quint32>(m_ranked.size()); ++rank) {
        for (const quint32 pool : poolsOf(rank))
            members.push_back({pool, m_ranked[rank].offer, rank});
    }
    std::ranges::sort(members, {}, [](const Member &m) { return std::tuple(m.pool, m.offer, m.rank); });
    return members;
}

void RunnerPools::makeRuns()
{
    const std::vector<Member> members = sortedMembers();
    m_firstRun.assign(m_poolCount + 1, 0);
    m_runners.assign(m_poolCount, 0);
    m_alsoNotKnown.assign(m_poolCount, 0);
    m_members.reserve(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member &member = members[i];
        if (i == 0 || members[i - 1].pool != member.pool || members[i - 1].offer != member.offer) {
            m_runs.push_back({member.offer, static_cast<quint32>(i), static_cast<quint32>(i), {}});
            ++m_firstRun[member.pool + 1];
        }
        m_ranked[member.rank].countIn(m_runs.back().counts);
        m_runs.back().end = static_cast<quint32>(i + 1);
        ++m_runners[member.pool];
        if (member.pool != projectsNotKnown && poolsOf(member.rank).front() == projectsNotKnown)
            ++m_alsoNotKnown[member.pool];
        m_members.push_back(member.rank);
    }
    std::partial_sum(m_firstRun.begin(), m_firstRun.end(), m_firstRun.begin());
}

void RunnerPools::listRanksByOffer(std::size_t offers)
{
    m_firstRank.assign(offers + 1, 0);
    for (const RankedRunner &ranked : m_ranked)
        ++m_firstRank[ranked.offer + 1];
    std::partial_sum(m_firstRank.begin(), m_firstRank.end(), m_firstRank.begin());
    m_ranks.resize(m_ranked.size());
    std::vector<quint32> next = m_firstRank;
    for (quint32 rank = 0; rank < static_cast<quint32>(m_ranked.size()); ++rank)
        m_ranks[next[m_ranked[rank].offer]++] = rank;
}

} // namespace Runnerscope
