// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waitblock.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <array>

namespace Runnerscope::Fuzz {

namespace {

/// A whole number of blocks of every tier.
constexpr qint64 begin = 384 * Duration::day * 53;

void checkSample(const QByteArray &input)
{
    StoredSample sample;
    if (!decodeSample(input, begin, sample))
        return;
    const auto notBefore = [](const auto &a, const auto &b) { return a.first >= b.first; };
    require(std::ranges::adjacent_find(sample.facets, notBefore) == sample.facets.end(), "facets ascend");
    require(sample.look.end >= sample.look.at, "a look does not end before it begins");
    StoredSample again;
    require(decodeSample(encodeSample(sample), begin, again), "a sample that was read can be written");
    require(again.look == sample.look && again.all == sample.all && again.facets == sample.facets,
        "all of a sample returns");
}

void checkStretches(const QByteArray &input, int tier)
{
    const Stretches stretches = decodeStretches(input, tier, begin);
    const auto notBefore = [](const QueueStretch &a, const QueueStretch &b) { return a.at >= b.at; };
    require(std::ranges::adjacent_find(stretches, notBefore) == stretches.end(), "stretches ascend");
    const qint64 end = begin + queueTiers[static_cast<std::size_t>(tier)].block;
    for (const QueueStretch &stretch : stretches)
        require(stretch.at >= begin && stretch.at < end && stretch.end >= stretch.at, "stretches lie in their block");
    require(decodeStretches(encodeStretches(stretches, tier, begin), tier, begin) == stretches,
        "stretches that were read can be written");
}

/// Looks and stretches of a block, some of them missing.
Stretches someStretches(int tier)
{
    const QueueTier &here = queueTiers[static_cast<std::size_t>(tier)];
    const qint64 step = here.width > 0 ? here.width : 15 * Duration::second;
    Stretches stretches;
    for (qint64 at = begin; at < begin + here.block && stretches.size() < 50;
         at += stretches.size() % 7 == 0 ? 3 * step : step) {
        QueueStretch stretch;
        stretch.at = at;
        stretch.end = at + step;
        stretches.push_back(stretch);
    }
    return stretches;
}

bool isSame(const QueueLevel &a, const QueueLevel &b)
{
    const auto wait = [](const QueueLevel &level) { return std::max<qint64>(level.longestWait, 0); };
    return a.pending == b.pending && a.running == b.running && wait(a) == wait(b);
}

void checkTrack(const QByteArray &input, int tier)
{
    static const std::array blocks{
        someStretches(0), someStretches(1), someStretches(2), someStretches(3), someStretches(4)};
    const Stretches &stretches = blocks[static_cast<std::size_t>(tier)];
    const QueueLevels levels = decodeTrack(input, stretches, tier, begin);
    require(levels.size() == stretches.size(), "every stretch has its numbers");
    const auto isRange = [](DepthRange range) { return range.low >= 0 && range.low <= range.high; };
    for (const QueueLevel &level : levels)
        require(isRange(level.pending) && isRange(level.running), "numbers of jobs are from a low one to a high one");
    const QByteArray written = encodeTrack(stretches, levels, tier, begin);
    require(std::ranges::equal(decodeTrack(written, stretches, tier, begin), levels, isSame),
        "numbers that were read can be written");
}

void checkWaits(const QByteArray &input)
{
    StoredWaits waits = decodeWaits(input, begin);
    for (const StoredWait &wait : waits)
        require(wait.waited >= 0, "nobody waits for less than nothing");
    CountedWaits counts;
    count(counts, waits);
    qint64 jobs = 0;
    for (const auto &[facet, classes] : counts) {
        for (const auto &[number, some] : classes)
            jobs += some;
    }
    require(jobs >= static_cast<qint64>(waits.size()), "every job is counted");
    require(decodeWaits(encodeWaits(waits, begin), begin) == waits, "waits that were read can be written");
}

void checkCounts(const QByteArray &input)
{
    CountedWaits counts;
    addCounts(counts, input);
    for (auto &[facet, classes] : counts) {
        for (auto &[number, jobs] : classes) {
            require(number >= 0 && number < waitClasses && jobs > 0, "jobs are counted by classes that there are");
            jobs = std::min(jobs, static_cast<qint64>(mostWaitsCounted)); // a class may come twice
        }
    }
    CountedWaits again;
    addCounts(again, encodeCounts(counts));
    require(again == counts, "counts that were read can be written");
}

} // namespace

void queue(const QByteArray &input)
{
    checkSample(input);
    for (int tier = 0; tier < static_cast<int>(queueTiers.size()); ++tier) {
        checkStretches(input, tier);
        checkTrack(input, tier);
    }
    checkWaits(input);
    checkCounts(input);
}

} // namespace Runnerscope::Fuzz
