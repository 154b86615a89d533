// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"
#include "models/domain/jobwait.h"
#include "models/domain/queuepoint.h"

#include <QMetaType>

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace Runnerscope {

/// What is wanted of the history of a queue: the depth of a facet, the waits by all facets of a kind, or both.
struct QueueQuestion
{
    QueueFacet facet;
    std::chrono::milliseconds span{std::chrono::hours(24)};
    OptionalTime end; ///< of the span; nothing: now
    std::size_t mostPoints = 0; ///< of the depth; 0: it is not wanted
    std::optional<FacetKind> by; ///< nothing: the waits are not wanted

    friend bool operator==(const QueueQuestion &, const QueueQuestion &) = default;
};

/// What the waits of some jobs come to. A share of p of the jobs waited no longer than its percentile.
struct WaitPercentiles
{
    qint64 jobs = 0; ///< 0: the others say nothing
    std::chrono::milliseconds p50{0};
    std::chrono::milliseconds p90{0};
    std::chrono::milliseconds p95{0};
    std::chrono::milliseconds p99{0};
    std::chrono::milliseconds longest{0};

    friend bool operator==(const WaitPercentiles &, const WaitPercentiles &) = default;
};

struct FacetPercentiles
{
    QueueFacet facet;
    WaitPercentiles waits;

    friend bool operator==(const FacetPercentiles &, const FacetPercentiles &) = default;
};

/// What is kept of a queue.
struct QueueHistory
{
    Period period; ///< as it was asked for, in the server's time
    QueuePoints points; ///< of the facet; where nobody looked there is none
    std::optional<RunningPeak> mostRunning; ///< of the facet, at any time
    std::vector<FacetPercentiles> waits; ///< by facet, of jobs that started in the period; those without such jobs lack

    friend bool operator==(const QueueHistory &, const QueueHistory &) = default;
};

/// Nothing: no history is kept of this fleet.
using QueueAnswer = std::variant<std::optional<QueueHistory>, FetchError>;

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::QueueQuestion)
