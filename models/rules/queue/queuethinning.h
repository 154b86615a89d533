// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuepoint.h"

#include <cstddef>

namespace Runnerscope {

/// Makes \a into speak for \a later as well, which follows it.
void unite(QueuePoint &into, const QueuePoint &later);

/// At most \a mostPoints, of columns of time that are equally wide, the first of which begins with \a period. The
/// smallest and the largest number of every column remain, so no peak is lost; a gap shorter than a column is.
QueuePoints thinned(const QueuePoints &points, Period period, std::size_t mostPoints);

/// Shares of a period, from 0 to 1.
struct ObservedShare
{
    double observed = 0; ///< with reconstructed
    double reconstructed = 0;
};

/// A point whose certainty is unknown was not observed.
ObservedShare observedShare(const QueuePoints &points, Period period);

} // namespace Runnerscope
