// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QMetaType>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace Runnerscope {

/// How far the jobs of one status were read.
struct JobListReach
{
    enum class Kind {
        Whole,
        Partial, ///< some of them are missing
        Refused, ///< this user may not see them, or nobody asked
    };

    Kind kind = Kind::Refused;
    std::optional<qint64> count; ///< as GitLab counted; mostCounted + 1: more

    friend bool operator==(const JobListReach &, const JobListReach &) = default;
};

/// GitLab counts jobs no further.
inline constexpr qint64 mostCounted = 1'000;

/// The jobs that waited and ran at one moment, as far as this user may see them. Immutable once it is shared.
struct JobList
{
    ServerTime readAt{};
    std::vector<JobPtr> jobs; ///< each once; highest id first
    JobListReach pending;
    JobListReach running;
};

/// How many wait: those of the list, or where some of them are missing what GitLab counted. Nothing where this user may
/// not see them.
inline std::optional<qint64> waitingCount(const JobList &list)
{
    if (list.pending.kind == JobListReach::Kind::Refused)
        return std::nullopt;
    if (list.pending.kind == JobListReach::Kind::Partial)
        return list.pending.count;
    return std::ranges::count(list.jobs, JobStatus::Pending, [](const JobPtr &job) { return job->status; });
}

using JobListPtr = std::shared_ptr<const JobList>;

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::JobListPtr)
