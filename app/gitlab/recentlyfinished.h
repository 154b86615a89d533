// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <functional>
#include <map>
#include <vector>

namespace Runnerscope {

/// Jobs that were seen to have ended within the last hour, from one look to the next. Of more than most those with the
/// highest ids stay.
class RecentlyFinished
{
public:
    static constexpr std::chrono::hours kept{1};
    static constexpr std::size_t most = 2'000;

    void add(const std::vector<JobPtr> &jobs, ServerTime now);
    /// Highest id first.
    std::vector<JobPtr> jobs() const;

private:
    std::map<JobId, JobPtr, std::greater<>> m_jobs;
};

} // namespace Runnerscope
