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

/// The projects whose jobs a list was merged from, a few at a time: GitLab lists those of an instance to nobody but
/// administrators.
struct JobProjects
{
    int known = 0; ///< that may run jobs, as far as they were listed
    bool more = false; ///< there are more than were listed
    int looked = 0; ///< into how many of them was looked
    int refused = 0; ///< how many of those do not show their jobs to this user
    ServerTime oldestLook{}; ///< where one was looked into

    friend bool operator==(const JobProjects &, const JobProjects &) = default;
};

/// The jobs that waited and ran at one moment, as far as this user may see them. Immutable once it is shared.
struct JobList
{
    ServerTime readAt{};
    std::optional<JobProjects> projects; ///< none: the list is that of the instance
    std::vector<JobPtr> jobs; ///< each once; highest id first
    std::vector<JobPtr> finished; ///< those that ended lately, as far as that was seen; they are not in jobs
    JobListReach pending;
    JobListReach running;
};

/// Whether this user may see no job at all.
inline bool isRefused(const JobList &list)
{
    using Kind = JobListReach::Kind;
    return list.pending.kind == Kind::Refused && list.running.kind == Kind::Refused;
}

/// How many wait, or else run; where the list is partial, at least so many. Nothing where this user may not see them.
inline std::optional<qint64> countOf(const JobList &list, bool waiting)
{
    const JobListReach &reach = waiting ? list.pending : list.running;
    if (reach.kind == JobListReach::Kind::Refused)
        return std::nullopt;
    const qint64 listed = std::ranges::count_if(
        list.jobs, [waiting](const JobPtr &job) { return (job->status == JobStatus::Pending) == waiting; });
    return reach.kind == JobListReach::Kind::Whole ? listed : std::max(listed, reach.count.value_or(0));
}

/// How many wait, as far as that is known or GitLab counted it. Nothing where this user may not see them, or not all of
/// them were looked for.
inline std::optional<qint64> waitingCount(const JobList &list)
{
    return list.pending.kind == JobListReach::Kind::Partial ? list.pending.count : countOf(list, true);
}

using JobListPtr = std::shared_ptr<const JobList>;

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::JobListPtr)
