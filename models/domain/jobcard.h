// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"
#include "models/domain/fleet.h"
#include "models/domain/job.h"
#include "models/domain/jobreference.h"
#include "models/domain/owner.h"

#include <QMetaType>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace Runnerscope {

/// How far one part of a card could be read.
enum class CardReach {
    NotAsked, ///< there is nothing to be asked for
    Read,
    Refused, ///< this user may not see it
    Failed, ///< the server did not answer; another try may help
};

/// Somebody with a say in a group or project.
struct PlaceMember
{
    User user;
    int level = 0; ///< see MemberLevel
    QString publicEmail; ///< empty: none that this user may read

    friend bool operator==(const PlaceMember &, const PlaceMember &) = default;
};

/// Direct owners and maintainers of a group or project, whoever and in whatever state they are.
struct PlacePeople
{
    CardReach reach = CardReach::NotAsked;
    std::vector<PlaceMember> members;
    bool complete = true;
};

/// Where the bot of an access token, or a service account, comes from: its user name tells, and nothing else.
struct BotHome
{
    OwnerKind kind = OwnerKind::Group;
    qint64 number = 0;
    QString fullPath; ///< empty: not readable
    QString webUrl;
    std::optional<User> maker; ///< who made the bot a member, where the server tells
    PlacePeople people;
};

/// A job that ended or runs, with names of what it ran on.
struct JobRun
{
    JobPtr job;
    QString runnerName; ///< of job->runner; empty: not readable
    QString systemId; ///< of its host; empty: not known

    friend bool operator==(const JobRun &, const JobRun &) = default;
};

struct JobRuns
{
    CardReach reach = CardReach::NotAsked;
    std::vector<JobRun> runs;
};

/// What became of the runner of a job.
enum class JobRunnerFate {
    Known,
    NotYet, ///< no runner took the job so far
    NeverHad, ///< it ended, or stands still, without one
    NeverNeeds, ///< a trigger job
    Deleted,
    Hidden, ///< this user may not read it; JobCard::runner holds what is told all the same
    DeletedOrHidden, ///< the server does not tell which
};

/// One job, and who stands behind what it ran on. Immutable once it is shared.
struct JobCard
{
    JobPtr job; ///< with the reason of its failure where the server tells
    QString webUrl; ///< of its page; not to be trusted
    std::optional<User> startedBy;
    qint64 downstreamPipeline = 0; ///< what a trigger job started; 0: nothing so far
    QString downstreamPath; ///< path of that pipeline's page
    JobRunnerFate fate = JobRunnerFate::NotYet;
    std::optional<Runner> runner; ///< without its managers
    std::optional<RunnerManager> manager;
    OwnerChain ownerChain; ///< from the top group down to what owns the runner
    QString ownerGroup; ///< full path; empty: an instance runner, one in the namespace of a user, or not readable
    PlacePeople people; ///< of ownerGroup, else of the project that owns the runner
    std::optional<BotHome> botHome; ///< where a bot registered the runner
    JobRuns before; ///< on the same host, the newest first
    JobRuns after; ///< likewise, the oldest first
    JobRuns sameName; ///< of the same name in the same project, the newest first
    FleetPtr offered; ///< runners that the project can use; null unless the job waits for one
    CardReach offeredReach = CardReach::NotAsked;
    ServerTime readAt{};
};

using JobCardPtr = std::shared_ptr<const JobCard>;

enum class JobNotFound {
    NotThere, ///< there is no such job in the project, or this user may not see it; GitLab does not tell which
    ProjectNotNamed, ///< a number alone, and it is none of the jobs that are known
    NotKept, ///< no server is asked, and this computer keeps no jobs
};

/// Never null.
using JobCardAnswer = std::variant<JobCardPtr, JobNotFound, FetchError>;

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::JobCardPtr)
