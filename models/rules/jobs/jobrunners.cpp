// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobrunners.h"

#include "models/rules/jobs/nearruns.h"

#include <algorithm>
#include <compare>

namespace Runnerscope {

namespace {

/// Where a runner stands in a list; the least comes first. Runners of one pool with one offer come by their rank.
struct Place
{
    quint32 notMet = 0; ///< of candidates: 0
    quint32 missingTags = 0;
    bool notOnline = false;
    quint32 unlikeTags = 0; ///< missing, and nothing alike
    quint32 certainty = 0; ///< 0: surely; 1: if the ref is protected; 2: something else is not known
    quint32 rank = 0;

    friend auto operator<=>(const Place &, const Place &) = default;
};

class RunnerLister
{
public:
    RunnerLister(const JobVerdicts &verdicts, quint32 request) :
        m_verdicts(verdicts),
        m_pools(verdicts.pools()),
        m_request(request),
        m_fit(verdicts.offers())
    {
        m_fit.set(verdicts.wantedTags(request));
        for (const PoolScope &scope : verdicts.scopes(request)) {
            if (resultOf(scope.reason) != MatchResult::NotMet)
                m_serving.push_back(scope);
        }
    }

    JobRunners list()
    {
        for (const PoolScope &scope : m_serving)
            forEachNearRun(m_pools.runsOf(scope.pool), m_fit, [&](const PoolRun &run) { addRun(run, scope); });
        for (const quint32 offer : m_fit.near()) {
            if (m_fit.fits(offer))
                addElsewhere(offer);
        }
        return {firstOf(m_candidates), firstOf(m_nearMisses)};
    }

private:
    /// The first of a run in each list are enough.
    void addRun(const PoolRun &run, const PoolScope &scope)
    {
        std::size_t candidates = 0;
        std::size_t nearMisses = 0;
        for (quint32 at = run.begin; at < run.end && nearMisses < JobRunners::mostListed; ++at) {
            const quint32 rank = m_pools.rank(at);
            if (scope.pool == RunnerPools::projectsNotKnown && isInOwnPool(rank))
                continue;
            const Place place = placeOf(rank, resultOf(scope.reason));
            if (place.notMet > 0) {
                m_nearMisses.push_back(place);
                ++nearMisses;
            } else if (++candidates <= JobRunners::mostListed)
                m_candidates.push_back(place);
        }
    }

    void addElsewhere(quint32 offer)
    {
        std::size_t added = 0;
        for (const quint32 rank : m_pools.ranksOf(offer)) {
            if (added >= JobRunners::mostListed)
                return;
            if (serves(rank))
                continue;
            m_nearMisses.push_back(placeOf(rank, MatchResult::NotMet));
            ++added;
        }
    }

    Place placeOf(quint32 rank, MatchResult scope) const
    {
        const RankedRunner &runner = m_pools.ranked(rank);
        Place place;
        const bool fits = m_fit.fits(runner.offer);
        place.notMet =
            (scope == MatchResult::NotMet ? 1 : 0) + (fits ? 0 : 1) + (runner.readiness == Readiness::Paused ? 1 : 0);
        place.notOnline = !runner.online;
        place.missingTags = m_fit.missing(runner.offer);
        place.unlikeTags = place.missingTags - std::min(place.missingTags, m_fit.alike(runner.offer));
        if (place.notMet == 0)
            place.certainty = scope == MatchResult::Unknown ? 2 : certaintyOf(runner.level);
        place.rank = rank;
        return place;
    }

    bool serves(quint32 rank) const
    {
        const auto pools = m_pools.poolsOf(rank);
        return std::ranges::any_of(
            m_serving, [&](const PoolScope &scope) { return std::ranges::find(pools, scope.pool) != pools.end(); });
    }

    bool isInOwnPool(quint32 rank) const
    {
        const auto pools = m_pools.poolsOf(rank);
        return !m_serving.empty() && m_serving.front().reason == ScopeReason::Serves
            && std::ranges::find(pools.subspan(1), m_serving.front().pool) != pools.end();
    }

    std::vector<JobRunner> firstOf(std::vector<Place> &places) const
    {
        const std::size_t count = std::min(places.size(), JobRunners::mostListed);
        std::ranges::partial_sort(places, places.begin() + static_cast<std::ptrdiff_t>(count));
        std::vector<JobRunner> runners;
        const JobRequest &request = m_verdicts.requests()[m_request].request;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t row = m_pools.ranked(places[i].rank).row;
            runners.push_back({row, matchOf(m_verdicts.fleet().rows[row], request, m_verdicts.input().assignments)});
        }
        return runners;
    }

    const JobVerdicts &m_verdicts;
    const RunnerPools &m_pools;
    quint32 m_request;
    TagFit m_fit;
    std::vector<PoolScope> m_serving;
    std::vector<Place> m_candidates;
    std::vector<Place> m_nearMisses;
};

} // namespace

JobRunners runnersFor(const JobVerdicts &verdicts, quint32 request)
{
    return RunnerLister(verdicts, request).list();
}

} // namespace Runnerscope
