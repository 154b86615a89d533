// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"
#include "app/store/fleetstore.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace Runnerscope {

/// A fleet as it is kept on this computer: a FleetService that asks no server. It follows what another program keeps.
///
/// failed() tells of NothingCached while no fleet is kept; when another program keeps one, it comes all the same.
class CachedFleetService : public FleetService
{
    Q_OBJECT

public:
    /// What one instance and its user are kept in, and how often to look whether that is another fleet.
    struct Place
    {
        QString file;
        InstanceId instance{};
        QString name; ///< of the instance, for people
        std::chrono::milliseconds lookEvery{2000}; ///< 0: only refresh() looks
    };

    explicit CachedFleetService(const Place &place, QObject *parent = nullptr);

    /// Called on the service's thread. To be set before start().
    void setTroubleListener(FleetArchive::TroubleListener listener);

protected:
    void doStart() override;
    void doRefresh() override;
    /// From the rows, as far as these tell. Permissions are not kept.
    void doReadRunner(RunnerId id, RunnerPromise promise) override;
    /// They are not kept: NothingCached.
    void doReadProjects(const ProjectsQuestion &question, ProjectsPromise promise) override;
    /// Jobs are not kept.
    void doReadJob(const JobReference &job, JobPromise promise) override;
    void doReadRunnerJobs(RunnerId id, RunnerJobsPromise promise) override;
    /// "Now" is that of this computer.
    void doReadQueue(const QueueQuestion &question, QueuePromise promise) override;

private:
    FleetStore &store();
    /// Whether there is a fleet.
    bool read();
    void readAndTell();
    void look();

    const Place m_place;
    std::optional<FleetStore> m_store; ///< opened when it is first asked for, on the service's thread
    FleetArchive::TroubleListener m_listener;
    FleetPtr m_fleet;
    bool m_started = false;
};

} // namespace Runnerscope
