// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobverdict.h"
#include "models/rules/jobs/poolscope.h"
#include "models/rules/jobs/tagfit.h"

namespace Runnerscope {

/// Counts the runners that match what jobs ask, pool by pool: what a pool means for a set of tags is counted once for
/// all projects. For one thread.
class RequestJudge
{
public:
    RequestJudge(const RunnerPools &pools, const TagOffers &offers);

    /// To be followed by judge() for each project with jobs that require these tags.
    void setTags(const WantedTags &wanted);

    struct Judgement
    {
        RequestVerdict verdict; ///< with everything but the request, its tags and what is alike to them
        std::optional<quint32> nearestOffer; ///< of those that may serve the project and have not all tags
    };
    Judgement judge(std::span<const PoolScope> scopes);

private:
    /// What a pool means for the tags.
    struct Tally
    {
        PoolCounts fitting;
        PoolCounts fittingTwice; ///< those that are in RunnerPools::projectsNotKnown, too
        qint64 near = 0; ///< have not all tags
        qint64 nearTwice = 0;
        std::optional<quint32> nearestOffer; ///< of those
    };
    struct Reach;

    const Tally &tallyOf(quint32 pool);
    Tally count(quint32 pool) const;
    void countTwice(const PoolRun &run, Tally &tally) const;
    void addScope(const PoolScope &scope, Judgement &judgement, Reach &reach);
    bool isNearer(quint32 offer, std::optional<quint32> than) const;
    JobVerdictCode codeOf(const RequestVerdict &verdict) const;
    JobVerdictCode codeWithoutMatch(const RequestVerdict &verdict) const;

    const RunnerPools &m_pools;
    TagFit m_fit;
    quint32 m_wanted = 0;
    quint32 m_onNoRunner = 0; ///< how many of the tags
    qint64 m_fittingEverywhere = 0;
    std::vector<Tally> m_tallies;
    std::vector<quint32> m_tallyOfPool; ///< one more than its index; 0: not counted yet
    std::vector<quint32> m_counted; ///< pools
};

} // namespace Runnerscope
