// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/jobverdict.h"
#include "models/rules/jobs/poolscope.h"
#include "models/rules/jobs/requesttable.h"
#include "models/rules/jobs/runnerload.h"
#include "models/rules/jobs/tagfit.h"

#include <memory>
#include <stop_token>

namespace Runnerscope {

/// What is known of one instance. Jobs in any order, waiting or not; each id once.
struct JobVerdictInput
{
    FleetPtr fleet;
    std::vector<JobPtr> jobs;
    ProjectAssignments assignments;
    RunnerLoads loads;
    std::vector<JobPtr> finished = {}; ///< those that ended lately, as far as that was seen
};

/// Why each job of a list waits. Immutable, shared between threads. Jobs go by their index in JobVerdictInput::jobs,
/// requests by theirs in requests(), runners by their row in the fleet.
///
/// Only what all jobs that ask the same have in common is worked out beforehand; which runners these are, and what is
/// ahead of one job, is found when it is asked (jobrunners.h, jobqueue.h).
class JobVerdicts
{
public:
    static constexpr quint32 none = RequestTable::none;

    const JobVerdictInput &input() const { return m_input; }
    const Fleet &fleet() const { return *m_input.fleet; }

    JobVerdictCode code(std::size_t job) const;
    /// The number of what a waiting job asks; none for a job about which no runner decides.
    quint32 requestOfJob(std::size_t job) const { return m_requestOfJob[job]; }
    /// Null for a job about which no runner decides.
    const RequestVerdict *verdictOf(std::size_t job) const;

    const std::vector<RequestVerdict> &requests() const { return m_verdicts; }
    /// The waiting jobs that ask it, lowest id first.
    const std::vector<quint32> &jobsOf(quint32 request) const { return m_jobsOfRequest[request]; }

    /// \name For the questions about single jobs and runners
    /// @{
    const TagOffers &offers() const { return m_offers; }
    const RunnerPools &pools() const { return m_pools; }
    const WantedTags &wantedTags(quint32 request) const { return m_wanted[tableRequest(request).tagSet]; }
    const std::vector<PoolScope> &scopes(quint32 request) const { return m_scopes[tableRequest(request).project]; }
    /// Requests of projects that a pool serves, or may.
    const std::vector<quint32> &requestsOf(quint32 pool) const { return m_requestsOfPool[pool]; }
    /// @}

private:
    friend std::shared_ptr<const JobVerdicts> judgeJobs(JobVerdictInput input, const std::stop_token &stop);

    explicit JobVerdicts(JobVerdictInput input);
    bool judge(const std::stop_token &stop);
    void collectRequests();
    void findWantedTags();
    void findScopes();
    bool judgeRequests(const std::stop_token &stop);
    void judgeRequest(quint32 request, const QStringList &tags, class RequestJudge &judge);
    QStringList tagsOnNoRunner(quint32 tagSet) const;
    QStringList alikeTo(const WantedTags &wanted) const;
    const RequestTable::Request &tableRequest(quint32 request) const { return m_table.requests()[request]; }

    JobVerdictInput m_input;
    TagOffers m_offers;
    RunnerPools m_pools;
    RequestTable m_table;
    std::vector<JobVerdictCode> m_codes; ///< by job; of those about which runners decide: Queued
    std::vector<quint32> m_requestOfJob;
    std::vector<std::vector<quint32>> m_jobsOfRequest;
    std::vector<WantedTags> m_wanted; ///< by tag set
    std::vector<std::vector<PoolScope>> m_scopes; ///< by project
    std::vector<std::vector<quint32>> m_requestsOfPool;
    std::vector<RequestVerdict> m_verdicts;
};

using JobVerdictsPtr = std::shared_ptr<const JobVerdicts>;

/// For a worker thread: costs as much as there are runners, jobs, and for each set of tags the runners with one of
/// them. Null when \a stop was requested meanwhile. The last owner does not pay for the destruction, as with fleets.
JobVerdictsPtr judgeJobs(JobVerdictInput input, const std::stop_token &stop = {});

} // namespace Runnerscope
