// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gitlab/watchedservice.h"

#include <algorithm>
#include <utility>

namespace Runnerscope::Test {

/// A service whose jobs are listened to.
struct WatchedJobs : WatchedService
{
    explicit WatchedJobs(const Connection &connection, Rhythm rhythm = calmRhythm(),
        GitLabFleetService::MakeArchive makeArchive = nullptr) :
        WatchedService(connection, rhythm, std::move(makeArchive))
    {
        QObject::connect(&service, &FleetService::jobsChanged, &service, [this](const JobListPtr &jobs) {
            list = jobs;
            ++rounds;
        });
    }

    void begin()
    {
        service.start();
        service.setJobsWatched(true);
    }

    qint64 count(JobStatus status) const
    {
        return std::ranges::count(list->jobs, status, [](const JobPtr &job) { return job->status; });
    }

    JobListPtr list;
    int rounds = 0;
};

} // namespace Runnerscope::Test
