// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuesample.h"

#include <algorithm>
#include <vector>

namespace Runnerscope {

/// A stretch of time, the end not in it.
struct Period
{
    ServerTime from{};
    ServerTime to{};

    std::chrono::milliseconds length() const { return std::max(to - from, std::chrono::milliseconds(0)); }

    friend bool operator==(const Period &, const Period &) = default;
};

/// The smallest and the largest of the numbers that were seen.
struct DepthRange
{
    qint64 low = 0;
    qint64 high = 0;

    friend bool operator==(const DepthRange &, const DepthRange &) = default;
};

/// What was seen of the queue, or of a facet of it, in a stretch of time: by one look, or by many that were thinned.
struct QueuePoint
{
    ServerTime start{};
    ServerTime end{}; ///< until then the numbers are taken to hold. The next point starts here, or there is a gap
    std::chrono::milliseconds covered{0}; ///< how much of the stretch was observed
    DepthRange pending;
    DepthRange running;
    std::chrono::milliseconds longestWait{0}; ///< of a job that was still waiting; 0: none did
    CountCertainty certainty; ///< the worst of it
    bool reconstructed = false; ///< some of it

    friend bool operator==(const QueuePoint &, const QueuePoint &) = default;
};

/// The most jobs that were seen to run at once, and when that was first so.
struct RunningPeak
{
    qint64 running = 0;
    ServerTime moment{};

    friend bool operator==(const RunningPeak &, const RunningPeak &) = default;
};

/// By start, ascending; they do not overlap.
using QueuePoints = std::vector<QueuePoint>;

} // namespace Runnerscope
