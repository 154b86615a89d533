// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetbuilder.h"
#include "app/gitlab/backoff.h"
#include "app/gitlab/believedclock.h"
#include "app/gitlab/fleetround.h"
#include "app/gitlab/fleetupkeep.h"
#include "app/gitlab/gitlabfleetservice.h"
#include "app/gitlab/jobswatch.h"
#include "app/gitlab/keptfleet.h"
#include "app/gitlab/queuerecorder.h"
#include "app/gitlab/restclient.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Runnerscope {

/// The service's inside, made on the fleet thread when it is first asked for something.
///
/// Stages: a round of reading the fleet → upkeep until the next round is due → a round → …; a failure leads to a wait
/// after which the round goes on where it stood, or to rest when only a person can mend the cause.
class GitLabFleetService::Private : public QObject
{
public:
    Private(GitLabFleetService &service, Connection connection, Rhythm rhythm, MakeArchive makeArchive);

    void start();
    void refresh();
    void readRunner(RunnerId id, const RunnerPromise &promise);
    void readProjects(const ProjectsQuestion &question, const ProjectsPromise &promise);
    void readJob(const JobReference &job, const JobPromise &promise);
    void readRunnerJobs(RunnerId id, const RunnerJobsPromise &promise);
    void readQueue(const QueueQuestion &question, const QueuePromise &promise);
    void cancelJobs(const JobCancelling &jobs, const CancelPromise &promise);
    void setPace(FleetPace pace);
    FleetUpkeep &upkeep() { return m_upkeep; }
    JobsWatch &jobs() { return m_jobs; }

private:
    void joinRound();
    void joinUpkeep();
    void openKept();
    void closeKept();
    void goOn(Pacing::Urgency urgency);
    void takeAccess(const Access &access);
    void takeProgress();
    void takeJobs(const JobListPtr &jobs);
    void takeNews(const RunnerPage &page, ServerTime readAt);
    void endRound();
    void askForLargePools();
    void fail(const FetchError &error);
    void failUpkeep(const FetchError &error);
    std::chrono::milliseconds waitAfterFailure();
    void retryIn(std::chrono::milliseconds wait);
    void publish();
    void keep();
    void report(FleetProgress::Phase phase);
    bool hasWhole() const { return m_keptWhole || m_round.sawWhole(); }
    FleetProgress::Phase readingPhase() const;

    /// All runners of a run of the program belong to one instance so far.
    static constexpr InstanceId onlyInstance{};

    GitLabFleetService &m_service;
    Connection m_connection;
    Rhythm m_rhythm;
    KeptFleet m_kept;
    RequestQueue m_queue;
    GraphQlClient m_client;
    RestClient m_rest;
    RunnerDecoder m_decoder{onlyInstance};
    FleetSource m_source;
    FleetBuilder m_builder;
    FleetRound m_round;
    FleetUpkeep m_upkeep;
    JobsWatch m_jobs;
    QueueRecorder m_recorder;
    Backoff m_backoff;
    QTimer m_retry; ///< to the next try after a failure
    FleetPace m_pace = FleetPace::Usual;
    FleetProgress::Phase m_phase = FleetProgress::Phase::Idle; ///< as reported last
    bool m_held = false; ///< the next try waits until the user lets the service go on by itself
    QElapsedTimer m_sincePublished;
    Pacing::Urgency m_urgency = Pacing::Urgency::Foreground; ///< of the round
    bool m_keptWhole = false; ///< the fleet that was kept is whole
    BelievedClock m_clock; ///< from lists of jobs
};

} // namespace Runnerscope
