// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcancel.h"
#include "models/domain/joblist.h"

#include <QHash>

namespace Runnerscope {

/// Jobs of the demo fleet that somebody has canceled: one that waits ends at once, one that runs at the next look of
/// its runner.
class DemoCancels
{
public:
    /// \a jobs: those that wait and run at the moment.
    JobCancelOutcome cancel(const JobPtr &job, const JobList &jobs);
    /// Those of \a jobs that go on, and those that are being canceled.
    JobListPtr applyTo(const JobListPtr &jobs) const;
    /// The same, with those that ended by it.
    JobListPtr withEnded(const JobListPtr &jobs) const;

private:
    QHash<JobId, ServerTime> m_canceled; ///< when
};

} // namespace Runnerscope
