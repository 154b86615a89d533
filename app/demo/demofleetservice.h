// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/democancels.h"
#include "app/demo/demofleet.h"
#include "app/demo/demoqueue.h"
#include "app/fleet/fleetbuilder.h"
#include "app/fleet/fleetservice.h"

#include <chrono>
#include <optional>

namespace Runnerscope {

/// A fleet that exists in this process only: a FleetService for trying the program out and for tests.
class DemoFleetService : public FleetService
{
    Q_OBJECT

public:
    /// What tests set.
    struct Script
    {
        quint64 seed = 2026;
        OptionalTime start; ///< of the server's clock; nothing: the time when the fleet is first asked for
        std::chrono::milliseconds stepEvery{2000}; ///< 0: only refresh() moves the fleet
    };

    explicit DemoFleetService(QObject *parent = nullptr);
    explicit DemoFleetService(const Script &script, QObject *parent = nullptr);

protected:
    void doStart() override;
    /// Moves the fleet by one step, as every turn of the timer does.
    void doRefresh() override;
    void doReadRunner(RunnerId id, RunnerPromise promise) override;
    void doReadProjects(const ProjectsQuestion &question, ProjectsPromise promise) override;
    void doReadJob(const JobReference &job, JobPromise promise) override;
    void doReadRunnerJobs(RunnerId id, RunnerJobsPromise promise) override;
    /// Invented, for some days before the start.
    void doReadQueue(const QueueQuestion &question, QueuePromise promise) override;
    void doCancelJobs(const JobCancelling &jobs, CancelPromise promise) override;
    void doSetJobsWatched(bool watched) override;

private:
    DemoFleet &fleet();
    FleetPtr shownFleet();
    void readFleet(FleetProgress::Phase phase);
    void stepAndPublish();
    void publishJobsIfWatched();

    const Script m_script;
    std::optional<DemoFleet> m_fleet; ///< made when it is first asked for, on the service's thread
    std::optional<DemoQueue> m_queue; ///< likewise
    DemoCancels m_cancels;
    FleetBuilder m_builder;
    bool m_started = false;
    bool m_jobsWatched = false;
};

} // namespace Runnerscope
