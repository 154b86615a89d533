// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/servertime.h"

#include <QString>

namespace Runnerscope {

enum class JobExecution { Unknown, Idle, Active };

/// One host (one running process) that works under a runner's authentication token.
///
/// Number, times, address and job execution are facts of the server. Everything else is what the host says of itself.
/// GitLab deletes managers that have been silent for 7 days; one that returns gets a new number.
struct RunnerManager
{
    qint64 number = 0;
    QString systemId; ///< "s_…", "r_…" or "<legacy>" for runners too old to send one
    QString version;
    QString revision;
    QString platform;
    QString architecture;
    QString executor;
    QString ipAddress;
    OptionalTime createdAt;
    OptionalTime contactedAt;
    JobExecution jobExecution = JobExecution::Unknown;

    friend bool operator==(const RunnerManager &, const RunnerManager &) = default;
};

} // namespace Runnerscope
