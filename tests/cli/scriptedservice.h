// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"

namespace Runnerscope::Test {

/// Publishes what it is given and ends as it is told; whatever comes after that is noise that must not matter.
class ScriptedService : public FleetService
{
public:
    FleetPtr fleet;
    JobListPtr jobs;
    std::optional<FetchError> error;
    std::optional<FetchError> jobsError;
    bool breaksOff = false;
    RunnerAnswer answerToRead;

protected:
    void doStart() override
    {
        if (fleet)
            emit snapshotChanged(fleet, {});
        if (jobs)
            emit jobsChanged(jobs);
        if (jobsError)
            emit jobsFailed(*jobsError);
        if (error)
            emit failed(*error);
        else
            emit walkFinished();
        emit snapshotChanged(std::make_shared<const Fleet>(), {});
        emit walkFinished();
        emit jobsChanged(std::make_shared<const JobList>());
    }
    void doRefresh() override { }
    void doReadProjects(const ProjectsQuestion &, ProjectsPromise promise) override { answer(promise, ProjectsPage()); }
    void doReadJob(const JobReference &, JobPromise promise) override { answer(promise, JobNotFound::NotThere); }
    void doReadRunner(RunnerId, RunnerPromise promise) override
    {
        if (!breaksOff)
            answer(promise, answerToRead);
        else
            promise->finish();
    }
};

} // namespace Runnerscope::Test
