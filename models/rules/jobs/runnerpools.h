// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/rules/jobs/poolcounts.h"
#include "models/rules/jobs/projectassignments.h"
#include "models/rules/jobs/runnerload.h"
#include "models/rules/jobs/tagoffers.h"

#include <QHash>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace Runnerscope {

/// 0 for runners that surely take a job of any ref; the more, the less is known.
constexpr quint32 certaintyOf(AccessLevel level)
{
    return level == AccessLevel::NotProtected ? 0 : level == AccessLevel::RefProtected ? 1 : 2;
}

/// A runner among those of its fleet, which are ranked: not paused before paused, online before not, then those that
/// are not protected, then by id.
struct RankedRunner
{
    quint32 row = 0; ///< of the fleet
    quint32 offer = 0;
    Readiness readiness = Readiness::Ready;
    AccessLevel level = AccessLevel::Unknown;
    bool online = false;
    RunnerLoad load;

    void countIn(PoolCounts &counts) const;
};

/// The runners of a pool that offer the same.
struct PoolRun
{
    quint32 offer = 0;
    quint32 begin = 0; ///< of RunnerPools::rank()
    quint32 end = 0;
    PoolCounts counts;
};

/// The runners of a fleet in pools that serve the same projects: those of the instance, of each group, of each
/// project, and three of those of which that is not known. A project runner that serves several projects is in the
/// pool of each; one whose projects are not all known is also, and first, in projectsNotKnown.
class RunnerPools
{
public:
    static constexpr quint32 instance = 0;
    static constexpr quint32 groupNotKnown = 1;
    static constexpr quint32 projectsNotKnown = 2;
    static constexpr quint32 typeNotKnown = 3;
    static constexpr quint32 firstOfPath = 4;

    RunnerPools(
        const Fleet &fleet, const TagOffers &offers, const ProjectAssignments &assignments, const RunnerLoads &loads);

    std::size_t size() const { return m_firstRun.size() - 1; }
    std::optional<quint32> ofGroup(const QString &fullPath) const { return find(m_groups, fullPath); }
    std::optional<quint32> ofProject(const QString &fullPath) const { return find(m_projects, fullPath); }

    /// By offer, ascending.
    std::span<const PoolRun> runsOf(quint32 pool) const;
    qint64 runnersIn(quint32 pool) const { return m_runners[pool]; }
    /// How many of a project's pool are in projectsNotKnown, too.
    qint64 alsoNotKnownIn(quint32 pool) const { return m_alsoNotKnown[pool]; }

    const RankedRunner &ranked(quint32 rank) const { return m_ranked[rank]; }
    quint32 rankOfRow(std::size_t row) const { return m_rankOfRow[row]; }
    /// All pools that a runner is in; none for a runner that serves nothing.
    std::span<const quint32> poolsOf(quint32 rank) const;
    /// The rank of the member at a place of PoolRun.
    quint32 rank(quint32 place) const { return m_members[place]; }
    /// The ranks of all runners with an offer, each once, ascending.
    std::span<const quint32> ranksOf(quint32 offer) const;

private:
    struct Member
    {
        quint32 pool;
        quint32 offer;
        quint32 rank;
    };
    using Paths = QHash<QString, quint32>;

    static std::optional<quint32> find(const Paths &paths, const QString &fullPath);
    void rankRows(const Fleet &fleet, const TagOffers &offers, const RunnerLoads &loads);
    std::vector<Member> sortedMembers() const;
    void listPools(const Fleet &fleet, const ProjectAssignments &assignments);
    std::vector<quint32> poolsFor(const Runner &runner, const ProjectAssignments &assignments);
    quint32 addPool(Paths &paths, const QString &fullPath);
    void makeRuns();
    void listRanksByOffer(std::size_t offers);

    std::vector<RankedRunner> m_ranked;
    std::vector<quint32> m_rankOfRow;
    std::vector<quint32> m_pools;
    std::vector<quint32> m_firstPool{0}; ///< by rank
    Paths m_groups;
    Paths m_projects;
    quint32 m_poolCount = firstOfPath;
    std::vector<quint32> m_members;
    std::vector<PoolRun> m_runs;
    std::vector<quint32> m_firstRun; ///< by pool
    std::vector<qint64> m_runners; ///< by pool
    std::vector<qint64> m_alsoNotKnown; ///< by pool
    std::vector<quint32> m_ranks;
    std::vector<quint32> m_firstRank; ///< by offer
};

} // namespace Runnerscope
