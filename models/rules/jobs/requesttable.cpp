// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/requesttable.h"

#include <algorithm>

namespace Runnerscope {

namespace {

bool askTheSame(const JobProject &a, const JobProject &b)
{
    return a.instanceRunnersEnabled == b.instanceRunnersEnabled && a.groupRunnersEnabled == b.groupRunnersEnabled;
}

} // namespace

quint32 RequestTable::add(const Job &job, quint32 index)
{
    if (!job.project || job.project->fullPath.isEmpty())
        return none;
    const quint32 project = projectOf(job.project);
    const quint32 tagSet = tagSetOf(job.tags);
    const quint64 key = (static_cast<quint64>(project) << 32U) | tagSet;
    const auto next = static_cast<quint32>(m_requests.size());
    const quint32 number = m_numbers.value(key, next);
    if (number == next) {
        m_numbers.insert(key, number);
        m_requests.push_back({project, tagSet, {}});
    }
    m_requests[number].jobs.push_back(index);
    return number;
}

quint32 RequestTable::projectOf(const std::shared_ptr<const JobProject> &project)
{
    const auto known = m_projectsByAddress.constFind(project.get());
    if (known != m_projectsByAddress.cend())
        return *known;
    std::vector<quint32> &samePath = m_projectsByPath[project->fullPath];
    const auto same =
        std::ranges::find_if(samePath, [&](quint32 number) { return askTheSame(*m_projects[number], *project); });
    quint32 number = 0;
    if (same == samePath.end()) {
        number = static_cast<quint32>(m_projects.size());
        samePath.push_back(number);
        m_projects.push_back(project);
    } else
        number = *same;
    m_projectsByAddress.insert(project.get(), number);
    return number;
}

quint32 RequestTable::tagSetOf(const QStringList &tags)
{
    std::u32string key;
    for (const QString &tag : tags) {
        if (const quint32 code = m_tags.insert(tag); code != TextDictionary::none)
            key += static_cast<char32_t>(code);
    }
    std::ranges::sort(key);
    key.erase(std::unique(key.begin(), key.end()), key.end());
    const auto [found, isNew] = m_tagSetNumbers.emplace(std::move(key), static_cast<quint32>(m_tagSets.size()));
    if (isNew)
        m_tagSets.push_back(&found->first);
    return found->second;
}

QStringList RequestTable::tagsOf(quint32 tagSet) const
{
    QStringList tags;
    for (const char32_t code : *m_tagSets[tagSet])
        tags.append(m_tags.text(code));
    std::ranges::sort(tags);
    return tags;
}

} // namespace Runnerscope
