// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"
#include "models/domain/job.h"

#include <QMetaType>

#include <optional>

namespace Runnerscope {

/// What became of a job that was to be canceled.
enum class CancelFate {
    Canceled, ///< it runs no more, or never will
    Canceling, ///< its runner has been told to stop
    AlreadyEnded, ///< it came to its end before
    Unchanged, ///< GitLab let it go on without saying why, as with a job that cannot be canceled
    Refused, ///< this token may not cancel it, or the job is gone; GitLab does not tell which
    Failed, ///< the server was not reached, or did not take the request: nothing has changed
    Unconfirmed, ///< the answer was lost and it could not be found out what became of the job
    NotTried, ///< stopped by the user, or after a failure that would have met every other job as well
};

/// Of one job. Put into words by rules/jobs/cancelwording.h.
struct JobCancelOutcome
{
    JobId job;
    CancelFate fate = CancelFate::NotTried;
    JobStatus status = JobStatus::Unknown; ///< as the server told it last; Unknown: it did not
    QString message{}; ///< GitLab's own words; not to be trusted
    std::optional<FetchError> error{}; ///< of Failed, Unconfirmed, and where one is the reason for NotTried

    friend bool operator==(const JobCancelOutcome &, const JobCancelOutcome &) = default;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::JobCancelOutcome)
