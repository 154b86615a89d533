// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/queuegaps.h"

#include <algorithm>

namespace Runnerscope {

namespace {

bool isSeen(const QueuePoint &point)
{
    return point.certainty.pending != Certainty::Unknown || point.certainty.running != Certainty::Unknown;
}

} // namespace

std::vector<Period> gapsIn(const QueuePoints &points, Period period, std::chrono::milliseconds shortest)
{
    std::vector<Period> gaps;
    const auto note = [&](ServerTime from, ServerTime to) {
        if (to > from && to - from >= shortest)
            gaps.push_back({from, to});
    };
    ServerTime seenUntil = period.from;
    for (const QueuePoint &point : points) {
        if (!isSeen(point))
            continue;
        note(seenUntil, std::min(point.start, period.to));
        seenUntil = std::max(seenUntil, point.end);
    }
    note(seenUntil, period.to);
    return gaps;
}

const QueuePoint *pointAt(const QueuePoints &points, ServerTime moment)
{
    const auto after = std::ranges::upper_bound(points, moment, {}, &QueuePoint::start);
    if (after == points.begin())
        return nullptr;
    const QueuePoint &point = *std::prev(after);
    return moment < point.end ? &point : nullptr;
}

} // namespace Runnerscope
