// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queuethinner.h"

#include <algorithm>
#include <set>
#include <utility>

namespace Runnerscope {

namespace {

constexpr const QueueTier &queueTier(int number)
{
    return queueTiers[static_cast<std::size_t>(number)];
}

using SparseLevels = std::vector<std::pair<std::size_t, QueueLevel>>;

QueueLevels spread(const SparseLevels &sparse, std::size_t size)
{
    QueueLevels levels(size);
    for (const auto &[place, level] : sparse)
        levels[place] = level;
    return levels;
}

} // namespace

QueueThinner::QueueThinner(Database &database, QueueBlocks &blocks, QueueFacetBook &facets) :
    m_database(database),
    m_blocks(blocks),
    m_facets(facets)
{
}

void QueueThinner::abandon()
{
    m_fold.reset();
    m_move.reset();
}

void QueueThinner::abandonHour(qint64 begin)
{
    if (m_fold && m_fold->begin == begin)
        m_fold.reset();
    if (m_move && m_move->tier == looksTier && m_move->begin == begin)
        m_move.reset();
}

bool QueueThinner::step(qint64 now)
{
    if (m_fold)
        return foldOne();
    if (m_move)
        return moveOne();
    const auto due = nextDue(now);
    if (!due)
        return true;
    return due->isHour ? beginFold(due->begin) : beginMove(due->tier, due->begin);
}

std::optional<QueueThinner::Due> QueueThinner::nextDue(qint64 now)
{
    if (const auto first = m_blocks.firstSample()) {
        const qint64 hour = floorTo(*first, queueTier(looksTier).block);
        if (hour + queueTier(looksTier).block + patience <= now)
            return Due{true, looksTier, hour};
    }
    for (int tier = 0; tier < static_cast<int>(queueTiers.size()); ++tier) {
        if (queueTier(tier).age == 0)
            continue;
        const auto first = m_blocks.firstBlock(tier);
        if (first && *first + queueTier(tier).block + queueTier(tier).age <= now)
            return Due{false, tier, *first};
    }
    return std::nullopt;
}

/// What a block of this hour holds already comes with it: a sample is stronger.
bool QueueThinner::beginFold(qint64 hour)
{
    const Stretches known = m_blocks.stretchesAt(looksTier, hour);
    std::vector<StoredSample> samples;
    Stretches looks;
    for (const auto &[moment, bytes] : m_blocks.samples(hour, hour + queueTier(looksTier).block)) {
        if (!decodeSample(bytes, moment, samples.emplace_back()))
            samples.pop_back();
        else
            looks.push_back(samples.back().look);
    }
    Fold fold{hour, merged(known, looks), {}};
    const auto placeOf = [&fold](qint64 at) {
        const auto found = std::ranges::lower_bound(fold.looks, at, {}, &QueueStretch::at);
        return static_cast<std::size_t>(found - fold.looks.begin());
    };
    if (!known.empty()) {
        for (const FacetNumber facet : m_blocks.facetsAt(looksTier, hour)) {
            const QueueLevels levels = decodeTrack(m_blocks.track(looksTier, hour, facet), known, looksTier, hour);
            SparseLevels &sparse = fold.levels[facet];
            for (std::size_t i = 0; i < known.size(); ++i) {
                if (!std::ranges::binary_search(looks, known[i].at, {}, &QueueStretch::at))
                    sparse.emplace_back(placeOf(known[i].at), levels[i]);
            }
        }
    }
    for (const StoredSample &sample : samples) {
        const std::size_t place = placeOf(sample.look.at);
        fold.levels[0].emplace_back(place, sample.all);
        for (const auto &[facet, level] : sample.facets)
            fold.levels[facet].emplace_back(place, level);
    }
    m_fold = std::move(fold);
    return m_blocks.putStretches(looksTier, hour, m_fold->looks);
}

bool QueueThinner::foldOne()
{
    const Fold &fold = *m_fold;
    if (fold.levels.empty()) {
        const qint64 hour = fold.begin;
        m_fold.reset();
        return m_blocks.removeSamples(hour, hour + queueTier(looksTier).block);
    }
    const auto first = fold.levels.begin();
    const QueueLevels levels = spread(first->second, fold.looks.size());
    const bool written =
        m_blocks.putTrack(looksTier, fold.begin, first->first, encodeTrack(fold.looks, levels, looksTier, fold.begin));
    m_fold->levels.erase(m_fold->levels.begin());
    return written;
}

bool QueueThinner::addTarget(Move &move, int tier)
{
    const qint64 begin = floorTo(move.begin, queueTier(tier).block);
    Coarsening coarsening = coarsen(move.stretches, move.tier, move.begin, queueTier(tier).width);
    Stretches stretches = merged(m_blocks.stretchesAt(tier, begin), coarsening.stretches);
    const bool written = m_blocks.putStretches(tier, begin, stretches);
    move.targets.emplace(tier, Move::Target{tier, begin, std::move(coarsening), std::move(stretches)});
    return written;
}

bool QueueThinner::beginMove(int tier, qint64 begin)
{
    Move move{tier, begin, m_blocks.stretchesAt(tier, begin), {}, {}};
    const auto facets = m_blocks.facetsAt(tier, begin);
    move.facets.assign(facets.begin(), facets.end());
    for (const FacetKind kind : {FacetKind::All, FacetKind::Runner}) {
        const int target = tierAfter(tier, kind);
        if (!move.targets.contains(target) && !addTarget(move, target))
            return false;
    }
    m_move = std::move(move);
    return true;
}

bool QueueThinner::moveOne()
{
    const Move &move = *m_move;
    if (move.facets.empty()) {
        const auto [tier, begin] = std::pair(move.tier, move.begin);
        m_move.reset();
        return m_blocks.removeStretches(tier, begin);
    }
    const FacetNumber facet = move.facets.front();
    m_move->facets.pop_front();
    const auto named = m_facets.facet(facet);
    const Move::Target &target = move.targets.at(tierAfter(move.tier, named ? named->kind : FacetKind::All));
    const QueueLevels before =
        decodeTrack(m_blocks.track(move.tier, move.begin, facet), move.stretches, move.tier, move.begin);
    const QueueLevels levels = coarsened(before, move.stretches, target.coarsening, facet == 0);
    QueueLevels all =
        decodeTrack(m_blocks.track(target.tier, target.begin, facet), target.stretches, target.tier, target.begin);
    mergeLevels(all, target.stretches, levels, target.coarsening.stretches);
    return m_blocks.putTrack(
               target.tier, target.begin, facet, encodeTrack(target.stretches, all, target.tier, target.begin))
        && m_blocks.putTrack(move.tier, move.begin, facet, {});
}

} // namespace Runnerscope
