// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobwait.h"
#include "models/domain/queuepoint.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace Runnerscope {

/// Where the history of the queue is kept: samples and waits, thinned with age. Made, used and destroyed on one thread.
/// No function throws, waits for another program, or fails the caller.
class QueueArchive
{
public:
    virtual ~QueueArchive() = default;

    /// Returns soon; what is much is written bit by bit from the event loop. What is known already, from whomever,
    /// changes nothing: a sample of the same moment, the wait of the same job. A reconstructed sample is kept only
    /// where nothing was observed.
    virtual void append(std::vector<QueueSample> samples, std::vector<JobWait> waits) = 0;

    /// What was seen of \a facet, at most \a mostPoints points that hold every peak (see rules/queue/queuethinning.h).
    /// Where nobody looked there is no point.
    virtual QueuePoints samples(const QueueFacet &facet, Period period, std::size_t mostPoints) = 0;

    /// The waits of \a facet for jobs that started in \a period, by time. Those older than a week come by the hour,
    /// those older than a month by the day, rounded (see rules/queue/waitpercentiles.h), and none of them by runner.
    virtual std::vector<WaitSlice> waits(const QueueFacet &facet, Period period) = 0;
    /// The same for every facet of a kind, each over the whole period.
    /// All waits of a period longer than longestExact are rounded so.
    virtual std::vector<FacetWaits> waitsBy(FacetKind kind, Period period) = 0;
    /// The single waits of the last week, by job.
    virtual std::vector<JobWait> jobWaits(const QueueFacet &facet, Period period) = 0;

    /// The most jobs of \a facet that were ever seen to run at once. It may be able to run more: that nobody knows.
    virtual std::optional<RunningPeak> mostRunning(const QueueFacet &facet) = 0;
};

} // namespace Runnerscope
