// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/projectassignments.h"

namespace Runnerscope {

void ProjectAssignments::add(RunnerId runner, const QString &fullPath)
{
    if (!fullPath.isEmpty())
        m_known[runner].paths.insert(fullPath);
}

void ProjectAssignments::add(RunnerId runner, const std::vector<RunnerProject> &projects, bool all)
{
    Known &known = m_known[runner];
    known.all = known.all || all;
    for (const RunnerProject &project : projects)
        add(runner, project.fullPath);
}

void ProjectAssignments::add(const Job &job)
{
    if (job.runner && job.project)
        add(*job.runner, job.project->fullPath);
}

QStringList ProjectAssignments::projectsOf(const Runner &runner) const
{
    QStringList paths;
    const bool owned = runner.owner && runner.owner->kind == OwnerKind::Project && !runner.owner->fullPath.isEmpty();
    if (owned)
        paths.append(runner.owner->fullPath);
    const auto known = m_known.constFind(runner.id);
    if (known == m_known.cend())
        return paths;
    for (const QString &path : known->paths) {
        if (!owned || path != runner.owner->fullPath)
            paths.append(path);
    }
    return paths;
}

bool ProjectAssignments::isComplete(const Runner &runner) const
{
    const auto known = m_known.constFind(runner.id);
    return (known != m_known.cend() && known->all)
        || (runner.projectCount && projectsOf(runner).size() >= *runner.projectCount);
}

} // namespace Runnerscope
