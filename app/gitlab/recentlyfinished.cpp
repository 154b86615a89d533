// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/recentlyfinished.h"

namespace Runnerscope {

void RecentlyFinished::add(const std::vector<JobPtr> &jobs, ServerTime now)
{
    for (const JobPtr &job : jobs)
        m_jobs.insert_or_assign(job->id, job);
    std::erase_if(m_jobs, [now](const auto &entry) {
        const OptionalTime &ended = entry.second->finishedAt;
        return !ended || *ended < now - kept;
    });
    while (m_jobs.size() > most)
        m_jobs.erase(std::prev(m_jobs.end()));
}

std::vector<JobPtr> RecentlyFinished::jobs() const
{
    std::vector<JobPtr> result;
    for (const auto &[id, job] : m_jobs)
        result.push_back(job);
    return result;
}

} // namespace Runnerscope
