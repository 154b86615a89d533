// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waitblocks.h"

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr const QueueTier &waitTier(int number)
{
    return waitTiers[static_cast<std::size_t>(number)];
}

} // namespace

bool WaitBlocks::isCounted(qint64 begin)
{
    for (int tier = 1; tier < static_cast<int>(waitTiers.size()); ++tier) {
        const qint64 start = floorTo(begin, waitTier(tier).block);
        if (!rows(tier, start, start + 1).empty())
            return true;
    }
    return false;
}

bool WaitBlocks::add(qint64 begin, const StoredWaits &waits)
{
    const auto known = rows(0, begin, begin + 1);
    if (known.empty() && isCounted(begin))
        return true;
    const StoredWaits before = known.empty() ? StoredWaits() : decodeWaits(known.begin()->second, begin);
    StoredWaits all;
    // Of the same job the one that is there stays.
    std::ranges::set_union(before, waits, std::back_inserter(all), {}, &StoredWait::job, &StoredWait::job);
    return all.size() == before.size() || m_rows.put(0, begin, encodeWaits(all, begin));
}

std::optional<qint64> WaitBlocks::due(int tier, qint64 now)
{
    const auto first = m_rows.first(tier);
    if (!first)
        return std::nullopt;
    const qint64 begin = floorTo(*first, waitTier(tier + 1).block);
    return begin + waitTier(tier + 1).block + waitTier(tier).age > now ? std::nullopt : std::optional(begin);
}

bool WaitBlocks::isThinnable(qint64 now)
{
    return due(0, now) || due(1, now) || m_sums.isDue();
}

bool WaitBlocks::countInto(int tier, qint64 begin, const CountedWaits &counts)
{
    const qint64 end = begin + waitTier(tier).block;
    return m_sums.noteRow(tier, begin) && m_rows.put(tier, begin, encodeCounts(counts))
        && m_rows.remove(tier - 1, begin, end) && (tier == 1 || m_sums.noteRemoval(tier - 1, begin, end));
}

bool WaitBlocks::thinTier(int tier, qint64 begin)
{
    CountedWaits counts;
    for (const auto &[start, bytes] : rows(tier + 1, begin, begin + 1))
        addCounts(counts, bytes);
    for (const auto &[start, bytes] : rows(tier, begin, begin + waitTier(tier + 1).block))
        tier == 0 ? count(counts, decodeWaits(bytes, start)) : addCounts(counts, bytes);
    return countInto(tier + 1, begin, counts);
}

bool WaitBlocks::thinOne(qint64 now)
{
    for (int tier = 0; tier + 1 < static_cast<int>(waitTiers.size()); ++tier) {
        if (const auto begin = due(tier, now))
            return thinTier(tier, *begin);
    }
    return m_sums.addOne();
}

} // namespace Runnerscope
