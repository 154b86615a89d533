// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/requestjudge.h"

#include "models/rules/jobs/nearruns.h"

#include <numeric>
#include <utility>

namespace Runnerscope {

namespace {

void add(const PoolCounts::AtLevel &counts, MatchingRunners &to)
{
    to.ready += counts.runners[static_cast<std::size_t>(Readiness::Ready)];
    to.notOnline += counts.runners[static_cast<std::size_t>(Readiness::NotOnline)];
    to.paused += counts.runners[static_cast<std::size_t>(Readiness::Paused)];
    to.running += counts.running;
    to.mostSeen += counts.mostSeen;
}

bool anyOf(const PoolCounts::AtLevel &counts)
{
    return std::accumulate(counts.runners.begin(), counts.runners.end(), qint64(0)) > 0;
}

void addUncertain(const PoolCounts &counts, ScopeReason reason, RequestVerdict &verdict)
{
    for (const PoolCounts::AtLevel &level : counts.byLevel)
        add(level, verdict.uncertain);
    if (counts.total() > 0)
        verdict.doubts |= 1U << static_cast<quint32>(reason);
}

void addServing(const PoolCounts &counts, RequestVerdict &verdict)
{
    add(counts.of(AccessLevel::NotProtected), verdict.certain);
    add(counts.of(AccessLevel::RefProtected), verdict.ifProtected);
    add(counts.of(AccessLevel::Unknown), verdict.uncertain);
    verdict.protectionNotKnown = verdict.protectionNotKnown || anyOf(counts.of(AccessLevel::Unknown));
}

} // namespace

/// Sums over the pools of one project.
struct RequestJudge::Reach
{
    qint64 fitting = 0; ///< serve the project, or may, and have the tags
    PoolCounts fittingTwice;
    qint64 nearTwice = 0;
    qint64 servingTwice = 0;
};

RequestJudge::RequestJudge(const RunnerPools &pools, const TagOffers &offers) :
    m_pools(pools),
    m_fit(offers),
    m_tallyOfPool(pools.size())
{
}

void RequestJudge::setTags(const WantedTags &wanted)
{
    for (const quint32 pool : std::exchange(m_counted, {}))
        m_tallyOfPool[pool] = 0;
    m_tallies.clear();
    m_fit.set(wanted);
    m_wanted = wanted.count;
    m_onNoRunner = wanted.count - static_cast<quint32>(wanted.tags.size());
    m_fittingEverywhere = 0;
    for (const quint32 offer : m_fit.near()) {
        if (m_fit.fits(offer))
            m_fittingEverywhere += static_cast<qint64>(m_pools.ranksOf(offer).size());
    }
}

bool RequestJudge::isNearer(quint32 offer, std::optional<quint32> than) const
{
    return !than || std::pair(m_fit.missing(offer), offer) < std::pair(m_fit.missing(*than), *than);
}

void RequestJudge::countTwice(const PoolRun &run, Tally &tally) const
{
    for (quint32 place = run.begin; place < run.end; ++place) {
        const quint32 rank = m_pools.rank(place);
        if (m_pools.poolsOf(rank).front() != RunnerPools::projectsNotKnown)
            continue;
        if (m_fit.fits(run.offer))
            m_pools.ranked(rank).countIn(tally.fittingTwice);
        else
            ++tally.nearTwice;
    }
}

RequestJudge::Tally RequestJudge::count(quint32 pool) const
{
    Tally tally;
    const bool twice = m_pools.alsoNotKnownIn(pool) > 0;
    forEachNearRun(m_pools.runsOf(pool), m_fit, [&](const PoolRun &run) {
        if (m_fit.fits(run.offer))
            tally.fitting += run.counts;
        else {
            tally.near += run.end - run.begin;
            if (isNearer(run.offer, tally.nearestOffer))
                tally.nearestOffer = run.offer;
        }
        if (twice)
            countTwice(run, tally);
    });
    return tally;
}

const RequestJudge::Tally &RequestJudge::tallyOf(quint32 pool)
{
    quint32 &number = m_tallyOfPool[pool];
    if (number == 0) {
        m_tallies.push_back(count(pool));
        m_counted.push_back(pool);
        number = static_cast<quint32>(m_tallies.size());
    }
    return m_tallies[number - 1];
}

void RequestJudge::addScope(const PoolScope &scope, Judgement &judgement, Reach &reach)
{
    RequestVerdict &verdict = judgement.verdict;
    const Tally &tally = tallyOf(scope.pool);
    const MatchResult serves = resultOf(scope.reason);
    if (serves == MatchResult::NotMet) {
        verdict.notAllowed += tally.fitting.total();
        verdict.instanceRunnersOff = verdict.instanceRunnersOff || scope.reason == ScopeReason::InstanceRunnersOff;
        verdict.groupRunnersOff = verdict.groupRunnersOff || scope.reason == ScopeReason::GroupRunnersOff;
        return;
    }
    PoolCounts fitting = tally.fitting;
    const bool inOwnPool = scope.pool == RunnerPools::projectsNotKnown; // some of them: they were counted there
    if (inOwnPool)
        fitting -= reach.fittingTwice;
    reach.fitting += fitting.total();
    reach.fittingTwice += tally.fittingTwice;
    verdict.serving += m_pools.runnersIn(scope.pool) - (inOwnPool ? reach.servingTwice : 0);
    verdict.nearMissCount += fitting.paused() + tally.near - (inOwnPool ? reach.nearTwice : 0);
    reach.nearTwice += tally.nearTwice;
    reach.servingTwice += m_pools.alsoNotKnownIn(scope.pool);
    if (serves == MatchResult::Met)
        addServing(fitting, verdict);
    else
        addUncertain(fitting, scope.reason, verdict);
    if (tally.nearestOffer && isNearer(*tally.nearestOffer, judgement.nearestOffer))
        judgement.nearestOffer = tally.nearestOffer;
}

RequestJudge::Judgement RequestJudge::judge(std::span<const PoolScope> scopes)
{
    Judgement judgement;
    Reach reach;
    for (const PoolScope &scope : scopes)
        addScope(scope, judgement, reach);
    RequestVerdict &verdict = judgement.verdict;
    verdict.candidateCount =
        verdict.certain.candidates() + verdict.ifProtected.candidates() + verdict.uncertain.candidates();
    verdict.elsewhere = m_fittingEverywhere - reach.fitting;
    verdict.nearMissCount += verdict.elsewhere;
    verdict.code = codeOf(verdict);
    return judgement;
}

JobVerdictCode RequestJudge::codeOf(const RequestVerdict &verdict) const
{
    if (verdict.certain.ready > 0)
        return JobVerdictCode::Queued;
    if (verdict.certain.notOnline > 0)
        return JobVerdictCode::NoneOnline;
    if (verdict.certain.paused > 0)
        return JobVerdictCode::AllPaused;
    if (verdict.uncertain.total() > 0)
        return JobVerdictCode::OnlyUncertain;
    return verdict.ifProtected.total() > 0 ? JobVerdictCode::OnlyProtected : codeWithoutMatch(verdict);
}

JobVerdictCode RequestJudge::codeWithoutMatch(const RequestVerdict &verdict) const
{
    if (m_onNoRunner > 0)
        return m_onNoRunner == 1 ? JobVerdictCode::NoRunnerHasTag : JobVerdictCode::NoRunnerHasTags;
    if (verdict.notAllowed > 0)
        return JobVerdictCode::RunnersNotAllowed;
    if (verdict.serving == 0)
        return JobVerdictCode::NoRunners;
    if (m_wanted == 0)
        return JobVerdictCode::NoneTakesUntagged;
    return verdict.elsewhere > 0 ? JobVerdictCode::OutOfReach : JobVerdictCode::NoRunnerHasAllTags;
}

} // namespace Runnerscope
