// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuepoint.h"

#include <QPointF>

#include <cstddef>
#include <vector>

namespace Runnerscope {

/// A piece of a line that is drawn in one way. x: milliseconds since 1970; y: jobs, or seconds.
struct LinePiece
{
    bool atLeast = false;
    bool reconstructed = false;
    std::vector<QPointF> points; ///< where the line changes its look without a gap, the last one is the next first

    friend bool operator==(const LinePiece &, const LinePiece &) = default;
};

/// Between two pieces that do not touch there is a gap: nobody looked, or nobody may see it.
using Line = std::vector<LinePiece>;

struct QueueLines
{
    Line pending;
    Line running;
    Line oldest; ///< how many seconds the oldest job waited; 0 where none did
    qint64 highest = 0; ///< of pending and running
    qint64 highestOldest = 0;
};

/// The lines of a chart. None has more than \a mostPoints points (at least 6); every peak of \a points is on them.
QueueLines linesOf(const QueuePoints &points, Period period, std::size_t mostPoints);

} // namespace Runnerscope
