// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/wirevalues.h"
#include "models/domain/job.h"

#include <vector>

namespace Runnerscope {

/// A page of jobs, newest first.
struct JobPage
{
    std::vector<JobPtr> jobs;
    std::optional<int> count; ///< 1,001 stands for more than 1,000
    QString endCursor;
    bool hasNextPage = false;
    int unreadable = 0; ///< jobs that were left out because they had no usable id
};

/// The value of "status": GraphQL spells it in upper case, REST in lower.
JobStatus jobStatusFrom(JsonValue status);

/// Makes jobs from GitLab's JSON. Texts, projects and users that repeat are shared, also from one page to the next. Of
/// a job that the user may not read there are only id, status and the time it was queued.
class JobDecoder
{
public:
    explicit JobDecoder(InstanceId instance) :
        m_instance(instance)
    {
    }

    /// \a connection is the value of "jobs".
    JobPage page(JsonValue connection);
    /// Null without a usable id.
    JobPtr job(JsonValue node);
    /// The same from REST, which does not tell when a job was queued.
    JobPtr restJob(JsonValue node);

private:
    void readTimes(Job &job, JsonValue node) const;
    std::shared_ptr<const JobProject> project(JsonValue node);
    std::shared_ptr<const User> user(JsonValue node);

    InstanceId m_instance;
    SharedTexts m_texts;
    QHash<qint64, std::shared_ptr<const JobProject>> m_projects;
    QHash<qint64, std::shared_ptr<const User>> m_users;
};

} // namespace Runnerscope
