// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuefacet.h"
#include "models/domain/servertime.h"

#include <vector>

namespace Runnerscope {

/// How far a number of jobs can be trusted. An unknown one is 0 and must not be shown as 0.
enum class Certainty {
    Exact,
    AtLeast, ///< GitLab capped its count, or not every job was read
    Unknown, ///< this user may not see them
};

struct CountCertainty
{
    Certainty pending = Certainty::Exact;
    Certainty running = Certainty::Exact;

    friend bool operator==(const CountCertainty &, const CountCertainty &) = default;
};

/// How many jobs waited and how many ran. Where pending is "at least", an older job may wait too.
struct QueueDepth
{
    qint64 pending = 0;
    qint64 running = 0; ///< or being cancelled: those that occupy a runner
    OptionalTime oldestQueuedAt; ///< of the pending jobs that tell it

    bool isEmpty() const { return pending == 0 && running == 0; }

    friend bool operator==(const QueueDepth &, const QueueDepth &) = default;
};

struct FacetDepth
{
    QueueFacet facet;
    QueueDepth depth;

    friend bool operator==(const FacetDepth &, const FacetDepth &) = default;
};

/// The queue at one moment.
struct QueueSample
{
    /// The numbers stand in files.
    enum class Source {
        Observed = 0,
        Reconstructed = 1, ///< from the times of jobs that were read later
    };

    ServerTime moment{};
    /// When the next one was expected. A line is drawn over twice and a half of it, see reachOf(); beyond is a gap.
    std::chrono::milliseconds interval{15'000};
    Source source = Source::Observed;
    CountCertainty certainty; ///< of all
    CountCertainty facetCertainty; ///< of each facet
    QueueDepth all;
    std::vector<FacetDepth> facets; ///< those with jobs; ascending, each once. A job counts in several of them

    friend bool operator==(const QueueSample &, const QueueSample &) = default;
};

/// How long \a interval keeps a look from being followed by a gap.
constexpr std::chrono::milliseconds reachOf(std::chrono::milliseconds interval)
{
    return interval * 5 / 2;
}

} // namespace Runnerscope
