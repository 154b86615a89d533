// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/queueblocks.h"
#include "app/store/queuecoarsening.h"
#include "app/store/queuefacetbook.h"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace Runnerscope {

/// Makes samples smaller as they age, step by step, within transactions of its caller: samples of an hour become a
/// block of looks, and old blocks go to a coarser tier. After each step whoever reads gets the same peaks as before.
/// What was begun and not finished is done again by the next thinner.
class QueueThinner
{
public:
    QueueThinner(Database &database, QueueBlocks &blocks, QueueFacetBook &facets);

    /// Samples are folded so long after their hour, that reading back finds them together.
    static constexpr qint64 patience = 5 * Duration::minute;

    /// One small step, if any is due at \a now. False: it could not be written.
    bool step(qint64 now);
    /// Whether something is begun that step() goes on with.
    bool isBusy() const { return m_fold || m_move; }
    /// Whether step() would begin something.
    bool isDue(qint64 now) { return nextDue(now).has_value(); }
    /// A transaction was not committed.
    void abandon();
    /// Samples of an hour have come.
    void abandonHour(qint64 begin);

private:
    /// The samples of an hour on their way into a block.
    struct Fold
    {
        qint64 begin;
        Stretches looks;
        /// By facet; only looks with jobs, by their place.
        std::map<FacetNumber, std::vector<std::pair<std::size_t, QueueLevel>>> levels;
    };
    /// Blocks on their way into a coarser tier.
    struct Move
    {
        struct Target
        {
            int tier;
            qint64 begin;
            std::vector<Coarsening> coarsenings; ///< by source
            Stretches stretches; ///< of the whole block there
        };

        int tier;
        qint64 begin;
        std::vector<std::pair<qint64, Stretches>> sources;
        std::map<int, Target> targets; ///< by tier
        std::set<FacetNumber> facets; ///< not yet moved
    };

    struct Due
    {
        bool isHour; ///< of samples; else of blocks
        int tier;
        qint64 begin;
    };

    std::optional<Due> nextDue(qint64 now);
    bool beginFold(qint64 hour);
    bool foldOne();
    bool beginMove(int tier, qint64 begin);
    bool addTarget(Move &move, int tier);
    bool moveOne();

    Database &m_database;
    QueueBlocks &m_blocks;
    QueueFacetBook &m_facets;
    std::optional<Fold> m_fold;
    std::optional<Move> m_move;
};

} // namespace Runnerscope
