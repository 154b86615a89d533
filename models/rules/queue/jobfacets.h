// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/queuefacet.h"

#include <QHash>

#include <vector>

namespace Runnerscope {

/// The name of a set of tags: each once, in alphabetical order, joined by commas. Empty: jobs without tags.
QString tagSetName(QStringList tags);
/// The tags of such a name.
QStringList tagsOf(const QString &tagSetName);

/// The full paths of the groups above a project, the top one first. The name space of a person is one, too.
QStringList groupsAbove(const QString &projectPath);

/// Whether a job ever waits for a runner: bridges do not.
inline bool needsRunner(const Job &job)
{
    return job.kind != JobKind::Bridge;
}

/// Gives the facets of jobs numbers, from 0 on, so that many jobs are counted fast. All is not among them, and a job
/// whose project may not be read has none but its runner: of such a job GitLab tells no tags either.
class JobFacets
{
public:
    /// Valid until the next call.
    const std::vector<int> &of(const Job &job, bool withRunner);

    const std::vector<QueueFacet> &facets() const { return m_facets; }

private:
    int numberOf(const QueueFacet &facet);
    const std::vector<int> &ofProject(const std::shared_ptr<const JobProject> &project);

    std::vector<QueueFacet> m_facets;
    QHash<QueueFacet, int> m_numbers;
    QHash<const JobProject *, std::vector<int>> m_projects;
    QHash<QStringList, int> m_tagSets;
    std::vector<int> m_found;
};

} // namespace Runnerscope
