// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/rules/jobs/hostrecord.h"

#include <functional>
#include <vector>

namespace Runnerscope {

/// Divides the time in which jobs finished into stretches that people count in, and counts jobs by stretch.
class RecordTime
{
public:
    static constexpr qint64 mostSpans = 24;

    /// \a finished: all with the time at which they finished.
    explicit RecordTime(std::vector<JobPtr> finished);

    /// Of those that \a counts.
    RecordSpans spans(const std::function<bool(const Job &)> &counts) const;

private:
    qint64 numberOf(ServerTime time) const { return time.time_since_epoch() / m_step; }

    std::vector<JobPtr> m_finished;
    std::chrono::milliseconds m_step{1};
    qint64 m_first = 0;
    qint64 m_count = 0;
};

} // namespace Runnerscope
