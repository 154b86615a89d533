// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/queueblocks.h"
#include "app/store/queuefacetbook.h"
#include "models/domain/queuepoint.h"

#include <optional>

namespace Runnerscope {

/// What was seen of \a facet in \a period, as finely as it is kept. Within a transaction of the caller.
QueuePoints readPoints(QueueBlocks &blocks, QueueFacetBook &facets, const QueueFacet &facet, Period period);

std::optional<RunningPeak> readPeak(Database &database, QueueFacetBook &facets, const QueueFacet &facet);

} // namespace Runnerscope
