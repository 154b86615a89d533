// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/rules/jobs/hostrecord.h"

#include <chrono>
#include <optional>
#include <vector>

namespace Runnerscope {

/// Whether it succeeded or failed.
bool isFinished(const Job &job);
bool hasFailed(const Job &job);

using JobTimes = std::vector<std::chrono::milliseconds>;

/// Half of them are no longer; none when there are none.
std::optional<std::chrono::milliseconds> middleOf(const JobTimes &times);

/// How jobs go on a host, or in a stretch of time, while they are counted.
class HostTally
{
public:
    HostTally() = default;
    HostTally(qint64 manager, const QString &systemId);

    void add(const Job &job);

    HostRecord record() const;
    qint64 manager() const { return m_record.manager; }
    int failed() const { return m_record.failed; }
    /// Of the finished jobs; below 0: there are none.
    double failureShare() const;
    /// How long those ran that succeeded: one that fails at once is not quick.
    const JobTimes &succeeded() const { return m_succeeded; }

private:
    void addFailure(const Job &job);

    HostRecord m_record;
    JobTimes m_waited;
    JobTimes m_ran;
    JobTimes m_succeeded;
};

} // namespace Runnerscope
