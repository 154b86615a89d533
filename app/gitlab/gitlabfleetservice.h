// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"
#include "app/gitlab/connection.h"
#include "app/gitlab/keptfleet.h"
#include "app/gitlab/rhythm.h"

#include <memory>

namespace Runnerscope {

/// A fleet that is read from a GitLab over HTTP, and again on a timer. Where an archive is given, the fleet that was
/// kept last is there before the server has answered.
class GitLabFleetService : public FleetService
{
    Q_OBJECT

public:
    using MakeArchive = KeptFleet::MakeArchive; ///< called on the service's thread

    explicit GitLabFleetService(Connection connection, QObject *parent = nullptr);
    GitLabFleetService(
        Connection connection, Rhythm rhythm, MakeArchive makeArchive = nullptr, QObject *parent = nullptr);
    ~GitLabFleetService() override;

protected:
    void doStart() override;
    void doRefresh() override;
    void doReadRunner(RunnerId id, RunnerPromise promise) override;
    void doReadProjects(const ProjectsQuestion &question, ProjectsPromise promise) override;
    void doReadJob(const JobReference &job, JobPromise promise) override;
    void doReadRunnerJobs(RunnerId id, RunnerJobsPromise promise) override;
    void doReadQueue(const QueueQuestion &question, QueuePromise promise) override;
    void doCancelJobs(const JobCancelling &jobs, CancelPromise promise) override;
    void doSetPace(FleetPace pace) override;
    void doSetVisibleRunners(const std::vector<RunnerId> &runners) override;
    void doSetJobsWatched(bool watched) override;

private:
    class Private;
    /// Made when it is first needed, on the thread that the service lives on by then.
    Private &inside();

    Connection m_connection;
    Rhythm m_rhythm;
    MakeArchive m_makeArchive;
    std::unique_ptr<Private> d;
};

} // namespace Runnerscope
