// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/unseenspan.h"

namespace Runnerscope {

OptionalTime unseenSince(const QueuePoints &points, Period period, std::chrono::milliseconds least)
{
    ServerTime seen = period.from;
    for (const QueuePoint &point : points) {
        if (std::min(point.start, period.to) - seen > least)
            return seen;
        seen = std::max(seen, point.end);
    }
    return period.to - seen > least ? OptionalTime(seen) : std::nullopt;
}

} // namespace Runnerscope
