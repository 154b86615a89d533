// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/queue/jobfacets.h"

namespace Runnerscope {

QString tagSetName(QStringList tags)
{
    tags.sort();
    tags.removeDuplicates();
    return tags.join(u',');
}

QStringList tagsOf(const QString &tagSetName)
{
    return tagSetName.split(u',', Qt::SkipEmptyParts);
}

QStringList groupsAbove(const QString &projectPath)
{
    QStringList groups;
    for (qsizetype slash = projectPath.indexOf(u'/'); slash > 0; slash = projectPath.indexOf(u'/', slash + 1))
        groups.append(projectPath.left(slash));
    return groups;
}

int JobFacets::numberOf(const QueueFacet &facet)
{
    const auto known = m_numbers.constFind(facet);
    if (known != m_numbers.cend())
        return *known;
    const int number = static_cast<int>(m_facets.size());
    m_facets.push_back(facet);
    m_numbers.insert(facet, number);
    return number;
}

const std::vector<int> &JobFacets::ofProject(const std::shared_ptr<const JobProject> &project)
{
    const auto known = m_projects.constFind(project.get());
    if (known != m_projects.cend())
        return *known;
    std::vector<int> numbers;
    const QStringList groups = groupsAbove(project->fullPath);
    for (const QString &group : groups)
        numbers.push_back(numberOf({FacetKind::Group, group}));
    if (!project->fullPath.isEmpty())
        numbers.push_back(numberOf({FacetKind::Project, project->fullPath}));
    return *m_projects.insert(project.get(), numbers);
}

const std::vector<int> &JobFacets::of(const Job &job, bool withRunner)
{
    m_found.clear();
    if (job.project) {
        m_found = ofProject(job.project);
        auto tagSet = m_tagSets.constFind(job.tags);
        if (tagSet == m_tagSets.cend())
            tagSet = m_tagSets.insert(job.tags, numberOf({FacetKind::TagSet, tagSetName(job.tags)}));
        m_found.push_back(*tagSet);
    }
    if (withRunner && job.runner)
        m_found.push_back(numberOf({FacetKind::Runner, QString::number(job.runner->number)}));
    return m_found;
}

} // namespace Runnerscope
