// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/queuetrack.h"

namespace Runnerscope {

/// How the stretches of a block fall into those of a coarser tier.
struct Coarsening
{
    /// Of what the numbers of \c from count for \c into. A look holds until the next one.
    struct Part
    {
        std::size_t from;
        std::size_t into;
    };

    Stretches stretches;
    std::vector<Part> parts;
};

/// \a stretches are a block of \a tier that begins at \a begin; those of the result are \a width long.
Coarsening coarsen(const Stretches &stretches, int tier, qint64 begin, qint64 width);

/// The smallest and the largest numbers of each coarser stretch. \a isAll: the levels are those of all jobs.
QueueLevels coarsened(const QueueLevels &levels, const Stretches &stretches, const Coarsening &coarsening, bool isAll);

/// \a later are put into \a stretches; where both have one it is theirs.
Stretches merged(const Stretches &stretches, const Stretches &later);
/// Puts the levels of \a later into those of \a stretches, which have all of later.
void mergeLevels(
    QueueLevels &levels, const Stretches &stretches, const QueueLevels &laterLevels, const Stretches &later);

/// What a reader gets of a facet.
QueuePoint pointOf(const QueueStretch &stretch, const QueueLevel &level, bool isAll);

} // namespace Runnerscope
