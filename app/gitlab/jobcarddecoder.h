// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/jobdecoder.h"
#include "app/gitlab/runnerdecoder.h"
#include "models/domain/jobcard.h"

namespace Runnerscope {

/// Makes the parts of a card from GitLab's JSON. What is missing or of another type than expected becomes "unknown".
class JobCardDecoder
{
public:
    JobCardDecoder(RunnerDecoder &runners, InstanceId instance) :
        m_runners(runners),
        m_jobs(instance),
        m_instance(instance)
    {
    }

    /// What the query JobCard answered: \a project with the job in it. Nothing when there is no job.
    std::optional<JobCard> card(JsonValue project, ServerTime readAt);
    /// What REST tells of the same job: why it failed, who started it, and of a runner that GraphQL keeps to itself.
    /// \a entry: an object; undefined where REST did not answer.
    void complete(JobCard &card, JsonValue entry);

    PlacePeople people(JsonValue connection) const;
    /// From REST; \a bot is looked for among them.
    void fillHome(BotHome &home, JsonValue members, qint64 bot) const;
    /// Jobs named \a name of the list \a connection.
    JobRuns runsNamed(const QString &name, JsonValue connection);
    /// Jobs that ever started, of REST's list of the jobs of a host.
    JobRuns hostJobs(JsonValue list);
    FleetPtr offered(JsonValue connection, ServerTime readAt);

private:
    void takeRunner(JobCard &card, JsonValue job);

    RunnerDecoder &m_runners;
    JobDecoder m_jobs;
    InstanceId m_instance;
};

} // namespace Runnerscope
