// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobmatching.h"

#include <QStringView>

#include <optional>

namespace Runnerscope {

/// Why a job does not run.
enum class JobVerdictCode {
    Queued, ///< ready runners match: it waits for its turn
    NoneOnline, ///< runners match and are not paused, but none is online
    AllPaused, ///< runners match, but all are paused
    OnlyProtected, ///< only protected runners match
    OnlyUncertain, ///< only runners of which it cannot be known whether they match
    NoRunnerHasTag, ///< one tag of the job, or
    NoRunnerHasTags, ///< several, are on no runner at all
    NoRunnerHasAllTags, ///< each tag is there, but nowhere all together
    OutOfReach, ///< runners have the tags, but none of them serves the project
    RunnersNotAllowed, ///< instance or group runners would match, but the project does not allow them
    NoneTakesUntagged, ///< it has no tags, and no runner of the project takes such jobs
    NoRunners, ///< no runner serves the project
    GivenToRunner, ///< a runner took it and has not answered yet
    NotReadable, ///< this user may not read what it asks for
    Created, ///< from here on it does not wait for a runner: jobs before it have not ended
    WaitingForResource, ///< its resource group is in use
    WaitingForCallback,
    Preparing,
    Manual,
    Scheduled,
    TriggerJob, ///< starts another pipeline and never runs on a runner
    Running,
    Finished,
    StatusNotKnown,
};
inline constexpr int jobVerdictCodeCount = 24;

/// In lower-kebab, for scripts and filters: "no-runner-has-tag". Never translated.
QStringView jobVerdictName(JobVerdictCode code);
std::optional<JobVerdictCode> jobVerdictNamed(QStringView name);

/// Whether the job is one of those that runners decide about.
bool waitsForRunner(JobVerdictCode code);

/// What the state of a job alone says; none for one that waits for a runner, where the runners decide.
std::optional<JobVerdictCode> verdictOfState(const Job &job);

/// Runners that serve the project and have the tags.
struct MatchingRunners
{
    qint64 ready = 0; ///< online and not paused
    qint64 notOnline = 0; ///< and not paused
    qint64 paused = 0;
    qint64 running = 0; ///< jobs that the ready ones run
    qint64 mostSeen = 0; ///< the most that each of these was seen to run at once, summed up

    qint64 total() const { return ready + notOnline + paused; }
    qint64 candidates() const { return ready + notOnline; }

    friend bool operator==(const MatchingRunners &, const MatchingRunners &) = default;
};

/// What the runners of a fleet mean for all jobs that ask the same.
struct RequestVerdict
{
    static constexpr int mostAlike = 3;

    JobRequest request;
    JobVerdictCode code = JobVerdictCode::NoRunners;
    MatchingRunners certain;
    MatchingRunners ifProtected; ///< match if the job's ref is protected, which GitLab does not tell
    MatchingRunners uncertain; ///< something else of them is not known: see doubts
    quint32 doubts = 0; ///< a bit for each ScopeReason among the uncertain, by its number
    bool protectionNotKnown = false; ///< among the uncertain are some of which not even that is known
    qint64 candidateCount = 0; ///< runners that may take such a job when in contact: none of their conditions is unmet
    /// Runners that would take it but for something: they serve the project, or may, and are paused or have at least
    /// one of its tags or one alike; or they have all its tags and do not serve the project.
    qint64 nearMissCount = 0;
    qint64 serving = 0; ///< runners that serve the project, or may, whatever their tags
    qint64 notAllowed = 0; ///< runners that would match if the project allowed their kind
    qint64 elsewhere = 0; ///< runners that have the tags, in the whole fleet, and do not serve the project
    QStringList tags; ///< those that no runner has; for NoRunnerHasAllTags those that the nearest runner has not
    QStringList alike; ///< NoRunnerHasTag: tags of the fleet that may be meant
    bool instanceRunnersOff = false; ///< and there are some
    bool groupRunnersOff = false; ///< and there are some
    bool loadsComplete = false; ///< otherwise the runners may run more jobs than were seen
    bool fleetComplete = true; ///< otherwise there may be runners that this user cannot see

    bool hasDoubt(ScopeReason reason) const { return (doubts >> static_cast<quint32>(reason) & 1U) != 0; }
    /// Whether GitLab calls such jobs stuck: no ready runner matches. Compute minutes, which decide too, are not known.
    MatchResult stuck() const;
};

} // namespace Runnerscope
