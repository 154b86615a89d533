// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/hosttally.h"

#include "models/rules/jobs/jobtrouble.h"
#include "models/rules/queue/waitpercentiles.h"

namespace Runnerscope {

namespace {

void addTime(JobTimes &times, OptionalTime from, OptionalTime to)
{
    if (from && to)
        times.push_back(*to - *from);
}

} // namespace

bool isFinished(const Job &job)
{
    return job.status == JobStatus::Success || job.status == JobStatus::Failed;
}

bool hasFailed(const Job &job)
{
    return job.status == JobStatus::Failed;
}

std::optional<std::chrono::milliseconds> middleOf(const JobTimes &times)
{
    return times.empty() ? std::nullopt : std::optional(percentilesOf(countsOf(times)).p50);
}

HostTally::HostTally(qint64 manager, const QString &systemId)
{
    m_record.manager = manager;
    m_record.systemId = systemId;
}

void HostTally::add(const Job &job)
{
    addTime(m_waited, job.queuedAt, job.startedAt);
    m_record.running += occupiesRunner(job.status) ? 1 : 0;
    if (!isFinished(job))
        return;
    ++m_record.finished;
    addTime(m_ran, job.startedAt, job.finishedAt);
    if (hasFailed(job))
        addFailure(job);
    else
        addTime(m_succeeded, job.startedAt, job.finishedAt);
}

void HostTally::addFailure(const Job &job)
{
    ++m_record.failed;
    m_record.failedAtOnce += endedAtOnce(job) ? 1 : 0;
    m_record.failedByRunner += failedByRunner(job) ? 1 : 0;
    m_record.unexplained += job.failureReason.isEmpty() ? 1 : 0;
}

HostRecord HostTally::record() const
{
    HostRecord result = m_record;
    result.waited = middleOf(m_waited);
    result.ran = middleOf(m_ran);
    return result;
}

double HostTally::failureShare() const
{
    return m_record.finished > 0 ? double(m_record.failed) / m_record.finished : -1.0;
}

} // namespace Runnerscope
