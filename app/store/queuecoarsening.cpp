// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/queuecoarsening.h"

#include "models/rules/queue/queuethinning.h"

#include <algorithm>
#include <iterator>

namespace Runnerscope {

namespace {

constexpr ServerTime timeOf(qint64 milliseconds)
{
    return ServerTime(std::chrono::milliseconds(milliseconds));
}

/// From when and until when a stretch counts as observed.
struct Span
{
    qint64 from;
    qint64 to;
};

Span spanOf(const Stretches &stretches, std::size_t i, int tier, qint64 begin)
{
    const QueueStretch &stretch = stretches[i];
    if (tier != looksTier)
        return {stretch.at, stretch.end};
    const qint64 blockEnd = begin + queueTiers[looksTier].block;
    const qint64 next = i + 1 < stretches.size() ? stretches[i + 1].at : blockEnd;
    // The look before the first one stands in another block; it cannot be further than one interval in a line.
    const qint64 interval = (stretch.end - stretch.at) * 2 / 5;
    const qint64 from = i == 0 && stretch.at - begin <= interval ? begin : stretch.at;
    return {from, std::clamp(next, stretch.at + 1, std::max(stretch.end, stretch.at + 1))};
}

CountCertainty uniteCertainty(CountCertainty a, CountCertainty b)
{
    const auto one = [](Certainty x, Certainty y) {
        return x == Certainty::Unknown ? y : y == Certainty::Unknown ? x : std::max(x, y);
    };
    return {one(a.pending, b.pending), one(a.running, b.running)};
}

void uniteStretch(QueueStretch &into, const QueueStretch &stretch)
{
    into.certainty = uniteCertainty(into.certainty, stretch.certainty);
    into.facetCertainty = uniteCertainty(into.facetCertainty, stretch.facetCertainty);
    into.reconstructed |= stretch.reconstructed;
}

/// The coarser stretch that begins at \a at; a new one is as the first of its parts.
QueueStretch &stretchAt(Stretches &stretches, qint64 at, qint64 width, const QueueStretch &first)
{
    if (stretches.empty() || stretches.back().at != at)
        stretches.push_back({at, at + width, 0, first.certainty, first.facetCertainty, first.reconstructed});
    return stretches.back();
}

} // namespace

Coarsening coarsen(const Stretches &stretches, int tier, qint64 begin, qint64 width)
{
    Coarsening result;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Span span = spanOf(stretches, i, tier, begin);
        const qint64 own = floorTo(stretches[i].at, width);
        const qint64 next = i + 1 < stretches.size() ? floorTo(stretches[i + 1].at, width) : span.to;
        for (qint64 at = floorTo(span.from, width); at < span.to; at += width) {
            QueueStretch &into = stretchAt(result.stretches, at, width, stretches[i]);
            const qint64 part = std::min(span.to, at + width) - std::max(span.from, at);
            into.covered = std::min(width, into.covered + (tier == looksTier ? part : stretches[i].covered));
            // It reaches into one in which another look was made: only time.
            if (at > own && at >= next)
                continue;
            uniteStretch(into, stretches[i]);
            result.parts.push_back({i, result.stretches.size() - 1});
        }
    }
    return result;
}

QueueLevels coarsened(const QueueLevels &levels, const Stretches &stretches, const Coarsening &coarsening, bool isAll)
{
    std::vector<QueuePoint> points(coarsening.stretches.size());
    std::vector<bool> begun(points.size());
    for (const auto &[from, into] : coarsening.parts) {
        const QueuePoint point = pointOf(stretches[from], levels[from], isAll);
        if (begun[into])
            unite(points[into], point);
        else
            points[into] = point;
        begun[into] = true;
    }
    QueueLevels result;
    result.reserve(points.size());
    for (const QueuePoint &point : points)
        result.push_back({point.pending, point.running, point.longestWait.count()});
    return result;
}

Stretches merged(const Stretches &stretches, const Stretches &later)
{
    Stretches result;
    result.reserve(stretches.size() + later.size());
    // Of two with the same begin the first range comes first.
    std::ranges::merge(later, stretches, std::back_inserter(result), {}, &QueueStretch::at, &QueueStretch::at);
    const auto sameTime = [](const QueueStretch &a, const QueueStretch &b) { return a.at == b.at; };
    result.erase(std::unique(result.begin(), result.end(), sameTime), result.end());
    return result;
}

void mergeLevels(
    QueueLevels &levels, const Stretches &stretches, const QueueLevels &laterLevels, const Stretches &later)
{
    auto at = stretches.begin();
    for (std::size_t i = 0; i < later.size(); ++i) {
        at = std::ranges::lower_bound(at, stretches.end(), later[i].at, {}, &QueueStretch::at);
        if (at != stretches.end() && at->at == later[i].at)
            levels[static_cast<std::size_t>(at - stretches.begin())] = laterLevels[i];
    }
}

QueuePoint pointOf(const QueueStretch &stretch, const QueueLevel &level, bool isAll)
{
    QueuePoint point;
    point.start = timeOf(stretch.at);
    point.end = timeOf(stretch.end);
    point.covered = std::chrono::milliseconds(stretch.covered);
    point.pending = level.pending;
    point.running = level.running;
    point.longestWait = std::chrono::milliseconds(std::max<qint64>(0, level.longestWait));
    point.certainty = isAll ? stretch.certainty : stretch.facetCertainty;
    point.reconstructed = stretch.reconstructed;
    return point;
}

} // namespace Runnerscope
