// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/jobcancelling.h"
#include "models/domain/access.h"
#include "models/domain/fetcherror.h"
#include "models/domain/fleet.h"
#include "models/domain/jobcancel.h"
#include "models/domain/jobcard.h"
#include "models/domain/joblist.h"
#include "models/domain/queuehistory.h"
#include "models/domain/runnerdetails.h"
#include "models/domain/runnerjobs.h"
#include "models/domain/runnerproject.h"
#include "models/domain/storetrouble.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace Runnerscope {

/// How far the reading of the fleet has come.
struct FleetProgress
{
    enum class Phase {
        Idle, ///< nothing is being read
        Loading, ///< the first walk over the fleet
        Refreshing, ///< a later walk; the fleet on screen stays whole
        Waiting, ///< within a walk, for the server's rate limit or after a failure
    };

    Phase phase = Phase::Idle;
    qint64 read = 0; ///< runners read in this walk
    std::optional<qint64> expected; ///< runners the server counted

    friend bool operator==(const FleetProgress &, const FleetProgress &) = default;
};

/// How often a fleet is read again by itself.
enum class FleetPace {
    Usual,
    Slow, ///< nobody looks: the window is hidden
    Stopped, ///< the user has said so; refresh() still works
};

/// The seam to a fleet: what the rest of the program knows of where runners come from.
///
/// A service lives on the fleet thread (in runnerscopectl: the main thread). Its public functions may be called from
/// any thread; they return at once and the work happens on the service's thread. Its signals carry values only.
///
/// Order of signals: snapshotChanged() carries the difference to the snapshot before it, none is skipped. failed() ends
/// a walk; the snapshot stays as it was, and a service that refreshes on a timer tries again where that makes sense.
class FleetService : public QObject
{
    Q_OBJECT

public:
    explicit FleetService(QObject *parent = nullptr);

    /// Begins to read and then to refresh on a timer. Calling it again has no effect.
    void start();
    /// Reads the whole fleet now, at the pace of a person who waits. A walk that is under way goes on at that pace.
    void refresh();

    void setPace(FleetPace pace);
    /// Runners that are on screen, topmost first: these are kept fresher than the rest.
    void setVisibleRunners(std::vector<RunnerId> runners);
    /// Whether somebody looks at jobs: these are read again and again while that is so. False to begin with.
    void setJobsWatched(bool watched);

    /// Emits the newest snapshot, jobs, access and the progress once more, for somebody who has begun to listen late.
    /// The delta is empty.
    void repeatNewest();

    /// Reads one runner with its details. Works without start(). The future ends exactly once: with an answer, or
    /// cancelled by cancel() or by the end of the service.
    QFuture<RunnerAnswer> readRunner(RunnerId id);

    /// Reads some of the projects of a project runner, likewise.
    QFuture<ProjectsAnswer> readProjects(const ProjectsQuestion &question);

    /// Reads one job with all that its card shows, likewise. One that names no project is looked for among the jobs
    /// that were read last.
    QFuture<JobCardAnswer> readJob(const JobReference &job);

    /// Reads the newest jobs of one runner, likewise.
    QFuture<RunnerJobsAnswer> readRunnerJobs(RunnerId id);

    /// Reads what is kept of the queue, likewise. No server is asked.
    QFuture<QueueAnswer> readQueue(const QueueQuestion &question);

    /// Cancels jobs on the server, one after the other. The future has one outcome for each of them, in the order in
    /// which they became known, also when the service ends meanwhile. It is ended early by JobCancelling::stop, not by
    /// cancel(), which would leave open what became of jobs.
    QFuture<JobCancelOutcome> cancelJobs(const JobCancelling &jobs);

signals:
    void snapshotChanged(const Runnerscope::FleetPtr &fleet, const Runnerscope::FleetDelta &delta);
    void jobsChanged(const Runnerscope::JobListPtr &jobs);
    /// The jobs could not be read this time; those that were read before stay, and it is tried again. Ends no walk.
    void jobsFailed(const Runnerscope::FetchError &error);
    void progressChanged(const Runnerscope::FleetProgress &progress);
    void failed(const Runnerscope::FetchError &error);
    /// A whole walk has ended well.
    void walkFinished();
    /// Who this user is on the server; as often as the server was asked for it.
    void accessChanged(const Runnerscope::Access &access);
    /// Something is wrong with the file in which the fleet is kept; reading goes on.
    void storeTroubled(const Runnerscope::StoreTrouble &trouble);

protected:
    template <typename Answer>
    using Promise = std::shared_ptr<QPromise<Answer>>;
    using RunnerPromise = Promise<RunnerAnswer>;
    using ProjectsPromise = Promise<ProjectsAnswer>;
    using JobPromise = Promise<JobCardAnswer>;
    using RunnerJobsPromise = Promise<RunnerJobsAnswer>;
    using QueuePromise = Promise<QueueAnswer>;
    using CancelPromise = Promise<JobCancelOutcome>;

    // Called on the service's thread.
    virtual void doStart() = 0;
    virtual void doRefresh() = 0;
    virtual void doSetPace(FleetPace pace);
    virtual void doSetVisibleRunners(const std::vector<RunnerId> &runners);
    virtual void doSetJobsWatched(bool watched);
    /// \a promise has been started. A cancelled one needs no answer.
    virtual void doReadRunner(RunnerId id, RunnerPromise promise) = 0;
    virtual void doReadProjects(const ProjectsQuestion &question, ProjectsPromise promise) = 0;
    /// \a job names its project.
    virtual void doReadJob(const JobReference &job, JobPromise promise) = 0;
    /// Answers that jobs are not kept.
    virtual void doReadRunnerJobs(RunnerId id, RunnerJobsPromise promise);
    /// Answers that no history is kept.
    virtual void doReadQueue(const QueueQuestion &question, QueuePromise promise);
    /// Answers that nothing was tried: there is no server.
    virtual void doCancelJobs(const JobCancelling &jobs, CancelPromise promise);

    /// Emit and remember.
    void publish(const FleetPtr &fleet, const FleetDelta &delta);
    void publishJobs(const JobListPtr &jobs);
    void report(const FleetProgress &progress);
    void announce(const Access &access);

    /// The snapshot that was published last; null before the first.
    const FleetPtr &newest() const { return m_newest; }

    /// Ends a promise with its answer.
    template <typename Answer>
    static void answer(const Promise<Answer> &promise, std::type_identity_t<Answer> answer)
    {
        promise->addResult(std::move(answer));
        promise->finish();
    }

private:
    JobReference completed(const JobReference &job) const;

    FleetPtr m_newest;
    JobListPtr m_jobs;
    FleetProgress m_progress;
    std::optional<Access> m_access;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::FleetProgress)
