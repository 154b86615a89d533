// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcard.h"

#include <QMetaType>

#include <memory>
#include <variant>
#include <vector>

namespace Runnerscope {

/// The newest jobs that one runner took, as far as this user may see them. Immutable once it is shared.
struct TakenJobs
{
    RunnerId runner;
    bool refused = false; ///< this user may not see its jobs; then there are none here
    /// The one that was made last is first. Of a job without a project this user sees little more than the status.
    std::vector<JobRun> runs;
    bool more = false; ///< there are older ones
    ServerTime readAt{};
};

using TakenJobsPtr = std::shared_ptr<const TakenJobs>;

/// Never null.
using RunnerJobsAnswer = std::variant<TakenJobsPtr, FetchError>;

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::TakenJobsPtr)
