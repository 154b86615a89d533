// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

namespace Runnerscope {

/// What a job asks of a runner: the same for all jobs of one project that require the same tags.
struct JobRequest
{
    std::shared_ptr<const JobProject> project;
    QStringList tags; ///< by alphabet, each once
    InstanceId instance{};

    /// Where this user may not read a job, GitLab tells neither its project nor its tags.
    bool isReadable() const { return project && !project->fullPath.isEmpty(); }
};

JobRequest requestOf(const Job &job);

} // namespace Runnerscope
