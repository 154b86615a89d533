// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobverdicts.h"

namespace Runnerscope {

/// Waiting jobs that a runner may take.
struct RunnerJobs
{
    std::vector<quint32> jobs; ///< the first of them, lowest id first
    qint64 count = 0; ///< of all
    qint64 certain = 0; ///< that it surely may take
};

/// Whether the runner is paused or online is no matter: it is what waits for it. Costs as much as there are requests of
/// the projects that it serves, and jobs of these.
RunnerJobs jobsFor(const JobVerdicts &verdicts, std::size_t row, std::size_t most = 100);

/// The place of a job among those that wait for one runner, counted from 1. Of some ahead it may not be known whether
/// the runner takes them.
struct QueuePosition
{
    qint64 first = 1;
    qint64 last = 1;

    friend bool operator==(const QueuePosition &, const QueuePosition &) = default;
};

/// None where the runner does not take the job, is paused, or belongs to the instance: instance runners go first to
/// projects that use few of them, so that the age of a job says nothing about its turn.
std::optional<QueuePosition> queuePosition(const JobVerdicts &verdicts, std::size_t job, std::size_t row);

/// The place of a job at that of its runners where it is best.
struct QueuePlace
{
    enum class Kind {
        NoQueue, ///< no runner takes it, or it does not wait for one
        NotInOrder, ///< instance runners may take it
        InOrder, ///< group and project runners, lowest id first
    };

    Kind kind = Kind::NoQueue;
    QueuePosition position; ///< InOrder
    std::size_t row = 0; ///< InOrder: the runner

    friend bool operator==(const QueuePlace &, const QueuePlace &) = default;
};

/// Looks at the candidates that are listed (jobrunners.h). Not for the GUI thread: costs as much as queuePosition() for
/// each that is in a queue of its own.
QueuePlace queuePlace(const JobVerdicts &verdicts, std::size_t job);

} // namespace Runnerscope
