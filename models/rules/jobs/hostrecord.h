// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuepoint.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace Runnerscope {

/// How jobs went on one host of a runner, or on all of them.
struct HostRecord
{
    qint64 manager = 0; ///< 0: not known, or all hosts
    QString systemId; ///< empty: not known
    int running = 0;
    int finished = 0; ///< succeeded or failed; jobs that people stopped say nothing
    int failed = 0;
    int failedAtOnce = 0; ///< see endedAtOnce()
    int failedByRunner = 0; ///< see failedByRunner()
    int unexplained = 0; ///< failed for a reason that this user is not told
    std::optional<std::chrono::milliseconds> waited; ///< half of the jobs waited no longer; none: not known of any
    std::optional<std::chrono::milliseconds> ran; ///< of the finished ones, likewise

    friend bool operator==(const HostRecord &, const HostRecord &) = default;
};

/// Jobs that finished in one stretch of time.
struct RecordSpan
{
    Period period;
    int finished = 0;
    int failed = 0;
    std::optional<std::chrono::milliseconds> waited; ///< as in HostRecord
    std::optional<std::chrono::milliseconds> ran; ///< likewise
};

/// Without a gap, the oldest first; empty: nothing finished.
using RecordSpans = std::vector<RecordSpan>;

/// How jobs went over time on a host, beside all others of the runner.
struct HostCourse
{
    RecordSpans here;
    RecordSpans elsewhere;
};

} // namespace Runnerscope
