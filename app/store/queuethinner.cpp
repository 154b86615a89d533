// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queuethinner.h"

#include <algorithm>

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
    if (m_move && m_move->tier == looksTier && floorTo(begin, moveLength(looksTier)) == m_move->begin)
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
        const qint64 begin = floorTo(first.value_or(0), moveLength(tier));
        if (first && begin + moveLength(tier) + queueTier(tier).age <= now)
            return Due{false, tier, begin};
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
    Move::Target target{tier, floorTo(move.begin, queueTier(tier).block), {}, {}};
    target.stretches = m_blocks.stretchesAt(tier, target.begin);
    for (const auto &[begin, stretches] : move.sources) {
        target.coarsenings.push_back(coarsen(stretches, move.tier, begin, queueTier(tier).width));
        target.stretches = merged(target.stretches, target.coarsenings.back().stretches);
    }
    const bool written = m_blocks.putStretches(tier, target.begin, target.stretches);
    move.targets.emplace(tier, std::move(target));
    return written;
}

bool QueueThinner::beginMove(int tier, qint64 begin)
{
    Move move{tier, begin, {}, {}, {}};
    for (auto &[start, stretches] : m_blocks.stretches(tier, begin, begin + moveLength(tier))) {
        const auto facets = m_blocks.facetsAt(tier, start);
        move.facets.insert(facets.begin(), facets.end());
        move.sources.emplace_back(start, stretches);
    }
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
    if (m_move->facets.empty()) {
        const Move move = *std::exchange(m_move, std::nullopt);
        return std::ranges::all_of(
            move.sources, [&](const auto &source) { return m_blocks.removeStretches(move.tier, source.first); });
    }
    const FacetNumber facet = *m_move->facets.begin();
    m_move->facets.erase(m_move->facets.begin());
    const Move &move = *m_move;
    const auto named = m_facets.facet(facet);
    const Move::Target &target = move.targets.at(tierAfter(move.tier, named ? named->kind : FacetKind::All));
    QueueLevels all =
        decodeTrack(m_blocks.track(target.tier, target.begin, facet), target.stretches, target.tier, target.begin);
    for (std::size_t i = 0; i < move.sources.size(); ++i) {
        const auto &[begin, stretches] = move.sources[i];
        const QueueLevels fine = decodeTrack(m_blocks.track(move.tier, begin, facet), stretches, move.tier, begin);
        const Coarsening &coarsening = target.coarsenings[i];
        mergeLevels(all, target.stretches, coarsened(fine, stretches, coarsening, facet == 0), coarsening.stretches);
    }
    return m_blocks.putTrack(
               target.tier, target.begin, facet, encodeTrack(target.stretches, all, target.tier, target.begin))
        && m_blocks.removeTracks(move.tier, move.begin, move.begin + moveLength(move.tier), facet);
}

} // namespace Runnerscope
