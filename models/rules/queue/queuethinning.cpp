// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuethinning.h"

#include <algorithm>

namespace Runnerscope {

namespace {

void widen(DepthRange &range, DepthRange other)
{
    range.low = std::min(range.low, other.low);
    range.high = std::max(range.high, other.high);
}

Certainty worse(Certainty a, Certainty b)
{
    return std::max(a, b);
}

/// A number that is unknown must not pull the smallest one down to its 0.
void unite(DepthRange &range, Certainty &certainty, DepthRange later, Certainty laterCertainty)
{
    if (laterCertainty == Certainty::Unknown)
        return;
    if (certainty == Certainty::Unknown) {
        range = later;
        certainty = laterCertainty;
        return;
    }
    widen(range, later);
    certainty = worse(certainty, laterCertainty);
}

double share(std::chrono::milliseconds part, Period period)
{
    const auto whole = static_cast<double>(period.length().count());
    return whole > 0 ? std::min(1.0, static_cast<double>(part.count()) / whole) : 0.0;
}

} // namespace

void unite(QueuePoint &into, const QueuePoint &later)
{
    into.end = std::max(into.end, later.end);
    into.covered += later.covered;
    unite(into.pending, into.certainty.pending, later.pending, later.certainty.pending);
    unite(into.running, into.certainty.running, later.running, later.certainty.running);
    into.longestWait = std::max(into.longestWait, later.longestWait);
    into.reconstructed |= later.reconstructed;
}

QueuePoints thinned(const QueuePoints &points, Period period, std::size_t mostPoints)
{
    if (points.size() <= mostPoints || mostPoints == 0)
        return points;
    const auto columns = static_cast<qint64>(mostPoints);
    const qint64 width = std::max<qint64>(1, (period.length().count() + columns - 1) / columns);
    QueuePoints result;
    result.reserve(mostPoints);
    qint64 last = -1;
    for (const QueuePoint &point : points) {
        const qint64 column = std::clamp<qint64>((point.start - period.from).count() / width, 0, columns - 1);
        if (column == last)
            unite(result.back(), point);
        else
            result.push_back(point);
        last = column;
    }
    return result;
}

ObservedShare observedShare(const QueuePoints &points, Period period)
{
    std::chrono::milliseconds observed{0};
    std::chrono::milliseconds reconstructed{0};
    for (const QueuePoint &point : points) {
        if (point.certainty.pending == Certainty::Unknown && point.certainty.running == Certainty::Unknown)
            continue;
        const auto inside = std::min(point.end, period.to) - std::max(point.start, period.from);
        const auto part = std::min(std::max(inside, std::chrono::milliseconds(0)), point.covered);
        observed += part;
        if (point.reconstructed)
            reconstructed += part;
    }
    return {share(observed, period), share(reconstructed, period)};
}

} // namespace Runnerscope
