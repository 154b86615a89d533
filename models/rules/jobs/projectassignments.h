// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/runner.h"
#include "models/domain/runnerproject.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <vector>

namespace Runnerscope {

/// Which projects the project runners of one instance serve, as far as that is known. A list of runners tells the
/// owner of each and their number; the others are learned from the details of a runner and from jobs seen on it.
class ProjectAssignments
{
public:
    void add(RunnerId runner, const QString &fullPath);
    /// What the server listed for a runner. \a all: these are all that this user may see.
    void add(RunnerId runner, const std::vector<RunnerProject> &projects, bool all);
    /// A job that ran on a runner: the runner serves its project. Runners of other types are no matter here.
    void add(const Job &job);

    /// Full paths, the owner's among them, each once.
    QStringList projectsOf(const Runner &runner) const;
    /// Whether projectsOf() leaves none out that this user may see.
    bool isComplete(const Runner &runner) const;

private:
    struct Known
    {
        QSet<QString> paths;
        bool all = false;
    };

    QHash<RunnerId, Known> m_known;
};

} // namespace Runnerscope
