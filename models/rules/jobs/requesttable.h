// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/textdictionary.h"
#include "models/rules/jobs/jobrequest.h"

#include <QHash>

#include <string>
#include <unordered_map>
#include <vector>

namespace Runnerscope {

/// The distinct requests among many jobs: usually far fewer than jobs.
class RequestTable
{
public:
    static constexpr quint32 none = 0xffffffff;

    struct Request
    {
        quint32 project = 0;
        quint32 tagSet = 0;
        std::vector<quint32> jobs; ///< their indexes, in the order in which they were added
    };

    /// The number of the job's request; none where the job is not readable. To be called for each job in turn.
    quint32 add(const Job &job, quint32 index);

    const std::vector<Request> &requests() const { return m_requests; }
    const std::vector<std::shared_ptr<const JobProject>> &projects() const { return m_projects; }
    std::size_t tagSets() const { return m_tagSets.size(); }
    /// Codes of tags().
    const std::u32string &tagSet(quint32 number) const { return *m_tagSets[number]; }
    /// By alphabet.
    QStringList tagsOf(quint32 tagSet) const;
    const TextDictionary &tags() const { return m_tags; }

private:
    quint32 projectOf(const std::shared_ptr<const JobProject> &project);
    quint32 tagSetOf(const QStringList &tags);

    TextDictionary m_tags;
    std::unordered_map<std::u32string, quint32> m_tagSetNumbers;
    std::vector<const std::u32string *> m_tagSets; ///< the keys of the map
    QHash<const JobProject *, quint32> m_projectsByAddress;
    QHash<QString, std::vector<quint32>> m_projectsByPath; ///< several where what is known of a project differs
    std::vector<std::shared_ptr<const JobProject>> m_projects;
    QHash<quint64, quint32> m_numbers; ///< by project and tag set
    std::vector<Request> m_requests;
};

} // namespace Runnerscope
