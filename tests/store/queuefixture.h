// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/queuestore.h"
#include "tests/store/storefixture.h"

#include <QString>

#include <random>
#include <vector>

namespace Runnerscope::Test {

/// The queue as look \a number found it; everything follows from the number. 20 projects in 5 groups, 4 tag sets, 6
/// runners, most of them without jobs at a time.
QueueSample numberedSample(int number, ServerTime moment, std::chrono::milliseconds interval);
/// A job that started at \a moment.
JobWait numberedWait(int number, ServerTime moment);

/// Every kind once or more.
const std::vector<QueueFacet> &someFacets();
QueueDepth depthOf(const QueueSample &sample, const QueueFacet &facet);

/// What looks found of a facet.
struct SeenDepth
{
    DepthRange pending;
    DepthRange running;
    std::chrono::seconds longestWait{0};

    friend bool operator==(const SeenDepth &, const SeenDepth &) = default;
};

SeenDepth seenBy(const std::vector<QueueSample> &samples, const QueueFacet &facet, Period period);
SeenDepth seenBy(const QueuePoints &points, Period period);

/// Waits until \a queue has written and thinned everything.
void finishKeeping(const QueueStore &queue);
/// The same, with \a samples and \a waits appended.
void appendNow(QueueStore &queue, std::vector<QueueSample> samples, std::vector<JobWait> waits = {});

} // namespace Runnerscope::Test
