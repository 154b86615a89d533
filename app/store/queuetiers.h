// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuefacet.h"

#include <QtGlobal>

#include <array>

namespace Runnerscope {

/// How finely a part of the past is kept. Times in milliseconds.
struct QueueTier
{
    qint64 width; ///< of a point; 0: each look is one
    qint64 block; ///< time of one row in the file; a multiple of the block of the tier before
    qint64 age; ///< from which on the blocks of one block of a coarser tier go there together; 0: they stay
};

namespace Duration {

inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 hour = 60 * minute;
inline constexpr qint64 day = 24 * hour;

} // namespace Duration

/// The last one is for runners, of which there are many: beyond a month they have one point a day.
inline constexpr std::array<QueueTier, 5> queueTiers{{
    {0, Duration::hour, Duration::day},
    {Duration::minute, 12 * Duration::hour, 7 * Duration::day},
    {5 * Duration::minute, 2 * Duration::day, 31 * Duration::day},
    {Duration::hour, 8 * Duration::day, 0},
    {Duration::day, 384 * Duration::day, 0},
}};
inline constexpr int looksTier = 0;
inline constexpr int runnersTier = 4;

/// How much time goes from \a tier to a coarser one at once: what is rewritten often wears the disk.
constexpr qint64 moveLength(int tier)
{
    return queueTiers[static_cast<std::size_t>(tier) + 1].block;
}

/// Where a block of \a tier goes, for facets of a kind.
constexpr int tierAfter(int tier, FacetKind kind)
{
    return tier == runnersTier - 2 && kind == FacetKind::Runner ? runnersTier : tier + 1;
}

/// From fine to coarse.
constexpr std::array<int, 4> tiersOf(FacetKind kind)
{
    return {0, 1, 2, kind == FacetKind::Runner ? runnersTier : runnersTier - 1};
}

/// The multiple of \a width at or before \a time.
constexpr qint64 floorTo(qint64 time, qint64 width)
{
    const qint64 rest = time % width;
    return time - (rest < 0 ? rest + width : rest);
}

/// Waits: single ones in blocks of this, then counted by the hour, then by the day.
inline constexpr std::array<QueueTier, 3> waitTiers{{
    {0, 10 * Duration::minute, 7 * Duration::day},
    {Duration::hour, Duration::hour, 31 * Duration::day},
    {Duration::day, Duration::day, 0},
}};
/// How long the sums are of what is counted by the hour, and by the day.
inline constexpr std::array waitSums{Duration::day, 32 * Duration::day};

} // namespace Runnerscope
